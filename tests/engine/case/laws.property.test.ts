// Laws of cases, held over random courses of an invented procedure. The acts are drawn blindly, so that many are
// refused; what is accepted must fold, replay, retry and chain as the design says.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../../engine/case/hash.ts';
import { perform } from '../../../engine/case/perform.ts';
import { replay } from '../../../engine/case/replay.ts';
import type { Case, CaseEvent, Command } from '../../../engine/case/types.ts';
import { acts, gist, HOUR, orchard, run, told, versions } from '../../fixtures/engine/courses.ts';

describe('laws of a case', () => {
  test('the acts drawn hold, relate, appoint and date answers', () => {
    const seen = new Set(fc.sample(acts, { seed: 11, numRuns: 200 }).flatMap((drawn) => run(drawn).held.events.map(({ type, payload }) => (payload['from'] === undefined || type !== 'answersRecorded' ? type : 'dated'))));
    expect([...seen]).toEqual(expect.arrayContaining(['holdStarted', 'holdReleased', 'relationRecorded', 'appointmentMade', 'dated']));
  });

  test('the acts drawn reach every stage of the procedure', () => {
    const seen = new Set(fc.sample(acts, { seed: 11, numRuns: 200 }).flatMap((drawn) => run(drawn).held.visits.map(({ stage }) => stage)));
    expect([...seen].toSorted()).toEqual(Object.keys(orchard.stages).toSorted());
  });

  test('replaying the log gives the case that was folded act by act', () => {
    fc.assert(fc.property(acts, (drawn) => {
      const { held } = run(drawn);
      expect(told(replay(versions, held.events, held.asOf))).toEqual(told(held));
    }), { numRuns: 150 });
  });

  test('performing on the log gives the same outcome as performing on the case kept in memory', () => {
    fc.assert(fc.property(acts, (drawn) => {
      run(drawn, (before, command, role, now) => {
        const acting = { now, role, person: 'A.B.' };
        expect(told(perform(versions, before.events, command, acting) as unknown as Case)).toEqual(told(perform(versions, before, command, acting) as unknown as Case));
      });
    }), { numRuns: 40 });
  });

  test('neither an accepted nor a refused command changes the case it was tried on', () => {
    fc.assert(fc.property(acts, (drawn) => {
      const seen: { readonly before: Case; readonly words: string }[] = [];
      run(drawn, (before) => seen.push({ before, words: JSON.stringify(before) }));
      for (const { before, words } of seen) expect(JSON.stringify(before)).toBe(words);
    }), { numRuns: 60 });
  });

  test('a command tried again is recognised: no events, the same case', () => {
    fc.assert(fc.property(acts, (drawn) => {
      const { held, accepted } = run(drawn);
      for (const { command, role } of accepted) {
        const again = perform(versions, held, command, { now: held.asOf, role, person: 'A.B.' });
        expect(again).toMatchObject({ ok: true, events: [], repeated: true });
        expect(again.ok && told(again.case)).toEqual(told(held));
      }
    }), { numRuns: 40 });
  });

  test('events with occurrences of their own tell the same stages, tasks and answers in whatever order they were entered', () => {
    fc.assert(fc.property(acts, fc.infiniteStream(fc.nat()), (drawn, chance) => {
      const { held, now } = run(drawn);
      const [first, ...rest] = held.events;
      const keys = chance.take(rest.length)[Symbol.iterator]();
      const distinct = rest.map((event, index): CaseEvent => ({ ...event, occurred: event.occurred + index * 60_000 }));
      const shuffled = distinct.map((event) => ({ event, key: keys.next().value ?? 0 })).toSorted((a, b) => a.key - b.key).map(({ event }, index) => ({ ...event, seq: index + 2, recorded: now + index }));
      const until = now + 100 * HOUR;
      const log = (events: readonly CaseEvent[]): readonly CaseEvent[] => (first ? [first, ...events] : []);
      expect(gist(replay(versions, log(shuffled), until))).toEqual(gist(replay(versions, log(distinct), until)));
    }), { numRuns: 100 });
  });

  test('time passing bit by bit gives the case that a replay at the end gives', () => {
    fc.assert(fc.property(acts, (drawn) => {
      const { held, now } = run(drawn);
      const end = now + 400 * HOUR;
      const note: Command = { type: 'addNote', words: 'Seen.', id: 'note', salt: 'n' };
      const direct = perform(versions, held.events, note, { now: end, role: 'clerk', person: 'A.B.' });
      const halfway = replay(versions, held.events, now + 100 * HOUR);
      const stepwise = perform(versions, halfway, note, { now: end, role: 'clerk', person: 'A.B.' });
      expect(told(stepwise as unknown as Case)).toEqual(told(direct as unknown as Case));
    }), { numRuns: 60 });
  });
});

describe('the hash chain', () => {
  test('holds for every log that the engine wrote', () => {
    fc.assert(fc.property(acts, (drawn) => {
      const { held } = run(drawn);
      expect(verifyChain(held.events)).toEqual({ ok: true, head: held.head, erased: [] });
    }), { numRuns: 40 });
  });

  test('finds any single change, and names the first place that does not fit', () => {
    const { held } = run(fc.sample(acts, { seed: 7, numRuns: 1 })[0] ?? []);
    const fields = ['id', 'case', 'seq', 'type', 'procedure', 'occurred', 'recorded', 'actor', 'payload', 'salt', 'digest', 'previous', 'hash'] as const;
    expect(held.events.length).toBeGreaterThan(3);
    fc.assert(fc.property(fc.nat(held.events.length - 1), fc.constantFrom(...fields), (index, field) => {
      const events = held.events.map((event, place) => (place === index ? { ...event, [field]: changed(event[field]) } : event));
      const found = verifyChain(events as readonly CaseEvent[]);
      expect(found.ok).toBe(false);
      expect(!found.ok && found.position).toBe(index + 1);
    }));
  });

  test('a payload erased for retention is named and breaks nothing; a dropped or swapped event is found', () => {
    const { events } = run(fc.sample(acts, { seed: 7, numRuns: 1 })[0] ?? []).held;
    const erased = events.map((event, index) => (index === 1 ? { ...event, salt: '', payload: {} } : event));
    expect(verifyChain(erased)).toMatchObject({ ok: true, erased: [2] });
    expect(verifyChain(events.toSpliced(1, 1))).toMatchObject({ ok: false, position: 2 });
    expect(verifyChain([events[1], events[0], ...events.slice(2)] as readonly CaseEvent[])).toMatchObject({ ok: false, position: 1 });
  });
});

function changed(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  return typeof value === 'string' ? `${value}x` : { ...(value as object), person: 'Z.Z.', version: 9 };
}
