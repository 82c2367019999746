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
    setupFiles: ['tests/vitest.setup.ts'],
    // Most tests wait for a program they have started: a core kept free would only be idle.
    maxWorkers: '100%',
    // Modules are loaded once a worker: what they remember hangs on nothing but what they were given.
    isolate: false,
    // For what would never end; no test is about time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
