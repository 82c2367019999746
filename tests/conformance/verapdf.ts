/** veraPDF on many files in one Java process. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Complaint, Judge } from './complaint.ts';
import { VALIDATOR } from './install.mjs';

/** A file and what it says it conforms to. */
export type Order = { readonly file: string; readonly flavour: Flavour };

export type Flavour = '2a' | '3a' | 'ua1';

const JUDGES: Readonly<Record<Flavour, Judge>> = { '2a': 'PDF/A-2a', '3a': 'PDF/A-3a', ua1: 'PDF/UA-1' };

export type Verdict = {
  readonly rulesPassed: number;
  readonly rulesFailed: number;
  readonly checksPassed: number;
  readonly checksFailed: number;
  readonly complaints: readonly Complaint[];
};

/** A line of the front end's answer; see Validate.java. */
type Answer = {
  readonly compliant: boolean;
  readonly error?: string;
  readonly rulesPassed?: number;
  readonly rulesFailed?: number;
  readonly checksPassed?: number;
  readonly checksFailed?: number;
  readonly failures?: readonly {
    readonly clause: string;
    readonly times: number;
    readonly description: string;
    readonly message?: string;
    readonly where?: string;
  }[];
};

/**
 * @returns a verdict for each order, in the same order
 * @throws where Java itself fails: then nothing is known of any file
 */
export async function validate(orders: readonly Order[]): Promise<Verdict[]> {
  const java = spawn('java', VALIDATOR, { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaints = '';
  java.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    java.on('error', reject);
    java.on('close', resolve);
  });
  java.stdin.end(orders.map(({ flavour, file }) => `${flavour}\t${file}\n`).join(''));
  const verdicts: Verdict[] = [];
  for await (const line of createInterface({ input: java.stdout })) {
    const { flavour } = orders[verdicts.length] as Order;
    verdicts.push(verdictOf(JSON.parse(line) as Answer, JUDGES[flavour]));
  }
  const code = await ended;
  if (code !== 0 || verdicts.length !== orders.length) throw new Error(`veraPDF: ${code}\n${complaints}`);
  return verdicts;
}

function verdictOf(answer: Answer, judge: Judge): Verdict {
  const { rulesPassed = 0, rulesFailed = 0, checksPassed = 0, checksFailed = 0 } = answer;
  const texts = (answer.failures ?? []).map(
    ({ clause, times, description, message = '', where = '' }) =>
      `${clause}: ${description} (×${times}) ${message} at ${where}`,
  );
  if (answer.error !== undefined) texts.push(answer.error);
  // Never a file without fault that does not conform.
  if (!answer.compliant && texts.length === 0) texts.push('does not conform');
  return {
    rulesPassed,
    rulesFailed,
    checksPassed,
    checksFailed,
    complaints: texts.map((text) => ({ judge, text })),
  };
}
