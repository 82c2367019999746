export const VALIDATOR: readonly string[];
export function installJudges(): string | undefined;
