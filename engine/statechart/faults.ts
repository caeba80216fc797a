// What stops a procedure from becoming a machine, and what stops a machine from coming to rest. Each says
// where. `check` finds most of these earlier and in friendlier words; these are the engine's last line.

/** One reason why a procedure cannot be compiled. */
export interface ChartFault {
  readonly code: 'unknown-stage' | 'ill-nested' | 'missing-guard' | 'extra-guard' | 'duplicate-transition' | 'no-way-back' | 'criterion';
  /** JSON pointer into the procedure, '' for the whole. */
  readonly at: string;
  readonly words: string;
}

/** Thrown by `toMachineConfig`, `machine` and `compile`: the procedure is not one that can be run. */
export class CompileError extends Error {
  override readonly name = 'CompileError';
  readonly faults: readonly ChartFault[];
  constructor(faults: readonly ChartFault[]) {
    super(faults.map((fault) => `${fault.at}: ${fault.words}`).join('\n'));
    this.faults = faults;
  }
}

/** What stops a procedure from being run, in sentences for a person; empty for any other error, whose text is for developers. */
export function faultSentences(error: unknown): string {
  return error instanceof CompileError ? error.faults.map(({ words }) => words).join(' ') : '';
}

/** Thrown while a case is run: stages or rules that move each other on without end. The case is unchanged. */
export class EndlessLoop extends Error {
  override readonly name = 'EndlessLoop';
  readonly event: string;
  constructor(event: string, cause?: unknown) {
    super(`The procedure does not come to rest after "${event}": its stages lead into each other without end.`, { cause });
    this.event = event;
  }
}

/** Thrown while a case is run: the machine ignored an event that the procedure says it takes. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
  constructor(event: string) {
    super(`The statechart did not take "${event}", though a stage of the case waits for it.`);
  }
}
