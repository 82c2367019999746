/** Rules against what would be printed twice, for each kind of content file. */
import { type Finding, type Path, shorten } from '../yaml/index.ts';
import { doubled, doubledNumber, listMark, ownNumber, unwrapped, withinBrackets } from './doubled.ts';
import type { MeetingFile } from './meeting-schema.ts';
import { finding, type Rule } from './rule.ts';
import type { EditionFile, MeasureFile } from './schemas.ts';

type MeasureContext = { readonly edition: EditionFile };
type Program = MeasureFile['programs'][number];

/** Of a word such as 目標 or 基本施策. */
const LONGEST_NOUN = 20;

/** The words before the number in a label: 目標 in `目標{number}　{title}`. */
function nounOf(label: string): string[] {
  const noun = label.split('{number}')[0]?.trim() ?? '';
  return noun === '' || noun.length > LONGEST_NOUN ? [] : [noun];
}

const measureTitle: Rule<MeasureFile, MeasureContext> = function* ({ measure, title }, { edition }) {
  const number = ownNumber(title, measure, [...nounOf(edition.labels.measure), '施策']) ?? listMark(title);
  yield* doubledNumber(['title'], title, number);
};

const programNames: Rule<MeasureFile, MeasureContext> = function* ({ programs }, { edition }) {
  for (const [index, program] of programs.entries()) {
    const { number, name } = program;
    const path = ['programs', index, 'name'];
    const mark = listMark(name) ?? ownNumber(name, String(number), ['事業', '番号', 'No.', 'No', '№']);
    if (mark !== undefined) yield* doubledNumber(path, name, mark);
    else yield* partsInName(path, name);
    yield* wordsInName(path, program, edition);
  }
};

/** `相談事業 ①電話相談 ②面接相談`: what `parts` is for. */
function* partsInName(path: Path, name: string): Iterable<Finding> {
  const [before = '', ...parts] = name.split(/[①-⑳]/u);
  if (parts.length < 2 || !name.includes('①') || !name.includes('②')) return;
  const names = parts.map((part) => shorten(part.trim())).join(', ');
  const hints = [`「name: ${shorten(before.trim())}」「parts: [${names}]」と分けて書いてください。`];
  const place = { where: { character: name.slice(before.length) }, severity: 'warning', hints } as const;
  yield finding(path, 'parts-in-name', { parts: shorten(name.slice(before.length)) }, place);
}

/** The priority's mark and the departments are printed below the name. */
function* wordsInName(path: Path, { name, departments, priority }: Program, { labels }: EditionFile) {
  const [tail = ''] = /[（(［[【〔〈＜<《][^（(［[【〔〈＜<《]*[）)］\]】〕〉＞>》]$/u.exec(name) ?? [];
  if (tail === '' || tail.length === name.length) return;
  const words = unwrapped(tail);
  const isPriority = priority && words === unwrapped(labels.priority);
  const isDepartment = words.split(/[・、,，\s\u3000]+/u).every((word) => departments.includes(word));
  if (isPriority || isDepartment)
    yield doubled(path, 'doubled-words', tail, name.slice(0, -tail.length).trim());
}

const units: Rule<MeasureFile, unknown> = function* ({ programs }) {
  for (const [p, { activities }] of programs.entries()) {
    for (const [a, { indicators }] of activities.entries()) {
      for (const [i, { name, unit }] of indicators.entries()) {
        if (unit === undefined) continue;
        const path = ['programs', p, 'activities', a, 'indicators', i];
        const meant = unwrapped(unwrapped(unit).replace(/^単位[\s\u3000]*[:：]?[\s\u3000]*(?=.)/u, ''));
        if (meant !== unit.trim()) yield doubled([...path, 'unit'], 'doubled-brackets', unit, meant);
        const tail = ['（', '('].map((open) => `${open}${meant}${open === '(' ? ')' : '）'}`);
        const typed = tail.find((one) => meant !== '' && name.endsWith(one) && name.length > one.length);
        if (typed === undefined) continue;
        yield doubled([...path, 'name'], 'doubled-words', typed, name.slice(0, -typed.length).trim());
      }
    }
  }
};

/** The headings of a list of opinions: 【意見1　委員】, 【市の考え方1】. */
const opinionHeadings: Rule<MeasureFile, MeasureContext> = function* ({ programs }, { edition: { labels } }) {
  for (const [index, { opinion }] of programs.entries()) {
    if (typeof opinion === 'string') continue;
    for (const [at, { text, reply = '' }] of opinion.entries()) {
      const path = ['programs', index, 'opinion', at];
      yield* headingIn([...path, 'text'], text, ['意見', labels.opinion_text]);
      yield* headingIn([...path, 'reply'], reply, ['市の考え方', '回答', labels.reply]);
    }
  }
};

/** `【意見1】`, `意見１：`; `意見を聞く` is none. */
function* headingIn(path: Path, text: string, words: readonly string[]): Iterable<Finding> {
  const word = words.find((one) => {
    const start = text.replace(/^[\s\u3000]*[【[［〔(（]?[\s\u3000]*/u, '');
    return one !== '' && start.startsWith(one);
  });
  if (word === undefined) return;
  const rest = text.slice(text.indexOf(word) + word.length);
  const isInBrackets = /^[\s\u3000]*[【[［〔(（]/u.test(text);
  const end = isInBrackets
    ? /^[\s\u3000]*[0-9０-９①-⑳]{0,2}(?:[\s\u3000][^】\]］〕)）\n]*)?[】\]］〕)）][\s\u3000:：]*/u
    : /^[\s\u3000]*(?:[0-9０-９]{1,2}|[①-⑳])?[:：][\s\u3000]*|^[\s\u3000]*(?:[0-9０-９]{1,2}[.．、\s\u3000]|[①-⑳])[\s\u3000]*/u;
  const [tail] = end.exec(rest) ?? [];
  if (tail === undefined) return;
  const heading = text.slice(0, text.indexOf(word) + word.length + tail.length);
  yield doubled(path, 'doubled-words', heading.trim(), text.slice(heading.length).trim());
}

export const MEASURE_DOUBLES = [measureTitle, programNames, units, opinionHeadings];

const goalTitles: Rule<EditionFile, unknown> = function* ({ goals, labels }) {
  for (const [index, { number, title }] of goals.entries()) {
    const mark =
      ownNumber(title, number, [...nounOf(labels.goal), '基本目標', '重点目標', '目標']) ?? listMark(title);
    yield* doubledNumber(['goals', index, 'title'], title, mark);
  }
};

/** Texts of edition.yaml that are printed in brackets. */
const bracketed: Rule<EditionFile, unknown> = function* ({ plan, departments, labels }) {
  const texts: [Path, string][] = [
    [['plan', 'subtitle'], plan.subtitle],
    [['labels', 'opinion_text'], labels.opinion_text],
    [['labels', 'reply'], labels.reply],
    ...departments.map((name, index): [Path, string] => [['departments', index], name]),
  ];
  for (const [path, text] of texts) {
    const meant = withinBrackets(text);
    if (meant !== undefined) yield doubled(path, 'doubled-brackets', text, meant);
  }
};

export const EDITION_DOUBLES = [goalTitles, bracketed];

const agendaItems: Rule<MeetingFile, unknown> = function* ({ items }) {
  for (const [index, item] of items.entries()) {
    const mark = listMark(item) ?? ownNumber(item, String(index + 1), ['議題', '議事']);
    yield* doubledNumber(['items', index], item, mark);
  }
};

const paperTitles: Rule<MeetingFile, unknown> = function* ({ papers, draft }) {
  for (const [index, paper] of papers.entries()) {
    const { number, title } = paper;
    const path = ['papers', index, 'title'];
    const [mark] =
      /^[\s\u3000]*[（(【［[]?(?:参考)?資料[\s\u3000]*[0-9０-９]+(?:[-－‐][0-9０-９]+)?[）)】］\]]?[\s\u3000:：.．]*/u.exec(
        title,
      ) ?? [];
    const isOwn = mark !== undefined && mark.normalize('NFKC').replaceAll(/[\s()[\]【】:.]/g, '') === number;
    if (isOwn) yield doubled(path, 'doubled-number', mark, title.slice(mark.length));
    const [sign] = /[（(【［[]案[）)】］\]]$/u.exec(title) ?? [];
    if ((paper.draft ?? draft) && sign !== undefined)
      yield doubled(path, 'doubled-words', sign, title.slice(0, -sign.length).trim());
  }
};

const meetingNumber: Rule<MeetingFile, unknown> = function* ({ meeting, number }) {
  if (number === undefined || !meeting.includes(number) || meeting === number) return;
  yield doubled(['meeting'], 'doubled-words', number, meeting.replace(number, '').trim());
};

export const MEETING_DOUBLES = [agendaItems, paperTitles, meetingNumber];
