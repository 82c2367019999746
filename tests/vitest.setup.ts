/** Gives every property of every test file its seed. */
import fc from 'fast-check';
import { runs, SEED } from './helpers/chance.ts';

fc.configureGlobal({ seed: SEED, numRuns: runs(100) });
