// What is refused of the parts of a form, held whole: answers that are left to others, answers to a signed part, a task
// that ends before its part is signed, an unlocking.
import { describe, expect, test } from 'vitest';
import { replay } from '../../../engine/case/replay.ts';
import type { CommandBody, Refusal } from '../../../engine/case/types.ts';
import type { Value } from '../../../engine/criteria/types.ts';
import type { Form, Procedure, Task } from '../../../engine/procedure/types.ts';
import { answers, at, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const base = procedureWith({});
const text = (label: string) => ({ type: 'text', label } as const);
const section = (id: string, questions: readonly string[], more: object = {}) => ({ id, label: id.toUpperCase(), questions, ...more });
const record = (id: string, more: Partial<Task>): Task => ({ shape: 'record', label: id, by: ['manager', 'chair', 'clerk'], in: ['alert'], ...more } as Task);
const procedureOf = (changes: Partial<Procedure> = {}): Procedure => ({
  ...base, rules: {}, parties: { ...base.parties, chair: { kind: 'role', title: 'Chair' }, clerk: { kind: 'role', title: 'Clerk' } },
  questions: { ...base.questions, free: text('Free'), left: text('Left'), both: text('Both'), sign: { type: 'signature', label: 'Signed' }, other: { type: 'signature', label: 'Signed too' } } as Procedure['questions'],
  forms: {
    one: { label: 'One', sections: [section('open', ['free', 'both']), section('kept', ['left'], { by: 'chair', signature: 'sign' })] } as Form,
    two: { label: 'Two', sections: [section('kept', ['both', 'left'], { by: 'clerk', signature: 'other' })] } as Form,
  },
  tasks: { ...base.tasks, whole: record('whole', { form: 'one' }), part: record('part', { form: 'one', section: 'kept' }), open: record('open', { form: 'one', section: 'open' }), second: record('second', { form: 'two', section: 'kept' }), none: record('none', {}) },
  ...changes,
});
const opened = (changes?: Partial<Procedure>): Story => begun(procedureOf(changes), '2026-12-01T09:00');
const complete = (task: string, values: Readonly<Record<string, Value>> = {}): CommandBody => ({ type: 'completeTask', task, answers: answers(values) });
const says = (values: Readonly<Record<string, Value>>): CommandBody => ({ type: 'recordAnswers', mode: 'correct', answers: answers(values) });
const field = (id: string, label: string) => ({ kind: 'field', id, label } as const);
const role = (id: string, label: string) => ({ kind: 'role', id, label } as const);
const refused = ({ code, words, missing, remedy }: Refusal) => ({ code, words, missing, remedy });

describe('an answer that is left to somebody', () => {
  test('is refused from anybody else, with who may give it', () => {
    expect(refused(opened().isRefused('manager', says({ left: 'x' })))).toStrictEqual({ code: 'wrong-role', words: '“Left” in this falls to Chair or Clerk.', missing: [role('chair', 'Chair'), role('clerk', 'Clerk')], remedy: 'Ask Chair or Clerk to do it, or act in that role if it is yours.' });
    expect(opened().isRefused('manager', complete('part', { left: 'x', sign: 'M.' })).words).toMatch(/^“Left” in “part” falls to Chair or Clerk/);
    expect(opened().isRefused('manager', says({ free: 'x', sign: 'M.' })).missing).toStrictEqual([role('chair', 'Chair')]);
  });
  test('is taken from each of those, and one that any part leaves to nobody is taken from all', () => {
    for (const who of ['chair', 'clerk']) opened().does(who, says({ left: 'x' }));
    for (const who of ['manager', 'chair', 'clerk', 'health']) opened().does(who, says({ both: 'x', free: 'y' }));
  });
  test('may be said again by anybody as it stands', () => {
    const story = opened();
    story.does('chair', says({ left: 'x' }));
    story.does('manager', says({ left: 'x', free: 'y' }));
    expect(story.isRefused('manager', says({ left: 'y' })).code).toBe('wrong-role');
  });
  test('is refused in one act with others’ where only some are one’s own', () => {
    expect(opened().isRefused('clerk', says({ left: 'x', sign: 'C.' })).missing).toStrictEqual([role('chair', 'Chair')]);
    expect(opened().isRefused('chair', says({ left: 'x', other: 'C.' })).missing).toStrictEqual([role('clerk', 'Clerk')]);
  });
});

describe('a signed part', () => {
  const signed = (): Story => { const story = opened(); story.does('chair', says({ left: 'x', sign: 'C.C.' })); return story; };
  const locked = (id: string, label: string) => ({ code: 'locked', words: 'This would change what is signed: “KEPT” is signed.', missing: [field(id, label)], remedy: expect.any(String) });
  test('takes no other answer, not even from who signed it, and every other part does', () => {
    const story = signed();
    expect(refused(story.isRefused('chair', says({ left: 'y' })))).toStrictEqual(locked('left', 'Left'));
    expect(refused(story.isRefused('chair', says({ free: 'y', sign: 'D.D.' })))).toStrictEqual(locked('sign', 'Signed'));
    story.does('chair', says({ free: 'y', left: 'x' }));
    story.does('clerk', says({ both: 'z', other: 'K.K.' }));
    expect(story.case.signed.map(({ form, section: id, by, unlocked }) => [form, id, by.role, unlocked])).toStrictEqual([['one', 'kept', 'chair', undefined], ['two', 'kept', 'clerk', undefined]]);
  });
  test('signed by a correction is signed by who made it, when it was made, also after the case was told anew', () => {
    const story = signed();
    expect(story.case.signed).toStrictEqual([{ form: 'one', section: 'kept', by: { person: 'A.B.', role: 'chair' }, at: at('2026-12-01T09:10') }]);
    expect(replay(story.versions, story.case.events, story.case.asOf).signed).toStrictEqual(story.case.signed);
  });
  test('is signed once, by words and not by their absence', () => {
    const story = opened();
    story.does('chair', { type: 'recordAnswers', mode: 'correct', answers: { sign: { status: 'to-be-supplied' } } });
    expect(story.case.signed).toStrictEqual([]);
    story.does('chair', says({ sign: 'C.C.' }));
    story.does('chair', says({ sign: 'C.C.', free: 'y' }));
    expect(story.case.signed).toHaveLength(1);
  });
  test('is unlocked by whom it is left to, with a reason, and only that part of that form', () => {
    const story = signed();
    story.does('clerk', says({ other: 'K.K.' }));
    const unlock = (more: object = {}): CommandBody => ({ type: 'unlockSection', form: 'one', section: 'kept', reason: 'A slip.', ...more } as CommandBody);
    expect(refused(story.isRefused('clerk', unlock()))).toMatchObject({ code: 'wrong-role', words: 'Unlocking “KEPT” falls to Chair.', missing: [role('chair', 'Chair')] });
    expect(refused(story.isRefused('chair', unlock({ reason: ' ' })))).toMatchObject({ code: 'missing-reason', words: 'To unlock “KEPT” needs a recorded reason.', missing: [{ kind: 'reason', id: 'kept', label: '“KEPT”' }] });
    expect(refused(story.isRefused('manager', unlock({ section: 'open' })))).toMatchObject({ code: 'not-open', words: 'Unlocking “OPEN” is not open now.' });
    expect(story.isRefused('chair', unlock({ form: 'none' })).code).toBe('unknown-task');
    const held = story.does('chair', unlock());
    expect(held.signed.map(({ form, unlocked }) => [form, unlocked?.reason])).toStrictEqual([['one', 'A slip.'], ['two', undefined]]);
    expect([held.answers['sign'], held.answers['other'], held.answers['left']]).toStrictEqual([undefined, { value: 'K.K.' }, { value: 'x' }]);
    expect(story.isRefused('chair', unlock()).code).toBe('not-open');
    expect(story.isRefused('clerk', says({ left: 'y' })).code).toBe('locked');
    story.does('clerk', unlock({ form: 'two' }));
    story.does('chair', says({ left: 'y', sign: 'C.C.' }));
    expect(story.case.signed.map(({ form, unlocked }) => [form, unlocked !== undefined])).toStrictEqual([['one', true], ['two', true], ['one', false]]);
  });
});

describe('a task that fills one part', () => {
  test('ends only when that part is signed, by now or with it', () => {
    expect(refused(opened().isRefused('chair', complete('part', { left: 'x' })))).toStrictEqual({ code: 'missing-field', words: '“part” needs “Signed”.', missing: [field('sign', 'Signed')], remedy: 'Fill in what is named, then try again.' });
    opened().does('chair', complete('part', { sign: 'C.C.' }));
    const story = opened();
    story.does('chair', says({ sign: 'C.C.' }));
    story.does('manager', complete('part'));
  });
  test('without a signature of its own, the whole form, and no form end as they are', () => {
    for (const task of ['open', 'whole', 'none']) opened().does('manager', complete(task));
  });
  test('asks for no signature while its form or its part is not in force', () => {
    const { forms = {} } = procedureOf();
    const later = { inForce: { from: '2027-01-01' } };
    opened({ forms: { ...forms, one: { ...forms['one'], ...later } as Form } }).does('chair', complete('part'));
    opened({ forms: { ...forms, one: { ...forms['one'], sections: (forms['one']?.sections ?? []).map((one) => ({ ...one, ...later })) } as Form } }).does('chair', complete('part'));
  });
});

test('parts that are only left to somebody, or only signed, are that', () => {
  const only = (more: object) => opened({ forms: { one: { label: 'One', sections: [section('open', ['free']), section('kept', ['left'], more)] } as Form } });
  expect(only({ by: 'chair' }).isRefused('manager', says({ left: 'x' })).code).toBe('wrong-role');
  const story = only({ signature: 'sign' });
  story.does('manager', says({ left: 'x', sign: 'M.M.' }));
  expect(story.isRefused('manager', says({ left: 'y' })).code).toBe('locked');
});

test('a procedure whose parts are left to nobody and signed by nobody takes every answer from everybody', () => {
  const { forms = {} } = procedureOf();
  const plain = Object.fromEntries(Object.entries(forms).map(([id, form]) => [id, { ...form, sections: form.sections.map(({ by: _by, signature: _signature, ...one }) => one) }]));
  const story = opened({ forms: plain });
  story.does('manager', says({ left: 'x', sign: 'M.M.', other: 'M.M.' }));
  story.does('health', says({ left: 'y', sign: 'H.H.' }));
  expect(story.case.signed).toStrictEqual([]);
});
