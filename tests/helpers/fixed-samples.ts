/** Samples made for one purpose each, where chance would take long. */
import type { Activity, Edition, Indicator, Program } from '../../src/content/edition.ts';
import { edition, measure, program } from './edition.ts';
import { type Sample, USUAL } from './sample.ts';

const LABELS: Partial<Edition['labels']> = {
  result: '結果の説明 及び 次年度に向けての 課題、検討内容',
  opinion: '子ども・子育て会議意見',
};

/** 60 characters without a place that begs for a break. */
const LONG_NAME =
  '子ども家庭総合支援拠点整備推進事業及び地域子育て相談機関運営費補助金交付事業並びに利用者支援専門員養成研修事業実施計画策定等';

const PARAGRAPH =
  '令和6年度は新規相談件数が12,345人と前年度より10.5％増え、相談の約7割（34件）で子どもの声を直に聞き取れた。';

/** Paragraphs with a heading every fourth, up to a number of characters. */
function narrative(characters: number): string {
  const lines: string[] = [];
  for (let count = 0; lines.join('\n').length < characters; count++) {
    lines.push(count % 4 === 0 ? '【課題】' : count % 4 === 3 ? `・${PARAGRAPH}` : PARAGRAPH);
  }
  return [...lines.join('\n')].slice(0, characters).join('').trim();
}

function indicators(count: number): Indicator[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `相談件数その${index + 1}`,
    unit: '件',
    baseline: { figure: '615' },
    years: {
      R5: { plan: '継続', actual: '1091' },
      R6: { plan: '継続', actual: index % 7 === 0 ? null : '4.10' },
    },
  }));
}

function activity(count: number): Activity {
  return {
    description: '児童相談所や民生・児童委員と連携し、関係の改善を要する親子を支える。',
    indicators: indicators(count),
  };
}

/** Programs of one measure, in the theme as it comes or with changes. */
export function sampleOf(
  programs: readonly Partial<Program>[],
  theme: Partial<Sample['theme']> = {},
): Sample {
  const whole = edition([
    measure('1-1', ...programs.map((one, index) => program({ number: index + 1, ...one }))),
  ]);
  return { edition: { ...whole, labels: { ...whole.labels, ...LABELS } }, theme: { ...USUAL, ...theme } };
}

const RARE = '髙橋、宮﨑、𠮷田、葛\u{e0100}飾、葛飾、辻\u{e0100}、辻、森鷗外、補塡、神、〇、々、①㉑㎡';

/** What is tried, by its name. */
export const FIXED: Readonly<Record<string, Sample>> = {
  'a program over three pages': sampleOf([
    { activities: [activity(4)], result: narrative(2000), opinion: narrative(500) },
  ]),
  'forty indicators under one description': sampleOf([{ activities: [activity(40)] }]),
  'a narrative of 6,000 characters': sampleOf([{}, { result: narrative(6000) }, {}]),
  'names of sixty characters': sampleOf([
    {
      name: LONG_NAME,
      parts: [LONG_NAME],
      activities: [{ ...activity(1), indicators: indicators(2).map((one) => ({ ...one, name: LONG_NAME })) }],
    },
  ]),
  'rare kanji and variation sequences': sampleOf([
    { name: RARE, parts: [RARE], result: `【${RARE}】\n${RARE}`, opinion: RARE },
  ]),
  'one program only': sampleOf([{}]),
  'A3 with a quarter em between scripts': sampleOf(
    Array.from({ length: 12 }, () => ({ activities: [activity(3)], result: narrative(600) })),
    { paper: 'A3', latin_gap: 0.25 },
  ),
  'a binding at the top and narrow year columns': sampleOf(
    Array.from({ length: 6 }, () => ({ activities: [activity(2), activity(5)], result: narrative(900) })),
    { binding: { side: 'top', extra: 8 }, columns: { ...USUAL.columns, year: 12 }, max_blank: 0.2 },
  ),
};
