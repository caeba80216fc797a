// What somebody at the screen waits for goes before what nobody waits for: lines of the register made anew, the index of
// the search. Those rest until it is done, so that a case opens as fast beside them as alone.
let waiting = 0;
let resting: (() => void)[] = [];

/** Does what somebody waits for. */
export async function waitedFor<T>(work: () => Promise<T>): Promise<T> {
  waiting += 1;
  try { return await work(); } finally {
    waiting -= 1;
    if (waiting === 0) { const all = resting; resting = []; for (const go of all) go(); }
  }
}
/** Before each piece of what nobody waits for. */
export async function whenNobodyWaits(): Promise<void> {
  while (waiting > 0) await new Promise<void>((resolve) => resting.push(resolve));
}
