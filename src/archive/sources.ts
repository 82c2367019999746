/** What a bag is made from: an edition's files, its templates, the fonts, and this program itself. */
import { type Edition, meetingNames, unreadable } from '../content/index.ts';
import { type Diagnostic, diagnose, type Result } from '../ground/diagnostic.ts';
import { isFailure, type World } from '../ground/world.ts';
import { readFontManifest } from '../layout/load-faces.ts';
import { largest } from './bounds.ts';
import { below, type Held, heldWorld } from './held.ts';
import MANUALS from './manuals.json' with { type: 'json' };

/** Where the sources lie. In a bag they lie in folders of these names. */
export type Places = {
  /** The folder of the editions. */
  readonly content: string;
  readonly templates: string;
  readonly fonts: string;
  /** The folder of the compiled program. */
  readonly tool: string;
};

/** The places in a bag's `data/`. */
export const PLACES_IN_BAG: Places = {
  content: 'content',
  templates: 'templates',
  fonts: 'fonts',
  tool: 'tool',
};

/** The folder of papers below `data/`: `agenda/2026-11-22`. */
export function papersFolder(meeting: string): string {
  return `agenda/${meeting}`;
}

/** The compiled program, as src/tools/compile.mjs writes it. */
export const TOOL_FILES = {
  start: 'hyokahyo.js',
  bundle: 'bundle.cjs',
  package: 'package.json',
  lock: 'package-lock.json',
  licences: 'LICENSES.txt',
  licence: 'LICENSE',
} as const;

/** Everything in the program's folder: the documents, too, where their links to each other lead somewhere. */
export const TOOL_CONTENTS: readonly string[] = [...Object.values(TOOL_FILES), ...MANUALS];

/**
 * Reads every file that the edition's documents depend on, byte for byte.
 *
 * @param meeting the file of the only meeting wanted, wherever it lies; else all meetings of the edition
 * @returns the files by their paths in a bag's `data/`, or a diagnostic for each that cannot be read
 */
export function gatherSources(
  world: World,
  places: Places,
  edition: Edition,
  meeting?: string,
): Result<Held> {
  const files = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  const fonts = fontFiles(world, places.fonts);
  if (!fonts.value) return { diagnostics: fonts.diagnostics };
  const take = (place: keyof Places, file: string, name: string) => {
    const bytes = world.read(file, largest(name));
    if (!isFailure(bytes)) files.set(name, bytes);
    else if (place === 'tool') diagnostics.push(diagnose('archive-tool', { file }));
    else diagnostics.push(unreadable(bytes, file, 'file'));
  };
  const meetings = meeting === undefined ? meetingsOf(world, places.content, edition) : [];
  const wanted: Readonly<Record<keyof Places, readonly string[]>> = {
    content: [...contentFiles(edition), ...meetings],
    templates: templateFiles(world, places.templates, edition),
    fonts: fonts.value,
    tool: TOOL_CONTENTS,
  };
  for (const place of Object.keys(wanted) as (keyof Places)[]) {
    for (const name of wanted[place])
      take(place, `${places[place]}/${name}`, `${PLACES_IN_BAG[place]}/${name}`);
  }
  if (meeting !== undefined) {
    const name = `${edition.edition}/agendas/${meeting.split(/[\\/]/).at(-1)}`;
    take('content', meeting, `${PLACES_IN_BAG.content}/${name}`);
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: files, diagnostics };
}

/** The sources within a payload: what else lies there is left out. */
export function sourcesIn(payload: Held, edition: Edition): Result<Held> {
  return gatherSources(heldWorld(payload), PLACES_IN_BAG, edition);
}

/** The tool's own files in a payload or among sources. */
export function toolIn(files: Held): Held {
  return below(files, PLACES_IN_BAG.tool);
}

function contentFiles({ edition, measures }: Edition): string[] {
  return ['edition.yaml', ...measures.map(({ file }) => file)].map((file) => `${edition}/${file}`);
}

function meetingsOf(world: World, content: string, { edition }: Edition): string[] {
  return meetingNames(world, `${content}/${edition}`).map((name) => `${edition}/agendas/${name}`);
}

function templateFiles(world: World, templates: string, { table }: Edition): string[] {
  const names = world.list(`${templates}/${table.template}`);
  const used = isFailure(names) ? [] : names.filter((name) => name.endsWith('.hbs'));
  return [...used, 'theme.yaml'].map((name) => `${table.template}/${name}`);
}

/** The manifest, and the faces and licences it names. */
function fontFiles(world: World, folder: string): Result<readonly string[]> {
  const { value, diagnostics } = readFontManifest(world, folder);
  if (!value) return { diagnostics };
  const named = value.manifest.faces.flatMap(({ file, license }) => [file, license]);
  return { value: [...new Set(['manifest.yaml', ...named])], diagnostics: [] };
}
