// Builds the page of the trust harnesses once for a test file.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import type { TrustPage } from '../trust/page/main.ts';

declare global {
  interface Window { readonly trust: TrustPage; acknowledged(id: string): void }
}

/** The folder that is served; it is filled before the first test and removed after the last. */
export function trustPage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'caseway-trust-'));
  beforeAll(() => build({ configFile: false, logLevel: 'error', root: fileURLToPath(new URL('../trust/page', import.meta.url)), build: { outDir: folder, emptyOutDir: true, modulePreload: false, target: 'es2022' } }).then(() => undefined));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
