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
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
