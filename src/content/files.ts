/** The files of an edition's folder: which are read, which must not lie there, and why one cannot be read. */
import type * as z from 'zod';
import { type Diagnostic, diagnose, type Result } from '../ground/diagnostic.ts';
import { isFailure, type ReadFailure, type World } from '../ground/world.ts';
import { MAX_YAML_BYTES, readYaml, tooLarge, type YamlDocument } from '../yaml/index.ts';

/** A place on the disk and the name that diagnostics show for it. */
export type Place = { readonly path: string; readonly shown: string };

/** A place inside a folder. */
export function inside({ path, shown }: Place, name: string): Place {
  return { path: `${path}/${name}`, shown: `${shown}/${name}` };
}

/** Reads one YAML file, which is to be as a schema says. */
export function readDocument(world: World, { path, shown }: Place, schema: z.ZodType): Result<YamlDocument> {
  const bytes = world.read(path, MAX_YAML_BYTES);
  return isFailure(bytes)
    ? { diagnostics: [unreadable(bytes, shown, 'file')] }
    : readYaml(shown, bytes, schema);
}

/** Why a file or folder cannot be read, in words. */
export function unreadable(
  { failure, size = 0, limit }: ReadFailure,
  shown: string,
  kind: 'file' | 'folder',
): Diagnostic {
  switch (failure) {
    case 'missing':
      return kind === 'file'
        ? diagnose('file-missing', { file: shown })
        : diagnose('folder-missing', { folder: shown });
    case 'not-a-file':
      return diagnose(
        'not-a-file',
        { file: shown },
        { hints: ['フォルダーの名前を変えるか、外へ移してください。'] },
      );
    case 'not-a-folder':
      return diagnose('not-a-folder', { folder: shown });
    case 'broken-link':
      return diagnose(
        'broken-link',
        { file: shown },
        { hints: ['リンクの代わりに、元のファイルを置いてください。'] },
      );
    case 'denied':
      return diagnose(
        'file-denied',
        { file: shown },
        { hints: ['ファイルの持ち主か、情報の担当に頼んでください。'] },
      );
    case 'too-large':
      return tooLarge(shown, size, limit);
    case 'unreadable':
      return diagnose('file-unreadable', { file: shown });
  }
}
