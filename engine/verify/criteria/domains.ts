// The values of a question that a criterion can tell apart: for a choice its options, for a number the bounds and what
// lies beside them, for a table rows for which what is asked of a row holds, fails and is not known. Two values that no
// operator of the criterion tells apart stand for each other, so that trying these tries all. `undefined` is not known.
import { civilDate, parseDay } from '../../time/index.ts';
import type { Value } from '../../criteria/types.ts';
import type { Criterion, Id, Question, Scalar } from '../../procedure/types.ts';

export type Domain = readonly (Value | undefined)[];
/** What a set of criteria compares with: written values, and numbers that ages and distances are held against. */
export interface Constants { readonly scalars: ReadonlySet<Scalar>; readonly numbers: readonly number[]; readonly rows: readonly Criterion[]; readonly spans: ReadonlyMap<Id, 'born' | 'at' | 'from' | 'to'> }

/** More subsets of options than this many options give are not tried one by one. */
const MOST_SUBSETS = 6;
const BASE = parseDay('2026-06-15') ?? 0;

/** Constants that criteria mention, at any depth. */
export function constantsOf(criteria: readonly unknown[]): Constants {
  const scalars = new Set<Scalar>();
  const rows: Criterion[] = [];
  const spans = new Map<Id, 'born' | 'at' | 'from' | 'to'>();
  const walk = (part: unknown): void => {
    if (typeof part === 'string' || typeof part === 'number' || typeof part === 'boolean') scalars.add(part);
    else if (Array.isArray(part)) part.forEach(walk);
    else if (typeof part === 'object' && part !== null) for (const [operator, value] of Object.entries(part)) enter(operator, value);
  };
  const enter = (operator: string, value: unknown): void => {
    if ((operator === 'age' || operator === 'distance') && typeof value === 'object' && value !== null) for (const [role, id] of Object.entries(value)) if (role === 'born' || role === 'at' || role === 'from' || role === 'to') spans.set(String(id), role);
    const inner: unknown = Array.isArray(value) && (operator === 'some' || operator === 'all' || operator === 'none' || operator === 'count') ? value[1] : undefined;
    if (inner !== undefined) rows.push(inner as Criterion);
    walk(value);
  };
  criteria.forEach(walk);
  const numbers = [...new Set([...scalars].filter((one) => typeof one === 'number'))].sort((a, b) => a - b);
  return { scalars, numbers, rows, spans };
}

/** Rows of these columns, one for each way in which the criteria asked of a row can come out together. */
export type RowsOf = (columns: Readonly<Record<Id, Question>>, asked: readonly Criterion[]) => readonly Row[];
export type Row = Readonly<Record<string, Scalar>>;

/** Values to try for a question; `undefined`, which is no answer, last. */
export function domainOf(question: Question | undefined, id: Id, constants: Constants, rowsOf: RowsOf): Domain {
  if (!question) return [undefined];
  switch (question.type) {
    case 'yes-no':
      return [true, false, undefined];
    case 'choice':
      return choiceDomain(question, constants);
    case 'number':
      return [...numbersAround(constants.numbers, question), undefined];
    case 'date':
    case 'date-time':
      return [...datesFor(id, constants), undefined];
    case 'list':
      return [...countsOf(constants).map((n) => Array.from({ length: n }, (_, index) => `entry ${index + 1}`)), [], undefined];
    case 'table':
    case 'matrix':
      return [...tablesFor(question, constants, rowsOf), [], undefined];
    default:
      return ['words', ...[...constants.scalars].filter((one) => typeof one === 'string' && one !== 'words'), undefined];
  }
}

function choiceDomain({ options = [], many }: Question, { scalars }: Constants): Domain {
  const mentioned = options.map(({ id }) => id).filter((id) => scalars.has(id));
  const others = options.map(({ id }) => id).filter((id) => !scalars.has(id)).slice(0, 1);
  if (!many) return [...mentioned, ...others, undefined];
  const told = [...mentioned, ...others];
  return [...(told.length <= MOST_SUBSETS ? subsets(told) : [[], ...told.map((id) => [id]), told, ...told.map((id) => told.filter((other) => other !== id))]), undefined];
}

const subsets = (ids: readonly Id[]): readonly (readonly Id[])[] => Array.from({ length: 2 ** ids.length }, (_, bits) => ids.filter((_id, index) => (bits >> index) % 2 === 1));

function numbersAround(numbers: readonly number[], { min = 0, max = Infinity }: Question): readonly number[] {
  const beside = [...new Set([min, ...numbers.flatMap((n) => [n - 1, n, n + 1])])];
  return beside.filter((n) => n >= min && n <= max);
}

function countsOf({ numbers }: Constants): readonly number[] {
  return [...new Set([1, 2, ...numbers.flatMap((n) => [n, n + 1])])].filter((n) => n > 0 && n <= 20);
}

/** Dates beside those mentioned; the earlier of two dates lies so many years or days before that each side of a bound is met. */
function datesFor(id: Id, { scalars, numbers, spans }: Constants): readonly string[] {
  const written = [...scalars].flatMap((one) => (typeof one === 'string' && /^\d{4}-\d{2}-\d{2}/.test(one) ? [one.slice(0, 10)] : []));
  const role = spans.get(id);
  const beside = written.flatMap((date) => [-1, 0, 1].map((days) => civilDate((parseDay(date) ?? BASE) + days)));
  const spanned = role === 'born' ? numbers.flatMap((n) => [n, n + 1].map((years) => `${2026 - years}-06-15`)) : role === 'from' || role === 'to' ? numbers.flatMap((n) => [n - 1, n, n + 1].map((days) => civilDate(BASE + (role === 'to' ? days : -days)))) : [];
  return [...new Set([civilDate(BASE), ...spanned, ...beside])];
}

function tablesFor({ columns = {} }: Question, constants: Constants, rowsOf: RowsOf): readonly Value[] {
  const asked = constants.rows.filter((one) => Object.keys(columns).some((id) => JSON.stringify(one).includes(`{"var":"${id}"}`)));
  const rows = rowsOf(columns, asked);
  const single = rows.map((row) => [row]);
  const pairs = rows.flatMap((row, index) => rows.slice(index + 1).map((other) => [row, other]));
  const counted = countsOf(constants).filter((n) => n > 1).flatMap((n) => rows.slice(0, 1).map((row) => Array.from({ length: n }, () => row)));
  return [...single, ...pairs, ...counted];
}
