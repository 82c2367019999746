/** bag-info.txt (RFC 8493, 2.2.2): what the bag is, for people and for other programs. */
import { YEAR_FORM } from '../content/index.ts';
import { encode } from './held.ts';

/** The bag a bag follows: an earlier version of its edition, or the newest version of an earlier edition. */
export type Previous = {
  /** `R6/v1`: its folder below the archive. */
  readonly bag: string;
  /** SHA-512 of its manifest-sha512.txt, in hexadecimal digits. */
  readonly sha512: string;
};

export type BagInfo = {
  readonly organization: string;
  readonly description: string;
  /** The edition's date, ISO 8601; never the day of sealing. */
  readonly issued: string;
  /** Bytes of the payload, a dot, and the number of its files. */
  readonly oxum: string;
  readonly edition: string;
  readonly version: number;
  /** Why a correction was needed; from version 2 on. */
  readonly reason?: string | undefined;
  readonly previous?: Previous | undefined;
  /** Name and version of the program that sealed the bag. */
  readonly tool: string;
};

/** The lines' names in the order of writing. */
const LABELS = {
  organization: 'Source-Organization',
  description: 'External-Description',
  issued: 'Bagging-Date',
  oxum: 'Payload-Oxum',
  edition: 'Hyokahyo-Edition',
  version: 'Hyokahyo-Bag-Version',
  reason: 'Hyokahyo-Correction-Reason',
  previousBag: 'Hyokahyo-Previous-Bag',
  previousSum: 'Hyokahyo-Previous-Manifest-SHA512',
  tool: 'Hyokahyo-Tool',
} as const;

type Field = keyof typeof LABELS;

const OPTIONAL: readonly Field[] = ['reason', 'previousBag', 'previousSum'];

/** The file's one form: a line for each field, in a fixed order, never folded. */
export function writeBagInfo(info: BagInfo): Uint8Array {
  const values: Readonly<Record<Field, string | undefined>> = {
    ...info,
    reason: info.reason,
    version: String(info.version),
    previousBag: info.previous?.bag,
    previousSum: info.previous?.sha512,
  };
  const lines = (Object.keys(LABELS) as Field[]).flatMap((field) =>
    values[field] === undefined ? [] : [`${LABELS[field]}: ${values[field]}\n`],
  );
  return encode(lines.join(''));
}

/** What the fields must look like beyond not being empty. */
const SHAPES: Partial<Record<Field, RegExp>> = {
  issued: /^\d{4}-\d{2}-\d{2}$/,
  oxum: /^\d+\.\d+$/,
  edition: new RegExp(`^${YEAR_FORM}$`),
  version: /^[1-9]\d*$/,
  previousBag: new RegExp(`^${YEAR_FORM}/v[1-9]\\d*$`),
  previousSum: /^[0-9a-f]{128}$/,
};

/**
 * Reads the file in whatever form.
 *
 * @returns the fields, and the names of those that are missing or wrong: then there is no `info`
 */
export function readBagInfo(bytes: Uint8Array): {
  readonly info?: BagInfo;
  readonly wrong: readonly string[];
} {
  const values = readFields(bytes);
  const fields = Object.keys(LABELS) as Field[];
  const wrong = fields.filter((field) => !isRight(field, values.get(LABELS[field].toLowerCase())));
  const value = (field: Field) => values.get(LABELS[field].toLowerCase());
  const [bag, sum] = [value('previousBag'), value('previousSum')];
  if ((bag === undefined) !== (sum === undefined))
    wrong.push(bag === undefined ? 'previousBag' : 'previousSum');
  if (wrong.length > 0) return { wrong: wrong.map((field) => LABELS[field]) };
  const text = (field: Field) => value(field) as string;
  return {
    wrong: [],
    info: {
      organization: text('organization'),
      description: text('description'),
      issued: text('issued'),
      oxum: text('oxum'),
      edition: text('edition'),
      version: Number(text('version')),
      reason: value('reason'),
      previous: bag !== undefined && sum !== undefined ? { bag, sha512: sum } : undefined,
      tool: text('tool'),
    },
  };
}

function isRight(field: Field, value: string | undefined): boolean {
  if (value === undefined) return OPTIONAL.includes(field);
  return value !== '' && (SHAPES[field]?.test(value) ?? true);
}

/** Names in lower case → values. */
function readFields(bytes: Uint8Array): ReadonlyMap<string, string> {
  const lines = new TextDecoder('utf-8').decode(bytes).split(/\r\n|\n|\r/);
  return new Map(
    lines.flatMap((line) => {
      const [, label, value = ''] = /^([^:]+):(.*)$/u.exec(line) ?? [];
      return label === undefined ? [] : [[label.trim().toLowerCase(), value.trim()] as const];
    }),
  );
}
