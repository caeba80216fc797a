// Reads a criterion aloud as one English sentence, with the labels people know:
// "Was the child looked after? is yes, and either Abuse is known or suspected or …".
// It asks no case and says no result; what made a result so is said by the criteria.
import { isPair, predicateOf } from '../predicate.ts';
import { listWords } from '../../time/index.ts';
import type { Criterion, Operand, Scalar } from '../types.ts';
import type { LabelKind, Labels } from './labels.ts';

/** The sentence, with a capital and a full stop. */
export function inWords(criterion: Criterion, labels: Labels): string {
  const words = clauseWords(criterion, labels);
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}

function clauseWords(criterion: Criterion, labels: Labels): string {
  if ('and' in criterion) return joined(criterion.and, 'and', labels);
  if ('or' in criterion) return joined(criterion.or, 'or', labels);
  if ('!' in criterion) return contrary(criterion['!'], labels);
  return itemsWords(criterion, labels) ?? comparisonWords(criterion, labels) ?? predicateWords(criterion, labels);
}

/** "a and b"; inside the other kind "both a and b", "either a or b", so that the reader hears where it ends. */
function joined(parts: readonly Criterion[], by: 'and' | 'or', labels: Labels): string {
  const words = parts.map((part) => {
    const said = clauseWords(part, labels);
    if (by === 'and' && 'or' in part && part.or.length > 1) return `either ${said}`;
    return by === 'or' && 'and' in part && part.and.length > 1 ? `both ${said}` : said;
  });
  if (words.length === 0) return by === 'and' ? 'always' : 'never';
  const nested = parts.some((part) => 'and' in part || 'or' in part);
  return nested ? words.join(`, ${by} `) : listWords(words, by);
}

function contrary(criterion: Criterion, labels: Labels): string {
  if ('var' in criterion) return `${named(labels, 'question', criterion.var)} is no`;
  return `it is not so that ${clauseWords(criterion, labels)}`;
}

function itemsWords(criterion: Criterion, labels: Labels): string | undefined {
  const say = (which: string, [list, inner]: readonly [Operand, Criterion]): string =>
    `for ${which} of ${operandWords(list, labels)}, ${clauseWords(inner, labels)}`;
  if ('some' in criterion) return say('at least one', criterion.some);
  if ('all' in criterion) return say('every one', criterion.all);
  if ('none' in criterion) return say('none', criterion.none);
  return undefined;
}

type Compared = readonly [Operand, Operand];

function comparisonWords(criterion: Criterion, labels: Labels): string | undefined {
  if ('var' in criterion) return `${named(labels, 'question', criterion.var)} is yes`;
  if ('in' in criterion) return membershipWords(criterion.in, labels);
  if ('==' in criterion) return between(criterion['=='], 'is', labels);
  if ('!=' in criterion) return between(criterion['!='], 'is not', labels);
  if ('<' in criterion) return between(criterion['<'], orderWords(criterion['<'], 'is before', 'is less than', labels), labels);
  if ('<=' in criterion) return between(criterion['<='], orderWords(criterion['<='], 'is on or before', 'is at most', labels), labels);
  if ('>' in criterion) return between(criterion['>'], orderWords(criterion['>'], 'is after', 'is more than', labels), labels);
  if ('>=' in criterion) return between(criterion['>='], orderWords(criterion['>='], 'is on or after', 'is at least', labels), labels);
  return undefined;
}

function orderWords(sides: Compared, dates: string, numbers: string, labels: Labels): string {
  const isDate = (side: Operand): boolean =>
    typeof side === 'string' ? /^\d{4}-\d{2}-\d{2}/.test(side) : typeof side === 'object' && 'var' in side && labels.isDate(side.var);
  return sides.some(isDate) ? dates : numbers;
}

function between([left, right]: Compared, verb: string, labels: Labels): string {
  return `${operandWords(left, labels, right)} ${verb} ${operandWords(right, labels, left)}`;
}

function membershipWords([needle, haystack]: readonly [Operand, Operand | readonly Scalar[]], labels: Labels): string {
  if (!isWrittenList(haystack)) return `${operandWords(haystack, labels)} includes ${operandWords(needle, labels, haystack)}`;
  const choices = haystack.map((choice) => operandWords(choice, labels, needle));
  return `${operandWords(needle, labels)} is ${listWords(choices, 'or')}`;
}

/** A value; one written out is said with the label it has as an option of the question or setting it is compared with. */
export function operandWords(operand: Operand, labels: Labels, comparedWith?: Operand): string {
  if (typeof operand !== 'object') return valueWords(operand, labels, comparedWith);
  if ('var' in operand) return named(labels, 'question', operand.var);
  if ('setting' in operand) return `the setting ${named(labels, 'setting', operand.setting)}`;
  if ('age' in operand) return `the age from ${named(labels, 'question', operand.age.born)} to ${named(labels, 'question', operand.age.at)}`;
  if ('distance' in operand) {
    const { from, to, unit } = operand.distance;
    return `the number of ${unit === 'days' ? 'days' : 'working days'} from ${named(labels, 'question', from)} to ${named(labels, 'question', to)}`;
  }
  if ('lookup' in operand) return `what ${named(labels, 'table', operand.lookup.table)} gives for ${operandWords(operand.lookup.with, labels)}`;
  if (!isPair(operand.count)) return `the number of ${operandWords(operand.count, labels)}`;
  return `the number of ${operandWords(operand.count[0], labels)} for which ${clauseWords(operand.count[1], labels)}`;
}

function valueWords(value: Scalar, labels: Labels, comparedWith: Operand | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof comparedWith === 'object' && 'var' in comparedWith) return labels.option('question', comparedWith.var, value);
  if (typeof comparedWith === 'object' && 'setting' in comparedWith) return labels.option('setting', comparedWith.setting, value);
  return String(value);
}

/** What each predicate says of the thing it is about. */
const PREDICATES: Readonly<Record<string, readonly [LabelKind, string]>> = {
  rule: ['rule', 'holds'],
  answered: ['question', 'is answered'],
  entered: ['stage', 'has been entered'],
  at: ['stage', 'is where the case is'],
  done: ['task', 'is done'],
  met: ['timescale', 'was met'],
  lapsed: ['timescale', 'has run out'],
  pending: ['timescale', 'has nothing to count from yet'],
  extended: ['timescale', 'was changed by hand'],
  absent: ['party', 'is absent'],
  vacant: ['party', 'is vacant'],
  open: ['relation', 'is open'],
};

function predicateWords(criterion: Criterion, labels: Labels): string {
  if ('taken' in criterion) return `${named(labels, 'task', criterion.taken[0])} took ${labels.option('task', ...criterion.taken)}`;
  if ('differs' in criterion) return `${named(labels, 'task', criterion.differs[0])} and ${named(labels, 'task', criterion.differs[1])} differ`;
  if ('appointed' in criterion) return appointedWords(criterion.appointed, labels);
  const [name, argument] = predicateOf(criterion);
  const [kind, says] = PREDICATES[name] ?? (['rule', name] as const);
  return `${named(labels, kind, String(argument))} ${says}`;
}

function appointedWords({ of, declared, same, organisation }: Extract<Criterion, { appointed: unknown }>['appointed'], labels: Labels): string {
  const seat = named(labels, 'party', of);
  if (same !== undefined) return `${seat} and ${named(labels, 'party', same)} are the same person`;
  if (organisation !== undefined) return `${seat} and ${named(labels, 'party', organisation)} come from the same organisation`;
  return `someone in ${seat} has declared ${declared ?? 'an involvement'}`;
}

function named(labels: Labels, kind: LabelKind, id: string): string {
  return `“${labels.label(kind, id)}”`;
}

function isWrittenList(operand: Operand | readonly Scalar[]): operand is readonly Scalar[] {
  return Array.isArray(operand);
}
