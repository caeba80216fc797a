// What a move to another version does to a case: it rests in the other chart from that moment on, with its answers,
// records and visits as they were. What the other version asks besides comes up; what it does not know falls away and
// says so. The past is not judged anew.
import type { Id } from '../../procedure/types.ts';
import { canonical } from '../../procedure/canonical.ts';
import type { CompiledProcedure } from '../compile.ts';
import { inside, note, ownRecord, recordOf, type Draft } from '../folded.ts';
import { afterMove, raiseNew } from '../lifecycle.ts';
import { noteVisits } from '../moves.ts';
import { readPayload } from '../payloads.ts';
import { periodsAnew } from '../periods.ts';
import { askAll, settle, settling } from '../settle.ts';
import type { CaseEvent } from '../types.ts';
import { stageLabel, textOf } from '../words.ts';
import { placesOf } from './places.ts';

/** Takes the case over at the moment of the event, which was folded on the version left. */
export function carryOver(from: CompiledProcedure, to: CompiledProcedure, draft: Draft, event: CaseEvent & { readonly type: 'caseMoved' }): void {
  takeOver(from, to, draft, restIn(from, to, draft, event));
}

/** Takes the case over to a chart that has the same stages and more, at the last moment it was told. */
export function carryOn(from: CompiledProcedure, to: CompiledProcedure, draft: Draft): void {
  takeOver(from, to, draft, restAt(to, draft, from.stepper.leaves(draft[inside].snapshot)));
}

interface Rested { readonly left: readonly Id[]; readonly entered: readonly Id[] }

function takeOver(from: CompiledProcedure, to: CompiledProcedure, draft: Draft, { left, entered }: Rested): void {
  const at = draft[inside].until;
  noteVisits(draft, left, entered, at, undefined);
  afterMove(from, draft, { entered: [], left }, at);
  draft.procedure = to.pin;
  forgetOthers(from, to, draft);
  nameType(from, to, draft, entered);
  const act = settling(to, draft, at);
  for (const [place, { id }] of to.plans.exchanges.entries()) if (recordOf(draft, id)?.state === 'open') act.staleExchanges.add(place);
  askAll(act);
  afterMove(to, draft, { entered, left: [] }, at);
  raiseNew(to, draft, at);
  periodsAnew(to, draft, at);
  settle(act);
}

function restIn(from: CompiledProcedure, to: CompiledProcedure, draft: Draft, event: CaseEvent & { readonly type: 'caseMoved' }): Rested {
  const places = placesOf(from, to, draft, readPayload(event).stages ?? {});
  const states = places.flatMap(({ state }) => state ?? []);
  for (const { stage, state } of places) if (state === undefined) noteUnplaced(from, draft, event, stage);
  // What was entered late may have put the case where nobody said how it goes on: it then begins where its door leads.
  return restAt(to, draft, states.length > 0 ? states : (to.procedure.doors[draft.door] ?? Object.values(to.procedure.doors)[0])?.to ?? []);
}

function restAt(to: CompiledProcedure, draft: Draft, states: readonly string[]): Rested {
  const snapshot = to.stepper.resting(states, draft[inside].snapshot);
  const [before, after] = [draft.stages, to.stepper.stages(snapshot)];
  draft[inside].snapshot = snapshot;
  draft.state = snapshot.value;
  draft.stages = after;
  return { left: before.filter((id) => !after.includes(id)), entered: after.filter((id) => !before.includes(id)) };
}

function noteUnplaced({ procedure }: CompiledProcedure, draft: Draft, event: CaseEvent, stage: Id): void {
  note(draft, {
    code: 'unsupported-act', event: event.id, words: `The case was moved to another version, and nobody said where “${stageLabel(procedure, stage)}” goes on.`,
    remedy: 'Undo the move and make it again, or take the case on by hand.',
  });
}

/** Forgets what only the version left could tell. A rule whose effect is the same keeps its result, so that what it asked for is not asked for again. */
function forgetOthers(from: CompiledProcedure, to: CompiledProcedure, draft: Draft): void {
  const held = draft[inside];
  held.answers = held.answers.where(to.places.questions, () => true);
  held.tasks = held.tasks.where(to.places.tasks, () => true);
  const same = (id: Id): boolean => canonical(from.rules.get(id)?.rule.then ?? {}) === canonical(to.rules.get(id)?.rule.then ?? null);
  held.truths = held.truths.where(to.places.rules, same);
  held.since = held.since.where(to.places.rules, (id) => to.rules.has(id));
  held.clocks = held.clocks.where(to.places.clocks, (id) => to.timescales.get(id)?.timescale.for === from.timescales.get(id)?.timescale.for);
  held.waiting = held.waiting.filter(({ event, stage }) => draft.stages.includes(stage) && to.routes.get(event)?.some((route) => route.from === stage));
  for (const task of Object.keys(draft.tasks)) fallAway(from, to, draft, task);
}

/** True when the version that a case comes to can go on with what was begun on the one it leaves. */
export const goesOn = (from: CompiledProcedure, to: CompiledProcedure, task: Id): boolean => to.procedure.tasks[task]?.shape === from.procedure.tasks[task]?.shape;

function fallAway(from: CompiledProcedure, to: CompiledProcedure, draft: Draft, task: Id): void {
  if (recordOf(draft, task)?.state !== 'open' || goesOn(from, to, task)) return;
  const record = ownRecord(draft, task);
  if (!record) return;
  record.state = 'withdrawn';
  record.reasons = `Version ${to.pin.version}, to which the case was moved, does not have it.`;
}

/** The case is called as the other version calls the stages it comes to, and those that gave it its name. */
function nameType(from: CompiledProcedure, to: CompiledProcedure, draft: Draft, entered: readonly Id[]): void {
  for (const stage of draft.stages) {
    const [was, now] = [from, to].map(({ procedure }) => textOf(procedure.stages[stage]?.caseType));
    if (now !== undefined && (entered.includes(stage) || was === draft.caseType)) draft.caseType = now;
  }
}
