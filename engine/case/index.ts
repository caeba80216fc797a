// The public surface of cases: compile a procedure, try commands, tell a log, and look at what follows.
export type * from './types.ts';
export type { Acting } from './perform.ts';
export type { ChainCheck } from './hash.ts';
export type { CompiledProcedure, CompileOptions, Versions } from './compile.ts';
export type { Explanation } from './rules.ts';
export type { RegisterLine } from './register.ts';
export { compile, versionsOf } from './compile.ts';
export { deadlines } from './deadlines.ts';
export { isErased, verifyChain } from './hash.ts';
export { laterDeadline, type KeptDeadline, type LaterDeadline } from './later.ts';
export { perform } from './perform.ts';
export { register } from './register.ts';
export { replay, UnreadableLog } from './replay.ts';
export { explain, rules } from './rules.ts';
export { tasks } from './tasks.ts';
export { duties } from './duties/duties.ts';
export { performDuty, type DutyActing } from './duties/perform.ts';
export type * from './duties/types.ts';
