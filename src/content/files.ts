/** The files of an edition's folder: which are read, which must not lie there, and why one cannot be read. */
import type * as z from 'zod';
import { type Diagnostic, diagnose, type Result } from '../diagnostic.ts';
import { isFailure, type ReadFailure, type World } from '../world.ts';
import { MAX_YAML_BYTES, readYaml, tooLarge, type YamlDocument } from '../yaml/index.ts';
import { compareNatural } from './natural.ts';

/** A place on the disk and the name that diagnostics show for it. */
export type Place = { readonly path: string; readonly shown: string };

/** A place inside a folder. */
export function inside({ path, shown }: Place, name: string): Place {
  return { path: `${path}/${name}`, shown: `${shown}/${name}` };
}

/** `1-2.yaml`: the goal's number, a hyphen, and the rest. */
const MEASURE_FILE = /^[0-9A-Za-z]+(-[0-9A-Za-z]+)+\.yaml$/;

/** What systems and office programs leave behind: hidden files, lock files, thumbnails. */
const LITTER = /^(\.|~\$|~.*\.tmp$|thumbs\.db$|desktop\.ini$)/i;

/** Reads one YAML file, which is to be as a schema says. */
export function readDocument(world: World, { path, shown }: Place, schema: z.ZodType): Result<YamlDocument> {
  const bytes = world.read(path, MAX_YAML_BYTES);
  return isFailure(bytes)
    ? { diagnostics: [unreadable(bytes, shown, 'file')] }
    : readYaml(shown, bytes, schema);
}

/** The names of the measure files in natural order, and a diagnostic for each file that looks like content and is none. */
export function listMeasures(world: World, folder: Place): Result<readonly string[]> {
  const names = world.list(folder.path);
  if (isFailure(names)) return { diagnostics: [unreadable(names, folder.shown, 'folder')] };
  const measures = names.filter((name) => MEASURE_FILE.test(name)).sort(compareNatural);
  const diagnostics = strays(names, measures, folder);
  if (measures.length > 0) return { value: measures, diagnostics };
  const hints = ['施策ごとに「1-1.yaml」のような名前のファイルを置いてください。'];
  return { diagnostics: [...diagnostics, diagnose('no-measures', { folder: folder.shown }, { hints })] };
}

/** Files beside edition.yaml that look like content: nobody would read them. */
export function straysBeside(world: World, folder: Place): Diagnostic[] {
  const names = world.list(folder.path);
  if (isFailure(names)) return [unreadable(names, folder.shown, 'folder')];
  return strays(names.filter(looksLikeContent), ['edition.yaml', 'measures'], folder);
}

/** A copy of a content file is an error, as its lines may be newer; other files may wait for an answer. */
export function strays(names: readonly string[], used: readonly string[], folder: Place): Diagnostic[] {
  const others = names.filter((name) => !used.includes(name) && !LITTER.test(name));
  return others.map((name) =>
    diagnose(
      'stray-file',
      { file: inside(folder, name).shown },
      {
        severity: looksLikeContent(name) ? 'error' : 'warning',
        hints: [strayHint(name, names)],
      },
    ),
  );
}

function looksLikeContent(name: string): boolean {
  const folded = name.normalize('NFKC');
  return !LITTER.test(name) && (/ya?ml/i.test(folded) || /^[0-9A-Za-z]+-[0-9]/.test(folded));
}

/** `１-2.yml` → 1-2.yaml, unless that is there. */
function strayHint(name: string, names: readonly string[]): string {
  const [meant] =
    /^([0-9A-Za-z]+(-[0-9A-Za-z]+)+|edition)(?=[^0-9A-Za-z-]|$)/.exec(name.normalize('NFKC')) ?? [];
  const file = `${meant}.yaml`;
  if (meant !== undefined && !names.includes(file)) return `名前を「${file}」に変えてください。`;
  return '要らなければ、このフォルダーの外へ移すか、消してください。';
}

/** Why a file or folder cannot be read, in words. */
export function unreadable(
  { failure, size = 0, limit }: ReadFailure,
  shown: string,
  kind: 'file' | 'folder',
): Diagnostic {
  switch (failure) {
    case 'missing':
      return kind === 'file'
        ? diagnose('file-missing', { file: shown })
        : diagnose('folder-missing', { folder: shown });
    case 'not-a-file':
      return diagnose(
        'not-a-file',
        { file: shown },
        { hints: ['フォルダーの名前を変えるか、外へ移してください。'] },
      );
    case 'not-a-folder':
      return diagnose('not-a-folder', { folder: shown });
    case 'broken-link':
      return diagnose(
        'broken-link',
        { file: shown },
        { hints: ['リンクの代わりに、元のファイルを置いてください。'] },
      );
    case 'denied':
      return diagnose(
        'file-denied',
        { file: shown },
        { hints: ['ファイルの持ち主か、情報の担当に頼んでください。'] },
      );
    case 'too-large':
      return tooLarge(shown, size, limit);
    case 'unreadable':
      return diagnose('file-unreadable', { file: shown });
  }
}
