// Two builds of the package beside each other in one process, turn by turn, in CPU time: on a machine that others use,
// only this says whether something became faster. `node bench/beside.mjs OLD NEW [rounds]`, each a folder such as dist/package.
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [old = 'dist/package', fresh = 'dist/package', rounds = '9'] = process.argv.slice(2);
const from = (folder, file) => import(pathToFileURL(resolve(folder, 'engine', file)).href);
const files = ['index.js', 'verify/explore/explore.js', 'verify/runs/realise.js', 'verify/replay/replay.js'];
const sides = await Promise.all([old, fresh].map(async (folder) => ({ ...Object.assign({}, ...(await Promise.all(files.map((file) => from(folder, file))))), times: [] })));

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

// Cases tried again on an edited procedure, as bench/verify.mjs does with 10,000: each side with its own logs.
const CASES = 200;
const town = JSON.parse(readFileSync('procedures/tower-hamlets/procedure.json', 'utf8'));
for (const side of sides) {
  const was = side.compile(town);
  const logs = side.explore(was).tours().map((tour) => side.walk(side.realise(was, tour, { start: Date.UTC(2026, 8, 7, 9), pace: 'latest' }).walkthrough, side.versionsOf([was])).events);
  const edited = side.compile({ ...town, timescales: { ...town.timescales, 'panel-10-days': { ...town.timescales['panel-10-days'], amount: 4 } } });
  const cases = Array.from({ length: CASES }, (_, index) => logs[index % logs.length]);
  Object.assign(side, { times: [], again: () => side.replayThrough(was, edited, cases, { asOf: Date.UTC(2029, 0, 1) }).changes.length });
}
for (let round = 0; round < Number(rounds); round++) {
  for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
    const started = process.cpuUsage();
    side.changed = side.again();
    side.times.push(process.cpuUsage(started).user / 1000);
  }
}
console.log(`tried again: ${CASES} cases of tower-hamlets        ${sides.map(({ times, changed }) => { const sorted = times.toSorted((a, b) => a - b); return `${sorted[times.length >> 1].toFixed(0).padStart(5)} (least ${sorted[0].toFixed(0)}) ms, ${changed} differ`; }).join('  |  ')}`);
