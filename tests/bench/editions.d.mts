/** Multiplies an edition: see `editions.mjs`. */
export function multiplyEdition(source: string, target: string, copies: number, varied?: boolean): void;
