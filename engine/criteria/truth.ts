// Logic with three values: true, false and unknown (Kleene's strong logic). Unknown is never quietly false;
// a whole is definite only when the known parts settle it whatever the unknown ones turn out to be.
import type { Truth } from './types.ts';

/** True when all are true, false when one is false, else unknown; nothing at all is true. */
export function allOf(truths: Iterable<Truth>): Truth {
  let result: Truth = true;
  for (const truth of truths) {
    if (truth === false) return false;
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}

/** True when one is true, false when all are false, else unknown; nothing at all is false. */
export function anyOf(truths: Iterable<Truth>): Truth {
  let result: Truth = false;
  for (const truth of truths) {
    if (truth === true) return true;
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}

/** The contrary; of unknown, unknown. */
export function not(truth: Truth): Truth {
  return truth === 'unknown' ? truth : !truth;
}
