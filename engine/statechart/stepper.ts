// One step of a machine, pure to its caller: a snapshot and an event in, a snapshot and what changed out.
// `machine.transition` is used with one inert scope, built once: XState's own pure `transition()` builds an
// actor for every call and is three times slower. A property test holds the two equal. No actor is started.
import { createActor, type AnyMachineSnapshot, type AnyStateMachine, type AnyStateNode } from 'xstate';
import type { Id, Procedure } from '../procedure/types.ts';
import type { ChartConfig } from './config.ts';
import { EndlessLoop } from './faults.ts';
import { machineOf, type ChartGuard, type GuardParams, type Guards } from './machine.ts';
import { endOf } from './names.ts';
import { remembering } from './remembered.ts';
import { leavesOf, restingIn, statesIn } from './resting.ts';
import { stageTree } from './tree.ts';

/** What guards ask while a step is taken. */
export type Holds = (guard: string, params: GuardParams) => boolean;
export interface Taken { readonly transition: Id; readonly from: string }
/** What one event did. It may move the machine several times, because the end of a group leads on at once. */
export interface Step {
  readonly snapshot: AnyMachineSnapshot;
  /** In their order; none when nothing took the event. */
  readonly moves: readonly StepMove[];
}
export interface StepMove {
  readonly snapshot: AnyMachineSnapshot;
  /** Transitions taken together; doors and reopening by their event's name. */
  readonly taken: readonly Taken[];
  /** Stages left and entered again by them. */
  readonly again: ReadonlySet<Id>;
}
export interface Stepper {
  readonly machine: AnyStateMachine;
  /** The machine before any door. */
  readonly start: AnyMachineSnapshot;
  /** Takes one event. Throws EndlessLoop when the machine does not come to rest; the snapshot handed in stays good. */
  step(snapshot: AnyMachineSnapshot, event: string, holds: Holds): Step;
  /** Active stages, outermost first, in the procedure's order; a lane that has ended is none. */
  stages(snapshot: AnyMachineSnapshot): readonly Id[];
  /** Groups that have come to their end: their last stage, or every one of their lanes. */
  ended(snapshot: AnyMachineSnapshot): ReadonlySet<Id>;
  /** The innermost states that are active: stages, and ends of groups and lanes. */
  leaves(snapshot: AnyMachineSnapshot): readonly string[];
  /** A snapshot that rests in these states; what is not named beside them begins where it begins. */
  resting(states: readonly string[], before?: AnyMachineSnapshot): AnyMachineSnapshot;
}

interface Microstep { readonly type: string; readonly snapshot?: unknown; readonly _transitions?: readonly Formatted[] }
interface Formatted { readonly source: AnyStateNode; readonly target: readonly AnyStateNode[] | undefined; readonly reenter: boolean; readonly meta?: { readonly transition: Id } }

interface Made { readonly snapshot: AnyMachineSnapshot; readonly transitions: readonly Formatted[] }

/** A guard answers from `asked` while its step runs. The end of a group is offered as an event of its own, once the case has noted what ended it. */
interface Asked { holds: Holds }

function guardsOver(asked: Asked): (names: ReadonlySet<string>) => Guards {
  const guard = (name: string): ChartGuard => ({ event }, params) => !event.type.startsWith('xstate.done.') && asked.holds(name, params);
  return (names) => Object.fromEntries([...names].map((name) => [name, guard(name)]));
}

const never: Holds = () => false;

/** A stepper over the procedure's machine. Throws CompileError as `machine` does. */
export function stepperOf(procedure: Procedure, config: ChartConfig): Stepper {
  const asked: Asked = { holds: never };
  const machine = machineOf(procedure, config, guardsOver(asked));
  const made: Made[] = [];
  const inspect = ({ type, snapshot, _transitions }: Microstep): void => {
    // The snapshot of a microstep of a machine is one of a machine.
    if (type === '@xstate.microstep' && _transitions && _transitions.length > 0) made.push({ snapshot: snapshot as AnyMachineSnapshot, transitions: _transitions });
  };
  const scope = inertScope(machine, inspect);
  const step: Stepper['step'] = (snapshot, event, holds) => {
    asked.holds = holds;
    made.length = 0;
    try {
      const next = machine.transition(snapshot, { type: event }, scope);
      if (next.status === 'error') throw new EndlessLoop(event, next.error);
      const moves = made.map((move, index) => ({ snapshot: move.snapshot, ...changes(made[index - 1]?.snapshot ?? snapshot, move.transitions) }));
      return { snapshot: next, moves };
    } catch (error) {
      throw error instanceof Error && error.message.startsWith('Infinite loop') ? new EndlessLoop(event, error) : error;
    } finally {
      asked.holds = never;
    }
  };
  const start = machine.getInitialSnapshot(scope, undefined);
  const seen = lookingAt(procedure);
  const [tree, known] = [stageTree(procedure), statesIn(config)];
  return {
    machine, start, step: remembering(step), stages: (snapshot) => seen(snapshot).stages, ended: (snapshot) => seen(snapshot).ended,
    leaves: (snapshot) => leavesOf(tree, snapshot), resting: (states, before) => restingIn(machine, tree, known, states, before),
  };
}

/** What a case asks of a snapshot, read once from each: cases share their snapshots. */
interface Seen { readonly stages: readonly Id[]; readonly ended: ReadonlySet<Id> }

function lookingAt(procedure: Procedure): (snapshot: AnyMachineSnapshot) => Seen {
  const known = new WeakMap<AnyMachineSnapshot, Seen>();
  return (snapshot) => {
    const before = known.get(snapshot);
    if (before) return before;
    const seen: Seen = { stages: activeStages(procedure, snapshot), ended: endedGroups(snapshot) };
    known.set(snapshot, seen);
    return seen;
  };
}

type InertScope = Parameters<AnyStateMachine['transition']>[2];

/** What `transition()` builds on every call, built once: an actor that never starts, and doors that lead nowhere. */
function inertScope(machine: AnyStateMachine, inspect: (event: Microstep) => void): InertScope {
  const self = createActor(machine, { inspect });
  const nothing = (): void => undefined;
  return { self, system: self.system, id: '', sessionId: '', logger: nothing, defer: nothing, stopChild: nothing, emit: nothing, actionExecutor: nothing };
}

const none: ReadonlySet<Id> = new Set();

function changes(before: AnyMachineSnapshot, transitions: readonly Formatted[]): Omit<StepMove, 'snapshot'> {
  const taken = transitions.flatMap(({ meta, source }) => (meta ? [{ transition: meta.transition, from: source.id }] : []));
  return { taken, again: transitions.some(comesBack) ? reentered(before, transitions) : none };
}

/** Only a transition that stays within what it leaves can bring a stage back in one step. */
const comesBack = ({ source, target, reenter }: Formatted): boolean => reenter || (target ?? []).some((node) => sharesLanes(source, node));

function sharesLanes(source: AnyStateNode, target: AnyStateNode): boolean {
  for (let node: AnyStateNode | undefined = source; node; node = node.parent) if (node.type === 'parallel' && isBelow(target, node)) return true;
  return false;
}

function reentered(before: AnyMachineSnapshot, transitions: readonly Formatted[]): ReadonlySet<Id> {
  const left = new Set<Id>();
  for (const transition of transitions) {
    const domain = domainOf(transition);
    for (const node of before._nodes) {
      if (isBelow(node, domain) || (transition.reenter && node === transition.source)) left.add(node.id);
    }
  }
  return left;
}

function domainOf({ source, target, reenter }: Formatted): AnyStateNode {
  const nodes = [source, ...(target ?? [])];
  if (!reenter && nodes.every((node) => node === source || isBelow(node, source))) return source;
  let domain = source.parent;
  while (domain?.parent && !nodes.every((node) => isBelow(node, domain as AnyStateNode))) domain = domain.parent;
  return domain ?? source;
}

function isBelow(node: AnyStateNode, ancestor: AnyStateNode): boolean {
  for (let parent = node.parent; parent; parent = parent.parent) if (parent === ancestor) return true;
  return false;
}

function activeStages({ stages }: Procedure, snapshot: AnyMachineSnapshot): readonly Id[] {
  const active = [...snapshot._nodes].sort((a, b) => a.order - b.order);
  const ids = new Set(active.map((node) => node.id));
  return active.flatMap(({ id }) => (Object.hasOwn(stages, id) && !ids.has(endOf(id)) ? [id] : []));
}

function endedGroups(snapshot: AnyMachineSnapshot): ReadonlySet<Id> {
  const active = new Set(snapshot._nodes);
  return new Set(snapshot._nodes.filter((node) => isOver(node, active)).map(({ id }) => id));
}

function isOver(node: AnyStateNode, active: ReadonlySet<AnyStateNode>): boolean {
  const children = Object.values(node.states);
  if (node.type === 'parallel') return children.filter(({ type }) => type !== 'history').every((child) => isOver(child, active));
  if (node.type === 'compound') return children.some((child) => child.type === 'final' && active.has(child));
  return node.type === 'final' && active.has(node);
}
