import { describe, expect, test } from 'vitest';
import type { DocumentMaker } from '../../src/archive/documents.ts';
import type { Held } from '../../src/archive/held.ts';
import { inFolder } from '../../src/archive/held.ts';
import { unchanged } from '../../src/archive/unchanged.ts';
import { bytesOf } from '../helpers/bag.ts';
import { sampleBag, sampleSources, TEST_PRESS } from '../helpers/sealed.ts';
import { worldOf } from '../helpers/world.ts';

/** A document that says who made it, as every PDF does. */
const document =
  (text: string): DocumentMaker =>
  async ({ creator }) => ({
    value: new Map([['booklet/booklet.pdf', bytesOf(`${creator}: ${text}`)]]),
    diagnostics: [],
  });

const sealed = (await sampleBag({}, { makers: [document('pages')] })).value as Held;
const world = worldOf(Object.fromEntries(inFolder(sealed, 'archive/R6/v1')));

/** What is said of sources that would become version 2. */
async function said(files: Readonly<Record<string, string>> = {}, pages = 'pages', copies: Held = new Map()) {
  const sources = sampleSources(files).value as Held;
  const press = { ...TEST_PRESS, creator: 'hyokahyo newer', makers: [document(pages)] };
  const found = await unchanged(
    world,
    'archive',
    { edition: 'R6', version: 2, reason: '訂正' },
    sources,
    copies,
    press,
  );
  return found?.code;
}

describe('a version without a change', () => {
  test('is told', async () => {
    expect(await said()).toBe('archive-unchanged');
  });

  test('is one though the program is another, as long as that prints the same', async () => {
    expect(await said({ 'tool/bundle.cjs': 'newer' })).toBe('archive-unchanged');
    expect(await said({ 'tool/bundle.cjs': 'newer' }, 'better pages')).toBeUndefined();
  });

  test.each([
    ['content', { 'content/R6/agendas/2026-11-22.yaml': 'format: 1\n' }],
    ['a template', { 'templates/hyoka3/blank-page.hbs': '{ "content": { "stack": [] } }' }],
    ['a licence among the fonts', { 'fonts/OFL-NotoSansJP.txt': 'x' }],
  ])('is none with another %s', async (_, files) => {
    expect(await said(files)).toBeUndefined();
  });

  test('is none where papers were handed out since', async () => {
    expect(await said({}, 'pages', new Map([['agenda/配付の記録.txt', bytesOf('x')]]))).toBeUndefined();
  });

  test('is never the first', async () => {
    const sources = sampleSources().value as Held;
    const first = { edition: 'R6', version: 1 };
    expect(await unchanged(world, 'archive', first, sources, new Map(), TEST_PRESS)).toBeUndefined();
  });
});
