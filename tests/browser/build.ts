// Before the browser tests: a fresh build of the app (`npm test` has just made one and says so), and of the page that
// shows the editor alone, once for all the files that ask for it.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { editorPage } from './editor-page.ts';

export default async function buildPages(): Promise<void> {
  // vitest says "test" here, and React would be built with all its checks: three times slower than what people get.
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  if (!process.env['CASEWAY_BUILT']) await build({ configFile: 'vite.config.ts', logLevel: 'error' });
  await build({ configFile: false, logLevel: 'error', root: fileURLToPath(new URL('../fixtures/editor/page', import.meta.url)), plugins: [react()], build: { outDir: editorPage, emptyOutDir: true } });
  process.env['NODE_ENV'] = before;
}
