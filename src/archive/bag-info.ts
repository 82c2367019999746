/** bag-info.txt (RFC 8493, 2.2.2): what the bag is, for people and for other programs. */
import { YEAR_FORM } from '../content/index.ts';
import { BAG_NAME, MEETING_FORM } from './bag-name.ts';
import { encode } from './held.ts';
import { FORM_WORDS, type PaperForm } from './paper-form.ts';
import { PAPERS_FORM, type PaperHistory } from './paper-history.ts';

/**
 * The bag a bag follows: an earlier version of its edition, or the newest version of an earlier edition; what was
 * handed out before at the same meeting.
 */
export type Previous = {
  /** `R6/v1`, `R6/agenda/2026-11-22/v1`: its folder below the archive. */
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
  /** Of papers that were handed out: the folder of their meeting, `2026-11-22`. */
  readonly meeting?: string | undefined;
  /** Of papers that were handed out: since when each is as it is, see `paper-history.ts`. */
  readonly papers?: string | undefined;
  /** Of papers that were handed out: how they were made, see `paper-form.ts`. */
  readonly form?: string | undefined;
  /** Name and version of the program that sealed the bag. */
  readonly tool: string;
};

/** Which bag of an edition. */
export type BagIdentity = Pick<BagInfo, 'edition' | 'version' | 'reason' | 'previous'>;

/** Which bag of a meeting. */
export type HandOutIdentity = {
  readonly edition: string;
  /** The meeting's folder, `2026-11-22`. */
  readonly meeting: string;
  readonly version: number;
  readonly previous?: Previous | undefined;
  readonly form: PaperForm;
  /** Which papers this bag replaces or adds; absent for the first, which holds all. */
  readonly history?: PaperHistory | undefined;
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
  meeting: 'Hyokahyo-Meeting',
  papers: 'Hyokahyo-Papers',
  form: 'Hyokahyo-Paper-Form',
  tool: 'Hyokahyo-Tool',
} as const;

type Field = keyof typeof LABELS;

/** Fields that belong together: a bag has all of them or none. */
const TOGETHER: readonly (readonly Field[])[] = [
  ['previousBag', 'previousSum'],
  ['meeting', 'papers', 'form'],
];

const OPTIONAL: readonly Field[] = ['reason', ...TOGETHER.flat()];

/** The file's one form: a line for each field, in a fixed order, never folded. */
export function writeBagInfo(info: BagInfo): Uint8Array {
  const values: Readonly<Record<Field, string | undefined>> = {
    ...info,
    reason: info.reason,
    version: String(info.version),
    previousBag: info.previous?.bag,
    previousSum: info.previous?.sha512,
    meeting: info.meeting,
    papers: info.papers,
    form: info.form,
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
  previousBag: BAG_NAME,
  previousSum: /^[0-9a-f]{128}$/,
  meeting: new RegExp(`^${MEETING_FORM}$`),
  papers: PAPERS_FORM,
  form: FORM_WORDS,
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
  for (const group of TOGETHER) {
    const absent = group.filter((field) => value(field) === undefined);
    if (absent.length < group.length) wrong.push(...absent);
  }
  const [bag, sum] = [value('previousBag'), value('previousSum')];
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
      meeting: value('meeting'),
      papers: value('papers'),
      form: value('form'),
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
