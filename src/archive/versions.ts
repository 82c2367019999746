/** Which bags there are already, and which of them a new one follows. */
import { compareYears, textFindings, westernYear } from '../content/index.ts';
import { diagnose, type Result } from '../ground/diagnostic.ts';
import { typedPath } from '../ground/shown.ts';
import { isFailure, type World } from '../ground/world.ts';
import type { BagIdentity, Previous } from './bag-info.ts';
import { versionFolder } from './bag-name.ts';
import { readTag } from './bounds.ts';
import { sha512 } from './manifest.ts';
import { TAG } from './tag-files.ts';

/** `v1`, `v2` … */
const VERSION = /^v([1-9]\d{0,5})$/;

/**
 * The versions that lie in an archive, rising.
 *
 * @param series `R6`, `R6/agenda/2026-11-22`
 */
export function versionsOf(world: World, archive: string, series: string): number[] {
  const names = world.list(`${archive}/${series}`);
  if (isFailure(names)) return [];
  return names
    .flatMap((name) => VERSION.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

/**
 * The bag to be sealed next: version 1, or with a reason the next version.
 *
 * @param archive the folder that holds an editions' bags, `out/archive`
 * @param reason what the command line says
 * @returns its name and the bag before it; an error where a sealed edition would be sealed again without a reason,
 *   where there is a reason and nothing to correct, or where the bag before cannot be read
 */
export function nextBag(
  world: World,
  archive: string,
  edition: string,
  reason: string | undefined,
): Result<BagIdentity> {
  const wrong = reason === undefined ? [] : wrongReason(reason);
  if (wrong.length > 0) {
    const hints = [...wrong, '例: --reason "1-2 の数値の訂正"'];
    return { diagnostics: [diagnose('archive-reason', undefined, { hints })] };
  }
  const newest = versionsOf(world, archive, edition).at(-1);
  if (newest === undefined && reason !== undefined) {
    const hints = ['--reason を取って、もう一度実行してください。'];
    return { diagnostics: [diagnose('archive-first', { edition }, { hints })] };
  }
  if (newest !== undefined && reason === undefined) {
    const hints = [
      `直した版を保存するときは、理由を書いてください: hyokahyo archive ${edition} --reason "1-2 の数値の訂正"`,
    ];
    return {
      diagnostics: [diagnose('archive-sealed', { edition, newest: versionFolder(newest) }, { hints })],
    };
  }
  const bag =
    newest === undefined ? newestBefore(world, archive, edition) : `${edition}/${versionFolder(newest)}`;
  const version = (newest ?? 0) + 1;
  if (bag === undefined) return { value: { edition, version, reason }, diagnostics: [] };
  const previous = previousOf(world, archive, bag);
  if (!previous.value) return { diagnostics: previous.diagnostics };
  return { value: { edition, version, reason, previous: previous.value }, diagnostics: [] };
}

/** Characters of a reason: it becomes a line of bag-info.txt. */
const LONGEST_REASON = 300;

/** Why a reason is not one line that says something, as any text of the content is looked at. */
function wrongReason(reason: string): string[] {
  if (reason.trim() === '') return ['何も書かれていません。'];
  if ([...reason].length > LONGEST_REASON) return [`${LONGEST_REASON} 字までで書いてください。`];
  return textFindings({ reason }).map(({ diagnostic }) => diagnostic.message);
}

/** The newest bag of the newest earlier edition that has one. */
function newestBefore(world: World, archive: string, edition: string): string | undefined {
  const names = world.list(archive);
  const earlier = (isFailure(names) ? [] : names)
    .filter((name) => westernYear(name) !== undefined && compareYears(name, edition) < 0)
    .sort(compareYears)
    .map((name) => ({ name, newest: versionsOf(world, archive, name).at(-1) }))
    .findLast(({ newest }) => newest !== undefined);
  return earlier?.newest === undefined ? undefined : `${earlier.name}/${versionFolder(earlier.newest)}`;
}

/** The reference to a bag that the next one follows. */
export function previousOf(world: World, archive: string, bag: string): Result<Previous> {
  const file = `${archive}/${bag}/${TAG.manifest}`;
  const bytes = readTag(world, `${archive}/${bag}`, TAG.manifest);
  if (!isFailure(bytes)) return { value: { bag, sha512: sha512(bytes) }, diagnostics: [] };
  const hints = [`「hyokahyo verify ${typedPath(`${archive}/${bag}`)}」で調べ、控えから元に戻してください。`];
  return { diagnostics: [diagnose('archive-previous', { file }, { hints })] };
}
