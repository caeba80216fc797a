// A machine config joined to its guards. Every guard that the procedure needs must be supplied and none besides:
// XState would notice a missing one only in the middle of a case, and an extra one never.
import { createMachine, type AnyStateMachine } from 'xstate';
import type { Id, Procedure } from '../procedure/types.ts';
import { toMachineConfig, type ChartConfig, type StateConfig } from './config.ts';
import { CompileError, type ChartFault } from './faults.ts';
import { guardOf } from './names.ts';

export interface GuardParams { readonly from: Id; readonly back?: Id }
export interface MachineEvent { readonly type: string }
/** Says whether a transition may be taken; asked by name, told out of which stage. */
export type ChartGuard = (args: { readonly event: MachineEvent }, params: GuardParams) => boolean;
export type Guards = Readonly<Record<string, ChartGuard>>;

/**
 * The procedure as an XState machine with these guards.
 * Throws CompileError when a guard is missing or one is supplied that nothing asks for.
 */
export function machine(procedure: Procedure, guards: Guards): AnyStateMachine {
  return machineOf(procedure, toMachineConfig(procedure), () => guards);
}

/** As `machine`, from a config already made and guards made for its names. */
export function machineOf(procedure: Procedure, config: ChartConfig, supply: (names: ReadonlySet<string>) => Guards): AnyStateMachine {
  const names = guardNames(config);
  const guards = supply(names);
  const faults = [...missing(procedure, names, guards), ...extra(names, guards)];
  if (faults.length > 0) throw new CompileError(faults);
  // The config is checked above; XState's own types want it as a literal.
  return createMachine(config as never, { guards: guards as never }) as AnyStateMachine;
}

/** Every guard name in the config. */
export function guardNames(config: ChartConfig): ReadonlySet<string> {
  const names = new Set<string>();
  const walk = (state: StateConfig): void => {
    const routes = [...Object.values(state.on ?? {}).flat(), ...(state.onDone ?? [])];
    for (const { guard } of routes) if (guard) names.add(guard.type);
    for (const child of Object.values(state.states ?? {})) walk(child);
  };
  walk(config);
  return names;
}

function missing(procedure: Procedure, names: ReadonlySet<string>, guards: Guards): readonly ChartFault[] {
  const absent = procedure.transitions.flatMap((transition, index) => {
    const name = guardOf(transition.id);
    return names.has(name) && !Object.hasOwn(guards, name) ? [{ name, at: `/transitions/${index}` }] : [];
  });
  return absent.map(({ name, at }) => ({ code: 'missing-guard', at, words: `No guard "${name}" is supplied.` }));
}

function extra(names: ReadonlySet<string>, guards: Guards): readonly ChartFault[] {
  const unasked = Object.keys(guards).filter((name) => !names.has(name));
  return unasked.map((name) => ({ code: 'extra-guard', at: '', words: `Guard "${name}" is supplied and nothing asks for it.` }));
}
