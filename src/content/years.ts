/** Fiscal years as clerks write them: H30, R1, R2 … */

const ERAS: Readonly<Record<string, { readonly before: number; readonly last: number }>> = {
  S: { before: 1925, last: 63 },
  H: { before: 1988, last: 30 },
  R: { before: 2018, last: 99 },
};

/** The western year, or undefined for what is no fiscal year (H31 was R1 by the time it was reported on). */
export function westernYear(name: string): number | undefined {
  const [, letter = '', digits = ''] = /^([SHR])([1-9]\d?)$/.exec(name) ?? [];
  const era = ERAS[letter];
  const year = Number(digits);
  return era && year <= era.last ? era.before + year : undefined;
}

/** Orders by era, H30 < R1 < R10. */
export function compareYears(a: string, b: string): number {
  return (westernYear(a) ?? 0) - (westernYear(b) ?? 0);
}

const ERA_NAMES: Readonly<Record<string, string>> = { 昭和: 'S', 平成: 'H', 令和: 'R' };

/** The year meant by another spelling: `Ｒ６`, `r6`, `R06`, `令和6年度`, `H31`, `2024`. */
export function yearMeant(typed: string): string | undefined {
  const folded = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/\s|\.|年度?$/g, '')
    .replace('元', '1');
  const [, era = '', digits = ''] = /^(昭和|平成|令和|[SHR])0*(\d{1,2})$/.exec(folded) ?? [];
  const letter = ERA_NAMES[era] ?? era;
  const western = /^20\d\d$/.test(folded)
    ? Number(folded)
    : (ERAS[letter]?.before ?? Number.NaN) + Number(digits);
  return [`R${western - 2018}`, `H${western - 1988}`, `S${western - 1925}`].find(
    (name) => westernYear(name) === western,
  );
}

/** Whether a year follows another; R1 may be left out between H30 and R2. */
export function follows(year: string, before: string): boolean {
  const gap = compareYears(year, before);
  return gap === 1 || (before === 'H30' && year === 'R2');
}
