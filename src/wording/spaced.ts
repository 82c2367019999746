/** Words that end in a letter or a figure of half width keep a space before what follows. */
export function spaced(words: string): string {
  return /[0-9A-Za-z]$/.test(words) ? `${words} ` : words;
}
