// What a move adds to the past: that something was done and decided, that stages were entered, and that what is done
// afresh there is not done yet.
import type { CompiledProcedure } from '../../case/index.ts';
import type { Id } from '../../procedure/types.ts';
import type { Move } from './moves.ts';
import type { Past } from './past.ts';

/** The past once something was done or decided; other moves add nothing by themselves. */
export function remember({ procedure }: CompiledProcedure, move: Move, past: Past): Past {
  if (move.kind === 'do') return past.after([`done:${move.task}`, `spent:${move.task}`], []);
  if (move.kind !== 'decide') return past;
  const others = (procedure.tasks[move.task]?.options ?? []).map(({ id }) => `taken:${move.task}.${id}`);
  return past.after([`done:${move.task}`, `spent:${move.task}`, ...move.options.map((option) => `taken:${move.task}.${option}`)], others);
}

/** Active stages before and after a step, and the transitions it took. */
export interface Stepped { readonly was: readonly Id[]; readonly now: readonly Id[]; readonly taken: readonly Id[] }

/** The past once a step came to its stages: that they were entered, and that what is done afresh is not done yet. */
export function arrive(compiled: CompiledProcedure, { was, now, taken }: Stepped, past: Past): Past {
  const led = new Set(taken.flatMap((id) => targetsOf(compiled, id)));
  const entered = now.filter((stage) => !was.includes(stage) || led.has(stage) || (compiled.tree.ancestors.get(stage) ?? []).some((group) => led.has(group)));
  const fresh = entered.flatMap((stage) => compiled.plans.standing.get(stage) ?? []).filter(({ again }) => again === 'afresh');
  const cleared = [...fresh.flatMap(({ id, task }) => [`done:${id}`, ...(task.options ?? []).map((option) => `taken:${id}.${option.id}`)]), ...freed(compiled, was, now, entered)];
  return past.after(entered.map((stage) => `entered:${stage}`), cleared);
}

/** Tasks that may be done again, because their stages were left or are entered anew. */
function freed({ plans }: CompiledProcedure, was: readonly Id[], now: readonly Id[], entered: readonly Id[]): readonly string[] {
  const left = was.filter((stage) => !now.includes(stage) || entered.includes(stage));
  return [...left, ...entered].flatMap((stage) => plans.standing.get(stage) ?? []).filter(({ task, again }) => !task.in?.some((stage) => now.includes(stage)) || (again === 'afresh' && task.in.some((stage) => entered.includes(stage)))).map(({ id }) => `spent:${id}`);
}

/** The stages that a transition leads to by name. */
export function targetsOf({ procedure }: CompiledProcedure, id: Id): readonly Id[] {
  const to = procedure.transitions.find((route) => route.id === id)?.to;
  return typeof to === 'string' ? [to] : Array.isArray(to) ? to : [];
}
