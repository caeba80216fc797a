// Laws of moving a case: on every shipped walkthrough, at every step of it, to an equal version and to changed ones.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, deadlines, perform, previewMove, versionsOf, type Case, type Command } from '../../../engine/case/index.ts';
import { replay } from '../../../engine/case/replay.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { contentHash } from '../../../engine/procedure/version.ts';
import { walk } from '../../../engine/case/walkthrough.ts';
import { shippedWalkthroughs } from './shipped.ts';

interface Standing { readonly file: string; readonly procedure: Procedure; readonly settings: Readonly<Record<string, string | number | boolean>>; readonly held: Case }
const courses = shippedWalkthroughs().flatMap(({ file, walkthrough, procedure, versions }): readonly Standing[] => {
  const { case: held } = walk(walkthrough, versions);
  return held ? [{ file, procedure, settings: walkthrough.settings ?? {}, held }] : [];
});

/** A case of a shipped walkthrough as it stood after some of its events. */
const standing = fc.record({ course: fc.constantFrom(...courses), part: fc.double({ min: 0.05, max: 1, noNaN: true }) });

/** The first version as the walkthrough has it, and a second. */
function pairOf({ procedure, settings, held }: Standing, second: Procedure) {
  const [old, other] = [compile(procedure, { version: held.procedure.version, hash: held.procedure.hash, settings }), compile(second, { version: 99, hash: contentHash(second), settings })];
  return { versions: versionsOf([other, old]), pin: other.pin };
}
/** Everything but the log itself. */
const gist = ({ events: _events, head: _head, procedure: _procedure, ...rest }: Case): unknown => JSON.parse(JSON.stringify(rest));
const role = ({ procedure }: Standing): string => Object.keys(procedure.parties)[0] ?? '';

function told(course: Standing, part: number, second: Procedure) {
  const { versions, pin } = pairOf(course, second);
  const events = course.held.events.slice(0, Math.max(1, Math.round(course.held.events.length * part)));
  const now = Math.max(...events.flatMap(({ occurred, recorded }) => [occurred, recorded]));
  return { versions, pin, now, before: replay(versions, events, now) };
}
const acting = (course: Standing, now: number) => ({ now, role: role(course), person: 'Q.X.' });
const move = (pin: Case['procedure']): Command => ({ type: 'moveCase', id: 'move', salt: 's', to: pin, reason: 'New edition.' });
const undo: Command = { type: 'undoMove', id: 'undo', salt: 's', reason: 'Not yet.' };

/** A second version with every clock longer, or one task more in each stage, or half of its clocks gone. */
const changes: readonly ((procedure: Procedure) => Procedure)[] = [
  (one) => ({ ...one, timescales: Object.fromEntries(Object.entries(one.timescales ?? {}).map(([id, clock]) => [id, typeof clock.amount === 'number' ? { ...clock, amount: clock.amount + 3 } : clock])) }),
  (one) => ({ ...one, tasks: { ...one.tasks, 'look-anew': { shape: 'record', label: 'Look anew', by: [Object.keys(one.parties)[0] ?? ''], in: Object.keys(one.stages) } } }),
  ({ timescales: _gone, ...one }) => ({ ...one, transitions: one.transitions.filter(({ on }) => !('lapsed' in on)), rules: {} }),
];

describe('a move', () => {
  test('to a version that says the same changes nothing but the version', () => {
    fc.assert(fc.property(standing, ({ course, part }) => {
      const { versions, pin, now, before } = told(course, part, { ...course.procedure });
      if (before.closed !== undefined) return;
      const outcome = perform(versions, before, move(pin), acting(course, now));
      expect(outcome.ok ? '' : outcome.refusal.words).toBe('');
      if (!outcome.ok) return;
      expect(gist(outcome.case)).toEqual(gist(before));
      expect(outcome.case.procedure).toEqual(pin);
      expect(deadlines(versions, outcome.case, now)).toEqual(deadlines(versions, before, now));
    }), { numRuns: 60 });
  });

  test('undone by a further event leaves the case as it was, whatever the other version says', () => {
    let moved = 0;
    fc.assert(fc.property(standing, fc.constantFrom(...changes), ({ course, part }, change) => {
      const { versions, pin, now, before } = told(course, part, change(course.procedure));
      const outcome = perform(versions, before, move(pin), acting(course, now));
      if (!outcome.ok) return;
      moved += 1;
      const back = perform(versions, outcome.case, undo, acting(course, now + 60_000));
      expect(back.ok && gist(back.case)).toEqual(gist(replay(versions, before.events, now + 60_000)));
      expect(back.ok && back.case.procedure).toEqual(before.procedure);
    }), { numRuns: 60 });
    expect(moved).toBeGreaterThan(20);
  });

  test('is told again from its log as it was folded, and is what its preview said', () => {
    fc.assert(fc.property(standing, fc.constantFrom(...changes), ({ course, part }, change) => {
      const { versions, pin, now, before } = told(course, part, change(course.procedure));
      const preview = previewMove(versions, before, pin, {}, now);
      const outcome = perform(versions, before, move(pin), acting(course, now));
      if (!outcome.ok) return;
      expect(gist(replay(versions, outcome.case.events, now))).toEqual(gist(outcome.case));
      const is = new Map(deadlines(versions, outcome.case, now).map((one) => [`${one.timescale}/${one.task}/${one.recipient ?? ''}`, one]));
      for (const { timescale, recipient, now: view } of preview.deadlines) expect(view).toEqual(view && is.get(`${timescale}/${view.task}/${recipient ?? ''}`));
    }), { numRuns: 40 });
  });
});
