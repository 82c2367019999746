/** A folder that the tests of one file share. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder that is gone when all tests of the file have finished. To be called once, before them. */
export function sharedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hyokahyo-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
