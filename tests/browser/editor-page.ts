// Where the page that shows the editor alone is built, before the browser tests, by build.ts.
import { fileURLToPath } from 'node:url';

export const editorPage = fileURLToPath(new URL('../../dist/test/editor-page', import.meta.url));
