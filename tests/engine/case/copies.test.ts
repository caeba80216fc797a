// Two copies of one case: the fork is found at the right entry, whatever was entered; a copy becomes a case of its own.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asSeparateCase, compareCopies } from '../../../engine/case/copies.ts';
import { verifyChain } from '../../../engine/case/hash.ts';
import { perform } from '../../../engine/case/perform.ts';
import { replay } from '../../../engine/case/replay.ts';
import type { CaseEvent } from '../../../engine/case/types.ts';
import { acts, gist, run, versions } from '../../fixtures/engine/courses.ts';

/** The log with notes after some of its entries, as somebody would have gone on from there. */
function gone(events: readonly CaseEvent[], notes: number, by: string, now: number): readonly CaseEvent[] {
  const log = [...events];
  for (let n = 0; n < notes; n += 1) {
    const outcome = perform(versions, log, { type: 'addNote', words: `Note ${n} of ${by}.`, id: `${by}-${n}`, salt: by }, { now: now + n, role: 'clerk', person: by });
    if (outcome.ok) log.push(...outcome.events);
  }
  return log;
}

describe('two copies', () => {
  test('part at the first entry that differs; a copy that only goes on is no fork', () => {
    const drawn = fc.record({ course: acts, part: fc.double({ min: 0, max: 1, noNaN: true }), ours: fc.nat({ max: 3 }), theirs: fc.nat({ max: 3 }) });
    fc.assert(fc.property(drawn, ({ course, part, ours, theirs }) => {
      const { held, now } = run(course);
      const common = held.events.slice(0, 1 + Math.floor(part * (held.events.length - 1)));
      const expected = ours > 0 && theirs > 0 ? 'fork' : theirs > 0 ? 'longer' : ours > 0 ? 'older' : 'same';
      expect(compareCopies(gone(common, ours, 'O.O.', now), gone(common, theirs, 'T.T.', now))).toEqual({ standing: expected, shared: common.length });
      expect(compareCopies([], gone(common, theirs, 'T.T.', now)).standing).toBe('fresh');
    }), { numRuns: 25 });
  });

  test('that have nothing in common part at the first entry', () => {
    const { held } = run([]);
    const other = asSeparateCase(held.events, { case: 'case-9', reference: 'OR-9' });
    expect(compareCopies(held.events, other)).toEqual({ standing: 'fork', shared: 0 });
  });
});

describe('a copy kept as a case of its own', () => {
  test('says the same of everything but its id and its reference, and its chain holds', () => {
    fc.assert(fc.property(acts, (drawn) => {
      const { held, now } = run(drawn);
      const log = asSeparateCase(held.events, { case: 'case-9', reference: 'OR-9' });
      expect(verifyChain(log)).toMatchObject({ ok: true });
      expect(log.map(({ id, seq, type, occurred, recorded, actor }) => [id, seq, type, occurred, recorded, actor])).toEqual(held.events.map(({ id, seq, type, occurred, recorded, actor }) => [id, seq, type, occurred, recorded, actor]));
      const separate = replay(versions, log, now);
      expect([separate.id, separate.reference]).toEqual(['case-9', 'OR-9']);
      expect(gist(separate)).toEqual(gist(replay(versions, held.events, now)));
    }), { numRuns: 15 });
  });

  test('is not made of a case of which something was erased', () => {
    const { held } = run([]);
    expect(() => asSeparateCase(held.events.map((event) => ({ ...event, salt: '', payload: {} })), { case: 'case-9', reference: 'OR-9' })).toThrow(RangeError);
  });
});
