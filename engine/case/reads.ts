// What a criterion or a date expression reads of a case, as keys of a kind and a name: `answer:<question>`, `task:<task>`,
// `stage:<stage>`, `rule:<rule>`, `clock:<timescale>`, `relation:<relation>`, `absence`, `appointments`. From these follow which rules and clocks an
// event can change, and in which order rules are asked.
import { Marks, type Places } from './slots.ts';
import type { Criterion, DateExpression, Id, Procedure } from '../procedure/types.ts';

/** What is read of a case, and written to it. */
export type Kind = 'answer' | 'task' | 'stage' | 'reach' | 'rule' | 'clock' | 'adjusted' | 'relation' | 'hold' | 'in-force' | 'absence' | 'appointments';
/** Something that was written; without a name where there is one of its kind. */
export interface Touched { readonly kind: Kind; readonly name: Id }

/** Key by which each operator reads what it names; the other operators only hold further ones. */
const reading: Readonly<Record<string, (name: string) => string>> = {
  var: (name) => `answer:${name}`, answered: (name) => `answer:${name}`, born: (name) => `answer:${name}`,
  done: (name) => `task:${name}`, task: (name) => `task:${name}`, sent: (name) => `task:${name}`, submitted: (name) => `task:${name}`, planned: (name) => `task:${name}`, raised: (name) => `task:${name}`,
  entered: (name) => `stage:${name}`, left: (name) => `stage:${name}`,
  rule: (name) => `rule:${name}`, 'true-since': (name) => `rule:${name}`,
  met: (name) => `clock:${name}`, lapsed: (name) => `clock:${name}`, pending: (name) => `clock:${name}`, due: (name) => `clock:${name}`,
  open: (name) => `relation:${name}`, extended: (name) => `adjusted:${name}`,
  table: (name) => `in-force:tables/${name}`,
  absent: () => 'absence', vacant: () => 'appointments',
};

/** Every key that a criterion reads, itself and below; computed questions are followed to what they are computed from. */
export function readsOf(procedure: Procedure, expression: Criterion | DateExpression | undefined): ReadonlySet<string> {
  const keys = new Set<string>();
  collect(procedure, expression, keys);
  return keys;
}

function collect(procedure: Procedure, part: unknown, keys: Set<string>): void {
  if (Array.isArray(part)) return part.forEach((item) => collect(procedure, item, keys));
  if (typeof part !== 'object' || part === null) return;
  for (const [operator, value] of Object.entries(part)) {
    if (operator === 'at') addPlace(value, keys);
    else if (operator === 'from' || operator === 'to') addNames(value, keys);
    else if (operator === 'appointed') keys.add('appointments');
    else if (operator === 'taken' || operator === 'signed' || operator === 'differs') addTasks(operator, value, keys);
    else if (operator === 'task' && Array.isArray(value)) addTasks('differs', value, keys);
    else if (typeof value === 'string' && reading[operator]) add(procedure, reading[operator](value), keys);
    else collect(procedure, value, keys);
  }
}

function add(procedure: Procedure, key: string, keys: Set<string>): void {
  if (keys.has(key)) return;
  keys.add(key);
  if (key.startsWith('answer:')) collect(procedure, procedure.questions[key.slice('answer:'.length)]?.compute, keys);
}

/** `at` is a stage in a criterion and a date question within `age`; both are noted, because one too many does no harm. */
function addPlace(value: unknown, keys: Set<string>): void {
  if (typeof value !== 'string') return;
  keys.add(`stage:${value}`);
  keys.add(`answer:${value}`);
}

function addNames(value: unknown, keys: Set<string>): void {
  if (typeof value === 'string') keys.add(`answer:${value}`);
}

function addTasks(operator: string, value: unknown, keys: Set<string>): void {
  if (!Array.isArray(value)) return;
  const named: readonly unknown[] = operator === 'differs' ? value : value.slice(0, 1);
  for (const task of named) if (typeof task === 'string') keys.add(`task:${task}`);
}

/** For each key, the places of those that read it. */
export function dependents(reads: ReadonlyMap<Id, ReadonlySet<string>>, places: Places): ReadonlyMap<string, Marks> {
  const found = new Map<string, Marks>();
  for (const [id, keys] of reads) {
    const place = places.of(id);
    if (place !== undefined) for (const key of keys) found.set(key, (found.get(key) ?? new Marks()).add(place));
  }
  return found;
}

/** A key taken apart. */
export function partsOf(key: string): Touched {
  const end = key.indexOf(':');
  // The keys are made here and in `compile.ts`, of these kinds.
  return end < 0 ? { kind: key as Kind, name: '' } : { kind: key.slice(0, end) as Kind, name: key.slice(end + 1) };
}
