// Holds of a case: which are in force, what they stop, and what a stopped clock does afterwards. A hold stops what
// its procedure says that it stops; everything else runs on.
import type { Hold, Id } from '../procedure/types.ts';
import { afterPause, bounds, dayWords, endOfDay, instantOfMoment, isInHours, leftWords, londonDay, momentWords, parseDay, type Bounds, type Count, type Instant, type Moment, type Pause } from '../time/index.ts';
import type { CompiledProcedure } from './compile.ts';
import { ownList, touch } from './folded.ts';
import { isCounted } from './grounds.ts';
import type { Held } from './scope.ts';
import type { Settling } from './settle.ts';
import type { Case, HoldRecord } from './types.ts';
import { partyLabel, textOf } from './words.ts';

type Holding = Pick<Case, 'holds' | 'relations'>;

/** The hold in force at an instant; undefined while there is none of this name. */
export function activeHold({ holds }: Pick<Case, 'holds'>, hold: Id, at: Instant): HoldRecord | undefined {
  return holds.findLast((one) => one.hold === hold && one.from <= at && (one.ended === undefined || one.ended > at));
}

/** The hold that stops a task at an instant. */
export function holdOnTask({ procedure }: CompiledProcedure, { holds }: Pick<Case, 'holds'>, task: Id, at: Instant): HoldRecord | undefined {
  return holds.find((one) => procedure.holds?.[one.hold]?.stops.tasks?.includes(task) && activeHold({ holds }, one.hold, at) === one);
}

/** What allows the hold, where the procedure says that something must: relations whose effect it is, and rules. */
export function holdGrounds({ procedure }: Pick<CompiledProcedure, 'procedure'>, hold: Id): { readonly relations: readonly Id[]; readonly rules: readonly Id[] } {
  const relations = Object.entries(procedure.relations ?? {}).filter(([, { effects }]) => effects.some((effect) => typeof effect === 'object' && effect.mayHold === hold)).map(([id]) => id);
  const rules = Object.entries(procedure.rules ?? {}).filter(([, { then }]) => 'allowHold' in then && then.allowHold === hold).map(([id]) => id);
  return { relations, rules };
}

/** True where nothing has to allow the hold, or something does now. */
export function hasHoldGround(compiled: CompiledProcedure, held: Held, hold: Id): boolean {
  const { relations, rules } = holdGrounds(compiled, hold);
  if (relations.length === 0 && rules.length === 0) return true;
  return held.relations.some(({ relation, ended }) => relations.includes(relation) && ended === undefined) || rules.some((id) => isCounted(compiled.rules, held, id));
}

/** First instant at which a hold with a last day is over. */
export const overAt = (until: string): Instant | undefined => {
  const day = parseDay(until);
  return day === undefined ? undefined : endOfDay(day) + 1;
};

/** Ends the holds whose date has passed, whose relation has ended or whose criterion holds; true when one ended. */
export function endHolds({ compiled, draft, at, scope }: Settling): boolean {
  const due = draft.holds.filter((one) => one.ended === undefined && isOver(compiled, draft, one, at, (id) => compiled.conditions.get(`hold/${id}`)?.(scope) === true));
  if (due.length === 0) return false;
  const holds = ownList(draft, 'holds');
  for (const one of due) {
    holds[holds.indexOf(one)] = { ...one, ended: Math.min(at, (one.until === undefined ? undefined : overAt(one.until)) ?? at) };
    touch(draft, 'hold', one.hold);
  }
  return true;
}

function isOver({ procedure }: CompiledProcedure, { relations }: Holding, { hold, from, until }: HoldRecord, at: Instant, holds: (id: Id) => boolean): boolean {
  const over = until === undefined ? undefined : overAt(until);
  if (over !== undefined && at >= over) return true;
  const { ended } = procedure.holds?.[hold]?.until ?? {};
  const open = relations.some((one) => one.relation === ended && one.ended === undefined);
  if (ended !== undefined && !open && relations.some((one) => one.relation === ended && one.ended !== undefined && one.ended >= from)) return true;
  return holds(hold);
}

/** A clock as holds leave it: stopped by one in force, or with bounds moved over those that are over. */
export interface Paused { readonly limits: Bounds; readonly by?: HoldRecord; readonly left?: string; readonly over?: HoldRecord }

export interface Running { readonly count: Count; readonly from: Moment | undefined; readonly limits: Bounds; readonly met: Instant | undefined; readonly since: Instant | undefined }

/** What the holds on a timescale make of one of its clocks; undefined where none concerns it. `since`: when its date was agreed, before which no hold matters. */
export function pausedBy({ procedure }: CompiledProcedure, held: Held, timescale: Id, clock: Running): Paused | undefined {
  const holdable = procedure.timescales?.[timescale]?.holdable ?? [];
  let limits = clock.limits;
  let over: HoldRecord | undefined;
  for (const one of held.holds) {
    const hold = procedure.holds?.[one.hold];
    if (!hold || !(hold.stops.timescales?.includes(timescale) || holdable.includes(one.hold))) continue;
    const first = Math.max(one.from, clock.from ? instantOfMoment(clock.from) : one.from, clock.since ?? one.from);
    const after = endOf(one, clock.met);
    if (!isStopped(limits, clock, first, after)) continue;
    if (after === undefined) return { limits, by: one, left: leftOf(clock.count, limits, first) };
    limits = resumed(hold.resume, clock, limits, { first, after });
    over = one;
  }
  return over && { limits, over };
}

/** An act done while its clock is held ends the hold for it. */
function endOf({ ended }: HoldRecord, met: Instant | undefined): Instant | undefined {
  return met === undefined ? ended : Math.min(met, ended ?? met);
}

/** True when the clock had begun, was not over and had not been met when the hold began. */
function isStopped({ latest, earliest }: Bounds, { met }: Running, first: Instant, after: Instant | undefined): boolean {
  const last = latest ?? earliest;
  return last !== undefined && last >= first && (met === undefined || met > first) && (after === undefined || after > first);
}

function leftOf(count: Count, { latest, earliest }: Bounds, at: Instant): string {
  return leftWords(count, at, latest ?? earliest ?? at);
}

function resumed(resume: Hold['resume'], { count, since }: Running, limits: Bounds, pause: Pause): Bounds {
  // Counted back from a planned act, a date does not move with a pause; one that was agreed cannot be counted again.
  if (resume === 'run-on' || count.direction === 'at-least-before') return limits;
  if (resume === 'restart' && since === undefined) return bounds(count, isInHours(count) ? { instant: pause.after } : { day: londonDay(pause.after - 1) });
  const { latest, earliest } = limits;
  return {
    ...(latest !== undefined && { latest: afterPause(count, latest, pause, 'latest') }),
    ...(earliest !== undefined && { earliest: earliest < pause.first ? earliest : afterPause(count, earliest, pause, 'earliest') }),
  };
}

/** "Held since Mon 4 Jan 2027 (Criminal trial): 3 working days left." */
export function heldWords(compiled: CompiledProcedure, { from, hold }: HoldRecord, left: string): string {
  return `Held since ${dayWords(londonDay(from))} (${holdLabel(compiled, hold)}): ${left} left.`;
}

/** "Held from Mon 4 Jan 2027 to Wed 20 Jan 2027 (Criminal trial): now Fri 22 Jan 2027." */
export function resumedWords(compiled: CompiledProcedure, { from, ended, hold }: HoldRecord, count: Count, { latest, earliest }: Bounds): string {
  const bound = latest ?? earliest;
  const date = bound === undefined ? '' : isInHours(count) ? momentWords(bound) : dayWords(londonDay(bound));
  const until = ended === undefined ? '' : ` to ${dayWords(londonDay(ended - 1))}`;
  const after = compiled.procedure.holds?.[hold]?.resume === 'run-on' ? 'the time ran on' : `now ${date}`;
  return `Held from ${dayWords(londonDay(from))}${until} (${holdLabel(compiled, hold)}): ${after}.`;
}

export const holdLabel = ({ procedure }: CompiledProcedure, hold: Id): string => textOf(procedure.holds?.[hold]?.label) ?? hold;

/** What ends a hold, in words: "on Fri 8 Jan 2027", "when “Criminal proceedings” ends", "when Chair releases it". */
export function endingWords({ procedure }: CompiledProcedure, { hold, until }: Pick<HoldRecord, 'hold' | 'until'>): string {
  const ends = procedure.holds?.[hold]?.until ?? {};
  const day = until === undefined ? undefined : parseDay(until);
  const ways = [
    ...(day === undefined ? [] : [`after ${dayWords(day)}`]),
    ...(ends.ended === undefined ? [] : [`when “${textOf(procedure.relations?.[ends.ended]?.label) ?? ends.ended}” ends`]),
    ...(ends.if === undefined ? [] : ['when what it waits for has come']),
    ...(ends.released ? [`when ${(procedure.holds?.[hold]?.by ?? []).map((party) => partyLabel(procedure, party)).join(' or ')} releases it`] : []),
  ];
  return ways.join(', or ');
}
