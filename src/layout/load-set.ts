/** Reads a template set from its folder: the theme and the Handlebars files. */
import { unreadable } from '../content/index.ts';
import { type Diagnostic, diagnose, type Result } from '../ground/diagnostic.ts';
import { isFailure, type ReadFailure, type World } from '../ground/world.ts';
import {
  checkSchema,
  decode,
  didYouMean,
  listed,
  MAX_YAML_BYTES,
  readYaml,
  type YamlDocument,
} from '../yaml/index.ts';
import { tooMany } from './template-bounds.ts';
import type { TemplateFile } from './template-problem.ts';
import { type Theme, themeSchema } from './theme.ts';
import { whyUnread } from './unread.ts';

export type TemplateSet = {
  readonly theme: Theme;
  /** theme.yaml, for the places of later findings. */
  readonly themeDocument: YamlDocument;
  readonly files: readonly TemplateFile[];
};

/** Larger than any template; a file beyond it is not one. */
const MAX_TEMPLATE_BYTES = 1024 * 1024;

/** All templates of a set, which take seconds to compile then. The real ones have 24 KB in 48 files. */
const MAX_SET_BYTES = 256 * 1024;
const MOST_FILES = 500;

/**
 * @param folder the templates' folder, which holds the sets
 * @param name the set's folder
 */
export function loadTemplateSet(world: World, folder: string, name: string): Result<TemplateSet> {
  const path = `${folder}/${name}`;
  const names = world.list(path);
  if (isFailure(names)) return { diagnostics: [whyNoSet(names, world, folder, name)] };
  const theme = loadTheme(world, `${path}/theme.yaml`);
  const files = loadFiles(
    world,
    path,
    names.filter((file) => file.endsWith('.hbs')),
  );
  const diagnostics = [...theme.diagnostics, ...files.diagnostics];
  if (!theme.value || !files.value) return { diagnostics };
  return { value: { ...theme.value, files: files.value }, diagnostics };
}

function whyNoSet(found: ReadFailure, world: World, folder: string, name: string): Diagnostic {
  const path = `${folder}/${name}`;
  if (found.failure !== 'missing') return unreadable(found, path, 'folder');
  const known = setsIn(world, folder);
  const existing = known.length > 0 ? [`使える様式は${listed(known)}です。`] : [];
  return diagnose('template-folder-missing', { path }, { hints: [...didYouMean(name, known), ...existing] });
}

/** The names of the sets: what else may lie beside them has a dot in its name. */
function setsIn(world: World, folder: string): readonly string[] {
  const names = world.list(folder);
  return isFailure(names) ? [] : names.filter((name) => !name.includes('.'));
}

function loadTheme(world: World, path: string): Result<{ theme: Theme; themeDocument: YamlDocument }> {
  const bytes = world.read(path, MAX_YAML_BYTES);
  if (isFailure(bytes)) return { diagnostics: [whyUnread(bytes, path, diagnose('theme-missing', { path }))] };
  const document = readYaml(path, bytes);
  if (!document.value) return { diagnostics: document.diagnostics };
  const theme = checkSchema(document.value, themeSchema);
  if (!theme.value) return { diagnostics: theme.diagnostics };
  return { value: { theme: theme.value, themeDocument: document.value }, diagnostics: theme.diagnostics };
}

function loadFiles(world: World, folder: string, names: readonly string[]): Result<TemplateFile[]> {
  const diagnostics: Diagnostic[] = [];
  const files: TemplateFile[] = [];
  if (names.length > MOST_FILES)
    return { diagnostics: [tooMany(`ファイル（${folder} の .hbs）`, MOST_FILES)] };
  let size = 0;
  for (const name of names) {
    const file = `${folder}/${name}`;
    const bytes = world.read(file, MAX_TEMPLATE_BYTES);
    if (isFailure(bytes)) {
      const missing = diagnose('template-unreadable', { path: file });
      diagnostics.push(whyUnread(bytes, file, missing));
      continue;
    }
    size += bytes.length;
    if (size > MAX_SET_BYTES) {
      return { diagnostics: [tooMany(`文字（${folder} の .hbs の大きさの合計）`, MAX_SET_BYTES)] };
    }
    const text = decode(bytes, file);
    diagnostics.push(...text.diagnostics);
    if (text.value !== undefined) files.push({ name: name.slice(0, -'.hbs'.length), file, text: text.value });
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: files, diagnostics };
}
