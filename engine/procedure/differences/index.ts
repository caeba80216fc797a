// The public surface of differences between two versions of one procedure.
export { differences } from './differences.ts';
export { WEIGHTS, type Difference, type Weight } from './types.ts';
