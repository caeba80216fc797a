// How two criteria stand to each other over all answers, not known among them: whether both can hold, both fail,
// one hold without the other. Each way is told with a case in which it is so. A case is answers and facts, no dates.
import type { Criterion, Id, Procedure } from '../../procedure/types.ts';
import { solve, type Given, type Solved, type Witness } from './solve.ts';

/** A way two criteria can come out together: a case where they do, undefined where there is none. */
export interface Related {
  /** Both hold: they overlap. */
  readonly both: Witness | undefined;
  /** Neither holds: a gap between them. */
  readonly neither: Witness | undefined;
  /** The first holds and the second does not, or not for certain. */
  readonly firstAlone: Witness | undefined;
  readonly secondAlone: Witness | undefined;
  /** The first holds and it is not known whether the second does. */
  readonly firstWhileUnknown: Witness | undefined;
  readonly secondWhileUnknown: Witness | undefined;
  /** False when there was more to try than was tried. */
  readonly exact: boolean;
}

/** Relates two criteria of one procedure. */
export function relate(procedure: Procedure, first: Criterion, second: Criterion, given: Given = {}): Related {
  const all: Solved[] = [];
  const found = (one: boolean | 'unknown', other: boolean | 'unknown'): Witness | undefined => {
    const solved = solve(procedure, [{ criterion: first, want: one }, { criterion: second, want: other }], given);
    all.push(solved);
    return solved.witness;
  };
  const ways = { both: found(true, true), neither: found(false, false), firstAlone: found(true, false), secondAlone: found(false, true), firstWhileUnknown: found(true, 'unknown'), secondWhileUnknown: found('unknown', true) };
  return { ...ways, exact: all.every(({ exact }) => exact) };
}

/** What the ways come to, in one word; `apart` holds no case in which both are true. */
export type Relation = 'same' | 'implies' | 'implied' | 'contradict' | 'overlap' | 'apart';

/** The word for two criteria. `contradict`: one holds exactly where the other fails. */
export function relationOf({ both, neither, firstAlone, secondAlone }: Related): Relation {
  if (!firstAlone && !secondAlone) return 'same';
  if (!both) return neither ? 'apart' : 'contradict';
  if (!firstAlone) return 'implies';
  return secondAlone ? 'overlap' : 'implied';
}

/** What a criterion comes to by itself. */
export interface Alone { readonly canHold: boolean; readonly canFail: boolean; readonly exact: boolean }

/** Whether a criterion can hold and can fail at all. */
export function alone(procedure: Procedure, criterion: Criterion, given: Given = {}): Alone {
  const [holds, fails] = [true, false].map((want) => solve(procedure, [{ criterion, want }], given));
  return { canHold: holds?.witness !== undefined, canFail: fails?.witness !== undefined, exact: (holds?.exact ?? false) && (fails?.exact ?? false) };
}

/** The answers of a witness in the procedure's words: “Did the child die?”: yes. Those left out do not matter. */
export function witnessWords(procedure: Procedure, { answers, facts }: Witness): readonly string[] {
  const told = Object.entries(answers).map(([id, value]) => `“${text(procedure.questions[id]?.label) ?? id}”: ${valueWords(procedure, id, value)}`);
  return [...told, ...Object.entries(facts).map(([key, holds]) => `${factWords(procedure, key)}: ${holds ? 'yes' : 'no'}`)];
}

const text = (label: Procedure['label'] | undefined): string | undefined => (typeof label === 'string' ? label : (label?.['en'] ?? Object.values(label ?? {})[0]));

function valueWords(procedure: Procedure, id: Id, value: unknown): string {
  if (value === undefined) return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((one) => valueWords(procedure, id, one)).join(', ');
  if (typeof value === 'object') return 'an entry';
  const option = procedure.questions[id]?.options?.find((one) => one.id === value);
  return text(option?.label) ?? String(value);
}

function factWords(procedure: Procedure, key: string): string {
  const [name = '', argument = ''] = key.split(':', 2);
  const [one = ''] = argument.split('.');
  const label = text(procedure.tasks[one]?.label ?? procedure.stages[one]?.label ?? procedure.timescales?.[one]?.label) ?? argument;
  const said: Readonly<Record<string, string>> = { done: 'done', taken: 'so decided', entered: 'come to', at: 'there now', differs: 'decided otherwise', met: 'in time', lapsed: 'run out', pending: 'waiting for its start' };
  return `“${label}” ${said[name] ?? name}`;
}
