// `npm run kscp`: the whole KSCP procedure drawn from an empty page in the built app, by mouse, by keys on the canvas and by
// keys in the outline, each held against the shipped file. With names, only those ways: `npm run kscp -- mouse outline`.
// Another procedure: CASEWAY_PROCEDURE=path. What was drawn is left in dist/drawn. To mend one part, fill that alone, once all
// is named and the stages are drawn: `npm run kscp -- mouse only=timescales,registers`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const given = process.argv.slice(2);
const only = given.find((each) => each.startsWith('only='))?.slice('only='.length);
const root = fileURLToPath(new URL('..', import.meta.url));
const built = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
const ended = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'long', '--silent=false', '--hookTimeout=0', 'tests/browser/kscp.long.ts'], { cwd: root, stdio: 'inherit', env: { ...process.env, CASEWAY_WAYS: given.filter((each) => !each.startsWith('only=')).join(' '), ...(only === undefined ? {} : { CASEWAY_ONLY: only }) } });
process.exit(ended.status ?? 1);
