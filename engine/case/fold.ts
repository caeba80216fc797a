// A log becomes a case. One event is folded onto an immutable case; between events, clocks that ran out are
// derived at their instants and never stored. The same fold serves a replay and a single new event.
import type { Instant } from '../time/index.ts';
import { apply, setAnswers, type Corrections } from './apply.ts';
import { blankOf } from './blank.ts';
import type { CompiledProcedure } from './compile.ts';
import { takeComing, toldAt } from './dated-answers.ts';
import { clockKey, hasLapsed, noClocks, type Clock } from './due.ts';
import { findingsOf } from './findings.ts';
import { draftOf, finish, inside, laterAs, ownMap, touch, type Draft, type Folded } from './folded.ts';
import { inForceTurns } from './in-force.ts';
import { raise } from './lifecycle.ts';
import { comePeriod } from './periods.ts';
import { comeReminder } from './hold-reminders.ts';
import { payloadAs } from './payloads.ts';
import type { Held } from './scope.ts';
import { enter, settle, settling, trigger, type Settling } from './settle.ts';
import { nextTurn, takeTurn, type Turn } from './turns.ts';
import type { CaseEvent } from './types.ts';

/** The case before its first event has been settled. */
export function openDraft(compiled: CompiledProcedure, event: CaseEvent): Draft {
  const { case: id, reference, door, source } = payloadAs(event, 'caseOpened');
  const { procedure, occurred } = event;
  const draft = draftOf(blankOf(compiled).held);
  Object.assign(draft, { id, reference, procedure, door, source, asOf: occurred, opened: occurred } satisfies Partial<Draft>);
  Object.assign(draft[inside], { turns: inForceTurns(compiled.procedure, occurred), until: occurred } satisfies Partial<Draft[typeof inside]>);
  return draft;
}

/** Folds one event onto the draft: first the clocks that ran out before it, then what it did. */
export function foldEvent(compiled: CompiledProcedure, draft: Draft, event: CaseEvent, corrections: Corrections): void {
  const at = Math.max(toldAt(event), draft.opened);
  passTime(compiled, draft, at);
  draft.asOf = Math.max(draft.asOf, at);
  const act = settling(compiled, draft, at);
  if (event.type === 'caseOpened') {
    setAnswers({ settling: act, event, corrections }, payloadAs(event, event.type).answers);
    enter(act, draft.door);
  } else apply(act, event, corrections);
  settle(act);
  draft[inside].until = at;
}

/** Derives what comes of time alone before an instant, each at its own instant and in that order: dates that come, then clocks that run out. */
function passTime(compiled: CompiledProcedure, draft: Draft, until: Instant): void {
  for (;;) {
    const [lapsing, turning] = [nextLapse(compiled, draft, until), nextTurn(draft, until)];
    if (turning && (!lapsing || turning.at <= lapsing.at)) turn(compiled, draft, turning);
    else if (lapsing) lapse(compiled, draft, lapsing);
    else return;
  }
}

function turn(compiled: CompiledProcedure, draft: Draft, turning: Turn): void {
  const act = settling(compiled, draft, Math.max(turning.at, draft[inside].until));
  draft.asOf = Math.max(draft.asOf, act.at);
  takeTurn(draft, turning);
  if (turning.coming) takeComing(draft, turning.coming);
  if (turning.reminder) comeReminder(compiled, draft, turning.reminder, turning.at);
  if (turning.period) comePeriod(compiled, draft, turning.period, act.at);
  touch(draft, ...turning.touch);
  settle(act);
  draft[inside].until = act.at;
}

/** A clock and the first instant that no longer complies. */
interface Lapse { readonly clock: Clock; readonly at: Instant }

function nextLapse({ watched }: CompiledProcedure, held: Held, until: Instant): Lapse | undefined {
  let next: Lapse | undefined;
  const { clocks, lapsed } = held[inside];
  for (const place of watched) {
    for (const clock of clocks.at(place) ?? noClocks) {
      const { latest } = clock;
      if (latest === undefined || !hasLapsed(clock, until) || lapsed[clockKey(clock)] === latest) continue;
      if (!next || latest + 1 < next.at) next = { clock, at: latest + 1 };
    }
  }
  return next;
}

function lapse(compiled: CompiledProcedure, draft: Draft, { clock, at }: Lapse): void {
  // A clock may be found to have run out before the case reached this point: it is told now, not in the past.
  const act = settling(compiled, draft, Math.max(at, draft[inside].until));
  draft.asOf = Math.max(draft.asOf, act.at);
  ownMap(draft, 'lapsed')[clockKey(clock)] = at - 1;
  touch(draft, 'clock', clock.timescale);
  trigger(act, `lapsed.${clock.timescale}`);
  raiseOnLapse(act, clock);
  settle(act);
  draft[inside].until = act.at;
}

function raiseOnLapse({ compiled, draft, at }: Settling, { timescale }: Clock): void {
  const onLapse = compiled.procedure.timescales?.[timescale]?.onLapse;
  const plan = typeof onLapse === 'object' ? compiled.plans.tasks.get(onLapse.task) : undefined;
  if (plan) raise(draft, plan, at);
}

/** The case at an instant, from the case at its last event. Where no clock ran out since, only the instant differs. */
export function advance(compiled: CompiledProcedure, settled: Folded, asOf: Instant): Folded {
  const instant = Math.max(settled.asOf, asOf);
  if (nextLapse(compiled, settled, instant) === undefined && nextTurn(settled, instant) === undefined) return instant === settled.asOf ? settled : laterAs(settled, instant);
  const draft = draftOf(settled);
  passTime(compiled, draft, instant);
  draft.asOf = instant;
  draft.findings = findingsOf(compiled, draft);
  draft[inside].settled = settled;
  return finish(draft);
}
