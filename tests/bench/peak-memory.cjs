/** Preloaded into the Node peers: writes the process's peak memory (KiB) into the file `BENCH_MEMORY` names. */
const { readFileSync, writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.BENCH_MEMORY, String(peak())));

/** On Linux `maxRSS` begins with that of the process that started this one; the kernel's own mark does not. */
function peak() {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return process.resourceUsage().maxRSS;
  }
}
