// Builds what `npm pack` ships: the engine and the command line as JavaScript modules with types, in dist/package.
// Built beside and moved into place, so that nobody who runs the package meanwhile finds half of it.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = `${root}dist/package`;
const fresh = `${root}dist/package-${process.pid}`;
const old = `${fresh}-old`;

// What the compiler leaves behind: the validator made ahead of time, schemas, and type files written by hand.
const carried = /(\.js|\.json|\.d\.ts)$/;

function build() {
  mkdirSync(fresh, { recursive: true });
  const compiled = spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', 'tsconfig.package.json', '--outDir', fresh], { cwd: root, stdio: 'inherit' });
  if (compiled.status !== 0) return false;
  for (const folder of ['engine', 'cli']) cpSync(`${root}${folder}`, `${fresh}/${folder}`, { recursive: true, filter: (path) => !/\.\w+$/.test(path) || carried.test(path) });
  chmodSync(`${fresh}/cli/main.js`, 0o755);
  // Swapped, not emptied and filled: another program may be reading the one that is there.
  if (existsSync(target)) renameSync(target, old);
  renameSync(fresh, target);
  return true;
}

try {
  process.exitCode = build() ? 0 : 1;
} finally {
  for (const folder of [fresh, old]) rmSync(folder, { recursive: true, force: true });
}
