// One line of a criterion as a sentence of three: what it is about, what is said of it, and with which value. A line
// that none of the sentences fits stays as it was written: it is read aloud, moved and taken out, and not taken apart.
import type { Criterion, Id, Operand, Procedure, Question, Scalar } from '../../engine/procedure/types.ts';
import { questionOf } from './subjects.ts';

export type SubjectKind = 'question' | 'setting' | 'task' | 'stage' | 'rule' | 'timescale' | 'party' | 'relation';
export interface Subject { readonly kind: SubjectKind; readonly id: Id }
/** Said of a subject; `not-` before a verb says its contrary. */
export interface Said {
  readonly subject: Subject;
  readonly verb: string;
  readonly value?: Scalar | readonly Scalar[];
  /** A second question or task that the sentence needs: "from birth to …", "differs from …". */
  readonly other?: Id;
}
export type ValueKind = 'none' | 'option' | 'options' | 'number' | 'date' | 'text';

const compared = { is: '==', 'is-not': '!=', under: '<', 'at-most': '<=', over: '>', 'at-least': '>=' } as const;
type Compared = keyof typeof compared;
type Pair = readonly [Operand, Operand];
const comparing: Readonly<Record<Compared, (pair: Pair) => Criterion>> = {
  is: (pair) => ({ '==': pair }), 'is-not': (pair) => ({ '!=': pair }), under: (pair) => ({ '<': pair }), 'at-most': (pair) => ({ '<=': pair }), over: (pair) => ({ '>': pair }), 'at-least': (pair) => ({ '>=': pair }),
};
const measures = ['age', 'days', 'working-days', 'count'] as const;
type Measure = (typeof measures)[number];
const predicates: Partial<Record<SubjectKind, readonly string[]>> = {
  question: ['answered'], task: ['done'], stage: ['entered', 'at'], rule: ['rule'], timescale: ['met', 'lapsed', 'pending', 'extended'], party: ['absent', 'vacant'], relation: ['open'],
};

/** What a line says; null where it is not one of the sentences. */
export function saidOf(criterion: Criterion): Said | null {
  if ('!' in criterion) {
    const said = saidOf(criterion['!']);
    return said === null ? null : { ...said, verb: `not-${said.verb}` };
  }
  if ('var' in criterion) return { subject: { kind: 'question', id: criterion.var }, verb: 'yes' };
  if ('taken' in criterion) return { subject: { kind: 'task', id: criterion.taken[0] }, verb: 'took', value: criterion.taken[1] };
  if ('differs' in criterion) return { subject: { kind: 'task', id: criterion.differs[0] }, verb: 'differs', other: criterion.differs[1] };
  if ('in' in criterion) return membership(criterion.in);
  return comparison(criterion) ?? predicate(criterion);
}

function membership([needle, haystack]: readonly [Operand, Operand | readonly Scalar[]]): Said | null {
  if (isList(haystack)) return typeof needle === 'object' && 'var' in needle ? { subject: { kind: 'question', id: needle.var }, verb: 'one-of', value: haystack } : null;
  if (typeof needle === 'object' || typeof haystack !== 'object' || !('var' in haystack)) return null;
  return { subject: { kind: 'question', id: haystack.var }, verb: 'includes', value: needle };
}

const isList = (operand: Operand | readonly Scalar[]): operand is readonly Scalar[] => Array.isArray(operand);

function comparison(criterion: Criterion): Said | null {
  const found = Object.entries(compared).find(([, sign]) => sign in criterion);
  if (found === undefined) return null;
  const [left, value] = Object.values(criterion)[0] as Pair;
  if (typeof left !== 'object' || typeof value === 'object') return null;
  const measured = measureOf(left);
  return measured === null ? null : { ...measured, verb: `${measured.verb}${found[0]}`, value };
}

/** What is compared: an answer, a setting, or something measured; the verb so far is the measure. */
function measureOf(left: Exclude<Operand, Scalar>): Said | null {
  const question = (id: Id): Subject => ({ kind: 'question', id });
  if ('var' in left) return { subject: question(left.var), verb: '' };
  if ('setting' in left) return { subject: { kind: 'setting', id: left.setting }, verb: '' };
  if ('age' in left) return { subject: question(left.age.born), verb: 'age-', other: left.age.at };
  if ('distance' in left) return { subject: question(left.distance.from), verb: `${left.distance.unit}-`, other: left.distance.to };
  if ('count' in left && typeof left.count === 'object' && 'var' in left.count) return { subject: question(left.count.var), verb: 'count-' };
  return null;
}

function predicate(criterion: Criterion): Said | null {
  const [name, id] = Object.entries(criterion)[0] ?? [];
  const kind = Object.entries(predicates).find(([, names]) => names.includes(name ?? ''))?.[0] as SubjectKind | undefined;
  return kind === undefined || name === undefined || typeof id !== 'string' ? null : { subject: { kind, id }, verb: name };
}

/** The line that says it. */
export function lineOf(said: Said): Criterion {
  const { subject: { kind, id }, verb, value = '', other = '' } = said;
  if (verb.startsWith('not-')) return { '!': lineOf({ ...said, verb: verb.slice(4) }) };
  if (verb === 'yes') return { var: id };
  if (verb === 'took') return { taken: [id, String(value)] };
  if (verb === 'differs') return { differs: [id, other] };
  if (verb === 'one-of') return { in: [{ var: id }, Array.isArray(value) ? value as readonly Scalar[] : [value as Scalar]] };
  const single: Scalar = Array.isArray(value) ? (value as readonly Scalar[])[0] ?? '' : value as Scalar;
  if (verb === 'includes') return { in: [single, { var: id }] };
  const measure = measures.find((each) => verb.startsWith(`${each}-`));
  const compare = measure === undefined ? verb : verb.slice(measure.length + 1);
  if (!isCompared(compare)) return { [verb]: id } as Criterion;
  const left: Operand = measure !== undefined ? measuredOperand(measure, id, other) : kind === 'setting' ? { setting: id } : { var: id };
  return comparing[compare]([left, single]);
}

const isCompared = (verb: string): verb is Compared => Object.hasOwn(compared, verb);

function measuredOperand(measure: Measure, id: Id, other: Id): Operand {
  if (measure === 'age') return { age: { born: id, at: other } };
  return measure === 'count' ? { count: { var: id } } : { distance: { from: id, to: other, unit: measure } };
}

const numbers: readonly Compared[] = ['is', 'at-least', 'over', 'at-most', 'under'];
const asked: Partial<Record<Question['type'], readonly string[]>> = {
  'yes-no': ['yes', 'not-yes'], number: numbers, date: ['under', 'over', ...['age', 'days', 'working-days'].flatMap((each) => numbers.map((sign) => `${each}-${sign}`))],
  'date-time': ['under', 'over'], list: numbers.map((sign) => `count-${sign}`), table: numbers.map((sign) => `count-${sign}`), text: ['is', 'is-not'],
};

/** What can be said of a subject, the likeliest first. */
export function verbsOf(procedure: Procedure, { kind, id }: Subject): readonly string[] {
  if (kind === 'setting') return ['is', 'is-not'];
  const both = (predicates[kind] ?? []).flatMap((each) => [each, `not-${each}`]);
  if (kind === 'task') return procedure.tasks[id]?.shape === 'decide' ? ['took', 'not-took', ...both, 'differs', 'not-differs'] : both;
  if (kind !== 'question') return both;
  const question = questionOf(procedure, id);
  const own = question?.type === 'choice' ? (question.many === true ? ['includes', 'not-includes'] : ['is', 'is-not', 'one-of']) : asked[question?.type ?? 'text'] ?? [];
  // Words that people write are seldom the same twice.
  return question?.type === 'text' ? [...both, ...own] : [...own, ...both];
}

/** What kind of value a verb asks for. */
export function valueKind(procedure: Procedure, { subject, verb }: Pick<Said, 'subject' | 'verb'>): ValueKind {
  const plain = verb.replace(/^not-/, '');
  if (plain === 'took' || plain === 'includes' || subject.kind === 'setting') return 'option';
  if (plain === 'one-of') return 'options';
  if (measures.some((each) => plain.startsWith(`${each}-`))) return 'number';
  if (!isCompared(plain)) return 'none';
  const type = questionOf(procedure, subject.id)?.type;
  return type === 'choice' ? 'option' : type === 'number' ? 'number' : type === 'date' || type === 'date-time' ? 'date' : 'text';
}

/** Whether a verb needs a second question ("date") or a second decision ("task"). */
export function otherKind(verb: string): 'date' | 'task' | null {
  const plain = verb.replace(/^not-/, '');
  if (plain === 'differs') return 'task';
  return ['age-', 'days-', 'working-days-'].some((each) => plain.startsWith(each)) ? 'date' : null;
}
