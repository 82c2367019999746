/** Names of one file on different disks: macOS may take a letter and its sound mark apart. */

/** A file's names as disks spell them: as we write it, fully decomposed, and as HFS+ decomposes. */
function spellings(path: string): readonly string[] {
  return [path, path.normalize('NFD'), path.replace(/[^\u2000-\u2fff]+/gu, (part) => part.normalize('NFD'))];
}

/** Finds the files of a list among those on a disk. @returns the name on the disk for each name of the list found */
export function matchNames(
  listed: Iterable<string>,
  onDisk: { has(path: string): boolean },
): ReadonlyMap<string, string> {
  const matches = new Map<string, string>();
  for (const path of listed) {
    const found = spellings(path).find((spelling) => onDisk.has(spelling));
    if (found !== undefined) matches.set(path, found);
  }
  return matches;
}
