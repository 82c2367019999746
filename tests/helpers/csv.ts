/** Reads CSV as RFC 4180 says, and nothing more forgiving. */

/** Rows of cells. Throws where the text is no such CSV, or has no byte order mark. */
export function readCsv(text: string): string[][] {
  if (!text.startsWith('\ufeff')) throw new Error('no byte order mark');
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/uy;
  const rows: string[][] = [[]];
  cell.lastIndex = 1;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (!match) throw new Error(`no CSV: ${JSON.stringify(text.slice(at, at + 20))}`);
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') rows.push([]);
  }
  if (rows.pop()?.length !== 0) throw new Error('no line end at the end');
  return rows;
}
