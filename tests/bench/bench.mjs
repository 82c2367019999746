/**
 * Measures every peer on every load: whole processes, the peers in turn (A B C A B C …), so that a busy minute of
 * the machine falls on all of them. Before the first load each peer runs once unmeasured: files are then in the
 * system's cache, and hyokahyo has its code cache, as on any but the very first day.
 */
import { spawnSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from './run.mjs';
import { median } from './statistics.mjs';

/**
 * @param {{ peers: readonly object[], loads: readonly object[], runs: number, limit: number }} plan
 * @param {string} folder an empty folder to work in
 * @param {(line: string) => void} tell progress
 * @returns {Promise<object[]>} one result for each load and peer
 */
export async function bench(plan, folder, tell) {
  const warmUp = makeLoad({ id: 'warm-up', copies: 1, varied: false }, folder);
  for (const peer of plan.peers) await runPeer(peer, warmUp, plan.limit);
  const results = [];
  for (const load of plan.loads) results.push(...(await measureLoad(plan, makeLoad(load, folder), tell)));
  return results;
}

/** @returns the load with its `folder` and its number of `programs` */
function makeLoad(load, folder) {
  const place = `${folder}/${load.id}`;
  const made = runScript('make-load.mjs', [place, String(load.copies), String(load.varied)]);
  return { load, folder: place, ...made };
}

async function measureLoad({ peers, runs, limit }, made, tell) {
  const series = peers.map((peer) => ({ peer, runs: [], failure: undefined }));
  for (let round = 1; round <= runs; round += 1) {
    for (const entry of series) {
      if (entry.failure) continue;
      const { failure, ...measured } = await runPeer(entry.peer, made, limit);
      tell(
        `${made.load.name} ${round}/${runs} ${entry.peer.id}: ${failure ?? `${measured.seconds.toFixed(2)} s`}`,
      );
      if (failure) entry.failure = failure;
      else entry.runs.push(measured);
    }
  }
  return series.map((entry) => resultOf(entry, made));
}

function runPeer(peer, { folder }, limit) {
  const output = peer.output(folder);
  rmSync(output, { force: true });
  const command = peer.command({ ...peer, folder, output });
  return run(command, { memoryFile: `${folder}/memory.txt`, limit });
}

function resultOf({ peer, runs, failure }, { load, folder, programs }) {
  const result = { load, programs, peer: peer.id, runs };
  if (failure) return { ...result, failure };
  const memories = runs.flatMap(({ memory }) => memory ?? []);
  const output = peer.output(folder);
  return {
    ...result,
    seconds: median(runs.map(({ seconds }) => seconds)),
    memory: memories.length > 0 ? median(memories) : undefined,
    bytes: statSync(output).size,
    ...runScript('inspect.mjs', [output, `${folder}/expected.json`]),
  };
}

/** Runs a script of this folder that prints JSON, in a process of its own: the one that measures stays small. */
function runScript(name, args) {
  const script = fileURLToPath(new URL(name, import.meta.url));
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout);
}
