import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { offline } from './scripts/offline-plugin.mjs';
import { LongestFirst } from './tests/browser/longest-first.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default defineConfig({
  plugins: [react(), offline()],
  root: 'app',
  publicDir: 'public',
  define: { __CASEWAY_VERSION__: JSON.stringify(version) },
  cacheDir: `${import.meta.dirname}/node_modules/.vite`,
  // govuk-frontend carries a media query for old browsers that Lightning CSS refuses without this.
  css: { lightningcss: { errorRecovery: true } },
  build: { outDir: '../dist/app', emptyOutDir: true, target: 'es2022', sourcemap: true },
  test: {
    sequence: { sequencer: LongestFirst },
    // Limits are there to end what hangs, not to time anything: a busy build server is slower by several times.
    projects: [
      { extends: true, root: import.meta.dirname, test: { name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/browser/**', 'tests/canaries/**'], environment: 'node', allowOnly: false, retry: 0, testTimeout: 600_000, hookTimeout: 300_000 } },
      { extends: true, root: import.meta.dirname, test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], environment: 'node', allowOnly: false, retry: 0, globalSetup: ['tests/browser/build.ts'], maxWorkers: 2, testTimeout: 900_000, hookTimeout: 300_000, expect: { poll: { timeout: 60_000 } } } },
      // What needs more than a build server gives; never part of `npm test`. Run by scripts/trust.mjs.
      { extends: true, root: import.meta.dirname, test: { name: 'long', include: ['tests/browser/**/*.long.ts'], environment: 'node', allowOnly: false, retry: 0, fileParallelism: false } },
    ],
  },
});
