// What the browser tests put into a page's database, for scripts that are no tests: their TypeScript is read through Vite.
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** `seedOf`, `putSeed` and the rest of `tests/browser/seeding.ts`; Vite is closed again, what was read stays. */
export async function seeding() {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const vite = await createServer({ root, configFile: false, logLevel: 'error', server: { middlewareMode: true, hmr: false, ws: false }, appType: 'custom', optimizeDeps: { noDiscovery: true } });
  const read = await vite.ssrLoadModule('/tests/browser/seeding.ts');
  await vite.close();
  return read;
}
