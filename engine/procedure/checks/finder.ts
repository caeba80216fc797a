// What every check is given and gives: the procedure in, problems out.
import { problem, type Problem, type ProblemParts } from '../problems.ts';
import type { ProblemCode } from '../problem-words.ts';
import type { Procedure } from '../types.ts';

/** Looks at one idea of a procedure that the schema allows. */
export type Check = (procedure: Procedure) => readonly Problem[];

/** One problem in a list when the condition holds, else an empty list. */
export function when(condition: boolean, code: ProblemCode, procedure: Procedure, pointer: string, parts?: ProblemParts): Problem[] {
  return condition ? [problem(code, procedure, pointer, parts)] : [];
}

/** True when following `next` leads back to the start. */
export function circleFrom(start: string, next: (id: string) => readonly string[]): boolean {
  const open = [...next(start)];
  const seen = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === start) return true;
    if (!seen.has(id)) open.push(...next(id));
    seen.add(id);
  }
  return false;
}
