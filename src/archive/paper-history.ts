/**
 * Which papers of a meeting were handed out when: `資料1:1-1 資料3:1-2` says that both were in the first bag and that
 * 資料3 was replaced in the second.
 */
import type { Revision } from '../council/agenda.ts';

export type PaperVersions = {
  /** The bag in which the paper was first. */
  readonly first: number;
  /** The bag that holds the paper as it now is. */
  readonly last: number;
};

/** By paper number, in the order of the meeting's file. */
export type PaperHistory = ReadonlyMap<string, PaperVersions>;

export const PAPERS_FORM = /^[^\s:]+:[1-9]\d{0,5}-[1-9]\d{0,5}( [^\s:]+:[1-9]\d{0,5}-[1-9]\d{0,5})*$/u;

export function writeHistory(history: PaperHistory): string {
  return [...history].map(([number, { first, last }]) => `${number}:${first}-${last}`).join(' ');
}

/** @param text as `writeHistory` writes it */
export function readHistory(text: string): PaperHistory {
  return new Map(
    text.split(' ').map((entry) => {
      const [, number = '', first, last] = /^(.+):(\d+)-(\d+)$/u.exec(entry) ?? [];
      return [number, { first: Number(first), last: Number(last) }] as const;
    }),
  );
}

/** The history of papers that are handed out for the first time. */
export function firstHistory(numbers: readonly string[]): PaperHistory {
  return new Map(numbers.map((number) => [number, { first: 1, last: 1 }] as const));
}

/** What is printed for a bag: the papers that it replaces or adds, with their marks. */
export function revisionOf(history: PaperHistory, version: number): Revision {
  const others = [...history].filter(([, { last }]) => last !== version).map(([number]) => number);
  return { ...marksOf(history, version), leftOut: new Set(others) };
}

/** All papers with the marks that they have as of a bag. */
export function marksOf(history: PaperHistory, version: number): Revision {
  const papers = [...history].map(
    ([number, { first, last }]) => [number, first === last ? '' : markOf(last)] as const,
  );
  return { mark: markOf(version), papers: new Map(papers), leftOut: new Set() };
}

/** `（修正）` for the second version, `（修正2）` for the third; nothing for the first. */
function markOf(version: number): string {
  return version === 1 ? '' : version === 2 ? '（修正）' : `（修正${version - 1}）`;
}
