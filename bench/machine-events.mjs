// What XState is told of the same script: for each accepted command everything that came of it, clocks that ran out
// before it first, then what it did. A command of which nothing came is told as one event, which nothing takes: the step
// is the command. Guards answer from what the case took, and the machine is held to come to the stages of the case.
import { createMachine, getMicrosteps, initialTransition, transition } from 'xstate';
import { deadlines, perform, statechart } from '../dist/package/engine/index.js';

const { guardNames, guardOf, openedBy, toMachineConfig } = statechart;
const NOTHING = { type: 'nothing-takes-this' };

/**
 * The machine and, for each accepted command, what it is told with the guards that hold: `told` is everything,
 * `moving` only what moves the machine. `taken` counts the transitions that are taken over the whole script.
 */
export function machineScript({ procedure, versions, acts }) {
  const steps = [];
  let held;
  for (const { command, context } of acts) {
    const before = held;
    held = perform(versions, before ?? [], command, context).case;
    const visits = held.visits.slice(before?.visits.length ?? 0);
    const ways = visits.flatMap(({ by }) => by ?? []);
    steps.push({ told: happenings(versions, before, held, command), holds: new Set(ways.map(guardOf)), ended: endsOf(procedure, ways), stages: held.stages });
  }
  const state = { holds: new Set() };
  const config = toMachineConfig(procedure);
  const guards = Object.fromEntries([...guardNames(config)].map((name) => [name, () => state.holds.has(name)]));
  const machine = createMachine(config, { guards });
  return { machine, state, ...walked(machine, state, steps) };
}

/** The ends of groups that the case went on from. The machine hears of an end by itself, unless only some of the lanes have to have ended. */
const endsOf = ({ transitions }, ways) => transitions.filter(({ id, on }) => ways.includes(id) && 'ended' in on).map(({ on }) => ({ type: `ended.${on.ended}` }));

/** Machine events for everything that came of a command. */
function happenings(versions, before, held, command) {
  const events = [
    ...ranOut(versions, before, held),
    ...(command.type === 'openCase' ? [openedBy(command.door)] : []),
    ...(command.type === 'takeTransition' ? [`chosen.${command.transition}`] : []),
    ...(command.type === 'recordRelation' ? [`relation.${command.relation}.${command.state}`] : []),
    ...Object.entries(held.tasks).flatMap(([task, records]) => records.flatMap((record, place) => doneBy(task, record, before?.tasks[task]?.[place]))),
  ];
  return events.length > 0 ? events.map((type) => ({ type })) : [NOTHING];
}

const doneBy = (task, record, before) => (record.state !== 'done' || before?.state === 'done' ? [] : [...(record.options ?? []).map((option) => `option.${task}.${option}`), `done.${task}`]);

/** Clocks over which time passed since the command before. */
function ranOut(versions, before, held) {
  const late = (of) => deadlines(versions, of, of.asOf).filter(({ state }) => state === 'overdue' || state === 'met-late').map(({ timescale }) => `lapsed.${timescale}`);
  const known = new Set(before ? late(before) : []);
  return [...new Set(late(held))].filter((event) => !known.has(event));
}

/** The steps as the machine takes them; it must come to the stages that the case comes to. */
function walked(machine, state, steps) {
  let [snapshot] = initialTransition(machine);
  let taken = 0;
  const tell = (event) => {
    const moves = movesOf(machine, snapshot, event);
    [snapshot] = transition(machine, snapshot, event);
    taken += moves;
    return moves > 0;
  };
  const isThere = (stages) => stages.every((stage) => JSON.stringify(snapshot.value).includes(`"${stage}"`));
  const seen = steps.map(({ told, holds, ended, stages }) => {
    state.holds = holds;
    const moving = told.filter(tell);
    const unheard = isThere(stages) ? [] : ended.filter(tell);
    if (!isThere(stages)) throw new Error(`XState is not where the case is (${stages}): ${JSON.stringify(snapshot.value)}`);
    return { told: [...told, ...unheard], moving: [...moving, ...unheard], holds };
  });
  return { steps: seen, taken };
}

/** How often the machine moves at one event: what the end of a group leads to is a move of its own. */
function movesOf(machine, snapshot, event) {
  const values = [snapshot, ...getMicrosteps(machine, snapshot, event).map(([next]) => next)].map(({ value }) => JSON.stringify(value));
  return values.filter((value, place) => place > 0 && value !== values[place - 1]).length;
}
