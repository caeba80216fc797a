// What people can do that a chart may hear of: come in by a door, do a task, decide, take a route, let a clock run out.
// Each is one move of a search, with the machine events it brings about.
import type { CompiledProcedure } from '../../case/index.ts';
import type { Id, Task } from '../../procedure/types.ts';
import { eventOf, openedBy, REOPENED } from '../../statechart/index.ts';

export type Move =
  | { readonly kind: 'open'; readonly door: Id; readonly events: readonly string[] }
  | { readonly kind: 'reopen'; readonly events: readonly string[] }
  | { readonly kind: 'do'; readonly task: Id; readonly events: readonly string[] }
  | { readonly kind: 'decide'; readonly task: Id; readonly options: readonly Id[]; readonly events: readonly string[] }
  | { readonly kind: 'choose'; readonly transition: Id; readonly events: readonly string[] }
  | { readonly kind: 'lapse'; readonly timescale: Id; readonly events: readonly string[] }
  | { readonly kind: 'relate'; readonly relation: Id; readonly state: 'open' | 'ended'; readonly events: readonly string[] };

/** More sets of options than this are not tried for one decision. */
const MOST_CHOICES = 32;

/** Every move of a procedure, in its order; doors first. */
export function movesOf({ procedure }: CompiledProcedure): readonly Move[] {
  const chosen = procedure.transitions.flatMap((route): Move[] => {
    if ('chosen' in route.on) return [{ kind: 'choose', transition: route.id, events: [eventOf(route)] }];
    if ('lapsed' in route.on) return [{ kind: 'lapse', timescale: route.on.lapsed, events: [eventOf(route)] }];
    return 'relation' in route.on ? [{ kind: 'relate', relation: route.on.relation[0], state: route.on.relation[1], events: [eventOf(route)] }] : [];
  });
  return [
    ...Object.keys(procedure.doors).map((door): Move => ({ kind: 'open', door, events: [openedBy(door)] })),
    ...Object.entries(procedure.tasks).flatMap(([id, task]) => movesOn(id, task)),
    ...(procedure.closing?.reopen ? [{ kind: 'reopen' as const, events: [REOPENED] }] : []),
    ...new Map(chosen.map((move) => [JSON.stringify(move), move])).values(),
  ];
}

function movesOn(id: Id, task: Task): readonly Move[] {
  if (task.shape !== 'decide') return [{ kind: 'do', task: id, events: [`done.${id}`] }];
  return choicesOf(task).map((options): Move => ({ kind: 'decide', task: id, options, events: [...options.map((option) => `option.${id}.${option}`), `done.${id}`] }));
}

/** The sets of options that may be taken together, fewest first. */
export function choicesOf({ options = [], choose }: Task): readonly (readonly Id[])[] {
  const { least, most } = choose ?? { least: 1, most: 1 };
  const alone = new Set(options.filter((option) => option.alone).map(({ id }) => id));
  const sets: (readonly Id[])[] = [[]];
  for (const { id } of options) {
    const joined = sets.filter((set) => set.length < most && !(set.length > 0 && (alone.has(id) || set.some((other) => alone.has(other)))));
    sets.push(...joined.map((set) => [...set, id]));
  }
  return sets.filter((set) => set.length >= Math.max(1, least)).sort((a, b) => a.length - b.length).slice(0, MOST_CHOICES);
}

