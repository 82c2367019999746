/**
 * Starts the bundle with V8's code cache: reading compiled code is several times faster than compiling it anew.
 * The cache stands beside the bundle, one file for each Node version; where it is missing, does not fit or cannot
 * be written, the bundle runs all the same. Only a folder called `dist` takes the cache: a sealed copy of the program
 * must stay as it is. V8 is told that the run is short.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

type Exports = {
  main(argv: readonly string[], home: string, tool: string): Promise<number>;
  /** Writes a file whole or not at all; what is returned says why not. */
  writeWhole(path: string, bytes: Uint8Array): object | undefined;
};

/**
 * What V8 is told, by the version of Node: it complains on the console of a flag that it does not know. A build makes
 * many objects that die young. Node 20 is told to let the heap for them grow at once, and to optimise only what runs
 * long: in a run of a second the compiler takes more time than it saves (the default is 132 KB). Later versions do that
 * well by themselves, but let that heap grow to twice the size; small, it is as quick up to some hundred pages, and the
 * run takes a seventh to a third less memory.
 */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  20: ['--interrupt-budget=500000', '--semi-space-growth-factor=16'],
  22: ['--semi-space-growth-factor=1'],
  24: ['--semi-space-growth-factor=1'],
};

for (const flag of FLAGS[process.versions.node.split('.')[0] as string] ?? []) setFlagsFromString(flag);

const bundle = join(__dirname, 'bundle.cjs');
const cacheFile = join(__dirname, `cache-${process.version}-${process.arch}.bin`);

/** ASCII, as the compiler writes it. */
const source = readFileSync(bundle);
const cachedData = readCache();
const script = new Script(`(function(exports,require,module){${source.toString('latin1')}\n})`, {
  filename: bundle,
  ...(cachedData ? { cachedData } : {}),
});
const module = { exports: {} as Exports };
script.runInThisContext()(module.exports, require, module);
module.exports.main(process.argv.slice(2), dirname(__dirname), __dirname).then((exitCode) => {
  process.exitCode = exitCode;
  // Written after a whole build, so that the functions it has compiled are in it.
  const isBuild = process.argv[2] === 'build' && exitCode === 0;
  const mayChange = basename(__dirname) === 'dist';
  if (isBuild && mayChange && (!cachedData || script.cachedDataRejected)) {
    writeCache(script.createCachedData());
  }
});

/**
 * The cache, where it was made from this bundle and is whole: V8 itself looks at little more than lengths, and a
 * damaged cache ends the process. The first eight bytes are the checksums of bundle and cache.
 */
function readCache(): Buffer | undefined {
  try {
    const file = readFileSync(cacheFile);
    const data = file.subarray(8);
    return file.readUInt32LE(0) === crc32(source) && file.readUInt32LE(4) === crc32(data) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Where nothing may be written, the bundle runs without a cache. */
function writeCache(data: Buffer): void {
  const sums = Buffer.alloc(8);
  sums.writeUInt32LE(crc32(source), 0);
  sums.writeUInt32LE(crc32(data), 4);
  module.exports.writeWhole(cacheFile, Buffer.concat([sums, data]));
}
