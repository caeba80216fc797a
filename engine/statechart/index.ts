// The public surface of statecharts: a procedure as an XState config, as a machine, and one step at a time.
export type { ChartConfig, GuardConfig, RouteConfig, StateConfig } from './config.ts';
export type { ChartFault } from './faults.ts';
export type { ChartGuard, GuardParams, Guards, MachineEvent } from './machine.ts';
export type { Route } from './routes.ts';
export type { Holds, Step, StepMove, Stepper, Taken } from './stepper.ts';
export type { StageTree } from './tree.ts';
export { MOST_STEPS, toMachineConfig } from './config.ts';
export { CompileError, EndlessLoop, NotTaken } from './faults.ts';
export { guardNames, machine } from './machine.ts';
export { endOf, eventOf, guardOf, openedBy, REOPENED, ROOT } from './names.ts';
export { routesOf } from './routes.ts';
export { stepperOf } from './stepper.ts';
export { isGroup, liesWithin, stageTree } from './tree.ts';
