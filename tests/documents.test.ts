/** What the documents say of the project: links lead somewhere, files exist, flags and codes are those there are. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import MANUALS from '../src/archive/manuals.json' with { type: 'json' };
import { TOOL_CONTENTS } from '../src/archive/sources.ts';
import { COMMON } from '../src/cli/commands/flag-groups.ts';
import { COMMANDS } from '../src/cli/commands/rows.ts';
import { anchors, codes, links, rows } from './helpers/documents.ts';
import { ROOT, sourceFiles } from './helpers/sources.ts';

const FRONT = 'README.md';
const HANDBOOK = 'content/README.md';
const REFERENCE = 'src/cli/README.md';
const documents = MANUALS.filter((path) => path.endsWith('.md'));
const pictures = MANUALS.filter((path) => path.endsWith('.png'));

/** Above them a front page is none, and a picture weighs on every bag. Bytes. */
const LARGEST_FRONT = 10_000;
const LARGEST_PICTURE = 150_000;

describe('links', () => {
  test.each(documents)('every link of %s leads to a place in a file', (path) => {
    const dead = links(path).filter(
      ({ file, anchor }) =>
        !existsSync(`${ROOT}${file}`) || (anchor !== undefined && !anchors(file).includes(anchor)),
    );
    expect(dead.map(({ written }) => written)).toEqual([]);
  });

  test.each(documents)('every link of %s leads to a file that is sealed along with it', (path) => {
    expect(
      links(path)
        .filter(({ file }) => !TOOL_CONTENTS.includes(file))
        .map(({ written }) => written),
    ).toEqual([]);
  });

  test('the front page leads to every document and picture', () => {
    const reached = links(FRONT).map(({ file }) => file);
    expect(MANUALS.filter((path) => path !== FRONT && !reached.includes(path))).toEqual([]);
  });
});

describe('what ships', () => {
  const { files } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));

  test.each(MANUALS)('%s is in the package', (path) => {
    expect(files.some((shipped: string) => path === shipped || path.startsWith(`${shipped}/`))).toBe(true);
  });

  test('the front page is short', () => {
    expect(statSync(`${ROOT}${FRONT}`).size).toBeLessThan(LARGEST_FRONT);
  });

  test('there is a picture, and it is small', () => {
    expect(pictures).not.toEqual([]);
    expect(pictures.filter((path) => statSync(`${ROOT}${path}`).size > LARGEST_PICTURE)).toEqual([]);
  });
});

describe('what is named is there', () => {
  /** A path from the project's folder, or from the document's; patterns and places to fill in are none. */
  const PATH = /^(content|fonts|src|templates|tests|\.ci)\/[\w./-]*$/;
  const COPIES = ['content/R7', 'templates/kodomo'];

  test.each(documents)('the files that %s names', (path) => {
    const named = codes(path).filter(
      (code) => PATH.test(code) && !COPIES.some((copy) => code.startsWith(copy)),
    );
    const places = [ROOT, `${ROOT}${posix.dirname(path)}/`];
    expect(named.filter((file) => !places.some((place) => existsSync(place + file)))).toEqual([]);
  });

  test('the files that the design names by their room', () => {
    const [places, wrong] = [rows('src/README.md').map((cells) => cells[1] ?? ''), [] as string[]];
    for (const cell of places) {
      let room = '';
      for (const [, code] of cell.matchAll(/`([^`]+)`/g)) {
        if (code?.startsWith('src/')) room = posix.dirname(code);
        else if (/^[\w-]+\.ts$/.test(code ?? '') && !existsSync(`${ROOT}${room}/${code}`))
          wrong.push(`${room}/${code}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('the codes in the handbook are those of messages', () => {
    const sources = sourceFiles().map(({ path }) => readFileSync(`${ROOT}src/${path}`, 'utf8'));
    const explained = rows(HANDBOOK).flatMap(([first = '']) =>
      [...first.matchAll(/`([a-z]+(?:-[a-z0-9]+)+)`/g)].map(([, code]) => code as string),
    );
    expect(explained.length).toBeGreaterThan(50);
    const isKnown = (code: string) =>
      COMMANDS.some(({ name }) => name === code) || sources.some((text) => text.includes(`'${code}':`));
    expect(explained.filter((code) => !isKnown(code))).toEqual([]);
  });
});

describe('the reference', () => {
  const described = rows(REFERENCE).flatMap(([first = '', whom = '']) =>
    [...first.matchAll(/`--([a-z-]+)/g)].map(([, flag]) => ({ flag: flag as string, whom })),
  );

  test('describes every flag once', () => {
    const flags = new Set(['version', ...COMMANDS.flatMap((command) => command.flags)]);
    expect(described.map(({ flag }) => flag).sort()).toEqual([...flags].sort());
  });

  test.each(described.filter(({ whom }) => whom !== ''))('--$flag is for $whom', ({ flag, whom }) => {
    const names = COMMANDS.map(({ name }) => name);
    const takers = COMMANDS.filter((command) => command.flags.some((one) => one === flag)).map(
      ({ name }) => name,
    );
    const [all, but] = /^all(?: but (\S+))?$/.exec(whom) ?? [];
    const said = all === undefined ? whom.split(', ') : names.filter((name) => name !== but);
    // These take common flags that they have no use for.
    const idle = COMMON.flags.some((one) => one === flag) ? ['check', 'schema'] : [];
    expect(said.filter((name) => !takers.includes(name))).toEqual([]);
    expect(takers.filter((name) => !said.includes(name) && !idle.includes(name))).toEqual([]);
  });

  test('shows every command', () => {
    const text = readFileSync(`${ROOT}${REFERENCE}`, 'utf8');
    expect(COMMANDS.filter(({ name }) => !text.includes(`\nhyokahyo ${name} `))).toEqual([]);
  });
});
