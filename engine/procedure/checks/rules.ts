// Rules and criteria: they read what somebody is asked, compare with options that exist, and do not go in circles.
// Names that do not exist at all are told with all names; this looks at names that exist and do not fit.
import { criterionReferences } from '../expression-references.ts';
import { nearest } from '../near.ts';
import { pointerTo } from '../pointer.ts';
import { problem, type Problem } from '../problems.ts';
import { references } from '../references.ts';
import { allQuestions, askedQuestions } from '../structure.ts';
import type { Criterion, Id, Operand, Procedure, Question, Rule, Target } from '../types.ts';
import { inCircles, when, type Check } from './finder.ts';
import { criteriaOf, partsOf } from './criteria.ts';

export const checkRules: Check = (procedure) => [
  ...checkCircles(procedure), ...checkReads(procedure), ...checkCriteria(procedure),
  ...Object.entries(procedure.rules ?? {}).flatMap(([id, rule]) => checkTarget(procedure, rule, pointerTo('rules', id, 'then'))),
  ...Object.entries(procedure.rules ?? {}).flatMap(([id, rule]) => checkChoice(procedure, rule, pointerTo('rules', id))),
];

/** What is chosen is so or is not: nobody departs from it, and only a party can stand beside others. */
function checkChoice(procedure: Procedure, { then, strength }: Rule, at: string): Problem[] {
  if (!('choose' in then)) return [];
  const { party, form, amount } = then.choose;
  const nothing = party === undefined && form === undefined && amount === undefined;
  const fits = strength === 'must' || (strength === 'may' && form === undefined && amount === undefined);
  return [
    ...when(nothing, 'P-127', procedure, `${at}/then/choose`, { found: 'it picks nothing', expected: 'who does a task, its form, or how much a clock counts' }),
    ...when(!fits, 'P-127', procedure, `${at}/strength`, { found: strength, expected: 'must, or may where it picks a party' }),
  ];
}

function checkCircles(procedure: Procedure): Problem[] {
  const impliedBy = (id: Id): readonly Id[] => Object.entries(procedure.rules ?? {}).flatMap(([other, { implies }]) => (implies?.includes(id) ? [other] : []));
  const rulesIn = (id: Id): readonly Id[] => [...criterionReferences(procedure.rules?.[id]?.if, '').filter(({ kind }) => kind === 'rule').map((reference) => reference.id), ...impliedBy(id)];
  return [...inCircles(Object.keys(procedure.rules ?? {}), rulesIn)].map((id) => problem('P-101', procedure, pointerTo('rules', id, 'if'), { found: rulesIn(id).join(', ') }));
}

/** Questions read by rules, routes, registers and the like that no form asks. Clocks have a graver code of their own. */
function checkReads(procedure: Procedure): Problem[] {
  const [asked, known] = [askedQuestions(procedure), allQuestions(procedure)];
  const readers = references(procedure).filter(({ kind, pointer }) => kind === 'question' && !/^\/(forms|timescales)\//.test(pointer));
  return readers.filter(({ id }) => known.has(id) && !asked.has(id)).map(({ id, pointer }) => problem('P-099', procedure, pointer, { found: id }));
}

function checkCriteria(procedure: Procedure): Problem[] {
  const questions = allQuestions(procedure);
  return criteriaOf(procedure).flatMap(({ criterion, pointer }) => partsOf(criterion, pointer).flatMap((part) => [
    ...checkTruth(procedure, questions, part.criterion, part.pointer), ...checkComparison(procedure, questions, part.criterion, part.pointer),
  ]));
}

function checkTruth(procedure: Procedure, questions: ReadonlyMap<Id, Question>, criterion: Criterion, at: string): Problem[] {
  if (!('var' in criterion)) return [];
  const type = questions.get(criterion.var)?.type;
  return when(type !== undefined && type !== 'yes-no' && type !== 'computed', 'P-102', procedure, `${at}/var`, { found: criterion.var });
}

/** A choice compared with a value that is not one of its options can never hold. */
function checkComparison(procedure: Procedure, questions: ReadonlyMap<Id, Question>, criterion: Criterion, at: string): Problem[] {
  const [key, pair] = Object.entries(criterion)[0] ?? [];
  if (key !== '==' && key !== '!=' && key !== 'in') return [];
  const [left, right] = pair as readonly [Operand, Operand | readonly Operand[]];
  return [...strangeOptions(procedure, questions, left, right, `${at}/${key}/1`), ...(Array.isArray(right) ? [] : strangeOptions(procedure, questions, right as Operand, left, `${at}/${key}/0`))];
}

function strangeOptions(procedure: Procedure, questions: ReadonlyMap<Id, Question>, asked: Operand, values: Operand | readonly Operand[], at: string): Problem[] {
  const question = typeof asked === 'object' && 'var' in asked ? questions.get(asked.var) : undefined;
  if (question?.type !== 'choice') return [];
  const options = (question.options ?? []).map(({ id }) => id);
  const list = Array.isArray(values) ? values.map((value: Operand, index) => ({ value, pointer: `${at}/${index}` })) : [{ value: values as Operand, pointer: at }];
  return list.flatMap(({ value, pointer }) => (typeof value === 'object' || options.includes(String(value)) ? [] : [problem('P-048', procedure, pointer, { found: String(value), near: nearest(String(value), options) })]));
}

function checkTarget(procedure: Procedure, rule: Rule, at: string): Problem[] {
  const effect = rule.then;
  const key = 'require' in effect ? 'require' : 'forbid' in effect ? 'forbid' : 'relieve';
  const target: Target | undefined = 'require' in effect ? effect.require : 'forbid' in effect ? effect.forbid : 'relieve' in effect ? effect.relieve : undefined;
  // Who holds a seat can be asked of any task; an interest is declared at a meeting.
  if (target && 'seat' in target && asksOfAppointments(rule.if)) return [];
  return target === undefined ? [] : checkTargetFits(procedure, target, `${at}/${key}`);
}

const asksOfAppointments = (criterion: Criterion | undefined): boolean => criterion !== undefined && partsOf(criterion, '').some((part) => 'appointed' in part.criterion || 'vacant' in part.criterion);

function checkTargetFits(procedure: Procedure, target: Target, at: string): Problem[] {
  const unless = (id: Id, place: string, expected: string, fits: (task: Procedure['tasks'][Id]) => boolean): Problem[] => {
    const task = procedure.tasks[id];
    return when(task !== undefined && !fits(task), 'P-103', procedure, `${at}/${place}`, { found: id, expected });
  };
  if ('reasons' in target) return unless(target.reasons, 'reasons', 'a decision', (task) => task.shape === 'decide');
  if ('channels' in target) return unless(target.of, 'of', 'a task that goes to recipients', (task) => task.shape === 'exchange');
  if ('recipients' in target) return unless(target.of, 'of', 'a task that goes to recipients', (task) => task.shape === 'exchange');
  if ('seats' in target || 'seat' in target) return unless(target.of, 'of', 'a task done by a meeting', (task) => task.meeting !== undefined);
  return [];
}
