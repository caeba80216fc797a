// The small steps every edit is made of: put a value at a path, or take it out; each knows its own undoing.
// Objects keep the order of their keys, so that undoing gives the same bytes. Lists are replaced whole, or one item of them.
// It does not know what the values mean.
import type { Id, Procedure } from '../types.ts';

/** Put `value` at the path, or take out what is there when `value` is undefined. A new key stands before `before`, or last. */
export interface Change {
  readonly path: readonly Id[];
  readonly value?: unknown;
  readonly before?: Id | undefined;
}
export interface Changed { readonly procedure: Procedure; /** What takes all of it back, in the order to apply. */ readonly inverse: readonly Change[] }
type Node = Readonly<Record<string, unknown>>;

/** The parts of a procedure in the order they are written; a new part goes to its place. */
const partOrder: readonly (keyof Procedure)[] = ['$schema', 'format', 'id', 'label', 'summary', 'edition', 'casePrefix', 'subject', 'conventions', 'settings', 'calendars', 'meetings', 'parties', 'questions', 'forms', 'doors', 'stages', 'transitions', 'tasks', 'rules', 'timescales', 'closing', 'registers', 'documents', 'disclosure', 'tables', 'holds', 'relations', 'duties', 'fragments', 'sources', 'gaps', 'findingsLeft', 'layout'];

/** The procedure after the changes, and their undoing. What the changes do not touch is the same object as before. */
export function applyChanges(procedure: Procedure, changes: readonly Change[]): Changed {
  return changes.reduce<Changed>((before, change) => {
    const { node, inverse } = applyAt(before.procedure as unknown as Node, change, change.path);
    // The cast is safe as far as the edits are: they put values of the format's own types at the format's own places.
    return { procedure: node as unknown as Procedure, inverse: [...inverse, ...before.inverse] };
  }, { procedure, inverse: [] });
}

function applyAt(node: Node, change: Change, steps: readonly Id[]): { readonly node: Node; readonly inverse: readonly Change[] } {
  const [step, ...rest] = steps;
  if (step === undefined) return { node, inverse: [] };
  if (rest.length === 0) return applyHere(node, change, step);
  const child = node[step];
  if (typeof child !== 'object' || child === null) return applyHere(node, { path: change.path.slice(0, -rest.length), value: nested(rest, change.value) }, step);
  const inside = applyAt(child as Node, change, rest);
  return { node: withPart(node, step, inside.node), inverse: inside.inverse };
}

/** The same with another part: a list keeps being one, and has no more items than it had. */
function withPart(node: Node, step: Id, part: unknown): Node {
  if (!Array.isArray(node)) return { ...node, [step]: part };
  if (!/^\d+$/.test(step)) throw new RangeError(`A list has no part “${step}”.`);
  return node.with(Number(step), part) as unknown as Node;
}

/** A new object around a value, where a whole part was missing; nothing when the value is only taken out. */
function nested(steps: readonly Id[], value: unknown): unknown {
  return value === undefined ? undefined : steps.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);
}

function applyHere(node: Node, { path, value, before }: Change, step: Id): { readonly node: Node; readonly inverse: readonly Change[] } {
  if (Object.hasOwn(node, step)) {
    if (value !== undefined) return { node: withPart(node, step, value), inverse: [{ path, value: node[step] }] };
    const { [step]: old, ...others } = node;
    return { node: others, inverse: [{ path, value: old, before: keyAfter(node, step) }] };
  }
  if (value === undefined) return { node, inverse: [] };
  return { node: insertBefore(node, step, value, before ?? (path.length === 1 ? nextPart(node, step) : undefined)), inverse: [{ path }] };
}

function keyAfter(node: Node, step: Id): Id | undefined {
  const keys = Object.keys(node);
  return keys[keys.indexOf(step) + 1];
}

function nextPart(node: Node, step: Id): Id | undefined {
  const order: readonly string[] = partOrder;
  return order.slice(order.indexOf(step) + 1).find((part) => Object.hasOwn(node, part));
}

function insertBefore(node: Node, step: Id, value: unknown, before: Id | undefined): Node {
  if (before === undefined || !Object.hasOwn(node, before)) return { ...node, [step]: value };
  return Object.fromEntries(Object.entries(node).flatMap(([key, part]) => (key === before ? [[step, value], [key, part]] : [[key, part]])));
}
