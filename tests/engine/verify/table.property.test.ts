// The table of integers against XState's own machine: the same configuration after every event, over random charts
// with groups, lanes, histories and guards, and over the procedures that are shipped.
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { guardNames, machine, toMachineConfig, type ChartConfig, type Guards } from '../../../engine/statechart/index.ts';
import { tableOf } from '../../../engine/verify/table/table.ts';
import { eventsOf, randomProcedures } from './charts.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const shipped = readdirSync(`${root}procedures`).flatMap((slug): Procedure[] => {
  try { return [JSON.parse(readFileSync(`${root}procedures/${slug}/procedure.json`, 'utf8'))]; } catch { return []; }
});

/** What XState says and what the table says, event by event, until a chart does not come to rest in both. */
function heldEqual(procedure: Procedure, config: ChartConfig, events: readonly string[], open: (guard: string, from: string, step: number) => boolean, drawn = config): number {
  let step = 0;
  const guards: Guards = Object.fromEntries([...guardNames(config)].map((name) => [name, ({ event }, { from }) => !event.type.startsWith('xstate.done.') && open(name, from, step)]));
  const oracle = machine(procedure, guards);
  const table = tableOf(drawn);
  let [expected] = initialTransition(oracle);
  let found = table.start;
  let moved = 0;
  for (const type of ['opened.referral', ...events]) {
    step += 1;
    const before = found;
    const next = tried(() => transition(oracle, expected, { type })[0]);
    const own = tried(() => (table.event(type) < 0 ? found : table.step(found, table.event(type), (guard) => open(table.guards[guard]?.guard ?? '', table.guards[guard]?.params.from ?? '', step))));
    const endless = next === undefined || next.status === 'error';
    expect(own === undefined).toBe(endless);
    if (endless || next === undefined || own === undefined) return moved;
    [expected, found] = [next, own];
    expect([...table.active(found)].sort()).toEqual(expected._nodes.map(({ id }) => id).filter((id) => id !== config.id).sort());
    expect(table.isOver(found)).toBe(expected.status === 'done');
    if (before !== found) moved += 1;
  }
  return moved;
}

function tried<T>(act: () => T): T | undefined {
  try { return act(); } catch { return undefined; }
}

test('is in the configuration that XState is in, over random charts, guards and events', () => {
  let moves = 0;
  fc.assert(fc.property(randomProcedures, fc.array(fc.nat(60), { minLength: 8, maxLength: 30 }), fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }), (procedure, picks, answers) => {
    const config = tried(() => toMachineConfig(procedure));
    if (!config || !tried(() => machine(procedure, Object.fromEntries([...guardNames(config)].map((name) => [name, () => true]))))) return;
    const events = eventsOf(procedure);
    moves += heldEqual(procedure, config, picks.map((pick) => events[pick % events.length] ?? ''), (guard, from, step) => answers[(guard.length + Number(guard.slice(6)) + from.length + step) % 11] ?? true);
  }), { numRuns: 1000 });
  expect(moves).toBeGreaterThan(300);
});

test.each(shipped.map((procedure) => [procedure.id, procedure] as const))('is in the configuration that XState is in, over %s', (_id, procedure) => {
  const config = toMachineConfig(procedure);
  const doors = Object.keys(procedure.doors).map((door) => `opened.${door}`);
  const names = [...tableOf(config).events].filter((event) => !event.startsWith('opened.') && !event.startsWith('xstate.'));
  fc.assert(fc.property(fc.constantFrom(...doors), fc.array(fc.constantFrom(...names), { maxLength: 40 }), fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), (door, events, answers) => {
    heldEqual(procedure, config, [door, ...events], (guard, _from, step) => answers[(guard.length + step) % 7] ?? true);
  }), { numRuns: 60 });
});

test('the comparison can fail: a table of a chart drawn otherwise is told apart', () => {
  const [procedure] = shipped;
  if (!procedure) throw new Error('No procedure is shipped.');
  const config = toMachineConfig(procedure);
  const names = tableOf(config).events.filter((event) => !event.startsWith('xstate.'));
  const door = `opened.${Object.keys(procedure.doors)[0]}`;
  const other = toMachineConfig({ ...procedure, doors: Object.fromEntries(Object.entries(procedure.doors).map(([id, one]) => [id, { ...one, to: [Object.keys(procedure.stages).at(-1) ?? ''] }])) });
  expect(() => heldEqual(procedure, config, [door, ...names], () => true, other)).toThrow();
});
