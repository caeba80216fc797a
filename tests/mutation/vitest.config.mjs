// The tests that judge the part that is being changed, and no others. Those beside the code first, small files first: most
// changes are seen by the first test that meets them, and the properties, which take longest, are spared.
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import { judgesOf, judgingFiles } from './judges.mjs';

const part = process.env.CASEWAY_MUTATED ?? 'time';
const beside = `/${judgesOf(part)[0]}/`;
const rank = ({ moduleId }) => (moduleId.replaceAll('\\', '/').includes(beside) ? 0 : 1);

class SmallFirst extends BaseSequencer {
  async sort(files) {
    return files.toSorted((a, b) => rank(a) - rank(b) || statSync(a.moduleId).size - statSync(b.moduleId).size);
  }
}

export default defineConfig({
  resolve: { alias: [{ find: /^fast-check$/, replacement: fileURLToPath(new URL('few.mjs', import.meta.url)) }] },
  test: {
    include: judgingFiles(part), environment: 'node', testTimeout: 600_000,
    sequence: { sequencer: SmallFirst }, isolate: false,
  },
});
