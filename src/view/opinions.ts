/** 会議意見 → the narratives that print it, one below the other. */
import type { Labels, Opinion, Program } from '../content/edition.ts';
import { type Origin, originOf } from '../content/edition.ts';
import { narrative } from './narrative.ts';
import type { Narrative } from './types.ts';

type OriginIn = (...path: (string | number)[]) => Origin;

/** Whether there is nothing to print: none said, or the council has not met yet. */
export function isWithoutOpinion(opinion: Program['opinion']): boolean {
  return typeof opinion === 'string' ? isBlank(opinion) : opinion.length === 0;
}

/**
 * One text prints as typed. Of a list, each opinion and each reply stands below a heading, with numbers from two
 * opinions on, and with half a line between opinions. Every text is a narrative of its own, since each was typed
 * somewhere else.
 *
 * @param labels the words of the headings
 * @param origin of what stands below the opinion
 */
export function opinionNarratives(
  opinion: Program['opinion'],
  labels: Labels,
  origin: OriginIn,
): readonly Narrative[] {
  if (typeof opinion === 'string') return [narrative(opinion, origin())];
  return opinion.flatMap((one, index) => {
    const number = opinion.length > 1 ? String(index + 1) : '';
    return [
      ...said(one, labels, number, index > 0, (...path) => origin(index, ...path)),
      ...replied(one, labels, number, origin(index, 'reply')),
    ];
  });
}

function said(
  { by, text }: Opinion,
  { opinion_text }: Labels,
  number: string,
  apart: boolean,
  origin: OriginIn,
): Narrative[] {
  const words = by === undefined ? opinion_text + number : `${opinion_text}${number}　${by}`;
  const typed = by === undefined ? labelOrigin('opinion_text') : origin('by');
  return [heading(words, typed, apart), narrative(text, origin('text'))];
}

function replied({ reply = '' }: Opinion, labels: Labels, number: string, origin: Origin): Narrative[] {
  if (isBlank(reply)) return [];
  return [heading(labels.reply + number, labelOrigin('reply'), false), narrative(reply, origin)];
}

function heading(words: string, origin: Origin, apart: boolean): Narrative {
  const spans = [{ text: `【${words}】`, bold: true }];
  return { paragraphs: [...(apart ? [{ kind: 'space' } as const] : []), { kind: 'heading', spans }], origin };
}

function labelOrigin(label: keyof Labels): Origin {
  return originOf('edition.yaml', 'labels', label);
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
