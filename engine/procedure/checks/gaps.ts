// What the source leaves out, marked as a gap: each is told, none is filled.
// Gaps do not stop a procedure from being used; their severity is their own.
import { childOf, isObject, stepsOf, wordsOf } from '../pointer.ts';
import { problem, type Problem } from '../problems.ts';
import { everyValue } from '../walk.ts';
import type { Check } from './finder.ts';

export const checkGaps: Check = (procedure) => [
  ...everyValue(procedure).flatMap((one): Problem[] => {
    const words = isObject(one.value) ? wordsOf(childOf(one.value, 'gap')) : undefined;
    if (words === undefined) return [];
    const { pointer } = one;
    return isMap(pointer) ? [] : [problem(pointer.endsWith('/amount') ? 'P-131' : 'P-130', procedure, `${pointer}/gap`, { found: words })];
  }),
  ...(procedure.gaps ?? []).map((gap, index) => problem('P-130', procedure, `/gaps/${index}`, { found: wordsOf(gap.words) ?? gap.id })),
];

/** Where keys are names that people chose, "gap" is a name like any other. */
function isMap(pointer: string): boolean {
  const steps = stepsOf(pointer);
  return (steps.length === 1 && steps[0] !== 'closing') || ['columns', 'of', 'settings', 'stages', 'passages'].includes(steps.at(-1) ?? '');
}
