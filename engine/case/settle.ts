// Bringing a case to rest after something happened: rules are asked anew, tasks raised and withdrawn, exchanges
// found complete, triggers offered to the stages, until nothing changes. Only what an event touched is asked.
import type { Id } from '../procedure/types.ts';
import { EndlessLoop, MOST_STEPS } from '../statechart/index.ts';
import type { Instant } from '../time/index.ts';
import { blankOf } from './blank.ts';
import type { CompiledProcedure, CompiledRule } from './compile.ts';
import { noClocks, type Clock } from './due.ts';
import { inside, ownSlots, ownRecord, recordOf, touch, type Draft, type OwnRecord } from './folded.ts';
import { isCounted } from './grounds.ts';
import { endHolds } from './holds.ts';
import { afterDone, afterMove, afterRule, atOpening } from './lifecycle.ts';
import { comeIn, offer, wayOut, type Move, type Trigger } from './moves.ts';
import type { Scope } from '../criteria/types.ts';
import { closingAt } from './in-force.ts';
import { isJoined, noteGoneOn } from './joins.ts';
import { notePeriods, periodsAtOpening } from './periods.ts';
import { isComplete, recipientsAsked } from './recipients.ts';
import { mayOpenAgain, openAgain } from './reopening.ts';
import type { Kind } from './reads.ts';
import { scopeOf } from './scope.ts';
import { Marks } from './slots.ts';
import { textOf } from './words.ts';

/** A case on its way to rest: what happened and is still to be told to the stages. */
export interface Settling {
  readonly compiled: CompiledProcedure;
  readonly draft: Draft;
  readonly at: Instant;
  readonly triggers: Trigger[];
  /** Tasks done, whose followers are raised once the stages have moved. */
  readonly done: Id[];
  /** Clocks and exchanges, by their places, that something which they depend on was touched of; rules to be asked. */
  readonly staleClocks: Marks;
  readonly staleExchanges: Marks;
  readonly asked: Marks;
  /** Groups whose end was offered. */
  readonly ended: Id[];
  readonly scope: Scope;
  /** Exchanges opened again: each once, so that recipients who depend on it do not keep it turning. */
  readonly openedAgain: Id[];
}

export function settling(compiled: CompiledProcedure, draft: Draft, at: Instant): Settling {
  return { compiled, draft, at, triggers: [], done: [], staleClocks: new Marks(), staleExchanges: new Marks(), asked: new Marks(), ended: [], scope: scopeOf(compiled, draft, at), openedAgain: [] };
}

/** Lets the stages that are active now hear of something. */
export function trigger({ compiled, draft, triggers }: Settling, event: string): void {
  if (compiled.routes.has(event)) triggers.push({ event, stages: draft.stages });
}

/** Marks the draft's own current record of a task done, and tells. */
export function complete(settling: Settling, record: OwnRecord): void {
  record.state = 'done';
  record.done = settling.at;
  for (const option of record.options ?? []) trigger(settling, `option.${record.task}.${option}`);
  trigger(settling, `done.${record.task}`);
  settling.done.push(record.task);
}

/** Brings a new case in by its door and raises its first tasks. */
export function enter(settling: Settling, door: Id): void {
  const { compiled, draft, at, asked, staleClocks } = settling;
  const first = blankOf(compiled);
  asked.addAll(first.rules);
  staleClocks.addAll(first.clocks);
  askTouched(settling);
  draft.labels = labelsOf(compiled, draft);
  noteMoves(settling, comeIn(compiled, draft, door, at));
  atOpening(compiled, draft, at);
  periodsAtOpening(compiled, draft, at);
}

/** Asks every rule and counts every clock, of a case that has come to another version. */
export function askAll(settling: Settling): void {
  const { compiled, draft, asked, staleClocks } = settling;
  for (const { place } of compiled.ruleAt) asked.add(place);
  askMarked(settling);
  for (const place of compiled.places.clocks.names.keys()) staleClocks.add(place);
  draft.labels = labelsOf(compiled, draft);
}

/** Settles the case. Throws EndlessLoop when it does not come to rest. */
export function settle(settling: Settling): void {
  let event = '';
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    askTouched(settling);
    const next = settling.triggers.shift();
    if (next) {
      event = next.event;
      noteMoves(settling, offer(settling.compiled, settling.draft, next, settling.at));
    } else if (!moveOn(settling)) return closeIfEnded(settling);
  }
  throw new EndlessLoop(event);
}

/** What follows once every trigger was heard; false when nothing does. */
function moveOn(settling: Settling): boolean {
  const { compiled, draft, at, done } = settling;
  if (completeExchanges(settling)) return true;
  const followed = done.length > 0;
  for (let task = done.shift(); task !== undefined; task = done.shift()) afterDone(compiled, draft, task, at);
  return draft[inside].touched.length > 0 || followed || countClocks(settling) || (draft.holds.length > 0 && endHolds(settling)) || endGroups(settling) || offerWaiting(settling);
}

/** Tells tasks, and triggers still to be heard, of the stages entered and left. */
export function noteMoves(settling: Settling, moves: readonly Move[]): void {
  for (const move of moves) {
    if (move.left.length > 0) for (const waiting of settling.triggers) waiting.stages = waiting.stages.filter((stage) => !move.left.includes(stage));
    afterMove(settling.compiled, settling.draft, move, settling.at);
    if (settling.compiled.repeated.length > 0) noteGoneOn(settling.compiled, settling.draft, move);
    if (settling.compiled.plans.periodic.length > 0) notePeriods(settling.compiled, settling.draft, move, settling.at);
  }
}

/** Asks the rules that read anything touched, each after those it reads. */
function askTouched(settling: Settling): void {
  const { touched } = settling.draft[inside];
  for (let one = touched.pop(); one; one = touched.pop()) markReaders(settling, one.kind, one.name);
  askMarked(settling);
}

/** In an order in which a rule comes after those it reads, so that one that changes may still ask for later ones. */
function askMarked(settling: Settling): void {
  const { compiled: { ruleAt }, asked } = settling;
  for (let rule = ruleAt[asked.take()]; rule; rule = ruleAt[asked.take()]) askRule(settling, rule);
}

function markReaders({ compiled, staleClocks, staleExchanges, asked }: Settling, kind: Kind, name: Id): void {
  const readers = compiled.readers.get(kind)?.get(name);
  if (!readers) return;
  asked.addAll(readers.rules);
  staleExchanges.addAll(readers.exchanges);
  staleClocks.addAll(readers.clocks);
}

function askRule(settling: Settling, { id, place, test }: CompiledRule): void {
  const { compiled, draft, at, scope } = settling;
  const truth = test ? test(scope) : true;
  if (draft[inside].truths.at(place) === truth) return;
  ownSlots(draft, 'truths').put(place, truth);
  noteSince(compiled, draft, id, at);
  markReaders(settling, 'rule', id);
  afterRule(compiled, draft, id, at);
  if (compiled.plans.labelled.includes(id)) draft.labels = labelsOf(compiled, draft);
}

/** Since when the rule has counted; a clock may run from it. */
function noteSince({ rules }: CompiledProcedure, draft: Draft, id: Id, at: Instant): void {
  const counted = isCounted(rules, draft, id);
  const known = draft[inside].since.get(id) !== undefined;
  if (counted && !known) ownSlots(draft, 'since').set(id, at);
  if (!counted && known) ownSlots(draft, 'since').set(id, undefined);
}

function labelsOf({ plans, rules }: CompiledProcedure, draft: Draft): readonly string[] {
  const effects = plans.labelled.filter((id) => isCounted(rules, draft, id)).map((id) => rules.get(id)?.rule.then);
  return effects.flatMap((then) => (then && 'label' in then ? [textOf(then.label) ?? ''] : []));
}

/** Exchanges under way whose recipients have all answered, or have shrunk to those who had; and complete ones that are so no longer. */
function completeExchanges(settling: Settling): boolean {
  const { compiled, draft, at, staleExchanges } = settling;
  let any = false;
  for (let plan = compiled.plans.exchanges[staleExchanges.take()]; plan; plan = compiled.plans.exchanges[staleExchanges.take()]) {
    const { id, task } = plan;
    const record = recordOf(draft, id);
    if (!record || record.state === 'withdrawn' || record.recipients.length === 0) continue;
    if (isComplete(task, record, recipientsAsked(compiled, draft, id, at)) !== (record.state === 'open')) continue;
    const again = record.state === 'done';
    if (again && (settling.openedAgain.includes(id) || !mayOpenAgain(draft, task))) continue;
    const own = ownRecord(draft, id);
    if (own && again) openAgain(settling, own);
    else if (own) complete(settling, own);
    any = true;
  }
  return any;
}

/** Counts anew the clocks that something touched; true when one moved that somebody reads. */
function countClocks({ compiled, draft, staleClocks }: Settling): boolean {
  const { names } = compiled.places.clocks;
  for (let id = names[staleClocks.take()]; id !== undefined; id = names[staleClocks.take()]) {
    const counted = compiled.readClocks(compiled, draft, id);
    if (sameClocks(draft[inside].clocks.get(id) ?? noClocks, counted)) continue;
    ownSlots(draft, 'clocks').set(id, counted);
    touch(draft, 'clock', id);
  }
  return draft[inside].touched.length > 0;
}

function sameClocks(before: readonly Clock[], after: readonly Clock[]): boolean {
  if (before.length !== after.length) return false;
  return before.every((clock, index) => isSame(clock, after[index]));
}

const isSame = (clock: Clock, other: Clock | undefined): boolean => clock.state === other?.state && clock.latest === other.latest && clock.earliest === other.earliest && clock.met === other.met && clock.recipient === other.recipient;

/** A group that has ended stays so: its end is offered after each event until it is left, with everything then known. */
function endGroups({ compiled, draft, triggers, ended }: Settling): boolean {
  const { snapshot } = draft[inside];
  if (snapshot.status !== 'active') return false;
  const over = compiled.stepper.ended(snapshot);
  if (over.size === 0 && compiled.repeated.length === 0) return false;
  for (const stage of draft.stages) {
    if (ended.includes(stage) || !(over.has(stage) || isJoined(compiled, draft, stage))) continue;
    const event = `ended.${stage}`;
    if (!compiled.routes.has(event)) continue;
    ended.push(stage);
    triggers.push({ event, stages: [stage] });
    return true;
  }
  return false;
}

/** Offers again what waited for an answer that is known now. */
function offerWaiting({ compiled, draft, at, triggers }: Settling): boolean {
  for (const { event, stage } of draft[inside].waiting) {
    const routes = (compiled.routes.get(event) ?? []).filter(({ from }) => from === stage);
    if (wayOut(compiled, draft, routes, at) === 'waits') continue;
    triggers.push({ event, stages: [stage] });
    return true;
  }
  return false;
}

/** A case that has come to a final stage at the top closes by itself, once its closing rule holds; unless somebody is named who closes it. */
function closeIfEnded({ compiled, draft, at, scope }: Settling): void {
  if (draft.closed !== undefined || draft[inside].snapshot.status !== 'done') return;
  const closing = closingAt(compiled.procedure, at);
  const holds = (closing && compiled.conditions.get('closing')?.(scope)) ?? true;
  if (holds === true && !closing?.by) draft.closed = at;
}
