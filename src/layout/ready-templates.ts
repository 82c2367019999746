/**
 * The templates that ship, compiled along with the program: reading and compiling them is a tenth of a short run. Here
 * are none; the recipe of the bundle puts them in (src/tools/ready-templates.mjs).
 */

/** A template by its name: its text, and what Handlebars makes of it. */
export type ReadyTemplates = ReadonlyMap<
  string,
  { readonly text: string; readonly specification: TemplateSpecification }
>;

export const readyTemplates: ReadyTemplates = new Map();
