// After an act only what it touched is asked again. Held to asking everything: every rule, every clock and every
// exchange of the case, which must then stand as it stood, on any course and along every shipped walkthrough.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Versions } from '../../../engine/case/compile.ts';
import { draftOf, finish, inside, type Folded } from '../../../engine/case/folded.ts';
import { caseAt, replay } from '../../../engine/case/replay.ts';
import { askAll, settle, settling } from '../../../engine/case/settle.ts';
import { Slots } from '../../../engine/case/slots.ts';
import type { Case } from '../../../engine/case/types.ts';
import { walk } from '../../../engine/case/walkthrough.ts';
import { acts, run, told, versions as orchards } from '../../fixtures/engine/courses.ts';
import { shippedWalkthroughs } from './shipped.ts';

/** The case with everything asked anew at the last moment that it was told. */
function askedAnew(versions: Versions, { folded }: { readonly folded: Folded }): Folded {
  const { compiled } = caseAt(versions, folded, folded.asOf);
  const draft = draftOf(folded);
  const act = settling(compiled, draft, draft[inside].until);
  askAll(act);
  for (const place of compiled.plans.exchanges.keys()) act.staleExchanges.add(place);
  settle(act);
  return finish(draft);
}

/** A closed case keeps the clocks that it had of tasks which never came up; nothing asks for them any more. */
function kept(versions: Versions, held: Folded): unknown {
  const { truths, since, clocks, waiting } = held[inside];
  const { timescales } = caseAt(versions, held, held.asOf).compiled;
  const asked = clocks.entries().filter(([id]) => held.closed === undefined || held.tasks[timescales.get(id)?.timescale.for ?? ''] !== undefined);
  const reckoned = asked.flatMap(([timescale, all]) => all.map(({ state, latest, earliest, met, recipient }) => ({ timescale, state, latest, earliest, met, recipient })));
  return [told(held), truths.entries(), since.entries(), reckoned, waiting];
}

function expectSame(versions: Versions, held: Case): void {
  const before = caseAt(versions, held, held.asOf);
  expect(kept(versions, askedAnew(versions, before))).toEqual(kept(versions, before.folded));
}

describe('what is asked again after an act is enough', () => {
  test('on any course of acts', () => {
    fc.assert(fc.property(acts, (drawn) => {
      const { held } = run(drawn, (before) => expectSame(orchards, before));
      expectSame(orchards, held);
    }), { numRuns: 25 });
  }, 60_000);

  test('along every walkthrough', () => {
    for (const { walkthrough, versions } of shippedWalkthroughs()) {
      const { events } = walk(walkthrough, versions);
      for (let told = 1; told <= events.length; told += told < 4 ? 1 : 12) expectSame(versions, replay(versions, events.slice(0, told), events[told - 1]?.recorded ?? 0));
    }
  }, 120_000);

  test('and it is seen when something is not', () => {
    const { held } = run([]);
    const { compiled, folded } = caseAt(orchards, held, held.asOf);
    const draft = draftOf(folded);
    draft[inside].answers = new Slots(compiled.places.questions);
    expect(kept(orchards, askedAnew(orchards, { folded: finish(draft) }))).not.toEqual(kept(orchards, finish(draft)));
  });
});
