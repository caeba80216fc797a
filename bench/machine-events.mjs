// What XState is given for the same script: for each accepted command the machine events whose transitions the case
// took, or, where it took none, one event that the machine looks for in vain. Guards answer from what was taken.
import { createMachine } from 'xstate';
import { perform, statechart } from '../dist/package/engine/index.js';

const { eventOf, guardNames, guardOf, openedBy, toMachineConfig } = statechart;

/** The machine and, per accepted command, its events with the guards that hold. */
export function machineScript({ procedure, versions, acts }) {
  const steps = [];
  let held = [];
  let seen = 0;
  for (const { command, context } of acts) {
    held = perform(versions, held, command, context).case;
    const taken = held.visits.slice(seen).map(({ by }) => by);
    seen = held.visits.length;
    steps.push(stepOf(procedure, command, new Set(taken)));
  }
  const state = { holds: new Set() };
  const config = toMachineConfig(procedure);
  const guards = Object.fromEntries([...guardNames(config)].map((name) => [name, () => state.holds.has(name)]));
  return { machine: createMachine(config, { guards }), steps, state };
}

function stepOf(procedure, command, taken) {
  if (command.type === 'openCase') return { events: [{ type: openedBy(command.door) }], holds: new Set() };
  const routes = procedure.transitions.filter(({ id, on }) => taken.has(id) && !('ended' in on));
  const events = [...new Set(routes.map(eventOf))].map((type) => ({ type }));
  return { events: events.length > 0 ? events : [{ type: 'nothing-takes-this' }], holds: new Set([...taken].filter(Boolean).map(guardOf)) };
}
