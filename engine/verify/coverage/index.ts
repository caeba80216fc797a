// The public surface of coverage: what walkthroughs visit of a procedure, and the smallest pack that visits it all.
export { coverageBy, coverageOf, type Coverage, type CoveredTarget } from './coverage.ts';
export { coveringPack, type Pack, type PackOptions, type Unvisited } from './pack.ts';
export { targetsOf, type Target, type TargetKind } from './targets.ts';
export { visitsOf } from './visits.ts';
