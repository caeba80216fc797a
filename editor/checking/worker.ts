// Asks the worker that checks.
import { check } from '../../engine/procedure/check.ts';
import { asking } from '../workers.ts';
import type { Elsewhere } from './checker.ts';
// oxlint-disable-next-line import/default -- the bundler makes this module: its default is the worker's address
import address from './work.ts?worker&url';

/** Checks in the worker; on the page when the worker cannot run. */
export const inWorker: Elsewhere = asking(address, check);

/** A tenth of a second, for a page that is not in sight shows no frame. */
const NO_FRAME = 100;

/** Calls back after the next frame. */
export function afterFrame(then: () => void): void {
  let done = false;
  const once = (): void => { if (!done) { done = true; then(); } };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, NO_FRAME);
}
