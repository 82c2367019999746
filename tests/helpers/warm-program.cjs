/**
 * The compiled program kept warm: takes one command line after the other from its parent, each with a folder to run in,
 * and answers with exit code and output. What it costs to start the program is paid once.
 */
const { dirname } = require('node:path');

const [tool] = process.argv.slice(2);
const home = dirname(tool);
const { main } = require(`${tool}/bundle.cjs`);

// Every run listens to them.
process.stdout.setMaxListeners(0);
process.stderr.setMaxListeners(0);

process.on('message', async ({ args, cwd }) => {
  const answer = { code: null, signal: null, stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    process[name].write = (text) => {
      answer[name] += text;
      return true;
    };
  }
  process.chdir(cwd);
  answer.code = await main(args, home, tool);
  // A folder that somebody is in cannot be removed on Windows.
  process.chdir(home);
  process.send(answer);
});
process.on('disconnect', () => process.exit());
