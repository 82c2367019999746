/** `npm run bench`: compiles, and measures the program against its peers (`--help` tells how). */
import { main } from '../../tests/bench/main.mjs';
import { HELP, readOptions } from '../../tests/bench/options.mjs';
import { prepare, root, runNode } from './prepare.mjs';

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) process.stdout.write(HELP);
  else await measure(options);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function measure(options) {
  prepare();
  // What the compiler says must not mix with the numbers.
  if (!options.asCompiled) runNode(`${root}src/tools/compile.mjs`, [], { stdio: ['ignore', 2, 2] });
  await main(options);
}
