// Verification beside XState: every configuration of a chart of 7,680, the shipped procedures, one of 300 stages, and
// 10,000 cases tried again on an edited procedure. Run by itself, after `npm run build:package`: node bench/verify.mjs
import { readFileSync, readdirSync } from 'node:fs';
import { compile, statechart, versionsOf, walk } from '../dist/package/engine/index.js';
import { explore } from '../dist/package/engine/verify/explore/explore.js';
import { search } from '../dist/package/engine/verify/explore/search.js';
import { realise } from '../dist/package/engine/verify/runs/realise.js';
import { replayThrough } from '../dist/package/engine/verify/replay/replay.js';
import { tableOf } from '../dist/package/engine/verify/table/table.js';
import { initialTransition, transition } from 'xstate';

const base = JSON.parse(readFileSync('procedures/trafford/procedure.json', 'utf8'));
const other = { kind: 'other', label: 'Stage' };

/** 15 stages in a row, one of them of four lanes, and an end at each; seven routes that a fact opens. */
export function chartOf(row) {
  const names = Array.from({ length: row }, (_, index) => `s${index}`);
  const stages = Object.fromEntries([...names.map((id) => [id, other]), ['lanes', { ...other, parallel: true }], ...[1, 2, 3, 4].map((n) => [`l${n}`, { ...other, within: 'lanes' }]), ['over', { ...other, final: true }], ['none', { ...other, final: true }]]);
  const half = Math.floor(row / 2);
  const next = (index) => (index === half - 1 ? 'lanes' : (names[index + 1] ?? 'over'));
  const transitions = [
    ...names.map((id, index) => ({ id: `t${index}`, from: [id], on: { done: `a${index}` }, to: next(index), ...(index % 2 === 1 && index < 15 ? { if: { var: `f${index >> 1}` } } : {}) })),
    { id: 'stop', from: ['s0'], on: { done: 'stop' }, to: 'none' },
    ...[1, 2, 3, 4].map((n) => ({ id: `e${n}`, from: [`l${n}`], on: { done: `b${n}` } })),
    { id: 'joined', from: ['lanes'], on: { ended: 'lanes' }, to: names[half] },
  ];
  return { ...base, stages, transitions, doors: { in: { label: 'In', by: ['service'], to: ['s0'] } }, tasks: {}, rules: {}, timescales: {}, closing: {}, registers: {}, questions: Object.fromEntries([0, 1, 2, 3, 4, 5, 6, 7].map((n) => [`f${n}`, { type: 'yes-no', label: `F${n}` }])) };
}

const FACTS = 8;

function byTable(procedure) {
  const table = tableOf(statechart.toMachineConfig(procedure));
  const events = table.events.map((_, index) => index);
  const facts = table.guards.map(({ guard }) => Number(guard.replace(/\D/g, '')) >> 1);
  const follow = (config, memory, visit) => {
    for (const event of events) visit(table.step(config, event, (guard) => (memory >> facts[guard]) % 2 === 1), memory, event);
    for (let fact = 0; fact < FACTS; fact++) visit(config, memory ^ (1 << fact), events.length + fact);
  };
  return search([table.start, 0], follow, { most: 1_000_000 }).configs.length;
}

function byXState(procedure) {
  const config = statechart.toMachineConfig(procedure);
  let facts = 0;
  const machine = statechart.machine(procedure, Object.fromEntries([...statechart.guardNames(config)].map((name) => [name, () => (facts >> (Number(name.replace(/\D/g, '')) >> 1)) % 2 === 1])));
  const [start] = initialTransition(machine);
  const events = machine.events.filter((event) => !event.startsWith('xstate.'));
  const seen = new Map([[JSON.stringify(start.value) + ' 0', [start, 0]]]);
  for (const [snapshot, memory] of seen.values()) {
    const add = (next, held) => { const key = `${JSON.stringify(next.value)} ${held}`; if (!seen.has(key)) seen.set(key, [next, held]); };
    facts = memory;
    for (const type of events) add(transition(machine, snapshot, { type })[0], memory);
    for (let fact = 0; fact < FACTS; fact++) add(snapshot, memory ^ (1 << fact));
  }
  return seen.size;
}

function timed(name, act, rounds = 5) {
  const times = [];
  let result;
  for (let round = 0; round < rounds; round++) { const started = process.cpuUsage(); result = act(); times.push(process.cpuUsage(started).user / 1000); }
  console.log(`${name.padEnd(64)} ${times.sort((a, b) => a - b)[Math.floor(rounds / 2)].toFixed(0).padStart(7)} ms of CPU   ${result}`);
}

const chart = chartOf(13);
timed('every configuration, table of integers', () => byTable(chart));
timed('every configuration, XState’s pure transition', () => byXState(chart), 1);
for (const slug of readdirSync('procedures')) {
  const compiled = compile(JSON.parse(readFileSync(`procedures/${slug}/procedure.json`, 'utf8')));
  timed(`explored with shortest witnesses: ${slug}`, () => explore(compiled).states, 3);
}
const long = compile({ ...chartOf(294), tasks: Object.fromEntries([...Array.from({ length: 294 }, (_, index) => [`a${index}`, `s${index}`]), ...[1, 2, 3, 4].map((n) => [`b${n}`, `l${n}`])].map(([id, stage]) => [id, { shape: 'record', label: id, in: [stage], by: ['service'] }])) });
timed('explored with shortest witnesses: 300 stages', () => explore(long).states, 3);
const town = JSON.parse(readFileSync('procedures/tower-hamlets/procedure.json', 'utf8'));
const was = compile(town);
const logs = explore(was).tours().map((tour) => walk(realise(was, tour, { start: Date.UTC(2026, 8, 7, 9), pace: 'latest' }).walkthrough, versionsOf([was])).events);
const cases = Array.from({ length: 10_000 }, (_, index) => logs[index % logs.length]);
const edited = compile({ ...town, timescales: { ...town.timescales, 'panel-10-days': { ...town.timescales['panel-10-days'], amount: 4 } } });
timed('10,000 cases tried again on an edited procedure', () => replayThrough(was, edited, cases, { asOf: Date.UTC(2029, 0, 1) }).changes.length, 1);
