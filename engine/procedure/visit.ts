// A walk through any document, value by value, without recursion, so that no depth of it can exhaust the stack: what the
// gates of untrusted files stand on. What is unsafe they say; it only finds the first of it and where it stands.
import { isObject, pointerTo, type Step } from './pointer.ts';

/** One value on the walk; the document itself has depth 1 and no parent. */
export interface Visit { readonly value: unknown; readonly depth: number; readonly parent: Visit | undefined; readonly step: Step }

/** Names that lead to every object's own parts when they are copied carelessly. */
export const dangerousKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** JSON pointer of a value on the walk; '' for the document itself. */
export function pointerOf(visit: Visit): string {
  const steps: Step[] = [];
  for (let at: Visit | undefined = visit; at?.parent; at = at.parent) steps.unshift(at.step);
  return pointerTo(...steps);
}

/** What `find` says first, asked of each value with how many were met so far, itself included; undefined when it never says anything. */
export function firstFound<T>(root: unknown, find: (visit: Visit, met: number) => T | undefined): T | undefined {
  const open: Visit[] = [{ value: root, depth: 1, parent: undefined, step: '' }];
  let met = 0;
  for (let visit = open.pop(); visit; visit = open.pop()) {
    const found = find(visit, met += 1);
    if (found !== undefined) return found;
    for (const [step, value] of childrenOf(visit.value)) open.push({ value, depth: visit.depth + 1, parent: visit, step });
  }
  return undefined;
}

function childrenOf(value: unknown): Iterable<readonly [Step, unknown]> {
  if (Array.isArray(value)) return value.entries();
  return isObject(value) ? Object.entries(value) : [];
}
