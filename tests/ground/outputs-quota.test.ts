/** A quota that is used up, for which Node has no name. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { constants } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { writeWhole } from '../../src/ground/outputs.ts';
import { temporaryFolder } from '../helpers/program.ts';

test.skipIf(process.platform === 'win32')('is told as a disk that is full', () => {
  const code = `Unknown system error -${constants.errno.EDQUOT}`;
  const write = vi.spyOn(fs, 'writeSync').mockImplementation(() => {
    throw Object.assign(new Error(code), { code, errno: -constants.errno.EDQUOT });
  });
  syncBuiltinESMExports();
  try {
    const told = writeWhole(join(temporaryFolder(), 'booklet.pdf'), new Uint8Array(10));
    expect([told?.code, told?.message]).toEqual(['disk-full', expect.not.stringContaining('system error')]);
  } finally {
    write.mockRestore();
    syncBuiltinESMExports();
  }
});
