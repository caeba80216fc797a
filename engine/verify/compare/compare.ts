// Two authorities side by side: steps aligned by what is done (kind, words, who is told, place in the flow), who
// decides, what each clock counts from, on one calendar; one difference in words for each step. Names and ids do not
// count; nothing is changed.
import { compile } from '../../case/index.ts';
import { textOf } from '../../case/words.ts';
import { listWords } from '../../time/index.ts';
import type { Id, Procedure, Scalar } from '../../procedure/types.ts';
import { stepsOf, type Step, type StepClock } from './steps.ts';

export interface Row { readonly a?: Step; readonly b?: Step; /** What differs, in one or two sentences. */ readonly words: string; readonly differs: boolean }
export interface Comparison {
  readonly a: { readonly id: Id; readonly label: string; readonly short: string };
  readonly b: { readonly id: Id; readonly label: string; readonly short: string };
  readonly rows: readonly Row[];
  /** The whole in one sentence. */
  readonly words: string;
  /** Last day of the calendar, in days after the incident. */
  readonly days: number;
}
export interface CompareOptions { readonly settingsA?: Readonly<Record<Id, Scalar>>; readonly settingsB?: Readonly<Record<Id, Scalar>> }

/** Compares two procedures. Throws CompileError for one that cannot be compiled. */
export function compare(a: Procedure, b: Procedure, { settingsA = {}, settingsB = {} }: CompareOptions = {}): Comparison {
  const names = [nameOf(a), nameOf(b)] as const;
  const [first, second] = [stepsOf(compile(a, { settings: settingsA })), stepsOf(compile(b, { settings: settingsB }))];
  const rows = rowsOf(first, second, [names[0].short, names[1].short]);
  const days = Math.max(0, ...[...first, ...second].flatMap(({ clocks }) => clocks.flatMap(({ until }) => until ?? [])));
  return { a: names[0], b: names[1], rows, words: inAll(rows, names), days };
}

function nameOf({ id, label, casePrefix }: Procedure): Comparison['a'] {
  return { id, label: textOf(label) ?? id, short: casePrefix };
}

/** Pairs of steps that are alike enough, best first, each step once; then what has no counterpart, where it stands in the flow. */
function align(a: readonly Step[], b: readonly Step[]): readonly (readonly [Step | undefined, Step | undefined])[] {
  const scored = a.flatMap((one) => b.map((other) => ({ one, other, score: likeness(one, other) }))).filter(({ score }) => score >= LEAST).sort((x, y) => y.score - x.score || x.one.position - y.one.position);
  const pairs = new Map<Step, Step>();
  const taken = new Set<Step>();
  for (const { one, other } of scored) {
    if (pairs.has(one) || taken.has(other)) continue;
    pairs.set(one, other);
    taken.add(other);
  }
  const rows: { readonly at: number; readonly row: readonly [Step | undefined, Step | undefined] }[] = [
    ...a.map((one) => { const other = pairs.get(one); return { at: other ? (one.position + other.position) / 2 : one.position, row: [one, other] as const }; }),
    ...b.filter((other) => !taken.has(other)).map((other) => ({ at: other.position, row: [undefined, other] as const })),
  ];
  return rows.sort((x, y) => x.at - y.at).map(({ row }) => row);
}

/** Less alike than this, and two steps are two things. */
const LEAST = 1.2;

function likeness(one: Step, other: Step): number {
  const kind = one.kind === other.kind ? (one.kind === 'other' ? 0.2 : 1) : 0;
  const told = one.tells.size > 0 && other.tells.size > 0 ? overlap(one.tells, other.tells) : 0;
  const decides = one.decides === other.decides ? 0.2 : 0;
  const timed = one.clocks.some((clock) => clock.amount !== undefined && other.clocks.some((each) => each.amount === clock.amount && each.unit === clock.unit && each.startKind === clock.startKind)) ? 0.8 : 0;
  return kind + 2 * overlap(one.words, other.words) + told + decides + timed - Math.abs(one.position - other.position);
}

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared === 0 ? 0 : shared / Math.min(one.size, other.size);
}

function rowsOf(a: readonly Step[], b: readonly Step[], names: readonly [string, string]): readonly Row[] {
  return align(a, b).map(([one, other]) => {
    const words = differences(one, other, names);
    return { ...(one && { a: one }), ...(other && { b: other }), words: words.length > 0 ? words.join(' ') : 'The same.', differs: words.length > 0 };
  });
}

function differences(one: Step | undefined, other: Step | undefined, [a, b]: readonly [string, string]): readonly string[] {
  if (!one || !other) return [`Only ${one ? a : b} has this step.`];
  const told: string[] = [];
  if (one.decides !== other.decides) told.push(`${one.decides ? a : b} decides here; ${one.decides ? b : a} does not.`);
  const clock = clockDifference(one.clocks, other.clocks, a, b);
  return clock === undefined ? told : [...told, clock];
}

const counted = (clocks: readonly StepClock[]): readonly StepClock[] => clocks.filter(({ amount, unit }) => amount !== undefined && (amount > 0 || unit === undefined));

function clockDifference(one: readonly StepClock[], other: readonly StepClock[], a: string, b: string): string | undefined {
  const [first, second] = [counted(one), counted(other)];
  if (first.length === 0 && second.length === 0) return undefined;
  if (first.length === 0 || second.length === 0) return `Only ${first.length > 0 ? a : b} sets a time: ${listWords((first.length > 0 ? first : second).map(({ words }) => words))}.`;
  const key = ({ amount, unit, startKind }: StepClock): string => `${amount} ${unit} ${startKind ?? ''}`;
  const [mine, theirs] = [first.filter((clock) => !second.some((each) => key(each) === key(clock))), second.filter((clock) => !first.some((each) => key(each) === key(clock)))];
  if (mine.length === 0 && theirs.length === 0) return undefined;
  const shared = mine.length < first.length ? 'One clock is the same. ' : '';
  const numbers = mine.some((clock) => theirs.some((each) => each.amount === clock.amount && each.unit !== clock.unit)) ? 'Same number, different days. ' : '';
  const said = (name: string, clocks: readonly StepClock[]): string => (clocks.length === 0 ? '' : `${name}: ${listWords(clocks.map(({ words }) => words))}.`);
  return `${shared}${numbers}${[said(a, mine), said(b, theirs)].filter((part) => part !== '').join(' ')}`;
}

function inAll(rows: readonly Row[], [a, b]: readonly [Comparison['a'], Comparison['b']]): string {
  const both = rows.filter((row) => row.a && row.b);
  const alike = both.filter(({ differs }) => !differs).length;
  const dated = (side: 'a' | 'b'): number => rows.filter((row) => counted(row[side]?.clocks ?? []).length > 0).length;
  return `${both.length} steps are found in both, ${alike} of them alike; ${rows.filter((row) => !row.b).length} only in ${a.short}, ${rows.filter((row) => !row.a).length} only in ${b.short}. ${a.short} sets a time for ${dated('a')} steps, ${b.short} for ${dated('b')}.`;
}
