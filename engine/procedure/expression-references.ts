// What criteria, values, dates and effects name, with the place of each.
// Inside some, all, none and count the questions are columns of the list; they are named as questions too.
// It does not evaluate anything.
import { pointerTo } from './pointer.ts';
import { named, namedAll, optionOf, stepOf, type Reference, type ReferenceKind } from './reference.ts';
import type { Criterion, DateExpression, Effect, Id, Operand, Target } from './types.ts';

const criterionKinds = { var: 'question', answered: 'question', rule: 'rule', entered: 'stage', at: 'stage', done: 'task', met: 'timescale', lapsed: 'timescale', pending: 'timescale', extended: 'timescale', absent: 'party', vacant: 'party', open: 'relation' } as const satisfies Readonly<Record<string, ReferenceKind>>;
const dateKinds = { var: 'question', raised: 'task', planned: 'task', done: 'task', sent: 'task', submitted: 'task', entered: 'stage', left: 'stage', 'true-since': 'rule', due: 'timescale', setting: 'setting' } as const satisfies Readonly<Record<string, ReferenceKind>>;

/** The one key of a choice, and what it holds. */
function only(choice: object): readonly [string, unknown] {
  return Object.entries(choice)[0] ?? ['', undefined];
}

/** What a criterion names; nothing for an absent one. */
export function criterionReferences(criterion: Criterion | undefined, at: string): Reference[] {
  if (criterion === undefined) return [];
  const [key, value] = only(criterion);
  const place = at + pointerTo(key);
  if (key in criterionKinds && typeof value === 'string') return named(criterionKinds[key as keyof typeof criterionKinds], value, place);
  if ('!' in criterion) return criterionReferences(criterion['!'], place);
  if ('and' in criterion || 'or' in criterion) return ('and' in criterion ? criterion.and : criterion.or).flatMap((part, index) => criterionReferences(part, `${place}/${index}`));
  if ('taken' in criterion) return optionOf(criterion.taken, place);
  if ('differs' in criterion) return namedAll('task', criterion.differs, place);
  if ('appointed' in criterion) return [...named('party', criterion.appointed.of, `${place}/of`), ...named('party', criterion.appointed.same, `${place}/same`), ...named('party', criterion.appointed.organisation, `${place}/organisation`)];
  return pairReferences(criterion, place);
}

/** Comparisons, and the criteria over lists. */
function pairReferences(criterion: Criterion, place: string): Reference[] {
  if ('some' in criterion) return overList(criterion.some, place);
  if ('all' in criterion) return overList(criterion.all, place);
  if ('none' in criterion) return overList(criterion.none, place);
  const [, pair] = only(criterion);
  return Array.isArray(pair) ? pair.flatMap((part: Operand | readonly unknown[], index) => (Array.isArray(part) ? [] : operandReferences(part as Operand, `${place}/${index}`))) : [];
}

function overList([list, criterion]: readonly [Operand, Criterion], place: string): Reference[] {
  return [...operandReferences(list, `${place}/0`), ...criterionReferences(criterion, `${place}/1`)];
}

/** What a value names; nothing for one written out. */
export function operandReferences(operand: Operand | undefined, at: string): Reference[] {
  if (typeof operand !== 'object') return [];
  if ('var' in operand) return named('question', operand.var, `${at}/var`);
  if ('setting' in operand) return named('setting', operand.setting, `${at}/setting`);
  if ('age' in operand) return [...named('question', operand.age.born, `${at}/age/born`), ...named('question', operand.age.at, `${at}/age/at`)];
  if ('distance' in operand) return [...named('question', operand.distance.from, `${at}/distance/from`), ...named('question', operand.distance.to, `${at}/distance/to`)];
  if ('lookup' in operand) return [...named('table', operand.lookup.table, `${at}/lookup/table`), ...operandReferences(operand.lookup.with, `${at}/lookup/with`)];
  return isPair(operand.count) ? overList(operand.count, `${at}/count`) : operandReferences(operand.count, `${at}/count`);
}

function isPair(count: readonly [Operand, Criterion] | Operand): count is readonly [Operand, Criterion] {
  return Array.isArray(count);
}

/** What a date expression names. */
export function dateReferences(date: DateExpression, at: string): Reference[] {
  const [key, value] = only(date);
  const place = at + pointerTo(key);
  if ('earliest' in date || 'latest' in date) return ('earliest' in date ? date.earliest : date.latest).flatMap((part, index) => dateReferences(part, `${place}/${index}`));
  if ('choose' in date) return [...named('setting', date.choose.setting, `${place}/setting`), ...Object.entries(date.choose.of).flatMap(([id, part]) => dateReferences(part, place + pointerTo('of', id)))];
  if ('taken' in date) return optionOf(date.taken, place);
  if ('signed' in date) return stepOf(date.signed, place);
  return typeof value === 'string' && key in dateKinds ? named(dateKinds[key as keyof typeof dateKinds], value, place) : [];
}

/** What a rule's effect names. */
export function effectReferences(effect: Effect, at: string): Reference[] {
  if ('require' in effect) return targetReferences(effect.require, `${at}/require`);
  if ('forbid' in effect) return targetReferences(effect.forbid, `${at}/forbid`);
  if ('relieve' in effect) return targetReferences(effect.relieve, `${at}/relieve`);
  if ('allowHold' in effect) return named('hold', effect.allowHold, `${at}/allowHold`);
  if ('choose' in effect) return choiceReferences(effect.choose, `${at}/choose`);
  return [];
}

/** An amount is chosen for a clock, anything else for a task. */
function choiceReferences({ party, form, amount, of }: Extract<Effect, { readonly choose: unknown }>['choose'], at: string): Reference[] {
  return [...named('party', party, `${at}/party`), ...named('form', form, `${at}/form`), ...named(amount === undefined ? 'task' : 'timescale', of, `${at}/of`)];
}

function targetReferences(target: Target, at: string): Reference[] {
  if ('task' in target) return named('task', target.task, `${at}/task`);
  if ('option' in target) return optionOf(target.option, `${at}/option`);
  if ('reasons' in target) return named('task', target.reasons, `${at}/reasons`);
  if ('transition' in target) return named('transition', target.transition, `${at}/transition`);
  if ('reply' in target) return named('task', target.reply, `${at}/reply`);
  if ('fields' in target) return [...namedAll('question', target.fields, `${at}/fields`), ...named('task-or-door', target.of, `${at}/of`)];
  if ('doer' in target) return [...named('task', target.doer, `${at}/doer`), ...named('task', target.of, `${at}/of`)];
  return [...partiesOf(target, at), ...named('task', target.of, `${at}/of`)];
}

function partiesOf(target: Extract<Target, { readonly of: Id }>, at: string): Reference[] {
  if ('recipients' in target) return namedAll('party', target.recipients, `${at}/recipients`);
  if ('seats' in target) return namedAll('party', target.seats, `${at}/seats`);
  return 'seat' in target ? named('party', target.seat, `${at}/seat`) : [];
}

/** Every date expression inside one, itself first. */
export function dateParts(date: DateExpression): readonly DateExpression[] {
  if ('earliest' in date) return [date, ...date.earliest.flatMap(dateParts)];
  if ('latest' in date) return [date, ...date.latest.flatMap(dateParts)];
  if ('choose' in date) return [date, ...Object.values(date.choose.of).flatMap(dateParts)];
  return [date];
}
