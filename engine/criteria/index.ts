// The public surface of criteria: compile once, ask many times, explain a result, read one aloud.
export type * from './types.ts';
export type { LabelKind, Labels } from '../procedure/words/labels.ts';
export { compileCriterion } from './compile.ts';
export { distanceBetween } from './distance.ts';
export { decisiveClauses, explainCriterion } from './explain.ts';
export { labelsOf } from '../procedure/words/labels.ts';
export { readsOfCriterion } from './reads.ts';
export { allOf, anyOf, not } from './truth.ts';
export { inWords } from '../procedure/words/criterion.ts';
