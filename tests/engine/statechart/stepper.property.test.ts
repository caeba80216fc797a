// The stepper reuses one inert scope. XState's own pure functions, which build an actor for every call, are the oracle.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialTransition, transition } from 'xstate';
import type { Procedure, Stage, Transition } from '../../../engine/procedure/types.ts';
import { EndlessLoop, guardNames, machine, stepperOf, toMachineConfig, type Guards } from '../../../engine/statechart/index.ts';
import { orchard } from '../../fixtures/engine/orchard.ts';

/** A chart of two lanes and four stages beside them, with random transitions that all may be taken. */
const charts: fc.Arbitrary<Procedure> = fc.array(fc.record({
  from: fc.constantFrom('one', 'two', 'three', 'lanes', 'left', 'right', 'upper', 'lower'),
  to: fc.constantFrom('one', 'two', 'three', 'lanes', 'left', 'right', 'upper', 'lower', 'over', undefined),
  task: fc.constantFrom('a', 'b', 'c'),
  limited: fc.boolean(),
}), { minLength: 3, maxLength: 14 }).map((drawn) => chart(drawn));

function chart(drawn: readonly { readonly from: string; readonly to: string | undefined; readonly task: string; readonly limited: boolean }[]): Procedure {
  const stage = (within?: string): Stage => ({ kind: 'other', label: 'Stage', ...(within === undefined ? {} : { within }) });
  const stages = { one: stage(), two: stage(), three: stage(), lanes: { ...stage(), parallel: true }, left: stage('lanes'), right: stage('lanes'), upper: stage('right'), lower: stage('right'), over: { ...stage(), final: true } };
  const transitions = drawn.map(({ from, to, task, limited }, index): Transition => ({ id: `t${index}`, from: [from], on: { done: task }, ...(to === undefined ? {} : { to }), ...(limited ? { limit: 9 } : {}) })).filter(({ from, to }) => !(to === undefined && from[0] === 'lanes'));
  const ended: Transition = { id: 'ended', from: ['lanes'], on: { ended: 'lanes' }, to: 'two' };
  return { ...orchard, doors: { referral: { label: 'Referral', by: ['clerk'], to: ['one'] } }, stages, transitions: [...transitions, ended], closing: {} };
}

describe('a snapshot that rests in the states of another', () => {
  test('is in the same stages with the same ends, wherever a chart has come to', () => {
    fc.assert(fc.property(charts, fc.array(fc.constantFrom('done.a', 'done.b', 'done.c', 'ended.lanes'), { maxLength: 12 }), (procedure, events) => {
      const stepper = stepperOf(procedure, toMachineConfig(procedure));
      const came = ['opened.referral', ...events].reduce((snapshot, event) => stepper.step(snapshot, event, () => true).snapshot, stepper.start);
      const again = stepper.resting(stepper.leaves(came));
      expect([again.value, again.status, stepper.stages(again)]).toEqual([came.value, came.status, stepper.stages(came)]);
    }), { numRuns: 200 });
  });

  test('begins lanes and groups of which nothing is named, and takes the first of two that cannot both be', () => {
    const stepper = stepperOf(chart([]), toMachineConfig(chart([])));
    expect(stepper.stages(stepper.resting(['lower']))).toEqual(['lanes', 'left', 'right', 'lower']);
    expect(stepper.stages(stepper.resting(['right', 'nothing']))).toEqual(['lanes', 'left', 'right', 'upper']);
    expect(stepper.stages(stepper.resting(['upper', 'one', 'lower']))).toEqual(['lanes', 'left', 'right', 'upper']);
    expect(stepper.stages(stepper.resting([]))).toEqual([]);
  });
});

describe('one step with the reused scope', () => {
  test('gives the snapshot that XState’s own pure transition gives, on any chart and events', () => {
    fc.assert(fc.property(charts, fc.array(fc.constantFrom('done.a', 'done.b', 'done.c', 'ended.lanes'), { maxLength: 12 }), fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), (procedure, events, answers) => {
      const config = toMachineConfig(procedure);
      const open = (name: string): boolean => answers[name.length + Number(name.at(-1)) % 7] ?? true;
      const guards: Guards = Object.fromEntries([...guardNames(config)].map((name) => [name, ({ event }) => !event.type.startsWith('xstate.done.') && open(name)]));
      const oracle = machine(procedure, guards);
      const stepper = stepperOf(procedure, config);
      let [expected] = initialTransition(oracle);
      let found = stepper.start;
      for (const type of ['opened.referral', ...events]) {
        [expected] = transition(oracle, expected, { type });
        found = stepper.step(found, type, open).snapshot;
        expect(found.value).toEqual(expected.value);
        expect(found.status).toBe(expected.status);
      }
    }), { numRuns: 300 });
  });

  test('gives again what it gave from the same snapshot, and something else where a guard answers otherwise', () => {
    const procedure = chart([{ from: 'one', to: 'two', task: 'a', limited: true }, { from: 'one', to: 'three', task: 'a', limited: true }]);
    const stepper = stepperOf(procedure, toMachineConfig(procedure));
    const begun = stepper.step(stepper.start, 'opened.referral', () => true).snapshot;
    const going = (...open: readonly string[]): readonly string[] => stepper.stages(stepper.step(begun, 'done.a', (guard) => open.includes(guard)).snapshot);
    const asked = [['when-t0', 'when-t1'], ['when-t1'], [], ['when-t0'], ['when-t1'], ['when-t0', 'when-t1'], []];
    expect(asked.map((open) => going(...open))).toEqual([['two'], ['three'], ['one'], ['two'], ['three'], ['two'], ['one']]);
  });

  test('a chart that does not come to rest is a named error, and the snapshot it began from is as good as before', () => {
    const stages: Procedure['stages'] = { one: { kind: 'other', label: 'One' }, loop: { kind: 'other', label: 'Loop' }, within: { kind: 'other', label: 'Within', within: 'loop', final: true } };
    const transitions: Procedure['transitions'] = [{ id: 'in', from: ['one'], on: { done: 'a' }, to: 'loop' }, { id: 'round', from: ['loop'], on: { ended: 'loop' }, to: 'loop' }, { id: 'out', from: ['one'], on: { done: 'b' }, to: 'within' }];
    const procedure: Procedure = { ...orchard, stages, transitions, doors: { referral: { label: 'Referral', by: ['clerk'], to: ['one'] } }, closing: {} };
    const stepper = stepperOf(procedure, toMachineConfig(procedure));
    const open = stepper.step(stepper.start, 'opened.referral', () => true).snapshot;
    expect(() => stepper.step(open, 'done.a', () => true)).toThrow(EndlessLoop);
    expect(stepper.stages(stepper.step(open, 'done.z', () => true).snapshot)).toEqual(['one']);
  });
});
