/**
 * The one table of what a clerk reads, a row a diagnostic code. Codes are stable: scripts may rely on them.
 * Each row takes the values it needs and returns one or two plain Japanese sentences: what was found, what
 * was expected. What to type instead belongs into the diagnostic's hints.
 */
export const wording = {
  // --- YAML text (src/yaml) ---
  'unknown-key': (d: { key: string; where: string }) =>
    `キー「${d.key}」は${d.where}では使えません。`,

  // --- content (src/content) ---
  'unknown-plan-word': (d: { word: string }) => `計画の語「${d.word}」は edition.yaml の plan_words にありません。`,

  // --- templates, theme, fonts (src/layout, src/typeset) ---
  'template-missing': (d: { name: string }) => `テンプレート「${d.name}」が見つかりません。`,
} as const satisfies Record<string, (details: never) => string>;

/** The closed union of all diagnostic codes. */
export type Code = keyof typeof wording;

/** The values that the wording of a code asks for. */
export type Details<C extends Code> = Parameters<(typeof wording)[C]>[0];
