/** Shorthands of the tests in this folder. */
import type { Diagnostic } from '../../src/ground/diagnostic.ts';
import { readYaml, type YamlDocument } from '../../src/yaml/index.ts';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Every diagnostic of reading a text as `code line:column`. */
export function problemsOf(text: string): string[] {
  const { value, diagnostics } = readYaml('a.yaml', bytesOf(text));
  return [...diagnostics, ...(value?.problems ?? [])].map(summary);
}

export function summary({ code, span }: Diagnostic): string {
  return span ? `${code} ${span.start.line}:${span.start.column}` : code;
}

export function documentOf(text: string): YamlDocument {
  const { value, diagnostics } = readYaml('a.yaml', bytesOf(text));
  if (!value) throw new Error(diagnostics.map(summary).join());
  return value;
}
