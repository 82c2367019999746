/** Opens the font files a theme names, each checked against the manifest's sha256: spare ones when they are first used. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type Diagnostic, diagnose, type Result, type Span } from '../ground/diagnostic.ts';
import { isFailure, type World } from '../ground/world.ts';
import { FontError, openFace } from '../typeset/index.ts';
import type { Face } from '../typeset/types.ts';
import { checkSchema, MAX_YAML_BYTES, readYaml, type YamlDocument } from '../yaml/index.ts';
import { TemplateProblem } from './template-problem.ts';
import { whyUnread } from './unread.ts';

const faceSchema = z.strictObject({
  name: z.string().min(1).describe('書体の名前（PostScript 名）'),
  file: z
    .string()
    .regex(/^[^/\\]+\.(ttf|otf)$/)
    .describe('書体のファイル'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('ファイルの sha256'),
  version: z.string().describe('版'),
  license: z.string().describe('使用許諾のファイル'),
  source: z.string().describe('出所'),
});

/** fonts/manifest.yaml. */
export const manifestSchema = z.strictObject({ faces: z.array(faceSchema).min(1) });

type Manifest = z.infer<typeof manifestSchema>;

/** The faces to open, by PostScript name. */
export type FaceNames = {
  readonly names: readonly string[];
  /** Those that stand in for others: asked for a glyph, they open, and throw a TemplateProblem where they cannot. */
  readonly spare: ReadonlySet<string>;
};

/**
 * @param folder the fonts' folder
 * @returns the faces by name, or everything wrong with the manifest and the files
 */
export function loadFaces(
  world: World,
  folder: string,
  names: FaceNames,
  unknown: (name: string, known: readonly string[]) => Diagnostic,
): Result<ReadonlyMap<string, Face>> {
  const { value, diagnostics } = readFontManifest(world, folder);
  if (!value) return { diagnostics };
  return openFaces(world, folder, names, value.manifest, value.document, unknown);
}

/** Reads and checks a fonts' folder's manifest.yaml; the files it names are not opened. */
export function readFontManifest(
  world: World,
  folder: string,
): Result<{ readonly manifest: Manifest; readonly document: YamlDocument }> {
  const path = `${folder}/manifest.yaml`;
  const bytes = world.read(path, MAX_YAML_BYTES);
  if (isFailure(bytes)) return { diagnostics: [whyUnread(bytes, path, diagnose('font-missing', { path }))] };
  const { value: document, diagnostics } = readYaml(path, bytes);
  if (!document) return { diagnostics };
  const manifest = checkSchema(document, manifestSchema);
  if (!manifest.value) return { diagnostics: manifest.diagnostics };
  return { value: { manifest: manifest.value, document }, diagnostics: [] };
}

function openFaces(
  world: World,
  folder: string,
  { names, spare }: FaceNames,
  manifest: Manifest,
  document: YamlDocument,
  unknown: (name: string, known: readonly string[]) => Diagnostic,
): Result<ReadonlyMap<string, Face>> {
  const faces = new Map<string, Face>();
  const diagnostics: Diagnostic[] = [];
  const known = manifest.faces.map((face) => face.name);
  for (const name of names) {
    const index = known.indexOf(name);
    const entry = manifest.faces[index];
    if (!entry) {
      diagnostics.push(unknown(name, known));
      continue;
    }
    const locate = () => document.locate(['faces', index, 'file']);
    const open = () => {
      const opened = openOne(world, `${folder}/${entry.file}`, entry, locate);
      return 'code' in opened ? { ...opened, span: locate() } : opened;
    };
    const face = spare.has(name) ? openWhenUsed(name, open) : open();
    if ('code' in face) diagnostics.push(face);
    else faces.set(name, face);
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: faces, diagnostics };
}

/** Most books need no more than the first face of each chain. */
function openWhenUsed(name: string, open: () => Face | Diagnostic): Face {
  let face: Face | undefined;
  const opened = (): Face => {
    if (!face) {
      const result = open();
      if ('code' in result) throw new TemplateProblem(result);
      face = result;
    }
    return face;
  };
  return {
    name,
    get bytes() {
      return opened().bytes;
    },
    glyph: (codePoint, selector) => opened().glyph(codePoint, selector),
  };
}

/** @param locate finds the file's name in the manifest, for faults that show only in glyphs that are used */
function openOne(
  world: World,
  path: string,
  entry: Manifest['faces'][number],
  locate: () => Span,
): Face | Diagnostic {
  const bytes = world.read(path);
  if (isFailure(bytes)) return whyUnread(bytes, path, diagnose('font-missing', { path }));
  if (createHash('sha256').update(bytes).digest('hex') !== entry.sha256) {
    return diagnose('font-changed', { path }, { hints: [COPY_AGAIN] });
  }
  try {
    return openFace(
      entry.name,
      bytes,
      (fault) => new TemplateProblem({ ...whyUnusable(path, fault), span: locate() }),
    );
  } catch (error) {
    if (error instanceof FontError) return whyUnusable(path, error);
    throw error;
  }
}

const COPY_AGAIN = '配布されたものから、書体のファイルをもう一度写してください。';

function whyUnusable(path: string, { fault, table }: FontError): Diagnostic {
  return diagnose('font-unusable', { path, why: WHY[fault](table.trim()) }, { hints: [COPY_AGAIN] });
}

const WHY: Readonly<Record<FontError['fault'], (table: string) => string>> = {
  format: () => 'TrueType か OpenType のファイルではありません。',
  missing: (table) => `ファイルの中に、要る表「${table}」がありません。`,
  damaged: (table) => `ファイルの中の表「${table}」が壊れています。`,
};
