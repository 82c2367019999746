import { describe, expect, test } from 'vitest';
import {
  findMeeting,
  loadEdition,
  loadMeeting,
  meetingNames,
  meetingOf,
  originOf,
  type PaperRequest,
  type Selection,
} from '../../src/content/index.ts';
import type { ReadFailure } from '../../src/ground/world.ts';
import { baseFiles, type Files, summary, worldOf } from './memory.ts';

const FOLDER = 'content/R6';
const FILE = `${FOLDER}/agendas/2026-11-22.yaml`;
const MEETING = `format: 1
date: 令和8年11月22日（日）
meeting: 小金井市子ども・子育て会議
number: 第3回
time: 午前10時から
place: 801会議室
items: [開会, 評価について]
papers:
  - number: 資料3
    title: 保育課の事業
    departments: [保育課]
  - number: 資料1-2
    title: すべて
  - number: 参考資料1
    title: 重点事業
    goals: ["1"]
    measures: [1-1]
    programs: [1-1#1, 1-1#3]
    priority: true
    draft: true
    form: true
`;
const NOTHING: Selection = { goals: [], measures: [], programs: [], departments: [], priority: false };

const base = loadEdition(worldOf(baseFiles()), FOLDER).value;
if (!base) throw new Error('The base edition is wrong');
const edition = base;

function load(text: string, path = FILE, files: Files = { [path]: text }) {
  const { value, diagnostics } = loadMeeting(worldOf(files), FOLDER, edition, path);
  return { ...value, diagnostics, codes: diagnostics.map(summary) };
}

describe('loadMeeting', () => {
  test('gives what was typed', () => {
    const { meeting, diagnostics } = load(MEETING);
    expect(diagnostics).toEqual([]);
    expect(meeting).toEqual({
      file: 'agendas/2026-11-22.yaml',
      date: '2026-11-22',
      dateText: '令和8年11月22日（日）',
      name: '小金井市子ども・子育て会議',
      number: '第3回',
      time: '午前10時から',
      place: '801会議室',
      items: ['開会', '評価について'],
      draft: false,
      mark: '',
      papers: [
        {
          number: '資料3',
          title: '保育課の事業',
          draft: false,
          form: false,
          mark: '',
          selection: { ...NOTHING, departments: ['保育課'] },
          index: 0,
        },
        {
          number: '資料1-2',
          title: 'すべて',
          draft: false,
          form: false,
          mark: '',
          selection: NOTHING,
          index: 1,
        },
        {
          number: '参考資料1',
          title: '重点事業',
          draft: true,
          form: true,
          mark: '',
          selection: {
            goals: ['1'],
            measures: ['1-1'],
            programs: ['1-1#1', '1-1#3'],
            departments: [],
            priority: true,
          },
          index: 2,
        },
      ],
    });
  });

  test('needs no more than date, meeting and a paper', () => {
    const { meeting, diagnostics } = load(
      'format: 1\ndate: 2026-11-22\nmeeting: 会議\npapers: [{ number: 資料1, title: 題 }]\n',
    );
    expect(diagnostics).toEqual([]);
    expect(meeting).toMatchObject({ dateText: '令和8年11月22日（日）', items: [], draft: false });
    expect([meeting?.number, meeting?.time, meeting?.place]).toEqual([undefined, undefined, undefined]);
  });

  test('a draft meeting makes drafts of all papers that do not say otherwise', () => {
    const text = MEETING.replace('items:', 'draft: true\nitems:').replace(
      'title: すべて',
      'title: x\n    draft: false',
    );
    const { meeting } = load(text);
    expect([meeting?.draft, ...(meeting?.papers.map(({ draft }) => draft) ?? [])]).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  test.each([
    ['資料３', '「資料3」'],
    ['資料 3', '「資料3」'],
    ['（資料１－２）', '「資料1-2」'],
    ['資料1の2', '「資料1-2」'],
    ['資料1ー2', '「資料1-2」'],
    ['資料No.3', '「資料3」'],
    ['資料③', '「資料3」'],
    ['参考1', '「参考資料1」'],
    ['資料03', '「資料3」'],
    ['No3', '「資料3」'],
    ['資料三', '「資料3」「資料1-2」「参考資料1」のように'],
    ['資料', '「資料3」「資料1-2」「参考資料1」のように'],
    ['資料1-2-3', '「資料3」「資料1-2」「参考資料1」のように'],
    ['資料1234', '「資料3」「資料1-2」「参考資料1」のように'],
    ['当日配布資料3', '「資料3」「資料1-2」「参考資料1」のように'],
  ])('the number %s is told what to type', (number, hint) => {
    const { diagnostics, codes } = load(MEETING.replace('資料3', `"${number}"`));
    expect(codes).toEqual([`paper-number ${FILE}:9:13`]);
    expect(diagnostics[0]?.hints.join()).toContain(hint);
  });

  test('a number used twice points at the first', () => {
    const { diagnostics, codes } = load(MEETING.replace('資料1-2', '資料3'));
    expect(codes).toEqual([`duplicate-name ${FILE}:12:13`]);
    expect(diagnostics[0]?.hints).toHaveLength(1);
    expect(diagnostics[0]?.related?.map(({ span }) => span.start)).toEqual([{ line: 9, column: 13 }]);
  });

  test('unknown names are told what exists, and what was meant', () => {
    const { diagnostics, codes } = load(MEETING.replace('[保育課]', '[保育科]').replace('1-1#3', '1-1#2'));
    expect(codes).toEqual([`unknown-selection ${FILE}:11:19`, `unknown-selection ${FILE}:18:23`]);
    expect(diagnostics[0]?.hints).toContain('「保育課」ではありませんか。');
    expect(diagnostics[1]?.hints.join()).toContain('「1-1#1」「1-1#3」「2-1#1」');
  });

  test('a selection that leaves nothing is told that its keys hold together', () => {
    const { diagnostics, codes } = load(MEETING.replace('measures: [1-1]', 'measures: [2-1]'));
    expect(codes).toEqual([`empty-selection ${FILE}:14:13`]);
    expect(diagnostics[0]?.hints).toEqual([
      '目標、施策、事業、重点事業のすべてに合う事業だけが載ります。条件を減らすか、資料を分けてください。',
    ]);
  });

  test('an edition without what comes first has none to select', () => {
    const edition = loadEdition(worldOf(baseFiles((text) => text.replaceAll('true', 'false'))), FOLDER);
    if (!edition.value) throw new Error('The edition is wrong');
    const text = MEETING.slice(0, MEETING.indexOf('  - number: 資料1-2')).replace(
      'departments: [保育課]',
      'priority: true',
    );
    const loaded = loadMeeting(worldOf({ [FILE]: text }), FOLDER, edition.value, FILE);
    expect(loaded.diagnostics.map(summary)).toEqual([`empty-selection ${FILE}:9:13`]);
    expect(loaded.diagnostics[0]?.hints).toHaveLength(1);
  });

  test('a file that was copied keeps neither its name nor its date', () => {
    const { diagnostics, codes } = load(MEETING, `${FOLDER}/agendas/2026-12-20.yaml`);
    expect(codes).toEqual([`meeting-file ${FOLDER}/agendas/2026-12-20.yaml:2:7`]);
    expect(diagnostics[0]?.hints.join()).toContain('「2026-11-22.yaml」');
  });

  test('a file elsewhere keeps its path', () => {
    expect(load(MEETING, 'elsewhere/2026-11-22.yaml').meeting?.file).toBe('elsewhere/2026-11-22.yaml');
    expect(load(MEETING, 'C:\\agendas\\2026-11-22.yaml').meeting?.file).toBe('C:/agendas/2026-11-22.yaml');
    expect(load(MEETING, 'elsewhere/meeting.yaml').codes).toEqual([
      'meeting-file elsewhere/meeting.yaml:2:7',
    ]);
  });

  test('a missing file reminds of those that are there', () => {
    const { diagnostics, codes } = load(MEETING, `${FOLDER}/agendas/2026-11-23.yaml`, { [FILE]: MEETING });
    expect(codes).toEqual(['unknown-meeting']);
    expect(diagnostics[0]?.message).toContain(`${FOLDER}/agendas/2026-11-23.yaml`);
    expect(diagnostics[0]?.hints.join()).toContain('「2026-11-22.yaml」');
  });

  test.each<[ReadFailure['failure'], string]>([
    ['denied', 'file-denied'],
    ['not-a-file', 'not-a-file'],
    ['too-large', 'file-too-large'],
  ])('a file that is %s', (failure, code) => {
    expect(load('', FILE, { [FILE]: { failure } }).codes).toEqual([code]);
  });

  test('locates the texts of the meeting and of its edition', () => {
    const { meeting, locate } = load(MEETING);
    const title = originOf(meeting?.file ?? '', 'papers', 1, 'title');
    expect(locate?.(title)).toMatchObject({ file: FILE, start: { line: 13, column: 12 } });
    expect(locate?.(title, 'て')?.start).toEqual({ line: 13, column: 14 });
    expect(locate?.(originOf(meeting?.file ?? ''))?.file).toBe(FILE);
    expect(locate?.(originOf('edition.yaml', 'city'))?.file).toBe(`${FOLDER}/edition.yaml`);
  });
});

describe('meetingOf', () => {
  const request: PaperRequest = { number: '資料3', date: '2026-11-22', selection: NOTHING };
  const make = (more: Partial<PaperRequest>) => meetingOf(edition, { ...request, ...more });
  const codes = (more: Partial<PaperRequest>) => make(more).diagnostics.map(summary);

  test('is a meeting of one paper, called as the table', () => {
    const { value, diagnostics } = make({ selection: { ...NOTHING, goals: ['1', '1'] } });
    expect(diagnostics).toEqual([]);
    expect(value?.meeting).toEqual({
      file: '',
      date: '2026-11-22',
      dateText: '令和8年11月22日（日）',
      name: '',
      items: [],
      draft: false,
      mark: '',
      papers: [
        {
          number: '資料3',
          title: '評価表3',
          draft: false,
          form: false,
          mark: '',
          selection: { ...NOTHING, goals: ['1'] },
          index: 0,
        },
      ],
    });
  });

  test('takes what else is told', () => {
    const { value } = make({ title: '題', draft: true });
    expect(value?.meeting).toMatchObject({ draft: true });
    expect(value?.meeting.papers[0]).toMatchObject({ title: '題', draft: true });
  });

  test('is checked like a file, without places', () => {
    expect(codes({ number: '資料３', date: '令和8年11月22日（土）' })).toEqual([
      'wrong-weekday',
      'paper-number',
    ]);
    expect(codes({ selection: { ...NOTHING, programs: ['1-1#9'] } })).toEqual(['unknown-selection']);
    expect(codes({ selection: { ...NOTHING, goals: ['2'], departments: ['保育課'] } })).toEqual([
      'empty-selection',
    ]);
  });

  test('a text that cannot be printed is named', () => {
    const [diagnostic] = make({ title: '題\u200b名' }).diagnostics;
    expect(diagnostic?.code).toBe('invisible-character');
    expect(diagnostic?.hints.at(-1)).toContain('題\u200b名');
    expect(codes({ title: ' 会議' })).toEqual(['outer-space']);
  });

  test('only the texts of the edition have a place', () => {
    const { value } = make({});
    expect(value?.locate(originOf('', 'papers', 0, 'title'))).toBeUndefined();
    expect(value?.locate(originOf('edition.yaml', 'city'))?.file).toBe(`${FOLDER}/edition.yaml`);
  });
});

describe('findMeeting', () => {
  const world = worldOf({
    [FILE]: '',
    [`${FOLDER}/agendas/2026-02-03.yaml`]: '',
    [`${FOLDER}/agendas/memo.txt`]: '',
  });

  test.each(['2026-11-22', '2026-11-22.yaml', FILE])('%s', (operand) => {
    expect(findMeeting(world, FOLDER, operand)).toEqual({ value: FILE, diagnostics: [] });
  });

  test('a path is taken as it is', () => {
    expect(findMeeting(world, FOLDER, '../x/2026-11-22.yaml').value).toBe('../x/2026-11-22.yaml');
    expect(findMeeting(world, FOLDER, '.\\2026-11-22.yaml').value).toBe('.\\2026-11-22.yaml');
  });

  test.each(['2026-11-23', '2026-11-2', '令和8年11月22日（日）', 'memo.txt', ''])('%j is none', (operand) => {
    const { value, diagnostics } = findMeeting(world, FOLDER, operand);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-meeting']);
    expect(diagnostics[0]?.hints.join()).toContain('「2026-02-03.yaml」「2026-11-22.yaml」');
  });

  test('where there are none, it says how to make one', () => {
    const { diagnostics } = findMeeting(worldOf({}), FOLDER, '2026-11-22');
    expect(diagnostics[0]?.hints.join()).toContain(`${FOLDER}/agendas`);
  });

  test('an edition’s meetings, the oldest first', () => {
    expect(meetingNames(world, FOLDER)).toEqual(['2026-02-03.yaml', '2026-11-22.yaml']);
    expect(meetingNames(worldOf({}), FOLDER)).toEqual([]);
  });
});
