// Laws of merging and transferring, over random courses of an invented procedure: the log only grows, the way back
// gives the case it would have been, and nothing is done in between.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../../engine/case/hash.ts';
import { perform } from '../../../engine/case/perform.ts';
import { replay } from '../../../engine/case/replay.ts';
import type { Case, Command, CommandBody } from '../../../engine/case/types.ts';
import { acts, gist, HOUR, run, told, versions } from '../../fixtures/engine/courses.ts';

const other = { case: 'case-2', reference: 'OR-2' };
const ways: readonly (readonly [CommandBody, CommandBody])[] = [
  [{ type: 'mergeCase', into: other, reason: 'Twice.' }, { type: 'undoMerge', reason: 'Not twice.' }],
  [{ type: 'transferCase', to: 'North', reason: 'Moved.' }, { type: 'takeBack', reason: 'Not moved.' }],
  [{ type: 'transferCase', to: 'North', reason: 'Moved.' }, { type: 'takeIn', from: 'South' }],
];

function done(held: Case, body: CommandBody, id: string, now: number): Case {
  const outcome = perform(versions, held, { ...body, id, salt: id } as Command, { now, role: 'chief', person: 'A.B.' });
  if (!outcome.ok) throw new Error(outcome.refusal.words);
  return outcome.case;
}

describe('setting a case aside and back', () => {
  test('gives the case that it would have been, at whatever time, and leaves a log that only grew', () => {
    fc.assert(fc.property(acts, fc.constantFrom(...ways), fc.integer({ min: 0, max: 300 }), (drawn, [away, back], hours) => {
      const { held, now } = run(drawn);
      const later = now + hours * HOUR + 1;
      const aside = done(held, away, 'away', now);
      const again = done(aside, back, 'back', later);
      expect(gist(again)).toEqual(gist(replay(versions, held.events, later)));
      expect(again.events.slice(0, held.events.length)).toEqual(held.events);
      expect(again.events).toHaveLength(held.events.length + 2);
      expect(verifyChain(again.events).ok).toBe(true);
      expect(told(replay(versions, again.events, later))).toEqual(told(again));
    }), { numRuns: 20 });
  });

  test('refuses every act in between, and its replay is the case that was folded', () => {
    fc.assert(fc.property(acts, fc.constantFrom(...ways), (drawn, [away]) => {
      const { held, now, accepted } = run(drawn);
      const aside = done(held, away, 'away', now);
      expect(told(replay(versions, aside.events, now))).toEqual(told(aside));
      for (const { command, role } of accepted) expect(perform(versions, aside, { ...command, id: `${command.id}-anew` }, { now: now + 1, role, person: 'A.B.' })).toMatchObject({ ok: false, refusal: { code: 'elsewhere' } });
    }), { numRuns: 12 });
  });
});

test('a case merged in and parted again, with what was carried over, is the case it would have been; later acts stay', () => {
  const asked = fc.record({ drawn: acts, looked: fc.boolean(), harmed: fc.boolean() });
  fc.assert(fc.property(asked, ({ drawn, looked, harmed }) => {
    const { held, now } = run(drawn);
    if (held.closed !== undefined) return;
    const carry: CommandBody = { type: 'recordAnswers', mode: 'change', answers: { looked: { value: looked }, harmed: { value: harmed } }, origin: { ...other, merge: 'm' } };
    const note: CommandBody = { type: 'addNote', words: 'Own.' };
    const acting = { now: now + 3, role: 'chief', person: 'A.B.' };
    const received = done(held, { type: 'receiveMerge', from: other, reason: 'Twice.' }, 'm', now + 1);
    const carried = perform(versions, received, { ...carry, id: 'c', salt: 'c' } as Command, { ...acting, now: now + 2 });
    const noted = done(carried.ok ? carried.case : received, note, 'own', now + 3);
    const parted = done(noted, { type: 'undoMerge', reason: 'Not twice.' }, 'back', now + 4);
    const apart = perform(versions, held, { ...note, id: 'own', salt: 'own' }, acting);
    expect(apart.ok && gist(replay(versions, apart.case.events, now + 4))).toEqual(gist(parted));
    expect(parted.events.map(({ id }) => id)).toEqual([...noted.events.map(({ id }) => id), 'back']);
  }), { numRuns: 20 });
});
