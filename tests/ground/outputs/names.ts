/** Temporary names as other runs would give them. */
import { temporaryName } from '../../../src/ground/outputs/temporary-names.ts';

/** No process has this number: it is above what any system hands out. */
export const NOBODY = 2 ** 30;

/** A name of this machine. */
export function nameOf({ processId = process.pid }: { readonly processId?: number }): string {
  return temporaryName().replace(/-\d+-/, `-${processId}-`);
}

/** A name of another machine. */
export function another(processId: number): string {
  return nameOf({ processId }).replace(/hyokahyo-[0-9a-f]{16}/, 'hyokahyo-0123456789abcdef');
}
