/** The bench from its command line to its table. Needs nothing but Node until it starts its scripts. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, release, tmpdir, totalmem, type } from 'node:os';
import { join, resolve } from 'node:path';
import { bench } from './bench.mjs';
import { findPeers } from './peers.mjs';
import { report } from './report.mjs';
import { measureWarmPages } from './warm-page.mjs';

/** @param options as `readOptions` gives them */
export async function main(options) {
  const peers = findPeers(options.peers, tell);
  if (peers.length === 0) throw new Error('there is no peer to measure');
  const folder = makeFolder(options.keep);
  try {
    const results = await bench({ ...options, peers }, folder, tell);
    const warm = await measureWarmPages(
      folder,
      options.loads.map(({ id }) => id),
    );
    process.stdout.write(report({ environment: environment(options, peers), results, warm }, options.format));
  } finally {
    if (!options.keep) rmSync(folder, { recursive: true, force: true });
  }
}

/** Progress goes where it does not disturb `--json`. */
function tell(line) {
  process.stderr.write(`${line}\n`);
}

function makeFolder(keep) {
  if (!keep) return mkdtempSync(join(tmpdir(), 'hyokahyo-bench-'));
  mkdirSync(keep, { recursive: true });
  return resolve(keep);
}

function environment({ runs }, peers) {
  const processors = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    node: process.versions.node,
    cpu: (processors[0]?.model ?? 'unknown').trim(),
    cores: processors.length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()} ${process.arch}`,
    runs,
    peers: peers.map(({ id, version }) => ({ id, version })),
  };
}
