// Laws of the edits: undoing in reverse gives the same bytes, the schema holds after every edit, nothing is changed in place.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdit, mayEdit } from '../../../engine/procedure/edits/apply.ts';
import type { Edit } from '../../../engine/procedure/edits/edit.ts';
import { validateShape } from '../../../engine/procedure/read.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';

const small = JSON.parse(readFileSync(new URL('../../fixtures/procedures/small.json', import.meta.url), 'utf8')) as Procedure;
const one = <const T extends string>(...names: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...names);
const stage = one('checks', 'review', 'meeting', 'deciding', 'ended', 'new-stage', 'group-of-stages', 'nowhere');
const party = one('manager', 'chair', 'panel', 'nobody');
const task = one('return', 'recommendation', 'outcome', 'tell-regulator', 'new-task', 'nothing');
const route = one('returns-in', 'go-on', 'ask-more', 'decided', 'finished', 'checks-to-review', 'no-route');
const step = fc.constantFrom(-1 as const, 1 as const);
const form = one('alert', 'return', 'new-stage', 'none');
const asked = one('abuse', 'child-died', 'involvement', 'new-task', 'nothing');
const rule = one('review-forced', 'looked-after-death', 'depart', 'new-task', 'no-rule');
const door = one('referral', 'new-stage', 'constructor-2', 'no-door');
const label = fc.oneof(one('New stage', 'New task', 'Group of stages', 'Constructor', '__proto__', ' ', '', 'Ärzte 3', '9 lives'), fc.constant({ en: 'Renamed', cy: 'Newydd' }));
const trigger = fc.oneof(task.map((done) => ({ done })), fc.array(party, { maxLength: 2 }).map((by) => ({ chosen: { by } })), fc.constant({ option: ['outcome', 'review'] as const }));
const amount = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(Number.NaN), fc.constant({ setting: 'days' }), fc.constant({ gap: 'no time is given' }), fc.constant({ gap: ' ' }));
const from = fc.oneof(fc.constant({ opened: true as const }), fc.constant({ var: 'awareness' }), fc.constant({ latest: [] }), fc.constant({ earliest: [{ opened: true as const }, { done: 'return' }] }));
const maybe = <T, K extends string>(key: K, values: fc.Arbitrary<T>): fc.Arbitrary<{ [P in K]?: T }> => fc.option(values).map((value) => (value === null ? {} : { [key]: value }) as { [P in K]?: T });

const edit: fc.Arbitrary<Edit> = fc.oneof(
  label.map((words): Edit => ({ type: 'renameProcedure', label: words })),
  fc.tuple(label, maybe('within', stage), maybe('after', stage), fc.boolean()).map(([words, within, after, final]): Edit => ({ type: 'addStage', kind: 'panel', label: words, ...within, ...after, final })),
  fc.tuple(stage, label).map(([id, words]): Edit => ({ type: 'renameStage', stage: id, label: words })),
  stage.map((id): Edit => ({ type: 'setStageKind', stage: id, kind: 'learning' })),
  fc.tuple(stage, fc.boolean()).map(([id, final]): Edit => ({ type: 'setStageEnd', stage: id, final })),
  fc.tuple(stage, maybe('owner', party)).map(([id, owner]): Edit => ({ type: 'setOwner', stage: id, ...owner })),
  fc.tuple(stage, maybe('guidance', label)).map(([id, guidance]): Edit => ({ type: 'setGuidance', stage: id, ...guidance })),
  stage.map((id): Edit => ({ type: 'removeStage', stage: id })),
  fc.tuple(stage, fc.double(), fc.integer()).map(([id, x, y]): Edit => ({ type: 'moveStage', stage: id, x, y })),
  fc.tuple(fc.array(stage, { maxLength: 3 }), label, fc.boolean()).map(([stages, words, parallel]): Edit => ({ type: 'groupStages', stages, label: words, parallel })),
  stage.map((group): Edit => ({ type: 'ungroupStages', group })),
  fc.tuple(stage, fc.boolean()).map(([group, parallel]): Edit => ({ type: 'setParallel', group, parallel })),
  fc.tuple(fc.array(stage, { maxLength: 2 }), maybe('to', stage), trigger).map(([starts, to, on]): Edit => ({ type: 'addTransition', from: starts, ...to, on })),
  fc.tuple(route, maybe('from', fc.array(stage, { maxLength: 2 })), maybe('to', fc.oneof(stage, fc.array(stage, { maxLength: 2 }), fc.constant({ return: true as const })))).map(([id, starts, to]): Edit => ({ type: 'retargetTransition', transition: id, ...starts, ...to })),
  route.map((id): Edit => ({ type: 'removeTransition', transition: id })),
  fc.tuple(route, trigger).map(([id, on]): Edit => ({ type: 'setTransitionTrigger', transition: id, on })),
  fc.tuple(route, maybe('if', fc.constant({ var: 'child-died' }))).map(([id, criterion]): Edit => ({ type: 'setTransitionCriterion', transition: id, ...criterion })),
  fc.tuple(route, maybe('label', label)).map(([id, words]): Edit => ({ type: 'setTransitionLabel', transition: id, ...words })),
  fc.tuple(label, maybe('in', fc.array(stage, { maxLength: 2 })), maybe('by', fc.array(party, { maxLength: 2 }))).map(([words, stages, by]): Edit => ({ type: 'addTask', shape: 'record', label: words, ...stages, ...by })),
  fc.tuple(task, label).map(([id, words]): Edit => ({ type: 'renameTask', task: id, label: words })),
  fc.tuple(task, maybe('by', fc.array(party, { maxLength: 2 }))).map(([id, by]): Edit => ({ type: 'setDoers', task: id, ...by })),
  task.map((id): Edit => ({ type: 'removeTask', task: id })),
  fc.tuple(task, amount, from).map(([id, many, start]): Edit => ({ type: 'addTimescale', clock: { for: id, direction: 'within', amount: many, unit: 'working-days', from: start, basis: 'local' } })),
  fc.tuple(one('returns-due', 'regulator-due', 'return-due'), amount, from, maybe('words', label)).map(([id, many, start, words]): Edit => ({ type: 'changeTimescale', timescale: id, set: { amount: many, from: start, calendar: undefined, ...words } })),
  one('returns-due', 'regulator-due', 'return-due').map((id): Edit => ({ type: 'removeTimescale', timescale: id })),
  one('none', 'forward', 'sideways').map((value): Edit => ({ type: 'setSettingDefault', setting: 'rolling', value })),
  label.map((title): Edit => ({ type: 'addParty', kind: 'role', title })),
  fc.tuple(party, label).map(([id, title]): Edit => ({ type: 'renameParty', party: id, title })),
  fc.tuple(one('alert', 'return', 'none'), label).map(([form, words]): Edit => ({ type: 'addQuestion', form, question: 'yes-no', label: words })),
  label.map((words): Edit => ({ type: 'renameQuestion', question: 'awareness', label: words })),
  label.map((words): Edit => ({ type: 'addForm', label: words })),
  fc.tuple(form, label).map(([id, words]): Edit => ({ type: 'renameForm', form: id, label: words })),
  fc.tuple(asked, fc.record({ hint: fc.oneof(label, fc.constant(undefined)), many: fc.constant(true as const), type: one('choice', 'text'), options: fc.constant([{ id: 'a', label: 'A' }]) }, { requiredKeys: [] })).map(([id, set]): Edit => ({ type: 'changeQuestion', question: id, set })),
  fc.tuple(form, asked, step).map(([id, question, by]): Edit => ({ type: 'orderQuestion', form: id, question, by })),
  fc.tuple(form, asked).map(([id, question]): Edit => ({ type: 'takeQuestion', form: id, question })),
  fc.constant<Edit>({ type: 'clearLayout' }),
  fc.tuple(stage, maybe('within', stage)).map(([id, within]): Edit => ({ type: 'nestStage', stage: id, ...within })),
  fc.tuple(stage, step).map(([id, by]): Edit => ({ type: 'orderStage', stage: id, by })),
  stage.map((id): Edit => ({ type: 'duplicateStage', stage: id })),
  fc.tuple(route, step).map(([id, by]): Edit => ({ type: 'orderTransition', transition: id, by })),
  fc.tuple(task, fc.record({ raised: one('on-entry', 'by-choice', 'when-required'), to: fc.array(party, { maxLength: 2 }), guidance: label, form: one('alert', 'none'), in: fc.array(stage, { maxLength: 2 }), shape: one('record', 'exchange') }, { requiredKeys: [] })).map(([id, set]): Edit => ({ type: 'changeTask', task: id, set })),
  task.map((id): Edit => ({ type: 'changeTask', task: id, set: { guidance: undefined, form: undefined, raised: { done: 'return' } } })),
  fc.tuple(party, fc.array(party, { maxLength: 2 })).map(([id, others]): Edit => ({ type: 'setDeputies', party: id, deputies: others.map((other) => ({ party: other, tasks: ['return'], when: 'absent' })) })),
  fc.tuple(label, fc.array(party, { maxLength: 1 }), fc.array(stage, { maxLength: 1 })).map(([words, by, to]): Edit => ({ type: 'addDoor', label: words, by, to })),
  fc.tuple(door, maybe('label', label), maybe('by', fc.array(party, { maxLength: 1 })), maybe('to', fc.array(stage, { maxLength: 1 }))).map(([id, words, by, to]): Edit => ({ type: 'changeDoor', door: id, set: { ...words, ...by, ...to } })),
  door.map((id): Edit => ({ type: 'removeDoor', door: id })),
  fc.tuple(label, maybe('if', fc.constant({ var: 'child-died' }))).map(([words, criterion]): Edit => ({ type: 'addRule', rule: { label: words, ...criterion, then: { require: { task: 'return' } }, strength: 'should' } })),
  fc.tuple(rule, fc.record({ label, if: fc.constantFrom({ var: 'child-died' }, undefined), unknown: one('force', 'wait'), strength: one('must', 'may') }, { requiredKeys: [] })).map(([id, set]): Edit => ({ type: 'changeRule', rule: id, set })),
  rule.map((id): Edit => ({ type: 'removeRule', rule: id })),
  fc.tuple(party, fc.constantFrom<readonly [string, unknown]>(['belongsTo', 'chair'], ['outside', true], ['successor', 'manager'], ['seats', ['chair']], ['belongsTo', undefined])).filter(([id]) => id !== 'nobody').map(([id, [key, value]]): Edit => ({ type: 'setPart', path: ['parties', id, key], ...(value === undefined ? {} : { value }), words: 'Change a party' })),
  fc.tuple(one('new-task', 'ghost'), fc.boolean()).map(([id, add]): Edit => ({ type: 'setPart', path: ['parties', id], ...(add ? { value: { kind: 'role', title: 'Somebody' } } : {}), words: 'Change who is there' })),
);

test('any edits, taken back in reverse, give the same bytes; done again they give the same procedure', () => {
  let done = 0;
  fc.assert(fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
    let procedure = small;
    const inverses: Edit[] = [];
    for (const next of edits) {
      const result = applyEdit(procedure, next);
      if (result.ok) {
        procedure = result.procedure;
        inverses.unshift(result.inverse);
        done += 1;
      }
    }
    const after = JSON.stringify(procedure);
    const again: Edit[] = [];
    for (const inverse of inverses) {
      const result = applyEdit(procedure, inverse);
      if (!result.ok) throw new Error(result.words);
      procedure = result.procedure;
      again.unshift(result.inverse);
    }

    expect(JSON.stringify(procedure)).toBe(JSON.stringify(small));
    expect(JSON.stringify(again.reduce((before, redo) => { const result = applyEdit(before, redo); return result.ok ? result.procedure : before; }, procedure))).toBe(after);
  }), { numRuns: 300 });
  expect(done, 'the edits tried must mostly be real ones').toBeGreaterThan(500);
});

test('no edit leaves a procedure that the file format refuses, and none changes the procedure it was given', () => {
  fc.assert(fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
    let procedure = small;
    for (const next of edits) {
      const before = JSON.stringify(procedure);
      const result = applyEdit(procedure, next);

      expect(JSON.stringify(procedure)).toBe(before);
      expect(mayEdit(procedure, next)).toEqual({ ok: result.ok, words: result.words });
      if (result.ok) procedure = result.procedure;
      expect(validateShape(JSON.parse(JSON.stringify(procedure))), JSON.stringify(next)).toEqual([]);
    }
  }), { numRuns: 400 });
});
