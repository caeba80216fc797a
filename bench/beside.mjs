// Two builds of the package beside each other in one process, turn by turn, in CPU time: on a machine that others use,
// only this says whether something became faster. `node bench/beside.mjs OLD NEW [rounds]`, each a folder such as dist/package.
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [old = 'dist/package', fresh = 'dist/package', rounds = '9'] = process.argv.slice(2);
const from = (folder, file) => import(pathToFileURL(resolve(folder, 'engine', file)).href);
const sides = await Promise.all([old, fresh].map(async (folder) => ({ ...(await from(folder, 'index.js')), ...(await from(folder, 'verify/explore/explore.js')), times: [] })));

for (const slug of readdirSync('procedures')) {
  const procedure = JSON.parse(readFileSync(`procedures/${slug}/procedure.json`, 'utf8'));
  for (const side of sides) Object.assign(side, { compiled: side.compile(procedure), times: [] });
  for (let round = 0; round < Number(rounds); round++) {
    for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
      const started = process.cpuUsage();
      side.states = side.explore(side.compiled).states;
      side.times.push(process.cpuUsage(started).user / 1000);
    }
  }
  const told = sides.map(({ times, states }) => { const sorted = times.toSorted((a, b) => a - b); return `${sorted[times.length >> 1].toFixed(0).padStart(5)} (least ${sorted[0].toFixed(0)}) ms, ${states} situations`; });
  console.log(`explored: ${slug.padEnd(32)} ${told.join('  |  ')}`);
}
