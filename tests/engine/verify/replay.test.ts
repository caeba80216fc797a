// Cases through an edited procedure: nothing differs where nothing was changed, byte for byte; otherwise what a brute
// force says, which performs each act anew on a case told from its log every time.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, perform, replay, versionsOf, type CaseEvent, type CompiledProcedure } from '../../../engine/case/index.ts';
import { commandOf, walk } from '../../../engine/case/walkthrough.ts';
import type { Walkthrough } from '../../../engine/case/walkthrough-types.ts';
import type { Procedure, Timescale } from '../../../engine/procedure/types.ts';
import { parseDateTime } from '../../../engine/time/index.ts';
import { again, replayThrough } from '../../../engine/verify/replay/replay.ts';
import { shipped, shippedAs } from './shipped.ts';

const folder = fileURLToPath(new URL('../../../examples/', import.meta.url));
const walkthroughs = (id: string): readonly Walkthrough[] => readdirSync(`${folder}${id}`).filter((name) => name.endsWith('.json')).map((name): Walkthrough => JSON.parse(readFileSync(`${folder}${id}/${name}`, 'utf8'))).filter(({ settings }) => settings === undefined);
const logsOf = (compiled: CompiledProcedure): readonly (readonly CaseEvent[])[] => walkthroughs(compiled.procedure.id).map((one) => walk(one, versionsOf([compiled])).events).filter(({ length }) => length > 0);
const LATE = parseDateTime('2029-01-05T09:00') ?? 0;

describe.each(shipped.map((procedure) => [procedure.id, procedure] as const))('%s unchanged', (_id, procedure) => {
  const compiled = compile(procedure);
  const logs = logsOf(compiled);

  test(`no case differs (${logs.length})`, () => {
    expect(replayThrough(compiled, compile(structuredClone(procedure)), logs, { asOf: LATE })).toEqual({ cases: logs.length, same: logs.length, changes: [], unread: [] });
  });

  test('every log comes out byte for byte', () => {
    for (const log of logs) {
      const { events, refused } = again(versionsOf([compiled]), compiled, log);
      expect(JSON.stringify(events)).toBe(JSON.stringify(log));
      expect(refused).toEqual([]);
    }
  });

  test('what is tried without hashes is the same but for them', () => {
    const bare = (events: readonly CaseEvent[]) => events.map((event) => ({ ...event, digest: '', hash: '', previous: '' }));
    for (const log of logs) expect(again(versionsOf([compiled]), compiled, log, true).events).toEqual(bare(log));
  });
});

/** Each act tried on a case told from the start: no state is carried from one to the next. */
function brute(now: Procedure, walkthrough: Walkthrough): { readonly stages: readonly string[]; readonly refused: number } {
  const compiled = compile(now);
  const versions = versionsOf([compiled]);
  const accepted = new Set(walk(walkthrough, versionsOf([compile(shippedAs(walkthrough.procedure))])).steps.flatMap(({ step, outcome }) => (outcome === 'accepted' ? [step] : [])));
  let events: readonly CaseEvent[] = [];
  let refused = 0;
  walkthrough.steps.forEach((step, index) => {
    if ('look' in step || !accepted.has(index + 1)) return;
    const acting = { now: parseDateTime(step.at) ?? 0, role: step.as, person: step.person, procedure: now.id, ...(step.onBehalfOf !== undefined && { onBehalfOf: step.onBehalfOf }) };
    const outcome = perform(versions, events.length === 0 ? [] : replay(versions, events, acting.now), commandOf(step, walkthrough.id, index), acting);
    if (outcome.ok) events = [...events, ...outcome.events];
    else refused += 1;
  });
  return { stages: events.length === 0 ? [] : replay(versions, events, LATE).stages, refused };
}

const edits: fc.Arbitrary<(procedure: Procedure) => Procedure> = fc.oneof(
  fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 30 })).map(([pick, amount]) => (procedure: Procedure) => {
    const ids = Object.keys(procedure.timescales ?? {});
    const id = ids[pick % ids.length] ?? '';
    const one = procedure.timescales?.[id];
    return one ? { ...procedure, timescales: { ...procedure.timescales, [id]: { ...one, amount } } } : procedure;
  }),
  fc.tuple(fc.nat(60), fc.nat(60)).map(([pick, other]) => (procedure: Procedure) => {
    const at = pick % procedure.transitions.length;
    const to = procedure.transitions[other % procedure.transitions.length]?.to;
    return typeof to === 'string' && typeof procedure.transitions[at]?.to === 'string' ? { ...procedure, transitions: procedure.transitions.map((route, index) => (index === at ? { ...route, to } : route)) } : procedure;
  }),
  fc.nat(60).map((pick) => (procedure: Procedure) => {
    const ids = Object.keys(procedure.rules ?? {});
    const { [ids[pick % ids.length] ?? '']: _gone, ...rules } = procedure.rules ?? {};
    return { ...procedure, rules };
  }),
);

/** A clock of one day, whatever it was. */
const ofOneDay = (id: string) => (procedure: Procedure): Procedure => ({ ...procedure, timescales: { ...procedure.timescales, [id]: { ...procedure.timescales?.[id], amount: 1 } as Timescale } });
/** The first route leads to where the last one does. */
const cutShort = (procedure: Procedure): Procedure => {
  const [first, ...rest] = procedure.transitions;
  const to = rest.at(-1)?.to;
  return first === undefined || to === undefined ? procedure : { ...procedure, transitions: [{ ...first, to }, ...rest] };
};
/** Tried in each run beside what chance brings, of which there may be none that bears on these cases. */
const differs: readonly (readonly [string, (procedure: Procedure) => Procedure])[] = [['tower-hamlets', ofOneDay('outcome-15-days')], ['tower-hamlets', ofOneDay('panel-10-days')], ['tower-hamlets', cutShort], ['trafford', cutShort]];

test('what differs is what a brute force says', () => {
  let differing = 0;
  fc.assert(fc.property(fc.constantFrom('tower-hamlets', 'trafford'), edits, (id, edit) => {
    const was = shippedAs(id);
    const now = edit(was);
    const [before, after] = [compile(was), tried(() => compile(now))];
    if (!after) return;
    const given = walkthroughs(id);
    const result = replayThrough(before, after, given.map((one) => walk(one, versionsOf([before])).events), { asOf: LATE });
    for (const one of given) {
      const log = walk(one, versionsOf([before])).events;
      const held = replay(versionsOf([before]), log, LATE);
      const expected = tried(() => brute(now, one));
      if (!expected) continue;
      const change = result.changes.find((each) => each.case === one.id);
      expect(change?.stages?.now ?? held.stages).toEqual(expected.stages);
      expect(change?.refused.length ?? 0).toBe(expected.refused);
      if (change) differing += 1;
    }
  }), { numRuns: 12 + differs.length, examples: differs.map((one) => [...one]) });
  expect(differing).toBeGreaterThan(3);
});

function tried<T>(act: () => T): T | undefined {
  try { return act(); } catch { return undefined; }
}

test('a shorter clock is told as newly missed', () => {
  const was = shippedAs('tower-hamlets');
  const timescales = was.timescales ?? {};
  const clock = timescales['outcome-15-days'];
  if (!clock) throw new Error('The clock is gone.');
  const now = compile({ ...was, timescales: { ...timescales, 'outcome-15-days': { ...clock, amount: 1 } } });
  const { changes } = replayThrough(compile(was), now, logsOf(compile(was)), { asOf: LATE });
  expect(changes.flatMap(({ clocks }) => clocks)).toContainEqual({ timescale: 'outcome-15-days', was: 'met', now: 'missed' });
});
