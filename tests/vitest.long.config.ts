import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run test:long`: the checks that take long or need other people's tools (poppler, qpdf). */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // Imports as Node itself resolves them: the bundle does the same.
    deps: { interopDefault: false },
    include: ['tests/**/*.long.ts'],
    setupFiles: ['tests/vitest.setup.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
  },
});
