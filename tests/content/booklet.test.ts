import { expect, test } from 'vitest';
import { loadEdition } from '../../src/content/index.ts';
import { baseFiles, worldOf } from './memory.ts';

function hintsFor(booklet: string): readonly string[] | undefined {
  const files = baseFiles((text, file) =>
    file === 'edition.yaml' ? `${text}\nbooklet:\n  ${booklet}\n` : text,
  );
  return loadEdition(worldOf(files), 'content/R6').diagnostics[0]?.hints;
}

const SWITCH = '付けるなら true、付けないなら false と書いてください。';

test.each([
  ['contents: もくじ', ['言葉を変えるなら「{ title: もくじ }」と書いてください。', SWITCH]],
  ['cover: 子ども課', ['言葉を変えるなら「{ section: 子ども課 }」と書いてください。', SWITCH]],
  ['summary: 1', [SWITCH]],
  ['index: null', [SWITCH]],
])('%s is told what a part takes', (typed, hints) => {
  expect(hintsFor(typed)).toEqual(hints);
});
