// What a search has to remember beside where the chart is: only what something later asks about. Tasks done, options
// taken, stages entered, as far as a criterion, a must or a follow-on task reads them; kept as numbered sets.
import { readsOfCriterion } from '../../criteria/index.ts';
import type { Criterion, Id, Procedure } from '../../procedure/types.ts';
import type { CompiledProcedure } from '../../case/index.ts';
import { withoutRules } from '../criteria/solve.ts';

/** Remembered sets by number; 0 is the empty one. */
export interface Memory {
  readonly atoms: ReadonlyMap<string, number>;
  has(memory: number, atom: string): boolean | undefined;
  /** The memory with atoms set and others cleared. */
  change(memory: number, set: readonly string[], clear: readonly string[]): number;
  /** Numbers of those of these that are remembered. */
  numbers(atoms: readonly string[]): readonly number[];
  /** The part of a memory that these atoms show, as a key. */
  shows(memory: number, atoms: readonly number[]): string;
}

const REMEMBERED = /^(done|taken|entered):/;

/** Facts that a criterion asks about, rules followed. */
export function factsIn(procedure: Procedure, criterion: Criterion | undefined): readonly string[] {
  return criterion === undefined ? [] : readsOfCriterion(withoutRules(procedure, criterion)).filter((key) => key.includes(':'));
}

/** What the ways through the procedure depend on. */
export function memoryOf(compiled: CompiledProcedure): Memory {
  const { procedure, plans } = compiled;
  const asked = new Set<string>();
  const note = (criterion: Criterion | undefined): void => { for (const key of factsIn(procedure, criterion)) if (REMEMBERED.test(key)) asked.add(key); };
  for (const route of procedure.transitions) note(route.if);
  for (const [id, rule] of Object.entries(procedure.rules ?? {})) if (bearsOnWays(compiled, id)) note(rule.if);
  for (const { raised } of plans.tasks.values()) if (typeof raised === 'object' && 'done' in raised) asked.add(`done:${raised.done}`);
  for (const key of asked) if (key.startsWith('taken:')) asked.add(`done:${key.slice(6).split('.')[0]}`);
  // A task that something asks about and that only ends by hand may be done after its stages were left.
  for (const { id, task, withdrawn } of plans.tasks.values()) if (asked.has(`done:${id}`) && withdrawn !== 'with-stage') for (const stage of task.in ?? []) asked.add(`entered:${stage}`);
  // What may be done without leading on is done once in its stage: until that is left, it cannot be done again.
  for (const { id, task, raised } of plans.tasks.values()) if (task.in && raised !== 'by-choice' && leadsOn(procedure, id) && !alwaysLeadsOn(compiled, id)) asked.add(`spent:${id}`);
  const atoms = new Map([...asked].map((key, index) => [key, index]));
  const sets: (readonly number[])[] = [[]];
  const numbers = new Map<string, number>([['', 0]]);
  const members: ReadonlySet<number>[] = [new Set()];
  const intern = (set: readonly number[]): number => {
    const key = set.join(',');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, sets.length);
    sets.push(set);
    members.push(new Set(set));
    return sets.length - 1;
  };
  const numbersOf = (keys: readonly string[]): readonly number[] => keys.flatMap((key) => atoms.get(key) ?? []);
  return {
    atoms,
    has: (memory, atom) => { const index = atoms.get(atom); return index === undefined ? undefined : members[memory]?.has(index) ?? false; },
    change: (memory, set, clear) => {
      const [adding, dropping] = [numbersOf(set), new Set(numbersOf(clear))];
      if (adding.length === 0 && dropping.size === 0) return memory;
      return intern([...new Set([...(sets[memory] ?? []).filter((index) => !dropping.has(index)), ...adding])].sort((a, b) => a - b));
    },
    numbers: numbersOf,
    shows: (memory, keys) => {
      const held = members[memory];
      let shown = '';
      for (const index of keys) shown += held?.has(index) ? '1' : '0';
      return shown;
    },
  };
}

/** A rule that asks for a task, or that a must bars something with. */
function bearsOnWays({ procedure, plans }: CompiledProcedure, id: Id): boolean {
  const then = procedure.rules?.[id]?.then;
  if (!then) return false;
  if ('require' in then && 'task' in then.require) return plans.tasks.get(then.require.task)?.raised === 'when-required' && leadsOn(procedure, then.require.task);
  return 'forbid' in then && procedure.rules?.[id]?.strength === 'must' && ('transition' in then.forbid || ('task' in then.forbid && leadsOn(procedure, then.forbid.task)));
}

/** True when a route waits for the task. */
export const leadsOn = ({ transitions }: Procedure, task: Id): boolean => transitions.some(({ on }) => ('done' in on && on.done === task) || ('option' in on && on.option[0] === task));

/** True when a route is taken whatever is chosen and answered: each option, or the task itself, has one that nothing stops. */
function alwaysLeadsOn({ routes, procedure }: CompiledProcedure, task: Id): boolean {
  const sure = (event: string): boolean => (routes.get(event) ?? []).some(({ guarded, transition }) => !guarded || (transition.otherwise === true && transition.limit === undefined));
  const options = procedure.tasks[task]?.options ?? [];
  return sure(`done.${task}`) || (options.length > 0 && options.every(({ id }) => sure(`option.${task}.${id}`)));
}
