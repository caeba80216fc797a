// The law of late entry and correction: what happened decides, not the order in which it was typed in.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deadlines } from '../../../engine/case/deadlines.ts';
import { replay } from '../../../engine/case/replay.ts';
import type { CaseEvent, DeadlineView } from '../../../engine/case/types.ts';
import type { Instant } from '../../../engine/time/index.ts';
import { acts, gist, HOUR, run, versions, type Act } from '../../fixtures/engine/courses.ts';

interface Told { readonly log: readonly CaseEvent[]; readonly shuffled: readonly CaseEvent[]; readonly until: Instant }

/** The log of a course with an occurrence of its own for each event, and the same events as entered in the order of the keys. */
function entered(drawn: readonly Act[], keys: readonly number[]): Told {
  const { held, now } = run(drawn);
  const [first, ...rest] = held.events;
  const distinct = rest.map((event, index): CaseEvent => ({ ...event, occurred: event.occurred + index * 60_000 }));
  const shuffled = distinct.map((event, index) => ({ event, key: keys[index % keys.length] ?? 0 })).toSorted((a, b) => a.key - b.key).map(({ event }, index) => ({ ...event, seq: index + 2, recorded: now + index }));
  const whole = (events: readonly CaseEvent[]): readonly CaseEvent[] => (first ? [first, ...events] : []);
  return { log: whole(distinct), shuffled: whole(shuffled), until: now + 200 * HOUR };
}
const dates = (events: readonly CaseEvent[], asOf: Instant): readonly DeadlineView[] => deadlines(versions, events, asOf);
const keys = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });

test('[S17.2] recorded in any order, the same events give the same stages, tasks and deadlines', () => {
  fc.assert(fc.property(acts, keys, (drawn, order) => {
    const { log, shuffled, until } = entered(drawn, order);
    expect(new Set(log.map(({ occurred }) => occurred)).size).toBe(log.length);
    expect(gist(replay(versions, shuffled, until))).toEqual(gist(replay(versions, log, until)));
    expect(dates(shuffled, until)).toEqual(dates(log, until));
  }), { numRuns: 150 });
});

test('the courses drawn are corrected, entered late, have clocks that ran out and clocks that were met, and are entered in other orders', () => {
  const drawn = fc.sample(fc.tuple(acts, keys), { seed: 5, numRuns: 60 }).map(([course, order]) => entered(course, order));
  const events = drawn.flatMap(({ log }) => log);
  expect(events.some(({ type, payload }) => type === 'answersRecorded' && payload['mode'] === 'correct')).toBe(true);
  expect(events.some(({ occurred, recorded }) => recorded - occurred > 10 * HOUR)).toBe(true);
  expect(new Set(drawn.flatMap(({ log, until }) => dates(log, until).map(({ state }) => state)))).toEqual(new Set(['met', 'met-late', 'overdue', 'stopped']));
  expect(drawn.filter(({ log, shuffled }) => log.some(({ id }, index) => shuffled[index]?.id !== id)).length).toBeGreaterThan(50);
});

test('told in the order of entry, most of these courses would come to something else', () => {
  const drawn = fc.sample(fc.tuple(acts, keys), { seed: 5, numRuns: 20 }).map(([course, order]) => entered(course, order));
  const byEntry = (events: readonly CaseEvent[]): readonly CaseEvent[] => events.map((event) => ({ ...event, occurred: event.recorded }));
  const differing = drawn.filter(({ log, shuffled, until }) => JSON.stringify(gist(replay(versions, byEntry(shuffled), until))) !== JSON.stringify(gist(replay(versions, log, until))));
  expect(differing.length).toBeGreaterThan(10);
});
