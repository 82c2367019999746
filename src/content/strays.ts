/** Which names in the content's folders are read, and a diagnostic for each that looks like content and is none. */
import { type Diagnostic, diagnose, type Result } from '../ground/diagnostic.ts';
import { isFailure, type World } from '../ground/world.ts';
import { shorten } from '../yaml/index.ts';
import { inside, type Place, unreadable } from './files.ts';
import { compareNatural } from './natural.ts';
import { yearWithin } from './years.ts';

/** `1-2.yaml`: the goal's number, a hyphen, and the rest. */
const MEASURE_FILE = /^[0-9A-Za-z]+(-[0-9A-Za-z]+)+\.yaml$/;

/** What systems and office programs leave behind: hidden files, lock files, thumbnails. */
const LITTER = /^(\.|~\$|~.*\.tmp$|thumbs\.db$|desktop\.ini$)/i;

/** The mark of a content file that an office program holds open. */
const HELD_OPEN = /^~\$.*ya?ml$/i;

const PARTS = ['edition.yaml', 'measures', 'agendas'];
const COPY_OF_PART = /edition|measures?|agendas?/i;

/** What people and systems call copies. */
const COPY = /コピー|copy|新しいフォルダ|new folder|バックアップ|backup|控え|^旧|old|bak$/i;

const NOT_READ = '要らなければ、このフォルダーの外へ移すか、消してください。';

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

/**
 * What lies beside edition.yaml and looks like content, or holds some: nobody would read it. A copy of a file is an
 * error, one of a folder (`measures - コピー`) a warning.
 */
export function straysBeside(world: World, folder: Place): Diagnostic[] {
  const names = world.list(folder.path);
  if (isFailure(names)) return [unreadable(names, folder.shown, 'folder')];
  const files = names.filter(looksLikeContent);
  const others = names.filter((name) => !files.includes(name) && !isLitter(name) && !isPart(name, names));
  const copies = others.filter(
    (name) => COPY_OF_PART.test(name.normalize('NFKC')) || holdsContent(world, inside(folder, name)),
  );
  return [...strays(files, ['edition.yaml'], folder), ...copies.map((name) => stray(name, names, folder))];
}

/** A part, even in other letters, where a disk takes them for the same. */
function isPart(name: string, names: readonly string[]): boolean {
  if (PARTS.includes(name)) return true;
  const part = PARTS.find((one) => one === name.toLowerCase());
  return part !== undefined && !names.includes(part);
}

/** A folder with YAML in it. */
function holdsContent(world: World, { path }: Place): boolean {
  const names = world.list(path);
  return !isFailure(names) && names.some((name) => !isLitter(name) && /\.ya?ml$/i.test(name));
}

/** A copy of a content file is an error, as its lines may be newer; other files may wait for an answer. */
export function strays(names: readonly string[], used: readonly string[], folder: Place): Diagnostic[] {
  return names
    .filter((name) => !used.includes(name) && !isLitter(name))
    .map((name) => stray(name, names, folder));
}

function stray(name: string, names: readonly string[], folder: Place): Diagnostic {
  const severity = looksLikeContent(name) ? 'error' : 'warning';
  const hints = [strayHint(name, names)];
  return diagnose(
    'stray-file',
    { file: shorten(inside(folder, name).shown, MOST_SHOWN) },
    { severity, hints },
  );
}

/** Of a path, in a message. */
const MOST_SHOWN = 120;

/**
 * Folders in the content folder that are read as no edition, though their name holds a year (`R6 - コピー`) or is
 * that of a copy and they hold an edition, and content files beside the editions.
 *
 * @returns for each the year of its name, where there is one, and a warning
 */
export function straysAmongEditions(
  world: World,
  content: string,
  others: readonly string[],
): { year: string | undefined; diagnostic: Diagnostic }[] {
  return others.flatMap((name) => {
    if (isLitter(name)) return [];
    const place = inside({ path: content, shown: content }, name);
    const listed = world.list(place.path);
    const file = shorten(place.shown, MOST_SHOWN);
    if (isFailure(listed)) {
      const diagnostic = diagnose('stray-file', { file }, { severity: 'warning', hints: [NOT_READ] });
      return looksLikeContent(name) ? [{ year: undefined, diagnostic }] : [];
    }
    const year = yearWithin(name);
    if (year === undefined && !(COPY.test(name) && listed.some((inner) => PARTS.includes(inner)))) return [];
    const hints = [
      '写しなら、直した内容が残っていないかを確かめ、このフォルダーの外へ移すか、消してください。新しい年度なら「R7」のような名前に変えてください。',
    ];
    return [{ year, diagnostic: diagnose('stray-folder', { folder: file }, { severity: 'warning', hints }) }];
  });
}

function isLitter(name: string): boolean {
  return LITTER.test(name) && !HELD_OPEN.test(name);
}

function looksLikeContent(name: string): boolean {
  const folded = name.normalize('NFKC');
  return !LITTER.test(name) && (/ya?ml/i.test(folded) || /^[0-9A-Za-z]+-[0-9]/.test(folded));
}

/** `１-2.yml` → 1-2.yaml, unless that is there. */
function strayHint(name: string, names: readonly string[]): string {
  if (HELD_OPEN.test(name))
    return 'このファイルを開いている Word などを閉じてください。閉じても残っていたら、消してください。';
  const [meant] =
    /^([0-9A-Za-z]+(-[0-9A-Za-z]+)+|edition)(?=[^0-9A-Za-z-]|$)/.exec(name.normalize('NFKC')) ?? [];
  const file = `${meant}.yaml`;
  if (meant !== undefined && !names.includes(file)) return `名前を「${file}」に変えてください。`;
  return NOT_READ;
}
