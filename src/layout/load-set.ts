/** Reads a template set from its folder: the theme and the Handlebars files. */
import { type Diagnostic, diagnose, type Result } from '../diagnostic.ts';
import { isFailure, type World } from '../world.ts';
import {
  checkSchema,
  decode,
  didYouMean,
  MAX_YAML_BYTES,
  readYaml,
  type YamlDocument,
} from '../yaml/index.ts';
import type { TemplateFile } from './templates.ts';
import { type Theme, themeSchema } from './theme.ts';

export type TemplateSet = {
  readonly theme: Theme;
  /** theme.yaml, for the places of later findings. */
  readonly themeDocument: YamlDocument;
  readonly files: readonly TemplateFile[];
};

/** Larger than any template; a file beyond it is not one. */
const MAX_TEMPLATE_BYTES = 1024 * 1024;

/**
 * @param folder the templates' folder, which holds the sets
 * @param name the set's folder
 */
export function loadTemplateSet(world: World, folder: string, name: string): Result<TemplateSet> {
  const path = `${folder}/${name}`;
  const names = world.list(path);
  if (isFailure(names)) {
    const sets = world.list(folder);
    const known = isFailure(sets) ? [] : sets.filter((set) => !set.startsWith('.'));
    return {
      diagnostics: [diagnose('template-folder-missing', { path }, { hints: didYouMean(name, known) })],
    };
  }
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

function loadTheme(world: World, path: string): Result<{ theme: Theme; themeDocument: YamlDocument }> {
  const bytes = world.read(path, MAX_YAML_BYTES);
  if (isFailure(bytes)) return { diagnostics: [diagnose('theme-missing', { path })] };
  const document = readYaml(path, bytes);
  if (!document.value) return { diagnostics: document.diagnostics };
  const theme = checkSchema(document.value, themeSchema);
  if (!theme.value) return { diagnostics: theme.diagnostics };
  return { value: { theme: theme.value, themeDocument: document.value }, diagnostics: theme.diagnostics };
}

function loadFiles(world: World, folder: string, names: readonly string[]): Result<TemplateFile[]> {
  const diagnostics: Diagnostic[] = [];
  const files: TemplateFile[] = [];
  for (const name of names) {
    const file = `${folder}/${name}`;
    const bytes = world.read(file, MAX_TEMPLATE_BYTES);
    if (isFailure(bytes)) {
      diagnostics.push(diagnose('template-unreadable', { path: file }));
      continue;
    }
    const text = decode(bytes, file);
    diagnostics.push(...text.diagnostics);
    if (text.value !== undefined) files.push({ name: name.slice(0, -'.hbs'.length), file, text: text.value });
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: files, diagnostics };
}
