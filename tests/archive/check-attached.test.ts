import { describe, expect, test } from 'vitest';
import { readBagInfo } from '../../src/archive/bag-info.ts';
import { checkAttached } from '../../src/archive/check-attached.ts';
import { checkBag } from '../../src/archive/check-bag.ts';
import { below, type Held } from '../../src/archive/held.ts';
import { rebuild } from '../../src/archive/rebuild.ts';
import { bagOf } from '../../src/archive/tag-files.ts';
import { bytesOf, INFO, textOf, treeOf } from '../helpers/bag.ts';
import { mutate } from '../helpers/bag-mutations.ts';
import { carryingPdf } from '../helpers/carrying-pdf.ts';
import { mutatePdf } from '../helpers/pdf-mutations.ts';
import { randomFrom } from '../helpers/random.ts';
import { sampleBag, TEST_PRESS } from '../helpers/sealed.ts';

const EDITION = 'data/content/R6/edition.yaml';
const MEASURE = 'data/content/R6/measures/1-1.yaml';
const SCREEN = 'data/booklet/booklet.pdf';
const PRINT = 'data/booklet/booklet-print.pdf';
const PAPER = 'data/agenda/2026-11-22/資料3.pdf';

const SOURCES = { 'edition.yaml': 'format: 1\n', 'measures/1-1.yaml': '一行目\n二行目\n' };
const files: Held = new Map([
  [EDITION, bytesOf(SOURCES['edition.yaml'])],
  [MEASURE, bytesOf(SOURCES['measures/1-1.yaml'])],
  ['data/content/R6/agendas/2026-11-22.yaml', bytesOf('format: 1\n')],
  [SCREEN, await carryingPdf(SOURCES)],
  [PRINT, await carryingPdf(SOURCES)],
  [PAPER, await carryingPdf({})],
]);

/** The files with some changed; undefined takes one away. */
function changed(change: Readonly<Record<string, Uint8Array | undefined>>): Held {
  const all = new Map<string, Uint8Array | undefined>([...files, ...Object.entries(change)]);
  return new Map([...all].flatMap(([path, bytes]) => (bytes ? [[path, bytes] as const] : [])));
}

/** The findings, each a line: code, message, hints. */
const found = (held: Held) =>
  checkAttached(held, { edition: 'R6' }).diagnostics.map(({ code, message, hints }) =>
    [code, message, ...hints].join(' '),
  );

test('booklets that carry the content, and papers that carry nothing, are as they should be', () => {
  expect(checkAttached(files, { edition: 'R6' })).toEqual({ state: 'equal', compared: 2, diagnostics: [] });
});

describe('is found and named:', () => {
  const says = (...words: string[]) =>
    words.map((word) => expect.stringMatching(new RegExp(word, 's')) as string);

  test('content that was changed, with its line', () => {
    expect(found(changed({ [MEASURE]: bytesOf('一行目\n二行め\n') }))).toEqual(
      says(
        `^attached-differs 「${SCREEN}」に添付された「measures/1-1.yaml」.* 2 行目から違います.*PDF の中のもの`,
        `^attached-differs 「${PRINT}」に添付された「measures/1-1.yaml」`,
      ),
    );
  });

  test('content that is gone, and content that was added', () => {
    expect(found(changed({ [MEASURE]: undefined }))).toEqual(
      says(`^attached-surplus 「${SCREEN}」.*measures/1-1.yaml`, `^attached-surplus 「${PRINT}」`),
    );
    expect(found(changed({ 'data/content/R6/measures/1-2.yaml': bytesOf('') }))).toEqual(
      says(`^attached-missing 「${SCREEN}」.*measures/1-2.yaml`, `^attached-missing 「${PRINT}」`),
    );
  });

  test('a booklet that carries something else, less or more', async () => {
    const screen = async (change: Readonly<Record<string, string>>) =>
      found(changed({ [SCREEN]: await carryingPdf(change) }));
    const { 'edition.yaml': edition } = SOURCES;
    expect(await screen({ ...SOURCES, 'edition.yaml': '' })).toEqual(says(`^attached-differs.*edition.yaml`));
    expect(await screen({ 'edition.yaml': edition })).toEqual(says('^attached-missing.*measures/1-1.yaml'));
    expect(await screen({ ...SOURCES, 'x.exe': '' })).toEqual(says('^attached-surplus.*x.exe'));
    expect(await screen({})).toEqual(says(`^attached-none 「${SCREEN}」`));
  });

  test('a name in other letters', async () => {
    const { 'edition.yaml': edition } = SOURCES;
    const names = { 'Edition.yaml': edition, 'measures/1-1.yaml': SOURCES['measures/1-1.yaml'] };
    expect(found(changed({ [SCREEN]: await carryingPdf(names) }))).toEqual(
      says('^attached-surplus.*Edition.yaml', '^attached-missing.*edition.yaml'),
    );
  });

  test('a paper that carries something', async () => {
    expect(found(changed({ [PAPER]: await carryingPdf(SOURCES) }))).toEqual(
      says(
        `^attached-surplus 「${PAPER}」.*edition.yaml`,
        `^attached-surplus 「${PAPER}」.*measures/1-1.yaml`,
      ),
    );
  });

  test('what is no PDF, and no booklet at all', () => {
    const held = changed({ [SCREEN]: bytesOf('%PDF-1.7\n'), [PRINT]: undefined, [PAPER]: new Uint8Array() });
    expect(found(held)).toEqual(
      says(
        `^attached-unreadable 「${SCREEN}」`,
        `^attached-no-pdf 「${PRINT}」`,
        `^attached-unreadable 「${PAPER}」`,
      ),
    );
  });

  test('a bag without anything', () => {
    expect(found(new Map())).toEqual(says('^attached-no-pdf', '^attached-no-pdf'));
    expect(checkAttached(new Map(), { edition: 'R6' }).state).toBe('different');
  });
});

describe('a paper that cannot be read', () => {
  const sealed = bagOf(below(files, 'data'), INFO);
  const spoilt = bytesOf('%PDF-1.7\n');

  test.each([
    ['R6', undefined],
    ['of what was handed out', '2026-11-22'],
  ])('and was changed since is no second cause: %s', (_, meeting) => {
    const answer = checkAttached(new Map([...sealed, [PAPER, spoilt]]), { edition: 'R6', meeting });
    const others = answer.diagnostics.filter(({ message }) => message.includes(PAPER));
    expect(others).toEqual([]);
    if (meeting === undefined) expect(answer.state).toBe('unchecked');
  });

  test('is told where the manifest agrees with it, and nothing is said to differ', () => {
    const forged = bagOf(below(new Map([...files, [PAPER, spoilt]]), 'data'), INFO);
    const { state, diagnostics } = checkAttached(forged, { edition: 'R6' });
    expect([state, diagnostics.map(({ code }) => code)]).toEqual(['unchecked', ['attached-unreadable']]);
  });
});

describe('the sample edition', async () => {
  const sealed = (await sampleBag({}, TEST_PRESS)).value as Held;

  test('is sealed with booklets that carry it', () => {
    expect(checkAttached(sealed, { edition: 'R6' })).toEqual({
      state: 'equal',
      compared: 2,
      diagnostics: [],
    });
  });

  test('whose content was changed and whose manifests were written to fit, is whole, but not its booklets’', async () => {
    const text = textOf(sealed.get(MEASURE));
    const forgedText = text.replace('actual: 1862', 'actual: 1863');
    expect(forgedText).not.toBe(text);
    const payload = below(new Map([...sealed, [MEASURE, bytesOf(forgedText)]]), 'data');
    const bag = bagOf(payload, INFO);
    const checked = checkBag(treeOf(bag), 'bag');
    expect(checked?.diagnostics).toEqual([]);
    expect(found(bag)).toEqual(
      [SCREEN, PRINT].map((pdf) => expect.stringContaining(`「${pdf}」に添付された「measures/1-1.yaml」`)),
    );
    // Making it anew finds it as well, where the program is the one that sealed.
    const info = readBagInfo(bag.get('bag-info.txt') as Uint8Array).info;
    expect(info && (await rebuild(bag, info, TEST_PRESS)).state).toBe('different');
  });

  test('at random changes of a booklet has an answer, and never another content', () => {
    const random = randomFrom(2014);
    const booklet = sealed.get(SCREEN) as Uint8Array;
    for (let run = 0; run < 300; run++) {
      const codes = checkAttached(new Map([...sealed, [SCREEN, mutatePdf(booklet, run, random)]]), {
        edition: 'R6',
      }).diagnostics.map(({ code }) => code);
      expect(codes.every((code) => code.startsWith('attached-'))).toBe(true);
    }
  });
});

test('whatever happens to a bag, there is an answer', () => {
  const random = randomFrom(9512);
  const bag = bagOf(below(files, 'data'), INFO);
  for (let run = 0; run < 1000; run++) {
    const { entries } = mutate(bag, run, random);
    const checked = checkBag(treeOf(entries), 'bag');
    if (checked) expect(() => checkAttached(checked.files, { edition: 'R6' })).not.toThrow();
  }
});
