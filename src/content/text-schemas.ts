/** The kinds of text that content files hold, for their schemas. */
import * as z from 'zod';

/** A text of one line, as `texts.ts` checks. */
export const line = (description: string) => z.string().min(1).meta({ description });

/** A text of one line that may be left empty. */
export const maybeLine = (description: string) => z.string().meta({ description });

/** Text of any length. The line end that YAML's `|` leaves after the last line is no part of it. */
export const paragraphs = (description: string, text = z.string()) =>
  text.transform((typed) => typed.replace(/\n$/, '')).meta({ description });
