// Why a clock has no date and a stage is not entered, and the least that would change it: what is said is supplied
// exactly, and the clock has its date, the stage is entered; with any one part left out, they are not.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, deadlines, replay, versionsOf, type CompiledProcedure } from '../../../engine/case/index.ts';
import type { Folded } from '../../../engine/case/folded.ts';
import { walk } from '../../../engine/case/walkthrough.ts';
import type { Walkthrough } from '../../../engine/case/walkthrough-types.ts';
import { happeningDoers } from '../../../engine/verify/explain/words.ts';
import { supplied, type Happening, type Stand } from '../../../engine/verify/explain/happen.ts';
import { outlookOf } from '../../../engine/verify/explain/plans.ts';
import { wouldEnter, wouldStart, type Coming } from '../../../engine/verify/explain/start.ts';
import { shippedAs } from './shipped.ts';

const walkthroughOf = (id: string): Walkthrough => JSON.parse(readFileSync(new URL(`../../../examples/${id}/walkthrough.json`, import.meta.url), 'utf8'));

/** Every way of leaving one part out: a whole happening, or one fact or date in it. */
function lessByOne(needs: readonly Happening[]): readonly (readonly Happening[])[] {
  return needs.flatMap((one, index) => {
    const parts = 'answers' in one ? Object.keys(one.answers ?? {}) : [];
    const changed = (less: Happening): readonly Happening[] => needs.map((other, at) => (at === index ? less : other));
    return [
      needs.filter((_, at) => at !== index),
      ...parts.map((id) => changed({ ...one, answers: Object.fromEntries(Object.entries('answers' in one ? (one.answers ?? {}) : {}).filter(([key]) => key !== id)) } as Happening)),
      ...('from' in one && one.from !== undefined ? [changed({ ...one, from: 0 })] : []),
    ];
  });
}

const counted = { there: 0, needs: 0, none: 0, steps: 0, facts: 0 };

function holds(stand: Stand, coming: Coming, is: (after: Stand) => boolean, name: string): void {
  if (coming.there) { counted.there += 1; return; }
  expect(coming.words.length, name).toBeGreaterThan(15);
  if (!coming.needs) { counted.none += 1; return; }
  counted.needs += 1;
  counted.steps = Math.max(counted.steps, coming.needs.length);
  counted.facts += coming.needs.filter((one) => 'answers' in one).length;
  const after = supplied(stand, coming.needs);
  expect(after && is(after), `${name}: ${coming.words}`).toBe(true);
  for (const fewer of lessByOne(coming.needs)) { const without = supplied(stand, fewer); expect(without !== undefined && is(without), `${name} with ${JSON.stringify(fewer)}`).toBe(false); }
}

/** By the case's own views, not by what the explanation looks at. */
const hasDate = (compiled: CompiledProcedure, timescale: string) => ({ held, now }: Stand): boolean => deadlines(versionsOf([compiled]), held.events, now).some((one) => one.timescale === timescale && one.date !== undefined);
const cameTo = (stage: string, before: Folded) => ({ held }: Stand): boolean => held.visits.filter((visit) => visit.stage === stage).length > before.visits.filter((visit) => visit.stage === stage).length;

describe('what would lead there is supplied exactly, and one part less is not enough', () => {
  test.each(['tower-hamlets', 'trafford', 'kscp', 'bath-and-north-east-somerset', 'stockport'])('%s: every stage and clock, along its walkthrough', { timeout: 240_000 }, (id) => {
    const compiled = compile(shippedAs(id));
    const versions = versionsOf([compiled]);
    const { events } = walk(walkthroughOf(id), versions);
    Object.assign(counted, { there: 0, needs: 0, none: 0, steps: 0, facts: 0 });
    for (const length of [1, Math.floor(events.length / 2)]) {
      const now = (events[length - 1]?.recorded ?? 0) + 60_000;
      const held = replay(versions, events.slice(0, length), now) as Folded;
      const outlook = outlookOf(compiled, held, now);
      // One in three, so that the whole stays quick.
      const some = <T>(all: readonly T[]): readonly T[] => all.filter((_, index) => (index + length) % 3 === 0);
      for (const stage of some(Object.keys(compiled.procedure.stages))) if (!held.stages.includes(stage)) holds(outlook.stand, wouldEnter(outlook, stage), cameTo(stage, held), `${length} ${stage}`);
      for (const { timescale } of some(deadlines(versions, held, now).filter(({ state }) => state === 'pending' || state === 'no-date'))) holds(outlook.stand, wouldStart(outlook, timescale), hasDate(compiled, timescale), `${length} ${timescale}`);
    }
    expect(counted.needs).toBeGreaterThan(counted.none);
    expect(counted.steps).toBeGreaterThan(2);
  });
});

describe('what is said', () => {
  const compiled = compile(shippedAs('tower-hamlets'));
  const { events } = walk(walkthroughOf('tower-hamlets'), versionsOf([compiled]));
  const now = (events[0]?.recorded ?? 0) + 60_000;
  const outlook = outlookOf(compiled, replay(versionsOf([compiled]), events.slice(0, 1), now) as Folded, now);

  test('a clock that a gap leaves without a number is started by nothing', () => {
    expect(wouldStart(outlook, 'final-decision-no-date')).toMatchObject({ there: false, needs: undefined, words: expect.stringContaining('gives no number') as string });
  });

  test('a stage that the case stands in, and a clock that has its date', () => {
    expect(wouldEnter(outlook, 'incident-reported')).toMatchObject({ there: true });
    expect(wouldStart(outlook, 'alert-24-hours')).toMatchObject({ there: true });
  });

  test('acts, options and facts by their labels, each with whose it is', () => {
    const coming = wouldEnter(outlook, 'tell-senior-leaders');
    const needs = coming.there ? [] : (coming.needs ?? []);
    expect(coming.words).toBe('It takes the way on “Escalate” chosen, “Send the Serious Incident Alert Form” done and “Receive the alert” done with “Is this alert to note only?”: no.');
    expect(needs.map((one) => happeningDoers(compiled, outlook.stand.held, one).length > 0)).not.toContain(false);
  });
});
