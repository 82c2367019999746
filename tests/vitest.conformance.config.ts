import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** `npm run conformance`: every kind of PDF before veraPDF and other people's readers. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // Imports as Node itself resolves them: the bundle does the same.
    deps: { interopDefault: false },
    include: ['tests/conformance/*.conformance.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
