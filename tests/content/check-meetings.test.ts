import { expect, test } from 'vitest';
import { checkMeetings } from '../../src/content/index.ts';
import { baseFiles, type Files, summary, worldOf } from './memory.ts';

const AGENDAS = 'content/R6/agendas';

function meeting(date: string, number = '資料1'): string {
  return `format: 1\ndate: ${date}\nmeeting: 会議\npapers: [{ number: ${number}, title: 題 }]\n`;
}

function problems(files: Files): string[] {
  return checkMeetings(worldOf({ ...baseFiles(), ...files }), 'content/R6').map(summary);
}

test('an edition without meetings has nothing to look at', () => {
  expect(problems({})).toEqual([]);
});

test('all meetings are looked at', () => {
  const files = {
    [`${AGENDAS}/2026-11-22.yaml`]: meeting('2026-11-22', '資料'),
    [`${AGENDAS}/2026-11-23.yaml`]: meeting('2026-11-23'),
    [`${AGENDAS}/2026-11-24.yaml`]: meeting('2026-11-23'),
  };
  expect(problems(files)).toEqual([
    `paper-number ${AGENDAS}/2026-11-22.yaml:4:20`,
    `meeting-file ${AGENDAS}/2026-11-24.yaml:2:7`,
  ]);
});

test('files that nobody would read are told, with the name that was meant', () => {
  const files = {
    [`${AGENDAS}/2026-11-22.yaml`]: meeting('2026-11-22'),
    [`${AGENDAS}/2026-11-22 - コピー.yaml`]: meeting('2026-11-22'),
    [`${AGENDAS}/2026-11-24.yml`]: meeting('2026-11-24'),
  };
  expect(problems(files)).toEqual(['stray-file', 'stray-file']);
  const found = checkMeetings(worldOf({ ...baseFiles(), ...files }), 'content/R6');
  expect(found.every(({ severity }) => severity === 'error')).toBe(true);
  expect(found.flatMap(({ hints }) => hints).join()).toContain('「2026-11-24.yaml」');
});
