/** The shape of `agendas/*.yaml`; what the values mean is checked by `meeting-rules.ts`. */
import * as z from 'zod';
import { format } from './schemas.ts';
import { line } from './text-schemas.ts';

const names = (description: string) =>
  z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .meta({ description: `${description}。すべてなら書かない` });

const paper = z.strictObject({
  number: line('資料番号（例: 資料3、資料1-2、参考資料1）。数字は半角'),
  title: line('資料の題'),
  goals: names('印刷する目標の番号。" で囲む（例: ["1", "2"]）'),
  measures: names('印刷する施策の番号（例: [1-1, 1-2]）'),
  programs: names('印刷する事業。施策の番号、#、事業の番号（例: [1-1#2]）'),
  departments: names('印刷する事業の担当課。edition.yaml にある名前'),
  priority: z
    .boolean()
    .default(false)
    .meta({ description: '重点事業だけを印刷するなら true。書かなければ false' }),
  draft: z
    .boolean()
    .optional()
    .meta({ description: 'この資料に「案」を付けるなら true。書かなければ会議の draft と同じ' }),
  form: z
    .boolean()
    .default(false)
    .meta({ description: '委員が意見を書き込むページを付けるなら true。書かなければ false' }),
});

/** The schema of `agendas/*.yaml`. */
export const meetingSchema = z.strictObject({
  format,
  date: line('会議の日（例: 令和8年11月22日（日））。ファイルの名前は 2026-11-22.yaml とする'),
  meeting: line('会議の名前'),
  number: line('会議の回（例: 第3回）').optional(),
  time: line('時間（例: 午前10時から）').optional(),
  place: line('場所').optional(),
  draft: z.boolean().default(false).meta({ description: 'すべてに「案」を付けるなら true' }),
  items: z.array(line('議題')).default([]).meta({ description: '次第。上から順に並ぶ。番号は書かない' }),
  papers: z.array(paper).min(1).meta({ description: '資料。この順に並ぶ' }),
});

export type MeetingFile = z.output<typeof meetingSchema>;
