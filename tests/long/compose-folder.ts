/** Composes the real edition or a golden case with the project's own templates and fonts. */
import { fileURLToPath } from 'node:url';
import { type Booklet, compose } from '../../src/pipeline.ts';
import { disk } from '../../src/world.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** The edition's folder of a case: `R6` is the real one. */
export function caseFolder(name: string): string {
  return name === 'R6' ? `${root}/content/R6` : `${root}/tests/golden/${name}/R6`;
}

/** Content → pages; throws with the diagnostics where there is an error. */
export function composeFolder(name: string): Booklet {
  const request = {
    edition: caseFolder(name),
    selection: { goals: [], measures: [], programs: [], departments: [], priority: false },
    templates: `${root}/templates`,
    fonts: `${root}/fonts`,
    progress: () => undefined,
  };
  const { value, diagnostics } = compose(disk, request, 'hyokahyo test');
  if (!value) throw new Error(JSON.stringify(diagnostics, null, 2));
  return value;
}
