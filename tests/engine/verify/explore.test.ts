// Exploring: every configuration once with a shortest witness, equal to a search on XState itself; every route of the
// shipped procedures on some way to an end; and that what was left out is said.
import { describe, expect, test } from 'vitest';
import { initialTransition, transition, type AnyMachineSnapshot } from 'xstate';
import { compile } from '../../../engine/case/index.ts';
import type { Procedure, Stage, Transition } from '../../../engine/procedure/types.ts';
import { guardNames, machine, toMachineConfig } from '../../../engine/statechart/index.ts';
import { Pairs } from '../../../engine/verify/explore/pairs.ts';
import { explore } from '../../../engine/verify/explore/explore.ts';
import { search, wayTo } from '../../../engine/verify/explore/search.ts';
import { morningOf } from '../../../engine/verify/runs/moments.ts';
import { realise } from '../../../engine/verify/runs/realise.ts';
import { tableOf } from '../../../engine/verify/table/table.ts';
import { orchard } from '../../fixtures/engine/orchard.ts';
import { shippedAs } from './shipped.ts';

/** A row of stages, one of them of lanes, some routes of which a fact opens. */
function chartOf(row: number, lanes: number): Procedure {
  const names = Array.from({ length: row }, (_, index) => `s${index}`);
  const half = Math.floor(row / 2);
  const other: Stage = { kind: 'other', label: 'Stage' };
  const each = Array.from({ length: lanes }, (_, index) => `l${index}`);
  const stages = Object.fromEntries([...names.map((id): [string, Stage] => [id, other]), ['lanes', { ...other, parallel: true }], ...each.map((id): [string, Stage] => [id, { ...other, within: 'lanes' }]), ['over', { ...other, final: true }]]);
  const transitions: readonly Transition[] = [
    ...names.map((id, index): Transition => ({ id: `t${index}`, from: [id], on: { done: `a${index}` }, to: index === half - 1 ? 'lanes' : (names[index + 1] ?? 'over'), ...(index % 2 === 1 && { if: { var: `f${index >> 1}` } }) })),
    ...each.map((id): Transition => ({ id: `e-${id}`, from: [id], on: { done: `b-${id}` } })),
    { id: 'joined', from: ['lanes'], on: { ended: 'lanes' }, to: names[half] ?? 'over' },
  ];
  return { ...orchard, stages, transitions, doors: { in: { label: 'In', by: ['clerk'], to: ['s0'] } }, tasks: {}, rules: {}, timescales: {}, closing: {} };
}

const factOf = (guard: string): number => Number(guard.replace(/\D/g, '')) >> 1;

/** Number of moves to each situation: by the table, and by XState asked again for every step. */
function byTable(procedure: Procedure, facts: number): ReadonlyMap<string, number> {
  const table = tableOf(toMachineConfig(procedure));
  const found = search([table.start, 0], (config, memory, visit) => {
    for (let event = 0; event < table.events.length; event++) visit(table.step(config, event, (guard) => (memory >> factOf(table.guards[guard]?.guard ?? '')) % 2 === 1), memory, event);
    for (let fact = 0; fact < facts; fact++) visit(config, memory ^ (1 << fact), table.events.length + fact);
  }, { most: 1_000_000 });
  return new Map(found.configs.map((config, state) => [`${[...table.active(config)].sort().join(',')} ${found.memories[state]}`, wayTo(found, state).length]));
}

function byXState(procedure: Procedure, facts: number): ReadonlyMap<string, number> {
  const config = toMachineConfig(procedure);
  let held = 0;
  const chart = machine(procedure, Object.fromEntries([...guardNames(config)].map((name) => [name, () => (held >> factOf(name)) % 2 === 1])));
  const [start] = initialTransition(chart);
  const key = (snapshot: AnyMachineSnapshot, memory: number): string => `${snapshot._nodes.map(({ id }) => id).filter((id) => id !== config.id).sort().join(',')} ${memory}`;
  const steps = new Map([[key(start, 0), 0]]);
  const open: (readonly [AnyMachineSnapshot, number])[] = [[start, 0]];
  for (const [snapshot, memory] of open) {
    const far = (steps.get(key(snapshot, memory)) ?? 0) + 1;
    const add = (next: AnyMachineSnapshot, kept: number): void => { if (!steps.has(key(next, kept))) { steps.set(key(next, kept), far); open.push([next, kept]); } };
    held = memory;
    for (const type of chart.events) if (!String(type).startsWith('xstate.')) add(transition(chart, snapshot, { type })[0], memory);
    for (let fact = 0; fact < facts; fact++) add(snapshot, memory ^ (1 << fact));
  }
  return steps;
}

describe('every situation of a chart, each by as few moves as can be', () => {
  test('as a search on XState itself finds them', () => {
    const chart = chartOf(6, 3);
    expect(byTable(chart, 3)).toEqual(byXState(chart, 3));
  });

  test('7,936 of them for 31 places and eight facts', () => {
    expect(byTable(chartOf(14, 4), 8).size).toBe(31 * 256);
  });
});

test.each(['tower-hamlets', 'kscp', 'trafford', 'bath-and-north-east-somerset'])('%s: some way to an end takes each route that is taken at all, and the engine walks it', (id) => {
  const compiled = compile(shippedAs(id));
  const explored = explore(compiled);
  const tours = explored.tours();
  expect(new Set(tours.flatMap((tour) => tour.flatMap(({ takes }) => takes)))).toEqual(new Set(explored.transitions.keys()));
  const runs = tours.map((tour) => realise(compiled, tour, { start: morningOf(20_700), pace: 'latest' }));
  expect(runs.filter(({ finished }) => !finished).map(({ stopped }) => stopped?.words)).toEqual([]);
});

test('a search that is cut short says so', () => {
  expect(explore(compile(shippedAs('kscp')), { most: 50 }).notLooked).toEqual(['More than 50 situations: what comes after them was not looked at.']);
});

test('pairs of integers are numbered as they are met, however many', () => {
  const [pairs, plain] = [new Pairs(), new Map<string, number>()];
  for (let turn = 0, seed = 1; turn < 20_000; turn++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    const [first, second] = [seed % 97, (seed >>> 8) % 331];
    const [known, met] = [plain.get(`${first} ${second}`) ?? -1, pairs.find(first, second)];
    expect(met).toBe(known);
    if (known < 0) plain.set(`${first} ${second}`, pairs.add(first, second));
  }
  expect(pairs.firsts.length).toBe(plain.size);
});
