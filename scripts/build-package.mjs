// Builds what `npm pack` ships: the engine and the command line as JavaScript modules with types, in dist/package.
// Built beside and moved into place, so that nobody who runs the package meanwhile finds half of it.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = `${root}dist/package`;
const fresh = `${root}dist/package-${process.pid}`;

// What the compiler leaves behind: the validator made ahead of time, schemas, and type files written by hand.
const carried = /(\.js|\.json|\.d\.ts)$/;

function build() {
  mkdirSync(fresh, { recursive: true });
  const compiled = spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', 'tsconfig.package.json', '--outDir', fresh], { cwd: root, stdio: 'inherit' });
  if (compiled.status !== 0) return false;
  for (const folder of ['engine', 'cli']) cpSync(`${root}${folder}`, `${fresh}/${folder}`, { recursive: true, filter: (path) => !/\.\w+$/.test(path) || carried.test(path) });
  chmodSync(`${fresh}/cli/main.js`, 0o755);
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
  return true;
}

try {
  process.exitCode = build() ? 0 : 1;
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
