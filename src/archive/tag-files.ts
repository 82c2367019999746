/** The files of a bag that speak of the others (RFC 8493, 2.1 and 2.2). */
import { type BagInfo, writeBagInfo } from './bag-info.ts';
import { encode, type Held, inFolder } from './held.ts';
import { manifestOf } from './manifest.ts';

export const TAG = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha512.txt',
  tagManifest: 'tagmanifest-sha512.txt',
} as const;

/** The folder of what is kept. */
export const PAYLOAD = 'data';

/** bagit.txt. */
export const DECLARATION = encode('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n');

/**
 * Makes a bag: the payload in `data/`, and the tag files.
 *
 * @param payload by path below `data/`
 * @param info what bag-info.txt says beside the payload's size, which is counted here
 */
export function bagOf(payload: Held, info: Omit<BagInfo, 'oxum'>): Held {
  const data = inFolder(payload, PAYLOAD);
  const tags = new Map([
    [TAG.declaration, DECLARATION],
    [TAG.info, writeBagInfo({ ...info, oxum: oxumOf(data) })],
    [TAG.manifest, manifestOf(data)],
  ]);
  return new Map([...data, ...tags, [TAG.tagManifest, manifestOf(tags)]]);
}

/** Payload-Oxum: bytes, a dot, files. */
export function oxumOf(files: Held): string {
  let bytes = 0;
  for (const file of files.values()) bytes += file.length;
  return `${bytes}.${files.size}`;
}
