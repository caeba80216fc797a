// The public surface of the procedure folder, free of the compiled validator.
// Reading a file needs the validator, which is large: import `readProcedure` from ./read.ts where it is needed.
export * from './types.ts';
export { canonical } from './canonical.ts';
export { check } from './check.ts';
export { reachable } from './checks/stages.ts';
export { differences, WEIGHTS, type Difference, type Weight } from './differences/index.ts';
export { applyEdit, mayEdit, type Edited, type MayEdit } from './edits/apply.ts';
export type { ClockParts, DoorParts, Edit, QuestionParts, TaskParts } from './edits/edit.ts';
export { criterionReferences, dateParts, dateReferences, effectReferences, operandReferences } from './expression-references.ts';
export { limits, passGates } from './gates.ts';
export { migrate, presentFormat } from './migrate.ts';
export { labelAt, pointerTo, stepsOf, valueAt, wordsOf } from './pointer.ts';
export { problemLine, sortedProblems, type Problem, type Severity } from './problems.ts';
export { problemWords, type ProblemCode } from './problem-words.ts';
export type { Reference, ReferenceKind } from './reference.ts';
export { references } from './references.ts';
export { allQuestions, askedQuestions, destinations, doersOf, groupsAround, isGroup, ownerOf, routesFrom, stagesWithin } from './structure.ts';
export { contentHash, publishable, type Publishable } from './version.ts';
export { inForce, versionsWords, type VersionDates, type VersionState, type VersionWords } from './version-words.ts';
