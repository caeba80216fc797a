// A case as criteria see it: values of questions, settings, and predicates on what has happened. Not known is
// never quietly false; what the case itself did (entered, done, taken) is always known.
import { allOf, distanceBetween } from '../criteria/index.ts';
import type { Scope, Truth, Value } from '../criteria/types.ts';
import type { DecisionTable, Id, Procedure, Scalar } from '../procedure/types.ts';
import { londonDay, parseDay, type Day, type Instant } from '../time/index.ts';
import type { CompiledProcedure, Union } from './compile.ts';
import { isAppointed, isVacant, type Likeness } from './appointments.ts';
import { hasLapsed, isMet, type Clock } from './due.ts';
import { answerOf, inside, recordOf, recordsOf, type Folded, type Draft } from './folded.ts';
import { standsAt } from './in-force.ts';
import type { Answers, Case } from './types.ts';

/** What criteria are asked about: a case, or a draft in the middle of a fold. */
export type Held = Folded | Draft;

/**
 * The case at an instant, to be asked by criteria. `anew`: rules that a criterion names are asked again instead of
 * read from the case, for a case as it would be. `said`: answers that it would have besides.
 */
export function scopeOf(compiled: CompiledProcedure, held: Held, at: Instant, anew = false, said?: Answers): Scope {
  return new CaseScope(compiled, held, at, anew, said);
}

// A class: a scope is made several times for each act, four times as fast as with a closure for each of its answers.
class CaseScope implements Scope {
  private readonly compiled: CompiledProcedure;
  private readonly held: Held;
  private readonly at: Instant;
  private readonly anew: boolean;
  private readonly said: Answers | undefined;
  constructor(compiled: CompiledProcedure, held: Held, at: Instant, anew: boolean, said: Answers | undefined) {
    this.compiled = compiled;
    this.held = held;
    this.at = at;
    this.anew = anew;
    this.said = said;
  }
  value(question: Id): Value | undefined {
    const compute = this.compiled.computed.get(question);
    if (compute !== undefined) return 'union' in compute ? union(this.held, compute) : compute(this);
    const answer = answerOf(this.held, this.said, question);
    return answer && 'value' in answer ? answer.value : undefined;
  }
  setting(id: Id): Scalar | undefined {
    return this.compiled.settings[id];
  }
  predicate(name: string, argument: string | readonly string[]): Truth {
    if (name === 'in-force') return standsAt(this.compiled.procedure.rules?.[String(argument)], this.at);
    if (this.anew && name === 'rule') return askRule(this.compiled, String(argument), this);
    if (name === 'answered') return 'value' in (answerOf(this.held, this.said, String(argument)) ?? {});
    const [first = '', second = ''] = typeof argument === 'string' ? [argument] : argument;
    return predicates[name]?.(this.held, this.at, first, second) ?? onAppointments(this.compiled.procedure, this.held, this.at, name, argument);
  }
  distance(from: Id, to: Id, unit: 'years' | 'days' | 'working-days'): number | undefined {
    const { calendars, procedure } = this.compiled;
    return distanceBetween(this.value(from), this.value(to), unit, calendars.get(procedure.conventions.calendar));
  }
  lookup(table: Id, value: Scalar): Scalar | undefined {
    const definition = this.compiled.procedure.tables?.[table];
    return standsAt(definition, this.at) ? lookup(definition, value) : undefined;
  }
}

/** A rule's criterion, asked now; a rule without one always holds. */
export function askRule({ rules }: CompiledProcedure, id: Id, scope: Scope): Truth {
  const rule = rules.get(id);
  return rule?.test ? rule.test(scope) : rule ? true : 'unknown';
}

/** The rows of one table question in all replies to one exchange or several, however often it went out; each may say from whom it came. Rows without the column that orders them come last. */
function union(held: Held, { union: { task, question }, sortBy, recipient }: Union): Value {
  const asked: readonly Id[] = typeof task === 'string' ? [task] : task;
  const replies = asked.flatMap((one) => recordsOf(held, one) ?? []).flatMap((record) => (record.state === 'withdrawn' ? [] : record.recipients));
  const rows = replies.flatMap(({ party, answers }) => {
    const answer = answers?.[question];
    const own = answer && 'value' in answer && Array.isArray(answer.value) ? (answer.value as readonly Readonly<Record<string, Scalar>>[]) : [];
    return recipient === undefined ? own : own.map((row) => ({ ...row, [recipient]: party }));
  });
  return sortBy === undefined ? rows : rows.toSorted((a, b) => inOrder(a[sortBy], b[sortBy]));
}

function inOrder(a: Scalar | undefined, b: Scalar | undefined): number {
  if (a === undefined || b === undefined || a === b) return Number(a === undefined) - Number(b === undefined);
  return a < b ? -1 : 1;
}

function lookup(table: DecisionTable | undefined, value: Scalar): Scalar | undefined {
  return table?.rows.find(({ when }) => when === value)?.then ?? table?.otherwise;
}

type Predicate = (held: Held, at: Instant, one: Id, other: Id) => Truth;

const predicates: Readonly<Record<string, Predicate>> = {
  entered: ({ visits }, _at, stage) => visits.some((visit) => visit.stage === stage),
  at: ({ stages }, _at, stage) => stages.includes(stage),
  done: (held, _at, task) => recordOf(held, task)?.state === 'done',
  taken: (held, _at, task, option) => recordOf(held, task)?.state === 'done' && (recordOf(held, task)?.options?.includes(option) ?? false),
  differs: (held, _at, one, other) => differs(held, one, other),
  met: (held, at, timescale) => metTruth(clocksOf(held, timescale), at),
  lapsed: (held, at, timescale) => lapsedTruth(clocksOf(held, timescale), at),
  pending: (held, _at, timescale) => clocksOf(held, timescale).some(({ state }) => state === 'pending'),
  absent: (held, at, party) => isAbsent(held, party, londonDay(at)),
  extended: ({ extensions }, _at, timescale) => extensions.some((one) => one.timescale === timescale && !one.first),
  rule: (held, _at, rule) => held[inside].truths.get(rule) ?? 'unknown',
  open: ({ relations }, _at, relation) => relations.some((one) => one.relation === relation && one.ended === undefined),
};

/** What is asked of appointments: known of every case, whoever was appointed or not. */
function onAppointments(procedure: Procedure, { appointments }: Held, at: Instant, name: string, argument: string | readonly string[]): Truth {
  if (name === 'vacant') return isVacant(procedure, appointments, String(argument), londonDay(at));
  if (name !== 'appointed' || typeof argument === 'string') return 'unknown';
  const [of = '', likeness = '', to = ''] = argument;
  return isAppointed(procedure, appointments, of, [likeness as Likeness, to], londonDay(at));
}

const clocksOf = (held: Held, timescale: Id): readonly Clock[] => held[inside].clocks.get(timescale) ?? [];

/** Met when every clock is; without a clock nothing is known. */
const metTruth = (clocks: readonly Clock[], at: Instant): Truth => (clocks.length === 0 ? 'unknown' : allOf(clocks.map((clock) => isMet(clock, at))));

function lapsedTruth(clocks: readonly Clock[], at: Instant): Truth {
  if (clocks.some((clock) => hasLapsed(clock, at))) return true;
  return clocks.some(({ state }) => state === 'pending') ? 'unknown' : false;
}

/** Known once both decisions are taken. */
function differs(held: Held, one: Id, other: Id): Truth {
  const first = recordOf(held, one);
  const second = recordOf(held, other);
  if (first?.state !== 'done' || second?.state !== 'done') return 'unknown';
  const options = first.options ?? [];
  return options.length !== second.options?.length || options.some((option) => !second.options?.includes(option));
}

/** True when the party is recorded as absent on the day; both ends are included. */
export function isAbsent({ absences }: Pick<Case, 'absences'>, party: Id, day: Day): boolean {
  return absences.some((absence) => absence.party === party && (parseDay(absence.from.slice(0, 10)) ?? Infinity) <= day && (absence.until === undefined || (parseDay(absence.until.slice(0, 10)) ?? -Infinity) >= day));
}
