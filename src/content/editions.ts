/** Which editions there are, and the one meant. */
import { type Diagnostic, diagnose, type Result } from '../ground/diagnostic.ts';
import { isFailure, type ReadFailure, type World } from '../ground/world.ts';
import { didYouMean, listed, shorten } from '../yaml/index.ts';
import { unreadable } from './files.ts';
import { straysAmongEditions } from './strays.ts';
import { compareYears, westernYear, yearMeant } from './years.ts';

/**
 * The editions in the content folder by era order, H30 < R1 < R10.
 *
 * @param asked what of copies is of no other year
 * @returns the names; an error where there is none, a warning for a folder that was meant as one (`Ｒ７`), or is a copy
 *   of one
 */
export function editionNames(world: World, content: string, asked?: string): Result<readonly string[]> {
  const entries = world.list(content);
  if (isFailure(entries)) return { diagnostics: [noContent(world, content, entries)] };
  const names = entries.filter((name) => westernYear(name) !== undefined).sort(compareYears);
  const slips = entries.filter((name) => !names.includes(name) && yearMeant(name) !== undefined);
  const others = entries.filter((name) => !names.includes(name) && !slips.includes(name));
  const copies = straysAmongEditions(world, content, others).filter(
    ({ year }) => asked === undefined || year === asked,
  );
  const diagnostics = [
    ...(asked === undefined ? slips : []).map((name) => {
      const hints = [`フォルダーの名前を「${yearMeant(name)}」に変えてください。`];
      return diagnose('edition-name', { name: shorten(name) }, { severity: 'warning', hints });
    }),
    ...copies.map(({ diagnostic }) => diagnostic),
  ];
  if (names.length > 0) return { value: names, diagnostics };
  const hints = ['「R6」のような名前のフォルダーに、edition.yaml と measures を置いてください。'];
  return { diagnostics: [...diagnostics, diagnose('no-editions', { folder: content }, { hints })] };
}

/** Mostly the folder one works in is another than the one that holds `content`. */
function noContent(world: World, content: string, failure: ReadFailure): Diagnostic {
  const diagnostic = unreadable(failure, content, 'folder');
  if (failure.failure !== 'missing') return diagnostic;
  const here = world.list('.');
  const names = isFailure(here) ? [] : here;
  const above = names.includes('edition.yaml')
    ? '今いるのは年度のフォルダーの中です。二つ上のフォルダーで実行してください。'
    : names.some((name) => westernYear(name) !== undefined)
      ? '今いるのは内容のフォルダーの中です。一つ上のフォルダーで実行してください。'
      : '「content」フォルダーのあるフォルダーで実行してください（エクスプローラーでそのフォルダーを開き、アドレス欄に cmd と打ちます）。';
  const hints = [above, '内容を別の名前や場所に置いているときは「--content 場所」を付けてください。'];
  return { ...diagnostic, hints };
}

/**
 * The edition asked for, else the newest one.
 *
 * @returns its name; an error that lists what exists where it does not, or is no name of a year (`../R6`)
 */
export function findEdition(world: World, content: string, asked?: string): Result<string> {
  const { value: names, diagnostics } = editionNames(world, content, asked);
  if (!names) return { diagnostics };
  const name = asked ?? names.at(-1);
  if (name !== undefined && names.includes(name)) return { value: name, diagnostics };
  const code = westernYear(asked ?? '') === undefined ? 'edition-name' : 'unknown-edition';
  const meant = yearMeant(asked ?? '');
  const near =
    meant !== undefined && names.includes(meant)
      ? [`「${meant}」ではありませんか。`]
      : didYouMean(asked ?? '', names);
  const hints = [...near, `今ある年度は${listed(names)}です。`];
  return { diagnostics: [diagnose(code, { name: shorten(asked ?? '') }, { hints })] };
}
