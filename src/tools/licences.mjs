/** Gathers the licence texts of the packages that went into the bundle. */
import { readdirSync, readFileSync } from 'node:fs';
import { root } from './prepare.mjs';

/**
 * @param metafile esbuild's list of inputs
 * @returns {string} one section a package: name, version, licence, text
 * @throws when a package states no licence or one that may not ship
 */
export function licences(metafile) {
  const folders = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) folders.add(match[1]);
  }
  return [...folders].sort().map(section).join('\n');
}

const MAY_SHIP = /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|Unlicense|BlueOak-1\.0\.0)$/;
/** The sentence the MIT licence opens with; some packages bring the text but do not name it. */
const MIT_TEXT = 'Permission is hereby granted, free of charge';

function section(folder) {
  const { name, version, license, author } = JSON.parse(
    readFileSync(`${root}${folder}/package.json`, 'utf8'),
  );
  const file = readdirSync(`${root}${folder}`).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(`${root}${folder}/${file}`, 'utf8').trim() : '';
  const licence = license ?? (text.includes(MIT_TEXT) ? 'MIT' : 'none');
  if (!MAY_SHIP.test(licence))
    throw new Error(`${name}: the licence ${licence} is not among those that may ship`);
  const holder = typeof author === 'string' ? author : (author?.name ?? '');
  return `${name} ${version}\n${licence}${holder ? `, ${holder}` : ''}\n\n${text}\n\n${'-'.repeat(78)}\n`;
}
