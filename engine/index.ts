// The public surface of the engine: read and check a procedure, compile it, run cases on it, ask what is due and why.
// Pure functions over plain data; no clock, no network, no database. The store is a second entry, `caseway/store`.
// Dates alone: `time`. Expressions alone: `criteria`. The exported machine: `statechart`.
// A procedure proved, compared and tried on cases: `verification`.
export * as criteria from './criteria/index.ts';
export * as statechart from './statechart/index.ts';
export * as time from './time/index.ts';

export * from './case/index.ts';
export type { Citation, Criterion, DateExpression, Door, Form, Id, Party, Procedure, Question, Rule, Scalar, Setting, Stage, StageKind, Task, TaskShape, Text, Timescale, Transition } from './procedure/types.ts';

export { applyEdit, mayEdit, type Edited, type MayEdit } from './procedure/edits/apply.ts';
export type { Edit } from './procedure/edits/edit.ts';
export { check } from './procedure/check.ts';
export { drawnIn } from './procedure/fragments.ts';
export { differences, WEIGHTS, type Difference, type Weight } from './procedure/differences/index.ts';
export { canonical } from './procedure/canonical.ts';
export { problemLine, type Problem, type Severity } from './procedure/problems.ts';
export { readProcedure, type Read } from './procedure/read.ts';
export { contentHash, publishable, type Publishable } from './procedure/version.ts';
export { inForce, versionsWords, type VersionDates, type VersionState, type VersionWords } from './procedure/version-words.ts';

export { readWalkthrough, type WalkthroughProblem, type WalkthroughRead, type WalkthroughSchema } from './case/walkthrough-read.ts';
export { commandOf, versionsFor, walk, type WalkOptions } from './case/walkthrough.ts';
export type { Expectation, Walk, WalkedStep, WalkFailure, Walkthrough, WalkthroughStep } from './case/walkthrough-types.ts';
// Both folders have recipients: those a procedure names, and those of a case with their replies.
export type { Recipient } from './procedure/index.ts';
export type { Recipient as CaseRecipient } from './case/types.ts';

export * as rehearsal from './case/rehearsal/index.ts';
export * as verification from './verify/index.ts';
