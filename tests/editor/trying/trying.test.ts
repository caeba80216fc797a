// A draft tried on an invented case, without a screen: each shipped procedure runs from its ways in as far as pressing
// what is offered leads; what cannot be tried says why.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { backOne, beginTrying, clockOf, doIt, heldOf, later, nextDue, offersOf, triedOf, type Trying } from '../../../editor/trying/trying.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { instantOf, parseDay } from '../../../engine/time/index.ts';
import { thirteen } from '../../fixtures/editor/thirteen.ts';

const at = instantOf(parseDay('2026-12-21') ?? 0, 540);
const shipped = readdirSync('procedures', { withFileTypes: true }).filter((each) => each.isDirectory()).map(({ name }): readonly [string, Procedure] => [name, JSON.parse(readFileSync(`procedures/${name}/procedure.json`, 'utf8')) as Procedure]);
function begun(procedure: Procedure, door = Object.keys(procedure.doors)[0] ?? ''): Trying {
  const began = beginTrying(procedure, door, at);
  if (!began.ok) throw new Error(began.words);
  return began.trying;
}

/** Presses the first thing offered that can be done and was not pressed twice; moves the clock where nothing can. */
function pressed(start: Trying, most: number): { readonly trying: Trying; readonly steps: number } {
  const times = new Map<string, number>();
  let trying = start;
  let steps = 0;
  for (let turn = 0; turn < most; turn++) {
    const next = offersOf(trying).filter(({ key }) => (times.get(key) ?? 0) < 1).map((offer) => ({ offer, after: doIt(trying, offer) })).find(({ after }) => after.ok);
    if (next?.after.ok === true) {
      times.set(next.offer.key, (times.get(next.offer.key) ?? 0) + 1);
      trying = next.after.trying;
      steps += 1;
    } else {
      const coming = nextDue(trying);
      if (coming === undefined) break;
      trying = later(trying, coming.at);
    }
  }
  return { trying, steps };
}

describe('a draft tried', () => {
  test.each(shipped)('%s goes on from its first way in, and the path is told', (_, procedure) => {
    const { trying, steps } = pressed(begun(procedure), 8);
    expect(steps).toBeGreaterThan(3);
    const { been, now } = triedOf(trying);
    expect([...been, ...now].every((id) => id in trying.book.compiled.procedure.stages)).toBe(true);
    expect(been.length).toBeGreaterThan(1);
    expect(trying.said.length).toBeGreaterThanOrEqual(steps);
  }, 60_000);

  test('a step is taken back and the clock moved, and the draft stays as it is', () => {
    const before = JSON.stringify(thirteen);
    const start = begun(thirteen);
    const { trying } = pressed(start, 2);
    expect(triedOf(trying)).not.toEqual(triedOf(start));
    expect(heldOf(backOne(backOne(trying))).events.length).toBeLessThan(heldOf(trying).events.length);
    const moved = later(trying, clockOf(trying) + 86_400_000);
    expect(clockOf(moved)).toBe(clockOf(trying) + 86_400_000);
    expect(JSON.stringify(thirteen)).toBe(before);
  });

  test('what cannot be compiled or opened says why, and nothing is thrown', () => {
    expect(beginTrying({ ...thirteen, doors: {} }, 'none', at).ok).toBe(false);
    const broken = beginTrying({ ...thirteen, transitions: [{ id: 'x', from: ['nowhere'], on: { done: 'nothing' }, to: 'nobody' }] }, Object.keys(thirteen.doors)[0] ?? '', at);
    expect(broken.ok ? '' : broken.words).not.toBe('');
  });
});
