/** The rules of a meeting beyond its shape, given its edition. */
import { hasErrors } from '../ground/diagnostic.ts';
import { type Finding, shorten } from '../yaml/index.ts';
import { MEETING_CROWDS } from './crowded-rules.ts';
import { MEETING_DOUBLES } from './doubled-rules.ts';
import type { Edition } from './edition.ts';
import { readMeetingDate } from './meeting-date.ts';
import type { MeetingFile } from './meeting-schema.ts';
import { applyRules, finding, KEEP_ONE, type Rule, repeated } from './rule.ts';
import {
  PRIORITY,
  type Selection,
  type SelectionKey,
  selectedKinds,
  selectPrograms,
  unknownNames,
} from './select.ts';

/** `fileName` is that of the meeting's file, absent where there is none. */
type Context = { readonly edition: Edition; readonly fileName?: string | undefined };
type MeetingRule = Rule<MeetingFile, Context>;
type PaperFile = MeetingFile['papers'][number];

const SELECTION_KEYS: readonly SelectionKey[] = ['goals', 'measures', 'programs', 'departments'];

const PAPER_NUMBER = /^(参考)?資料[1-9]\d{0,2}(-[1-9]\d{0,2})?$/;

/** What else clerks write, once widths are folded and spaces, brackets and the kinds of hyphen are gone. */
const NUMBER_MEANT = /^(参考)?(?:資料)?(?:番号|No\.?)?0*([1-9]\d{0,2})(?:[-の]0*([1-9]\d{0,2}))?$/i;

const dateIsRight: MeetingRule = function* ({ date }, { fileName }) {
  const { value, diagnostics } = readMeetingDate(date);
  for (const diagnostic of diagnostics) yield { path: ['date'], diagnostic };
  if (value === undefined || fileName === undefined || fileName === `${value}.yaml`) return;
  const details = { date: shorten(date), file: shorten(fileName) };
  const hints = [`ファイルの名前を「${value}.yaml」に変えるか、日付を直してください。`];
  yield finding(['date'], 'meeting-file', details, { hints });
};

const paperNumbers: MeetingRule = function* ({ papers }) {
  for (const [index, { number }] of papers.entries()) {
    if (PAPER_NUMBER.test(number)) continue;
    const hints = [numberHint(number)];
    yield finding(['papers', index, 'number'], 'paper-number', { number: shorten(number) }, { hints });
  }
};

function numberHint(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .replaceAll(/[\s[\](){}「」『』【】〔〕［］]/g, '')
    .replaceAll(/[‐−–—―ー]/g, '-');
  const [whole, reference = '', first = '', second] = NUMBER_MEANT.exec(plain) ?? [];
  if (whole === undefined) return '「資料3」「資料1-2」「参考資料1」のように、半角の数字で書いてください。';
  return `「${reference}資料${first}${second === undefined ? '' : `-${second}`}」と書いてください。`;
}

const paperNumbersAreUnique: MeetingRule = function* ({ papers }) {
  for (const { name, index, first } of repeated(papers.map(({ number }) => number))) {
    const related = [{ path: ['papers', first, 'number'], message: '先に書かれたものです。' }];
    const hints = ['資料ごとに別の番号にしてください。'];
    yield finding(['papers', index, 'number'], 'duplicate-name', { name: shorten(name) }, { hints, related });
  }
};

const selectedNamesAreUnique: MeetingRule = function* ({ papers }) {
  for (const [at, paper] of papers.entries()) {
    for (const key of SELECTION_KEYS) {
      for (const { name, index, first } of repeated(paper[key] ?? [])) {
        const related = [{ path: ['papers', at, key, first], message: '先に書かれたものです。' }];
        const details = { name: shorten(name) };
        const hints = [KEEP_ONE];
        yield finding(['papers', at, key, index], 'duplicate-name', details, { hints, related });
      }
    }
  }
};

/** Of a paper that leaves nothing the number is pointed at: the fault lies in all its keys together. */
const selectionsLeaveSomething: MeetingRule = function* ({ papers }, { edition }) {
  for (const [at, paper] of papers.entries()) {
    const selection = selectionOf(paper);
    const unknown = unknownNames(edition, selection);
    for (const one of unknown) {
      const path = ['papers', at, one.key, one.index];
      yield {
        path,
        get diagnostic() {
          return one.diagnostic;
        },
      };
    }
    if (unknown.length > 0) continue;
    if (hasErrors(selectPrograms(edition, selection).diagnostics)) {
      yield finding(['papers', at, 'number'], 'empty-selection', undefined, {
        hints: [emptyHint(selectedKinds(selection))],
      });
    }
  }
};

/** All the names exist: what leaves nothing is that they must hold together. */
function emptyHint(kinds: readonly string[]): string {
  return kinds.length > 1
    ? `${kinds.join('、')}のすべてに合う事業だけが載ります。条件を減らすか、資料を分けてください。`
    : kinds[0] === PRIORITY
      ? `${PRIORITY}がありません。priority の行を消してください。`
      : `この${kinds.join()}の事業はありません。`;
}

const RULES: readonly MeetingRule[] = [
  dateIsRight,
  paperNumbers,
  paperNumbersAreUnique,
  selectedNamesAreUnique,
  selectionsLeaveSomething,
  ...MEETING_DOUBLES,
  ...MEETING_CROWDS,
];

/** Everything wrong with a meeting; its date is compared with the file's name where there is a file. */
export function checkMeeting(
  meeting: MeetingFile,
  edition: Edition,
  fileName: string | undefined,
): Finding[] {
  return applyRules(RULES, meeting, { edition, fileName });
}

/** What a paper asks of the edition; keys that are not there ask for everything. */
export function selectionOf({ goals, measures, programs, departments, priority }: PaperFile): Selection {
  return {
    goals: goals ?? [],
    measures: measures ?? [],
    programs: programs ?? [],
    departments: departments ?? [],
    priority,
  };
}
