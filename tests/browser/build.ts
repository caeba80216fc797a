// Before the browser tests: a fresh build of the app. `npm test` has just made one and says so.
import { build } from 'vite';

export default async function buildApp(): Promise<void> {
  if (process.env['CASEWAY_BUILT']) return;
  await build({ configFile: 'vite.config.ts', logLevel: 'error' });
}
