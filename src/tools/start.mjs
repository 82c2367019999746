/** `npm start`: installs what is missing, compiles, and makes the booklet of the newest edition. */
import { prepare, root, runNode } from './prepare.mjs';

prepare();
runNode(`${root}src/tools/compile.mjs`);
runNode(`${root}dist/hyokahyo.js`, ['build', ...process.argv.slice(2)]);
