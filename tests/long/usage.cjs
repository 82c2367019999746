/** Preloaded into a run of the program: writes what it took into the file that `HYOKAHYO_USAGE` names. */
const { readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => {
  const megabytes = Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
  const seconds = process.cpuUsage().user / 1e6;
  writeFileSync(process.env.HYOKAHYO_USAGE, JSON.stringify({ megabytes, seconds }));
});
