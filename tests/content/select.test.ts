import { describe, expect, test } from 'vitest';
import { loadEdition, type Selection, selectPrograms } from '../../src/content/index.ts';
import { baseFiles, worldOf } from './memory.ts';

const edition = loadEdition(worldOf(baseFiles()), 'content/R6').value?.edition;
const NOTHING: Selection = { goals: [], measures: [], programs: [], departments: [], priority: false };

function select(selection: Partial<Selection>) {
  if (!edition) throw new Error('The base edition is wrong');
  const { value, diagnostics } = selectPrograms(edition, { ...NOTHING, ...selection });
  const programs = value?.measures.flatMap(({ measure, programs }) =>
    programs.map(({ number, index }) => `${measure}#${number}@${index}`),
  );
  return {
    value,
    programs,
    codes: diagnostics.map(({ code }) => code),
    hints: diagnostics.flatMap(({ hints }) => hints).join(),
  };
}

describe('selectPrograms', () => {
  test('nothing selected keeps the edition as it is', () => {
    expect(select({}).value).toBe(edition);
  });

  test.each<[Partial<Selection>, string[]]>([
    [{ goals: ['2'] }, ['2-1#1@0']],
    [{ measures: ['1-1'] }, ['1-1#1@0', '1-1#3@1']],
    [{ programs: ['1-1#3'] }, ['1-1#3@1']],
    [{ programs: ['1-1#3', '2-1#1'] }, ['1-1#3@1', '2-1#1@0']],
    [{ departments: ['子育て支援課'] }, ['1-1#3@1', '2-1#1@0']],
    [{ departments: ['保育課'], priority: true }, ['1-1#1@0']],
    [{ goals: ['1', '2'], departments: ['子育て支援課'], priority: true }, ['2-1#1@0']],
  ])('%j', (selection, expected) => {
    expect(select(selection).programs).toEqual(expected);
  });

  test('the list of goals stays as typed: origins count its places', () => {
    const all = select({}).value?.goals;
    expect(select({ goals: ['2'] }).value?.goals).toEqual(all);
  });

  test('unknown names are all reported, with what exists', () => {
    const { codes, hints } = select({ goals: ['9'], programs: ['1-1#2'], departments: ['保育科'] });
    expect(codes).toEqual(['unknown-selection', 'unknown-selection', 'unknown-selection']);
    expect(hints).toContain('「保育課」ではありませんか。');
    expect(hints).toContain('「1-1#1」「1-1#3」「2-1#1」');
  });

  test('an empty selection lists what exists', () => {
    const { codes, hints } = select({ goals: ['2'], departments: ['保育課'] });
    expect(codes).toEqual(['empty-selection']);
    expect(hints).toContain('「1-1」「2-1」');
  });
});
