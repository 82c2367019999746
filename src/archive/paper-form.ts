/** How a meeting's papers were made, as far as that is no matter of the content. */
import type { Profile } from '../layout/theme.ts';

export type PaperForm = {
  /** Whether every paper has a page to write on. */
  readonly withForm: boolean;
  /** The booklet whose page numbers the papers cite. */
  readonly cited: Profile;
};

/** `print`, `screen with-form` */
export const FORM_WORDS = /^(print|screen)( with-form)?$/;

/** All there are; the first is how papers are made when nobody says otherwise. */
export const PAPER_FORMS: readonly PaperForm[] = [
  { withForm: false, cited: 'print' },
  { withForm: true, cited: 'print' },
  { withForm: false, cited: 'screen' },
  { withForm: true, cited: 'screen' },
];

export function writeForm({ withForm, cited }: PaperForm): string {
  return withForm ? `${cited} with-form` : cited;
}

/** @param words as `writeForm` writes them */
export function readForm(words: string): PaperForm {
  const [, cited, withForm] = FORM_WORDS.exec(words) ?? [];
  return { withForm: withForm !== undefined, cited: cited === 'screen' ? 'screen' : 'print' };
}

/** The flags of `agenda` that make papers so; begins with a space where there are any. */
export function formFlags({ withForm, cited }: PaperForm): string {
  return (withForm ? ' --with-form' : '') + (cited === 'screen' ? ' --profile screen' : '');
}
