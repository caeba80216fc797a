// `npm run bench`: builds what is measured, runs every contestant and prints the ratios. Nothing here passes or fails:
// a machine's speed is no property of the code. bench/README.md keeps the goals and the last figures.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
for (const [script, ...args] of [['scripts/build-package.mjs'], ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error']]) {
  const built = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
const { benchEngine, benchProcedures } = await import('./engine.mjs');
const { benchBrowser, firstScreen } = await import('./browser.mjs');
const { benchRehearsal } = await import('./rehearsal.mjs');

for (const { title, rows } of await benchEngine()) {
  console.log(`\n${title}`);
  for (const { name, rate, milliseconds, ratio } of rows) {
    console.log(`  ${name.padEnd(58)} ${milliseconds.toFixed(1).padStart(9)} ms ${rate.toFixed(0).padStart(9)} /s   rate x ${ratio.toFixed(2)}`);
  }
}
console.log('\naccepted commands, each shipped procedure: rate of perform over XState pure transition');
for (const { slug, commands, transitions, rate, overCommand, overTaken } of await benchProcedures()) {
  console.log(`  ${slug.padEnd(34)} ${String(commands).padStart(4)} commands, ${String(transitions).padStart(2)} transitions ${rate.toFixed(0).padStart(9)} /s   by command x ${overCommand.toFixed(2)}   by transition taken x ${overTaken.toFixed(2)}`);
}
for (const { title, rows } of await benchBrowser()) {
  console.log(`\n${title}`);
  for (const { name, median, ratio } of rows) console.log(`  ${name.padEnd(58)} ${median.toFixed(2).padStart(9)} ms            time x ${ratio.toFixed(2)}`);
}
console.log('\nrehearsal');
for (const { name, milliseconds, goal } of benchRehearsal()) console.log(`  ${name.padEnd(78)} ${milliseconds.toFixed(1).padStart(9)} ms${goal === undefined ? '' : `   wanted under ${goal} ms`}`);
const { sizes, total } = firstScreen();
console.log('\nfirst screen, JavaScript, gzip');
for (const { name, bytes } of sizes) console.log(`  ${name.padEnd(58)} ${(bytes / 1000).toFixed(1).padStart(9)} kB`);
console.log(`  ${'together'.padEnd(58)} ${(total / 1000).toFixed(1).padStart(9)} kB`);
