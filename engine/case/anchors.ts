// The moment a clock is counted from: a date expression read from a case. Undefined is not known yet.
// Of an act that happened several times the most recent counts. `earliest` takes what has happened so far;
// `latest` needs all of its dates, because a missing one may still be the last.
import type { DateExpression, Id } from '../procedure/types.ts';
import { instantOfMoment, parseMoment, type Instant, type Moment } from '../time/index.ts';
import { ownAnswer } from './act-answers.ts';
import type { CompiledProcedure } from './compile.ts';
import { answerOf, inside, recordOf, recordsOf } from './folded.ts';
import { scopeOf, type Held } from './scope.ts';
import { signedAt } from './sign-off.ts';
import type { Recipient, TaskRecord } from './types.ts';

/** What an expression is read for. */
export interface Anchoring {
  readonly compiled: CompiledProcedure;
  readonly held: Held;
  /** The task whose clock it is, and the recipient, where each has its own clock: its own sending counts. */
  readonly task?: Id;
  readonly recipient?: Recipient | undefined;
  /** The due date of another timescale. */
  readonly dueOf: (timescale: Id) => Moment | undefined;
}

/** The moment an expression stands for; a whole day where only a date is known. */
export function anchorOf(expression: DateExpression, anchoring: Anchoring): Moment | undefined {
  const { compiled, held } = anchoring;
  if ('var' in expression) return answered(anchoring, expression.var);
  if ('opened' in expression) return { instant: held.opened };
  if ('entered' in expression) return moment(held.visits.findLast(({ stage }) => stage === expression.entered)?.entered);
  if ('left' in expression) return moment(held.visits.findLast(({ stage, left }) => stage === expression.left && left !== undefined)?.left);
  if ('true-since' in expression) return trueSince(held, expression['true-since']);
  if ('due' in expression) return anchoring.dueOf(expression.due);
  if ('setting' in expression) return written(compiled.settings[expression.setting]);
  if ('choose' in expression) return chosen(expression, anchoring);
  if ('earliest' in expression) return firstOf(expression.earliest.flatMap((one) => anchorOf(one, anchoring) ?? []));
  if ('latest' in expression) return lastOf(expression.latest.map((one) => anchorOf(one, anchoring)));
  return actOf(expression, anchoring);
}

type ActExpression = Extract<DateExpression, { raised: Id } | { planned: Id } | { done: Id } | { sent: Id } | { submitted: Id } | { signed: readonly [Id, Id] } | { taken: readonly [Id, Id] }>;

function actOf(expression: ActExpression, { compiled: { procedure }, held, task, recipient }: Anchoring): Moment | undefined {
  if ('raised' in expression) return moment(recordOf(held, expression.raised)?.raised);
  if ('done' in expression) return moment(lastRecord(held, expression.done, ({ done }) => done !== undefined)?.done);
  if ('planned' in expression) return written(lastRecord(held, expression.planned, ({ planned, state }) => planned !== undefined && state !== 'withdrawn')?.planned);
  if ('taken' in expression) {
    const [decision, option] = expression.taken;
    return moment(lastRecord(held, decision, ({ state, options }) => state === 'done' && (options?.includes(option) ?? false))?.done);
  }
  if ('submitted' in expression) return moment((recipient && expression.submitted === task ? recipient : lastRecord(held, expression.submitted, ({ signing }) => signing !== undefined))?.signing?.since);
  if ('signed' in expression) {
    const [signed, step] = expression.signed;
    return moment(signedAt(procedure, signed, step, (recipient && signed === task ? recipient : recordOf(held, signed))?.signing));
  }
  if (recipient && expression.sent === task) return moment(recipient.sent);
  return moment(lastRecord(held, expression.sent, ({ sent }) => sent !== undefined)?.sent);
}

function lastRecord(held: Held, task: Id, is: (record: TaskRecord) => boolean): TaskRecord | undefined {
  return recordsOf(held, task)?.findLast(is);
}

function answered({ compiled, held, task, recipient }: Anchoring, question: Id): Moment | undefined {
  if (compiled.computed.has(question)) return written(scopeOf(compiled, held, held.asOf).value(question));
  const own = ownAnswer(compiled.procedure, held, task, question, recipient);
  const answer = own === 'elsewhere' ? answerOf(held, undefined, question) : own;
  return answer && 'value' in answer ? written(answer.value) : undefined;
}

function trueSince(held: Held, rule: Id): Moment | undefined {
  return held[inside].truths.get(rule) === true ? moment(held[inside].since.get(rule)) : undefined;
}

/** The expression that a setting chooses; undefined when its value names none. */
export function chosenOf({ choose }: Extract<DateExpression, { choose: unknown }>, compiled: CompiledProcedure): DateExpression | undefined {
  return choose.of[String(compiled.settings[choose.setting])];
}

function chosen(expression: Extract<DateExpression, { choose: unknown }>, anchoring: Anchoring): Moment | undefined {
  const one = chosenOf(expression, anchoring.compiled);
  return one && anchorOf(one, anchoring);
}

const moment = (instant: Instant | undefined): Moment | undefined => (instant === undefined ? undefined : { instant });

/** A date or date-time as written in an answer or a plan. */
function written(value: unknown): Moment | undefined {
  return typeof value === 'string' ? parseMoment(value) : undefined;
}

function firstOf(moments: readonly Moment[]): Moment | undefined {
  return moments.reduce<Moment | undefined>((first, one) => (first && instantOfMoment(first) <= instantOfMoment(one) ? first : one), undefined);
}

function lastOf(moments: readonly (Moment | undefined)[]): Moment | undefined {
  return moments.reduce((last, one) => (last && one && instantOfMoment(one) > instantOfMoment(last) ? one : last && one && last), moments[0]);
}
