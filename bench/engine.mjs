// The engine beside its peers, in one process and one run: accepted commands a second, replay of a long log, and
// compiling a large procedure; accepted commands besides on each shipped procedure. Contestants take turns round by round; each figure is a median over the rounds.
import { readdirSync } from 'node:fs';
import { createActor, createMachine, initialTransition, transition } from 'xstate';
import { compile, perform, replay, statechart, verifyChain } from '../dist/package/engine/index.js';
import { interleave } from './interleave.mjs';
import { largeProcedure } from './large-procedure.mjs';
import { machineScript } from './machine-events.mjs';
import { runBpmn } from './peers/bpmn.mjs';
import { runScript, scriptOf } from './script.mjs';

const PROCEDURE = 'procedures/tower-hamlets/procedure.json';
const WALKTHROUGH = 'examples/tower-hamlets/walkthrough.json';

// Each contestant takes what a command led to (`told`), or only what moves the machine (`moving`); `units` is what is counted.
function pureRun({ machine, steps, state, units = steps.length, told = ({ told }) => told }) {
  let [snapshot] = initialTransition(machine);
  for (const step of steps) {
    state.holds = step.holds;
    for (const event of told(step)) [snapshot] = transition(machine, snapshot, event);
  }
  return units;
}

function scopedRun({ machine, steps, state }, scope) {
  let snapshot = machine.getInitialSnapshot(scope);
  for (const { told, holds } of steps) {
    state.holds = holds;
    for (const event of told) snapshot = machine.transition(snapshot, event, scope);
  }
  return steps.length;
}

function actorRun({ machine, steps, state }) {
  const actor = createActor(machine).start();
  for (const { told, holds } of steps) {
    state.holds = holds;
    for (const event of told) actor.send(event);
  }
  actor.stop();
  return steps.length;
}

/** Scripts in one turn of a contestant: in shorter turns the compiler is measured, which takes longest for the most code. */
const TURN = 100;

/** Accepted commands a second: the engine's whole work beside XState's step alone, and bpmn-engine's event. */
async function commands() {
  const script = scriptOf(PROCEDURE, WALKTHROUGH);
  const chart = machineScript(script);
  const events = chart.steps.flatMap(({ told }) => told).length;
  const moves = { ...chart, steps: chart.steps.filter(({ moving }) => moving.length > 0), units: chart.taken, told: ({ moving }) => moving };
  const actor = createActor(chart.machine);
  const scope = { self: actor, defer: () => undefined, id: '', logger: () => undefined, sessionId: '', stopChild: () => undefined, system: actor.system, emit: () => undefined, actionExecutor: () => undefined };
  const repeat = (run) => () => { let n = 0; for (let i = 0; i < TURN; i += 1) n += run(); return n; };
  return interleave(`accepted commands: ${chart.steps.length}, of which XState is told in ${events} events and takes ${chart.taken} transitions`, 15, {
    'XState pure transition, command': repeat(() => pureRun(chart)),
    'XState pure transition, machine event taken or not': repeat(() => pureRun({ ...chart, units: events })),
    'XState pure transition, transition taken': repeat(() => pureRun(moves)),
    'XState one reused scope, command': repeat(() => scopedRun(chart, scope)),
    'XState started actor, command': repeat(() => actorRun(chart)),
    'Caseway perform (criteria, tasks, due instants, hashing), command': repeat(() => runScript(script)),
    'bpmn-engine, event': () => runBpmn(5),
  });
}

/** Accepted commands in one turn, about, whatever the length of the script. */
const COMMANDS = 4_600;

/** The rate of `perform` over that of XState's pure transition, on the longest story of each shipped procedure. */
export async function benchProcedures() {
  const found = [];
  for (const slug of readdirSync(new URL('../procedures/', import.meta.url))) {
    const script = scriptOf(`procedures/${slug}/procedure.json`, `examples/${slug}/walkthrough.json`);
    const chart = machineScript(script);
    const moving = { ...chart, steps: chart.steps.filter((step) => step.moving.length > 0), units: chart.taken, told: (step) => step.moving };
    const turns = Math.ceil(COMMANDS / chart.steps.length);
    const repeat = (run) => () => { let n = 0; for (let turn = 0; turn < turns; turn += 1) n += run(); return n; };
    const { rows: [own, command, taken] } = await interleave(slug, 9, {
      perform: repeat(() => runScript(script)), command: repeat(() => pureRun(chart)), taken: repeat(() => pureRun(moving)),
    });
    found.push({ slug, commands: chart.steps.length, transitions: chart.taken, rate: own.rate, overCommand: 1 / command.ratio, overTaken: 1 / taken.ratio });
  }
  return found;
}

/** A log of `length` events: the script's case, then notes and answers, replayed from nothing. */
function longLog(script, length) {
  const { versions, acts } = script;
  const half = acts.slice(0, Math.floor(acts.length / 2));
  let held = [];
  for (const { command, context } of half) held = perform(versions, held, command, context).case;
  const last = half.at(-1).context;
  for (let n = held.events.length; n < length; n += 1) {
    const command = { type: 'addNote', words: `Note ${n}`, id: `long-${n}`, salt: `long-${n}` };
    const outcome = perform(versions, held, command, { ...last, now: last.now + n });
    if (!outcome.ok) throw new Error(outcome.refusal.words);
    held = outcome.case;
  }
  return held.events;
}

async function replays() {
  const script = scriptOf(PROCEDURE, WALKTHROUGH);
  const log = longLog(script, 10_000);
  if (!verifyChain(log).ok) throw new Error('the long log does not verify');
  const chart = machineScript(script);
  const steps = Array.from({ length: log.length }, (_, n) => chart.steps[n % chart.steps.length]);
  const asOf = log.at(-1).recorded;
  return interleave('replay of 10,000 events', 7, {
    'XState pure replay': () => pureRun({ ...chart, steps }),
    'Caseway replay': () => replay(script.versions, log, asOf).events.length,
  });
}

async function compiling() {
  const procedure = largeProcedure(1_500);
  const config = statechart.toMachineConfig(procedure);
  return interleave('compile of 1,500 stages', 7, {
    'XState createMachine alone': () => { createMachine(config); return 1; },
    'Caseway compile': () => { compile(procedure, { hash: 'bench' }); return 1; },
  });
}

/** All engine measurements, one after the other. */
export async function benchEngine() {
  return [await commands(), await replays(), await compiling()];
}
