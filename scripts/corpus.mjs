// `npm run corpus`: every seeded defect over the shipped procedures, not only the sample that `npm test` takes. With a
// number, one in so many: `npm run corpus -- 10`. Recall is printed for each kind, and each survivor by name.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [share = 'all'] = process.argv.slice(2);
const ended = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'tests/engine/verify/corpus'], { cwd: root, stdio: 'inherit', env: { ...process.env, CASEWAY_CORPUS: share } });
process.exit(ended.status ?? 1);
