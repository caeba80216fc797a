// Checks what was drawn as soon as it is drawn, elsewhere (a worker): one check at a time, and of what came meanwhile
// only the last, so that quick work never waits behind checks of what it was before.
import type { Problem } from '../../engine/procedure/problems.ts';
import type { Procedure } from '../../engine/procedure/types.ts';

/** Checks a procedure elsewhere. */
export type Elsewhere = (procedure: Procedure, done: (problems: readonly Problem[]) => void) => void;
/** Asks for a check; `done` is told of it unless it was called off, which the result does. */
export type CheckSoon = (procedure: Procedure, done: (problems: readonly Problem[]) => void) => () => void;

interface Job { readonly procedure: Procedure; done: ((problems: readonly Problem[]) => void) | null }

export function createChecker(elsewhere: Elsewhere): CheckSoon {
  let running = false;
  let next: Job | null = null;
  const work = (): void => {
    if (running || next === null) return;
    const job = next;
    [running, next] = [true, null];
    elsewhere(job.procedure, (problems) => {
      running = false;
      job.done?.(problems);
      work();
    });
  };
  return (procedure, done) => {
    const job: Job = { procedure, done };
    next = job;
    work();
    return () => { job.done = null; if (next === job) next = null; };
  };
}
