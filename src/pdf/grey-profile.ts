/**
 * What the file's greys mean to those who know no printer (ISO 19005-2, 6.2.3): a grey monitor of gamma 2.2 under D50,
 * as a profile of ICC.1:2001-04 (version 2.4), the smallest that says so. Written here byte by byte.
 */

const HEADER_LENGTH = 128;
/** Of an entry in the tag table. */
const ENTRY_LENGTH = 12;

/** D50, the white of the profile connection space, in s15Fixed16 numbers. */
const D50 = [0xf6d6, 0x10000, 0xd32d];

/** Gamma 2.2 as a u8Fixed8 number. */
const GAMMA = Math.round(2.2 * 256);

/** Names the profile; ASCII. */
export const GREY_CONDITION = 'Grey gamma 2.2';

/** The profile's bytes. */
export function greyProfile(): Uint8Array {
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', description(GREY_CONDITION)],
    ['cprt', Buffer.concat([tag('text'), Buffer.from('No copyright, use freely\0', 'latin1')])],
    ['wtpt', Buffer.concat([tag('XYZ '), numbers(...D50)])],
    ['kTRC', Buffer.concat([tag('curv'), numbers(1), Buffer.from([GAMMA >> 8, GAMMA & 0xff])])],
  ];
  let offset = HEADER_LENGTH + 4 + ENTRY_LENGTH * tags.length;
  const table = [numbers(tags.length)];
  const contents: Buffer[] = [];
  for (const [signature, content] of tags) {
    table.push(Buffer.from(signature, 'latin1'), numbers(offset, content.length));
    const padded = Buffer.concat([content, Buffer.alloc(-content.length & 3)]);
    contents.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([header(offset), ...table, ...contents]);
}

/** ICC.1:2001-04, 6.1. The profile's day is fixed: the same file comes out every day. */
function header(size: number): Buffer {
  const bytes = Buffer.alloc(HEADER_LENGTH);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02400000, 8);
  bytes.write('mntrGRAYXYZ ', 12, 'latin1');
  for (const [index, part] of [2025, 1, 1].entries()) bytes.writeUInt16BE(part, 24 + 2 * index);
  bytes.write('acsp', 36, 'latin1');
  numbers(...D50).copy(bytes, 68);
  return bytes;
}

/** A text in ASCII; the Unicode and the Macintosh text of the type are empty (6.5.17). */
function description(text: string): Buffer {
  const ascii = Buffer.from(`${text}\0`, 'latin1');
  return Buffer.concat([tag('desc'), numbers(ascii.length), ascii, Buffer.alloc(4 + 4 + 2 + 1 + 67)]);
}

/** A type's signature and the four empty bytes behind it. */
function tag(type: string): Buffer {
  return Buffer.from(`${type}\0\0\0\0`, 'latin1');
}

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, 4 * index);
  return bytes;
}
