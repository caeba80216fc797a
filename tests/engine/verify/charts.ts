// Random procedures for laws about charts: a tree of stages, some at the same time, and routes of every kind between them.
import fc from 'fast-check';
import type { Procedure, Stage, Transition } from '../../../engine/procedure/types.ts';
import { orchard } from '../../fixtures/engine/orchard.ts';

interface DrawnStage { readonly within: number; readonly parallel: boolean; readonly final: boolean }
interface DrawnRoute { readonly from: number; readonly to: number; readonly kind: 'done' | 'ended' | 'chosen'; readonly way: 'to' | 'out' | 'history' | 'return' | 'two'; readonly task: string; readonly guarded: boolean }

const stageOf = fc.record({ within: fc.nat(11), parallel: fc.boolean(), final: fc.boolean() });
const routeOf = fc.record({
  from: fc.nat(11), to: fc.nat(11), kind: fc.constantFrom('done', 'done', 'done', 'ended', 'chosen'),
  way: fc.constantFrom('to', 'to', 'to', 'out', 'history', 'return', 'two'), task: fc.constantFrom('a', 'b', 'c'), guarded: fc.boolean(),
});

/** Procedures of 4 to 11 stages, nested at random, with 2 to 16 routes; not each of them can be compiled. */
export const randomProcedures: fc.Arbitrary<Procedure> = fc.record({
  stages: fc.array(stageOf, { minLength: 4, maxLength: 11 }), routes: fc.array(routeOf, { minLength: 2, maxLength: 16 }),
}).map(({ stages, routes }) => procedureOf(stages, routes));

/** Events that such a procedure may wait for. */
export const eventsOf = (procedure: Procedure): readonly string[] => ['done.a', 'done.b', 'done.c', ...procedure.transitions.map(({ id }) => `chosen.${id}`), ...Object.keys(procedure.stages).map((id) => `ended.${id}`)];

const name = (index: number): string => `s${index}`;

function procedureOf(drawn: readonly DrawnStage[], routes: readonly DrawnRoute[]): Procedure {
  // A stage lies within one drawn before it, or at the top.
  const within = drawn.map((one, index) => (index > 1 && one.within < index && one.within > 0 ? one.within : undefined));
  const groups = new Set(within);
  const stages = Object.fromEntries(drawn.map((one, index): [string, Stage] => [name(index), stage(one, within, index, groups)]));
  const transitions = routes.map((route, index) => routed(route, index, drawn.length)).filter((route) => areLanes(stages, route.to)).filter((route) => !(route.to === undefined && stages[route.from[0] ?? '']?.parallel));
  return { ...orchard, doors: { referral: { label: 'Referral', by: ['clerk'], to: ['s0'] } }, stages, transitions, closing: {} };
}

/** Two stages entered together have to be lanes of one group. */
function areLanes(stages: Readonly<Record<string, Stage>>, to: Transition['to']): boolean {
  if (!Array.isArray(to)) return true;
  const groups = to.map((id: string) => stages[id]?.within);
  return new Set(to).size === to.length && new Set(groups).size === 1 && groups[0] !== undefined && stages[groups[0]]?.parallel === true;
}

function stage({ parallel, final }: DrawnStage, within: readonly (number | undefined)[], index: number, groups: ReadonlySet<number | undefined>): Stage {
  const group = groups.has(index);
  const parent = within[index];
  const first = within.indexOf(index);
  return {
    kind: 'other', label: 'Stage', ...(parent !== undefined && { within: name(parent) }),
    ...(group && parallel && { parallel: true }), ...(group && !parallel && { initial: name(first) }), ...(!group && final && index > 0 && { final: true }),
  };
}

function routed({ from, to, kind, way, task, guarded }: DrawnRoute, index: number, size: number): Transition {
  const [start, end] = [name(from % size), name(to % size)];
  const on = kind === 'done' ? { done: task } : kind === 'ended' ? { ended: start } : { chosen: { by: ['clerk'] } };
  const target = { to: end, out: undefined, history: { history: end }, return: { return: true as const }, two: [end, name((to + 1) % size)] }[way];
  return { id: `t${index}`, from: [start], on, ...(target !== undefined && { to: target }), ...(guarded && { limit: 9 }) };
}
