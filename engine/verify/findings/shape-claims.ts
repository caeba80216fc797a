// Claims about the ways through: stages that nothing leads to, routes that are never taken, places without a way on or
// without an end, rounds that nothing limits, musts that ask for two things at once.
import type { CompiledProcedure } from '../../case/index.ts';
import { optionLabel, ruleLabel, stageLabel, textOf } from '../../case/words.ts';
import { listWords } from '../../time/index.ts';
import type { Id, Procedure, Transition } from '../../procedure/types.ts';
import { solve } from '../criteria/solve.ts';
import { witnessWords } from '../criteria/relate.ts';
import { choicesOf } from '../explore/moves.ts';
import type { DeadEnd, Explored, Path, Step } from '../explore/explore.ts';
import type { Claim } from './clock-claims.ts';
import { quoted, stagesOfTask, taskWords } from './words.ts';

/** A claim with the way that leads to what it shows. */
export type Shown = Claim & { readonly path?: Path };

export function unreachable({ procedure }: CompiledProcedure, { stages, notLooked }: Explored): readonly Claim[] {
  if (notLooked.length > 0) return [];
  return Object.keys(procedure.stages).filter((id) => !stages.has(id)).map((id) => ({
    code: 'V-101', severity: 'problem', title: 'A stage that no case comes to', words: `Nothing leads to ${quoted(stageLabel(procedure, id))}, whatever is answered and decided.`,
    pointer: `/stages/${id}`, label: stageLabel(procedure, id), stages: [id], remedies: ['Draw the route that leads to it.', 'Remove the stage.'], cites: procedure.stages[id]?.cites ?? [],
  }));
}

/** Routes that no case takes: the stage can be come to, and the route is never open there. */
export function neverTaken({ procedure }: CompiledProcedure, explored: Explored): readonly (Claim & { readonly transition: Id })[] {
  if (explored.notLooked.length > 0) return [];
  return procedure.transitions.flatMap((route, index) => {
    if (explored.transitions.has(route.id) || !route.from.some((stage) => explored.stages.has(stage))) return [];
    return [{
      code: 'V-102' as const, severity: 'problem' as const, title: 'A route that is never taken', transition: route.id,
      words: `The route ${routeWords(procedure, route)} is never open: what it asks for cannot come about there, or an earlier route always takes its place.`,
      pointer: `/transitions/${index}`, label: textOf(route.label) ?? route.id, stages: route.from, remedies: ['Change what it asks for, or its place in the order of routes.', 'Remove the route.'], cites: route.cites ?? [],
    }];
  });
}

function routeWords(procedure: CompiledProcedure['procedure'], { from, to, label }: Transition): string {
  const target = typeof to === 'string' ? ` to ${quoted(stageLabel(procedure, to))}` : '';
  const named = textOf(label);
  return `${named === undefined ? '' : `${quoted(named)} `}from ${listWords(from.map((id) => quoted(stageLabel(procedure, id))), 'or')}${target}`;
}

/** Places from which nothing leads to an end: where each act leads after which there is no way to one, and what a case comes to further on. */
export function deadEnds(compiled: CompiledProcedure, { deadEnds: found }: Explored): readonly Shown[] {
  const first = new Map<string, DeadEnd & { readonly places: readonly Id[] }>();
  for (const end of found) {
    const places = placesOf(compiled, end);
    const key = end.entered ? JSON.stringify(end.path.at(-1)?.move) : places.join(' ');
    // Where an act leads nowhere in its lane, the case stands still there once the other lanes have ended: that is said.
    if (!first.has(key) && (end.entered || ![...first.values()].some((other) => other.entered && other.places.every((id) => places.includes(id))))) first.set(key, { ...end, places });
  }
  return [...first.values()].map((end) => deadEnd(compiled, end));
}

function deadEnd({ procedure }: CompiledProcedure, end: DeadEnd & { readonly places: readonly Id[] }): Shown {
  const { path, stuck, entered, places } = end;
  const own = stayedIn(procedure, end);
  const [place = ''] = places;
  const named = listWords(places.map((id) => quoted(stageLabel(procedure, id))));
  const rest = stuck ? `In ${named} a case can come to where nothing leads on, whatever is done there.` : `From ${named} no way leads to an end any more, whatever is done.`;
  const last = entered && own.length > 0 ? path.at(-1) : undefined;
  return {
    code: stuck ? 'V-103' : 'V-104', severity: 'problem', title: stuck ? 'A case can get stuck' : 'A case can go on without end',
    words: last?.move.kind === 'decide' ? `${taskWords(procedure, last.move.task)} decided as ${listWords(last.move.options.map((option) => quoted(optionLabel(procedure, taskOf(last), option))))} leads nowhere. ${rest}` : rest,
    pointer: `/stages/${place}`, label: stageLabel(procedure, place), stages: places,
    remedies: ['Draw a route for what remains: “otherwise”, or one that somebody may choose with a reason.'], cites: procedure.stages[place]?.cites ?? [], path,
  };
}

const taskOf = ({ move }: Step): Id => ('task' in move ? move.task : '');

/** The stages of what was done last, where no route out of them was taken. */
function stayedIn(procedure: Procedure, { stages, path }: Pick<DeadEnd, 'stages' | 'path'>): readonly Id[] {
  const last = path.at(-1);
  const left = new Set(procedure.transitions.flatMap(({ id, from }) => (last?.takes.includes(id) ? from : [])));
  return last ? (procedure.tasks[taskOf(last)]?.in ?? []).filter((id) => stages.includes(id) && !left.has(id)) : [];
}

/** The stages that a dead end is about: those of what was decided without leading on, or the innermost that are no end. */
function placesOf({ procedure, tree }: CompiledProcedure, { stages, path, entered }: DeadEnd): readonly Id[] {
  const own = entered ? stayedIn(procedure, { stages, path }) : [];
  if (own.length > 0) return own;
  const innermost = stages.filter((id) => !stages.some((other) => tree.ancestors.get(other)?.includes(id)));
  const unended = innermost.filter((id) => !procedure.stages[id]?.final);
  return unended.length > 0 ? unended : innermost;
}

/** Rounds of stages that a case may go through again and again, with no limit on any route of the round. */
export function rounds(compiled: CompiledProcedure, explored: Explored): readonly Shown[] {
  const { procedure, tree } = compiled;
  const leads = (route: Transition): readonly Id[] => (typeof route.to === 'string' ? [route.to] : Array.isArray(route.to) ? route.to : []);
  const next = new Map<Id, { readonly to: Id; readonly route: Transition }[]>();
  const add = (from: Id, to: Id, route: Transition): void => { next.set(from, [...(next.get(from) ?? []), { to, route }]); };
  for (const route of procedure.transitions) for (const from of route.from) for (const to of leads(route)) for (const start of [from, ...Object.keys(procedure.stages).filter((id) => tree.ancestors.get(id)?.includes(from))]) if (route.limit === undefined) for (const end of [to, ...Object.keys(procedure.stages).filter((id) => tree.ancestors.get(id)?.includes(to))]) add(start, end, route);
  const order = [...explored.stages.keys()];
  const back = procedure.transitions.filter((route) => route.limit === undefined && explored.transitions.has(route.id) && route.from.some((from) => leads(route).some((to) => order.indexOf(to) <= order.indexOf(from) && comesTo(to, from, next))));
  return back.map((route) => ({
    code: 'V-105', severity: 'look', title: 'A round that nothing limits',
    words: `The route ${routeWords(procedure, route)} goes back, and nothing says how often. A case may go round without end while its clocks run on.`,
    pointer: `/transitions/${procedure.transitions.indexOf(route)}`, label: textOf(route.label) ?? route.id, stages: [...route.from, ...leads(route)],
    remedies: ['Set how many times it may be taken.', 'If rounds are meant to be free, leave it and say why.'], cites: route.cites ?? [], ...pathOf(explored, route.id),
  }));
}

function pathOf({ transitions }: Explored, id: Id): { readonly path?: Path } {
  const path = transitions.get(id);
  return path ? { path } : {};
}

function comesTo(from: Id, goal: Id, next: ReadonlyMap<Id, readonly { readonly to: Id }[]>): boolean {
  const seen = new Set([from]);
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === goal) return true;
    for (const { to } of next.get(at) ?? []) if (!seen.has(to)) { seen.add(to); open.push(to); }
  }
  return false;
}

/** Decisions of which some facts leave no choice at all: each set of options is refused by a must. */
export function noChoiceLeft(compiled: CompiledProcedure): readonly Claim[] {
  const { procedure, plans, settings } = compiled;
  const decisions = new Set(plans.onOptions.map(({ target }) => target.option[0]));
  return [...decisions].flatMap((task) => {
    const bearings = plans.onOptions.filter(({ target }) => target.option[0] === task);
    const definition = procedure.tasks[task];
    if (!definition) return [];
    for (const [index, one] of bearings.entries()) {
      for (const other of bearings.slice(index + 1)) {
        const [first, second] = [one, other];
        const clash = !choicesOf(definition).some((options) => [first, second].every(({ effect, target }) => (effect === 'require') === options.includes(target.option[1])));
        const criteria = [first, second].map(({ rule }) => procedure.rules?.[rule]?.if ?? { and: [] });
        const witness = clash ? solve(procedure, criteria.map((criterion) => ({ criterion, want: true })), { settings }).witness : undefined;
        if (witness) {
          return [{
            code: 'V-106' as const, severity: 'problem' as const, title: 'Two musts that cannot both be kept', pointer: `/rules/${second.rule}`, label: ruleLabel(procedure, second.rule),
            words: `${quoted(ruleLabel(procedure, first.rule))} and ${quoted(ruleLabel(procedure, second.rule))} can hold together, and then ask for different things of ${taskWords(procedure, task)} (${quoted(optionLabel(procedure, ...first.target.option))}, ${quoted(optionLabel(procedure, ...second.target.option))}). Every decision is refused. For example: ${listWords(witnessWords(procedure, witness).slice(0, 4))}.`,
            stages: stagesOfTask(procedure, task), remedies: ['Narrow one of the two, so that they never hold together.', 'Make one of them a should.'], cites: [...(procedure.rules?.[first.rule]?.cites ?? []), ...(procedure.rules?.[second.rule]?.cites ?? [])],
          }];
        }
      }
    }
    return [];
  });
}
