// `npm run migrations`: 100,000 pairs of a random edit and a case, not only the sample that `npm test` takes. With a
// number, so many: `npm run migrations -- 5000`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [pairs = '100000'] = process.argv.slice(2);
const ended = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'tests/engine/verify/migration'], { cwd: root, stdio: 'inherit', env: { ...process.env, CASEWAY_MIGRATIONS: pairs } });
process.exit(ended.status ?? 1);
