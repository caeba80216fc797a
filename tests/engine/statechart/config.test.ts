import { describe, expect, test } from 'vitest';
import { pointerTo } from '../../../engine/procedure/pointer.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { CompileError, guardNames, machine, stepperOf, toMachineConfig, type Guards } from '../../../engine/statechart/index.ts';
import { orchard } from '../../fixtures/engine/orchard.ts';

const always = (names: Iterable<string>): Guards => Object.fromEntries([...names].map((name) => [name, () => true]));
const faultsOf = (act: () => unknown): readonly string[] => {
  try {
    act();
    return [];
  } catch (error) {
    return error instanceof CompileError ? error.faults.map(({ code, at }) => `${code} ${at}`) : [String(error)];
  }
};
const changed = (part: Partial<Procedure>): Procedure => ({ ...orchard, ...part });

describe('a procedure as a machine config', () => {
  const config = toMachineConfig(orchard);

  test('it survives a JSON round trip unchanged', () => {
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
  });

  test('stages are states under their own ids, and every other state has a name that no stage can have', () => {
    const ids: string[] = [];
    const walk = (state: typeof config | NonNullable<typeof config.states>[string]): void => {
      ids.push(state.id);
      Object.values(state.states ?? {}).forEach(walk);
    };
    walk(config);
    expect(ids.filter((id) => /^[a-z]/.test(id)).toSorted()).toEqual(Object.keys(orchard.stages).toSorted());
    expect(ids.filter((id) => !/^[a-z]/.test(id)).toSorted()).toEqual(['_at-safety', '_end-checks', '_end-safety', '_procedure', '_start']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('guards are names, one for each transition that something can stop', () => {
    expect([...guardNames(config)].toSorted()).toEqual(['when-answered', 'when-ask-more', 'when-not-serious', 'when-serious']);
  });
});

describe('what cannot be a machine is said with its place', () => {
  test('a guard that is missing, and one that nothing asks for', () => {
    const names = [...guardNames(toMachineConfig(orchard))];
    expect(faultsOf(() => machine(orchard, always(names.slice(1))))).toEqual(['missing-guard /transitions/0']);
    expect(faultsOf(() => machine(orchard, always([...names, 'when-pigs-fly'])))).toEqual(['extra-guard ']);
    expect(faultsOf(() => machine(orchard, always(names)))).toEqual([]);
  });

  test('a transition to nowhere, two of one name, a return to nowhere', () => {
    const [first] = orchard.transitions;
    if (!first) throw new Error('The procedure has no transitions.');
    expect(faultsOf(() => toMachineConfig(changed({ transitions: [{ ...first, to: 'nowhere' }] })))).toEqual(['unknown-stage /transitions/0']);
    expect(faultsOf(() => toMachineConfig(changed({ transitions: [first, { ...first, to: 'ended' }] })))).toEqual(['duplicate-transition /transitions/1/id']);
    expect(faultsOf(() => toMachineConfig(changed({ transitions: [{ id: 'back', from: ['intake'], on: { done: 'assess' }, to: { return: true } }] })))).toEqual(['no-way-back /transitions/0']);
  });

  test('a stage within nothing or within itself, and lanes that one transition would end together', () => {
    expect(faultsOf(() => toMachineConfig(changed({ stages: { ...orchard.stages, safety: { kind: 'other', label: 'Safety', within: 'nowhere' } } })))).toEqual(['unknown-stage /stages/safety/within']);
    expect(faultsOf(() => toMachineConfig(changed({ stages: { ...orchard.stages, work: { kind: 'other', label: 'Work', within: 'checks' } } })))).toEqual([`ill-nested ${pointerTo('stages', 'work', 'within')}`]);
    const lanes = { ...orchard.stages, checks: { kind: 'other', label: 'Checks', within: 'work', parallel: true } } as const;
    expect(faultsOf(() => toMachineConfig(changed({ stages: lanes, transitions: [{ id: 'stop', from: ['checks'], on: { done: 'visit' } }] })))).toEqual(['ill-nested /stages/checks']);
  });
});

describe('a step', () => {
  const stepper = stepperOf(orchard, toMachineConfig(orchard));
  const yes = (): boolean => true;
  const open = stepper.step(stepper.start, 'opened.referral', yes).snapshot;
  const work = stepper.step(open, 'done.assess', yes).snapshot;

  test('an event that no stage takes moves nothing and says so', () => {
    const step = stepper.step(open, 'done.publish', yes);
    expect(step.moves).toEqual([]);
    expect(stepper.stages(step.snapshot)).toEqual(['intake']);
  });

  test('lanes begin together, end each for itself, and a lane that has ended is no stage', () => {
    expect(stepper.stages(work)).toEqual(['work', 'checks', 'asking', 'safety']);
    const safe = stepper.step(work, 'done.visit', yes).snapshot;
    expect(stepper.stages(safe)).toEqual(['work', 'checks', 'asking']);
    expect(stepper.ended(safe).has('work')).toBe(false);
  });

  test('the end of the last lane leads on in the same step, and each move is told', () => {
    const reading = stepper.step(stepper.step(work, 'done.visit', yes).snapshot, 'done.returns', yes).snapshot;
    const { snapshot, moves } = stepper.step(reading, 'done.summary', yes);
    expect(moves.map(({ taken }) => taken.map(({ transition }) => transition))).toEqual([['read'], ['worked']]);
    expect(stepper.stages(snapshot)).toEqual(['advice']);
  });
});
