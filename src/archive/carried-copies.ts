/** Copies of papers whose own bag is lost, taken over from the sealed bag that names it: nothing else holds them now. */
import { type Diagnostic, diagnose, hasErrors, type Result } from '../ground/diagnostic.ts';
import { typedPath } from '../ground/shown.ts';
import { isFailure, type World } from '../ground/world.ts';
import { bagName } from './bag-name.ts';
import { largest, readTag } from './bounds.ts';
import { type CarriedCopies, copiesFolder, RECORD } from './handed-out-copies.ts';
import { below, type Held, inFolder } from './held.ts';
import { handedOutGaps, type LostHandOut } from './lost-hand-outs.ts';
import { readManifest, sha512 } from './manifest.ts';
import { PAYLOAD, TAG } from './tag-files.ts';

/**
 * @param lost bags that are not there
 * @returns copies and the lines of their record, with a warning for each bag; an error where the sealed bag does not
 *   hold them as its manifest says
 */
export function carryCopies(
  world: World,
  archive: string,
  lost: readonly LostHandOut[],
): Result<CarriedCopies> {
  const all = lost.map((one) => carryOne(world, archive, one));
  const diagnostics = all.flatMap((one) => one.diagnostics);
  if (hasErrors(diagnostics)) return { diagnostics };
  const copies = new Map(all.flatMap(({ value }) => [...(value ?? [])]));
  const entries = lost.map(({ id, sha512: sum }) => ({ path: bagName(id), sha512: sum }));
  return { value: { entries, copies }, diagnostics };
}

function carryOne(world: World, archive: string, one: LostHandOut): Result<Held> {
  const { id, namedIn } = one;
  const checked = checkedFiles(world, `${archive}/${namedIn}`, copiesFolder(id.meeting, id.version));
  if (!checked.value) return checked;
  const copies = inFolder(
    below(checked.value, copiesFolder(id.meeting, id.version)),
    copiesFolder(id.meeting, id.version),
  );
  if (copies.size === 0) return { diagnostics: handedOutGaps([one]) };
  const hints = [
    '控えから元に戻してください。配ったものの保存は、消したり移したりできません。',
    '控えがなければ、その写しを引き継いで保存できます（--strict を付けないとき）。資料の元の内容は残らず、差し替えも作れません。',
  ];
  const details = { bag: bagName(id), from: namedIn };
  return {
    value: copies,
    diagnostics: [diagnose('handed-out-carried', details, { severity: 'warning', hints })],
  };
}

/** The record and the files of a folder, by path below `data/`, each as the bag's manifest says. */
function checkedFiles(world: World, bag: string, folder: string): Result<Held> {
  const hints = [`「hyokahyo verify ${typedPath(bag)}」で調べ、控えから元に戻してください。`];
  const manifest = readTag(world, bag, TAG.manifest);
  if (isFailure(manifest))
    return { diagnostics: [diagnose('archive-previous', { file: `${bag}/${TAG.manifest}` }, { hints })] };
  const wanted = readManifest(manifest).entries.filter(
    ({ path }) => path === `${PAYLOAD}/${RECORD}` || path.startsWith(`${PAYLOAD}/${folder}/`),
  );
  const files = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  for (const { path, sha512: sum } of wanted) {
    const file = `${bag}/${path}`;
    const bytes = world.read(file, largest(path));
    if (isFailure(bytes)) diagnostics.push(diagnose('archive-previous', { file }, { hints }));
    else if (sha512(bytes) !== sum)
      diagnostics.push(diagnose('bag-changed', { file, manifest: TAG.manifest }, { hints }));
    else files.set(path.slice(PAYLOAD.length + 1), bytes);
  }
  const record = { file: `${bag}/${PAYLOAD}/${RECORD}`, manifest: TAG.manifest };
  if (diagnostics.length === 0 && !files.has(RECORD))
    diagnostics.push(diagnose('bag-added', record, { hints }));
  return diagnostics.length > 0 ? { diagnostics } : { value: files, diagnostics };
}
