/** The documents as a reader meets them: headings, links, code, rows of tables. */
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { ROOT } from './sources.ts';

/** The text of a document, without what is fenced off as code. */
export function prose(path: string): string {
  return readFileSync(`${ROOT}${path}`, 'utf8').replace(/^( *)```[\s\S]*?^\1```$/gm, '');
}

/** The places in a document that links may lead to, as GitHub names them. */
export function anchors(path: string): readonly string[] {
  return [...prose(path).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading as string));
}

/** `VS Code で補完を使う` → `vs-code-で補完を使う` */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-');
}

export type Link = {
  /** As it is written. */
  readonly written: string;
  /** The file it leads to, from the project's folder. */
  readonly file: string;
  readonly anchor: string | undefined;
};

/** The links and pictures of a document that lead to no other site. */
export function links(path: string): readonly Link[] {
  const targets = [...prose(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target as string);
  return targets
    .filter((target) => !/^https?:/.test(target))
    .map((written) => {
      const [file = '', anchor] = written.split('#');
      return { written, file: file === '' ? path : posix.join(posix.dirname(path), file), anchor };
    });
}

/** What a document sets as code within its sentences. */
export function codes(path: string): readonly string[] {
  return [...prose(path).matchAll(/`([^`\n]+)`/g)].map(([, code]) => code as string);
}

/** The cells of every row of a document's tables. */
export function rows(path: string): readonly (readonly string[])[] {
  const lines = prose(path)
    .split('\n')
    .filter((line) => line.startsWith('| '));
  return lines.map((line) =>
    line
      .slice(2, -2)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}
