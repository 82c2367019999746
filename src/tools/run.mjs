/** Runs a tool of `node_modules` by its name, the same way on every system. */
import { prepare, root, runNode } from './prepare.mjs';

const TOOLS = { biome: '@biomejs/biome/bin/biome', vitest: 'vitest/vitest.mjs', tsc: 'typescript/bin/tsc' };

prepare();
const [name, ...args] = process.argv.slice(2);
runNode(`${root}node_modules/${TOOLS[name]}`, args);
