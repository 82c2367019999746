/** Where two files begin to differ, in words. */

const TEXT = /\.(csv|json|txt|yaml|hbs)$/;

/**
 * `12 行目から違います…` for texts, `1234 バイト目から…` for others.
 *
 * @param what what the file that was sealed is compared with
 */
export function differenceHint(
  file: string,
  sealed: Uint8Array,
  other: Uint8Array,
  what = '作り直したもの',
): string {
  const at = firstDifference(sealed, other);
  const line = sealed.subarray(0, at).reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 1);
  const place = TEXT.test(file) ? `${line} 行目` : `${at + 1} バイト目`;
  return `${place}から違います（保存されたもの ${sealed.length} バイト、${what} ${other.length} バイト）。`;
}

function firstDifference(a: Uint8Array, b: Uint8Array): number {
  const at = a.findIndex((byte, index) => byte !== b[index]);
  return at < 0 ? a.length : at;
}
