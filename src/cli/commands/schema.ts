/** `hyokahyo schema`: the JSON Schemas that let an editor complete keys and words. */
import { findEdition, jsonSchemas, loadEdition } from '../../content/index.ts';
import { writeWhole } from '../../ground/outputs.ts';
import { themeJsonSchema } from '../../layout/theme.ts';
import { folders, type Outcome, type Output, type Run } from './run.ts';

/** Writes `content/.schema/`: the schemas of the content's files and the theme's. */
export async function schema(run: Run): Promise<Outcome> {
  const { content } = folders(run);
  const found = findEdition(run.world, content, run.operands[0]);
  if (found.value === undefined) return { diagnostics: found.diagnostics, outputs: [] };
  const loaded = loadEdition(run.world, `${content}/${found.value}`);
  if (!loaded.value) return { diagnostics: loaded.diagnostics, outputs: [] };
  const schemas = [...jsonSchemas(loaded.value.edition), { name: 'theme.json', schema: themeJsonSchema() }];
  const outputs: Output[] = [];
  for (const { name, schema } of schemas) {
    const file = `${content}/.schema/${name}`;
    const bytes = Buffer.from(`${JSON.stringify(schema, null, 2)}\n`);
    const trouble = writeWhole(file, bytes);
    if (trouble) return { diagnostics: [trouble], outputs };
    outputs.push({ file, bytes: bytes.length });
  }
  return { diagnostics: [], outputs };
}
