// The last few cases that a case came from. An act that is told late, after others that it came before, is folded
// onto the newest of them that it comes after, instead of telling the whole log anew. What is not kept any more is
// told anew: the trail saves work and changes no result.
import { inside, type Folded, type Inside } from './folded.ts';
import { compareEvents, isCorrection } from './order.ts';
import type { CaseEvent } from './types.ts';

/** A place for an earlier case, and the way to those before it. It is emptied when it has become too old. */
interface Trail { folded: Folded | undefined; older: Trail | undefined }

/** Cases kept behind each newest one, some 2 kB each. An act entered late was mostly preceded by few others. */
const KEPT = 12;

// Beside the cases and not in them: two cases are the same whatever way they came about. A case that only grew older
// has the inside of the one before.
const trails = new WeakMap<Inside, Trail>();

/** Remembers which case came before one. */
export function remember(folded: Folded, before: Folded): void {
  const trail: Trail = { folded: before, older: trails.get(before[inside]) };
  let last: Trail | undefined = trail;
  for (let steps = 1; last && steps < KEPT; steps += 1) last = last.older;
  // Emptied and not only cut off: the earlier case has a trail of its own.
  if (last?.older) [last.older.folded, last.older.older, last.older] = [undefined, undefined, undefined];
  trails.set(folded[inside], trail);
}

/** Where to tell on from: the newest case whose events all come before those added. Undefined: from the start. */
export function tellFrom(before: Folded, added: readonly CaseEvent[]): Folded | undefined {
  if (added.some(isCorrection)) return undefined; // it changes what was told before it
  let found: Folded | undefined = before;
  let trail = trails.get(before[inside]);
  while (found && !comeAfter(added, found)) [found, trail] = [trail?.folded, trail?.older];
  return found && before.events.slice(found.events.length).some(isCorrection) ? undefined : found;
}

function comeAfter(added: readonly CaseEvent[], folded: Folded): boolean {
  const { last } = folded[inside];
  return last !== undefined && added.every((event) => compareEvents(last, event) < 0);
}
