// What every check is given and gives: the procedure in, problems out.
import { grouped } from '../grouped.ts';
import { problem, type Problem, type ProblemParts } from '../problems.ts';
import type { ProblemCode } from '../problem-words.ts';
import type { Procedure } from '../types.ts';

/** Looks at one idea of a procedure that the schema allows. */
export type Check = (procedure: Procedure) => readonly Problem[];

/** One problem in a list when the condition holds, else an empty list. */
export function when(condition: boolean, code: ProblemCode, procedure: Procedure, pointer: string, parts?: ProblemParts): Problem[] {
  return condition ? [problem(code, procedure, pointer, parts)] : [];
}

/** Circles of more names than this are told for the first of them only. */
const mostInCircles = 100;

/** The ids from which `next` leads back to where it started. What cannot be part of a circle is set aside first, so that long chains cost little. */
export function inCircles(ids: readonly string[], next: (id: string) => readonly string[]): ReadonlySet<string> {
  const open = new Map(ids.map((id) => [id, new Set(next(id))]));
  const before = grouped([...open].flatMap(([id, others]) => [...others].map((other) => ({ id, other }))), ({ other }) => other);
  const dead = [...new Set([...before.keys()].filter((id) => !open.has(id))), ...ids.filter((id) => open.get(id)?.size === 0)];
  for (let id = dead.pop(); id !== undefined; id = dead.pop()) {
    open.delete(id);
    for (const { id: earlier } of before.get(id) ?? []) {
      const others = open.get(earlier);
      others?.delete(id);
      if (others?.size === 0) dead.push(earlier);
    }
  }
  return new Set([...open.keys()].slice(0, mostInCircles).filter((id) => comesBack(id, next)));
}

function comesBack(start: string, next: (id: string) => readonly string[]): boolean {
  const open = [...next(start)];
  const seen = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === start) return true;
    if (!seen.has(id)) open.push(...next(id));
    seen.add(id);
  }
  return false;
}
