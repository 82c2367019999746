/**
 * Names of temporary files and folders, and which of those that lie about may be removed.
 *
 * A name says which machine and which process writes it, and is random besides: nobody can lay a link in its way, and
 * two writers never meet, not even with one process number in two containers.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';

const PATTERN = /^\.hyokahyo-([0-9a-f]{16})-(\d+)-[0-9a-f]{16}\.tmp$/;

/** A file is written in seconds: what nobody has touched for a week, nobody will finish. */
const ABANDONED = 7 * 24 * 60 * 60 * 1000;

let known: string | undefined;

/** A name that no file has yet: at most 70 characters, whatever is written. */
export function temporaryName(): string {
  return `.hyokahyo-${machine()}-${process.pid}-${randomBytes(8).toString('hex')}.tmp`;
}

/**
 * Whether what carries the name is left over: of this machine, with its process gone; or of any machine, untouched for
 * a week.
 *
 * @param age ms, by the clock of the disk it lies on: clocks of machines on a shared folder differ
 */
export function isLeftOver(name: string, age: number): boolean {
  const [, writer, processId] = PATTERN.exec(name) ?? [];
  if (writer === undefined) return false;
  return age > ABANDONED || (writer === machine() && !isRunning(Number(processId)));
}

/** Whether a name is of this kind at all. */
export function isTemporaryName(name: string): boolean {
  return PATTERN.test(name);
}

/**
 * Tells apart where process numbers are counted, by all that a machine and, on Linux, a container goes by. What cannot
 * be found out is made up: then no other run is taken for one of this machine.
 */
function machine(): string {
  known ??= createHash('sha256').update(JSON.stringify(traits())).digest('hex').slice(0, 16);
  return known;
}

function traits(): readonly string[] {
  try {
    const cards = Object.values(networkInterfaces()).flatMap((one) => (one ?? []).map(({ mac }) => mac));
    return [hostname(), ...new Set(cards.sort()), ...processSpace()];
  } catch {
    return [randomBytes(8).toString('hex')];
  }
}

/** Every start of a Linux kernel, and every container, counts its processes from 1. */
function processSpace(): readonly string[] {
  if (process.platform !== 'linux') return [];
  return [readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'), readlinkSync('/proc/self/ns/pid')];
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
