// The steps that can be undone and done again, as they are kept with a draft over a reload: not whole procedures but
// what differs between one and the next, both ways. What is read back is looked at like any file: what does not fit
// the draft is left out, and undo begins anew.
import { applyChanges, type Change } from '../../engine/procedure/edits/changes.ts';
import { dangerousKeys } from '../../engine/procedure/visit.ts';
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import type { Step } from './store.ts';

/** One step: its name in history, what was selected before it, and what takes it back and does it again. */
export interface KeptStep { readonly words: string; readonly selection: Id | null; readonly undo: readonly Change[]; readonly redo: readonly Change[] }
/** All steps, the first first; `at`: how many of them are done. */
export interface KeptHistory { readonly steps: readonly KeptStep[]; readonly at: number }

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const kept = new WeakMap<Step, KeptStep>();

/** The steps of an editor, ready to be kept. Each is worked out once. */
export function keptOf(past: readonly Step[], future: readonly Step[]): KeptHistory {
  return { steps: [...past, ...future].map(keptStep), at: past.length };
}

function keptStep(step: Step): KeptStep {
  const found = kept.get(step) ?? { words: step.words, selection: step.selection, undo: changesBetween(step.after, step.before), redo: changesBetween(step.before, step.after) };
  kept.set(step, found);
  return found;
}

/** The changes that make one procedure of another, keys in their order. */
export function changesBetween(from: Procedure, to: Procedure): readonly Change[] {
  return changesIn(from as unknown as Node, to as unknown as Node, []);
}

function changesIn(from: Node, to: Node, path: readonly string[]): readonly Change[] {
  const keys = Object.keys(to);
  const both = keys.filter((key) => Object.hasOwn(from, key));
  // Another order of the same parts cannot be told part by part.
  if (path.length > 0 && !Object.keys(from).filter((key) => Object.hasOwn(to, key)).every((key, index) => key === both[index])) return [{ path, value: to }];
  return [
    ...Object.keys(from).filter((key) => !Object.hasOwn(to, key)).map((key): Change => ({ path: [...path, key] })),
    ...both.flatMap((key): readonly Change[] => {
      const [a, b] = [from[key], to[key]];
      if (a === b) return [];
      if (isNode(a) && isNode(b)) return changesIn(a, b, [...path, key]);
      if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length ? itemChanges(a, b, [...path, key]) : [{ path: [...path, key], value: b }];
      return JSON.stringify(a) === JSON.stringify(b) ? [] : [{ path: [...path, key], value: b }];
    }),
    // From the last, so that the part before which each stands is there.
    ...keys.filter((key) => !Object.hasOwn(from, key)).reverse().map((key): Change => {
      const before = keys[keys.indexOf(key) + 1];
      return { path: [...path, key], value: to[key], ...(before === undefined ? {} : { before }) };
    }),
  ];
}

/** In a list as long as before only the items that differ: the routes are one list, and all of it with each step is much to keep. */
function itemChanges(from: readonly unknown[], to: readonly unknown[], path: readonly string[]): readonly Change[] {
  return to.flatMap((value, index): readonly Change[] => {
    const [before, at] = [from[index], [...path, String(index)]];
    if (before === value) return [];
    if (isNode(before) && isNode(value)) return changesIn(before, value, at);
    return JSON.stringify(before) === JSON.stringify(value) ? [] : [{ path: at, value }];
  });
}

/** The steps again, for the procedure that stands after the first `at` of them; none when they do not belong to it. */
export function stepsFrom(history: unknown, procedure: Procedure): { readonly past: readonly Step[]; readonly future: readonly Step[] } {
  const none = { past: [], future: [] };
  if (!isHistory(history)) return none;
  try {
    const past: Step[] = [];
    let now = procedure;
    for (const step of history.steps.slice(0, history.at).toReversed()) {
      const before = applyChanges(now, step.undo).procedure;
      past.unshift(remembered(step, before, now));
      now = before;
    }
    now = procedure;
    const future = history.steps.slice(history.at).map((step) => {
      const after = applyChanges(now, step.redo).procedure;
      const made = remembered(step, now, after);
      now = after;
      return made;
    });
    return { past, future };
  } catch {
    return none;
  }
}

function remembered(step: KeptStep, before: Procedure, after: Procedure): Step {
  const made = { words: step.words, selection: step.selection, before, after };
  kept.set(made, step);
  return made;
}

function isHistory(value: unknown): value is KeptHistory {
  if (!isNode(value) || !Array.isArray(value['steps']) || !Number.isInteger(value['at'])) return false;
  const steps: readonly unknown[] = value['steps'];
  return (value['at'] as number) >= 0 && (value['at'] as number) <= steps.length && steps.every(isStep);
}

const isStep = (value: unknown): boolean => isNode(value) && typeof value['words'] === 'string' && (value['selection'] === null || typeof value['selection'] === 'string') && isChanges(value['undo']) && isChanges(value['redo']);
const isChanges = (value: unknown): boolean => Array.isArray(value) && value.every((each: unknown) => isNode(each) && Array.isArray(each['path']) && each['path'].length > 0 && each['path'].every((key: unknown) => typeof key === 'string' && !dangerousKeys.has(key)));
