// What a walkthrough visits: run act by act on the engine, looking at the case after each. It judges no expectation.
import { perform, versionsOf, type CompiledProcedure } from '../../case/index.ts';
import { hasLapsed } from '../../case/due.ts';
import { inside, type Folded } from '../../case/folded.ts';
import { caseAt } from '../../case/replay.ts';
import type { Case } from '../../case/types.ts';
import type { Acting } from '../../case/perform.ts';
import { commandOf } from '../../case/walkthrough.ts';
import type { Walkthrough, WalkthroughAct } from '../../case/walkthrough-types.ts';
import { parseDateTime, type Instant } from '../../time/index.ts';

/** Names of the targets that a walkthrough visits. Refused acts visit nothing; what it expects is not looked at. */
export function visitsOf(compiled: CompiledProcedure, walkthrough: Pick<Walkthrough, 'id' | 'procedure' | 'steps'>): ReadonlySet<string> {
  const versions = versionsOf([compiled]);
  const seen = new Set<string>();
  let held: Case | undefined;
  for (const [index, step] of walkthrough.steps.entries()) {
    const at = parseDateTime(step.at);
    if (at === undefined) continue;
    if ('do' in step) {
      if (!held && step.do.type !== 'openCase') continue;
      const outcome = perform(versions, held ?? [], commandOf(step, walkthrough.id, index), actingOf(walkthrough.procedure, step, at));
      if (outcome.ok) held = outcome.case;
    }
    if (held) note(caseAt(versions, held, at).folded, at, seen);
  }
  return seen;
}

export function actingOf(procedure: string, { as, person, onBehalfOf }: WalkthroughAct, now: Instant): Acting {
  return { now, role: as, person, procedure, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
}

/** Notes where a case stands at an instant. */
export function note(held: Folded, at: Instant, seen: Set<string>): void {
  const { taken, truths, clocks } = held[inside];
  for (const { stage } of held.visits) seen.add(`stage:${stage}`);
  for (const [route] of taken.entries()) seen.add(`route:${route}`);
  for (const [rule, truth] of truths.entries()) if (truth !== 'unknown') seen.add(`rule:${rule} ${truth}`);
  for (const [timescale, all] of clocks.entries()) if (all.some((clock) => hasLapsed(clock, at))) seen.add(`missed:${timescale}`);
}
