import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm test`: everything that needs nothing but Node and npm. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  define: { HYOKAHYO_VERSION: JSON.stringify('test') },
  test: {
    // Imports as Node itself resolves them: the bundle does the same.
    deps: { interopDefault: false },
    include: ['tests/**/*.test.ts'],
    // Most tests wait for a program they have started: a core kept free would only be idle.
    maxWorkers: '100%',
    // Modules are loaded once a worker: what they remember hangs on nothing but what they were given.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
