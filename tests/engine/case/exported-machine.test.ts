// The exported machine is the procedure itself: a plain XState actor, given the config after a JSON round trip and nothing but
// its named guards, visits the same stages as the engine does on every shipped walkthrough.
import { createActor, createMachine } from 'xstate';
import { describe, expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/compile.ts';
import type { CompiledProcedure } from '../../../engine/case/compile.ts';
import { replay } from '../../../engine/case/replay.ts';
import { walk } from '../../../engine/case/walkthrough.ts';
import { guardNames, toMachineConfig } from '../../../engine/statechart/index.ts';
import { endOf, REOPENED } from '../../../engine/statechart/names.ts';
import type { GuardParams, MachineEvent } from '../../../engine/statechart/index.ts';
import { shippedWalkthroughs } from './shipped.ts';
import type { Shipped } from './shipped.ts';

/** One event the engine gave its machine, what its guards answered, and the stages it was in afterwards. */
interface Told { readonly event: string; readonly answers: ReadonlyMap<string, boolean>; readonly stages: readonly string[] }

const asked = (guard: string, { from, back }: GuardParams): string => [guard, from, back ?? ''].join(' ');

/** The engine's own steps, listened to while it replays the walkthrough's log from the start. */
function toldBy({ walkthrough, procedure }: Shipped): readonly Told[] {
  const compiled = compile(procedure, walkthrough.settings ? { settings: walkthrough.settings } : {});
  const { case: walked, events } = walk(walkthrough, versionsOf([compiled]));
  const told: Told[] = [];
  replay(versionsOf([{ ...compiled, stepper: listening(compiled, told) }]), events, walked?.asOf ?? 0);
  return told;
}

function listening({ stepper }: CompiledProcedure, told: Told[]): CompiledProcedure['stepper'] {
  return {
    ...stepper,
    step: (snapshot, event, holds) => {
      const answers = new Map<string, boolean>();
      const step = stepper.step(snapshot, event, (guard, params) => {
        const answer = holds(guard, params);
        answers.set(asked(guard, params), answer);
        return answer;
      });
      told.push({ event, answers, stages: stepper.stages(step.snapshot) });
      return step;
    },
  };
}

/** The stages a started actor visits on the same events; a lane that has come to its end is in no stage. */
function visited({ procedure }: Shipped, told: readonly Told[]): readonly (readonly string[])[] {
  const config = JSON.parse(JSON.stringify(toMachineConfig(procedure)));
  let answers: ReadonlyMap<string, boolean> = new Map();
  const guard = (name: string) => ({ event }: { readonly event: MachineEvent }, params: GuardParams): boolean => !event.type.startsWith('xstate.done.') && answers.get(asked(name, params)) === true;
  const guards = Object.fromEntries([...guardNames(toMachineConfig(procedure))].map((name) => [name, guard(name)]));
  const machine = createMachine(config, { guards: guards as never });
  let actor = createActor(machine).start();
  const stages = told.map((one) => {
    answers = one.answers;
    // An actor that has come to its end takes no event any more: a case that is taken up again is a new one, told first of that.
    if (one.event === REOPENED) actor = createActor(machine).start();
    actor.send({ type: one.event });
    const ids = idsIn(actor.getSnapshot().value);
    return ids.filter((id) => Object.hasOwn(procedure.stages, id) && !ids.includes(endOf(id))).toSorted();
  });
  actor.stop();
  return stages;
}

/** Names of the active states, as XState's nested value tells them. */
function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(Object(value)).flatMap(([id, inner]) => [id, ...idsIn(inner)]);
}

const shipped = shippedWalkthroughs();

test('among them are a long case, one that ends at once, and one that is taken up again', () => {
  const courses = shipped.map((one) => toldBy(one));
  expect(Math.max(...courses.map((told) => told.length))).toBeGreaterThan(20);
  expect(Math.min(...courses.map((told) => told.length))).toBeLessThan(5);
  expect(courses.some((told) => told.some(({ event }) => event === REOPENED))).toBe(true);
});

describe.each(shipped.map((one) => [one.file, one] as const))('%s', (_, one) => {
  test('a plain actor visits the stages that the engine visits', () => {
    const told = toldBy(one);
    const distinct = new Set(told.flatMap(({ stages }) => stages));

    expect(told.length).toBeGreaterThan(1);
    expect(distinct.size).toBeGreaterThan(1);
    expect(visited(one, told)).toEqual(told.map(({ stages }) => stages.toSorted()));
  });
});
