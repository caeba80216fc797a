// One form whose parts are filled by different roles at different times, each locked once it is signed.
import { describe, expect, test } from 'vitest';
import { tasks } from '../../../engine/case/tasks.ts';
import type { CommandBody, FormView } from '../../../engine/case/types.ts';
import type { Value } from '../../../engine/criteria/types.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { answers, at, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const base = procedureWith({});
const text = (label: string) => ({ type: 'text' as const, label });
const procedure: Procedure = {
  ...base,
  parties: { ...base.parties, chair: { kind: 'role', title: 'Chair' } },
  questions: { ...base.questions, reason: text('Reason'), comments: text('Comments'), signed: { type: 'signature', label: 'Chair: signed' }, place: { ...text('Place'), prefill: 'Town hall' }, size: { type: 'number', label: 'Size', max: 9, prefill: 12 }, seen: { type: 'date', label: 'Seen on', prefill: { var: 'aware' } } },
  forms: {
    request: { label: 'Request', version: { words: 'v3', date: '2026-01-01' }, sections: [
      { id: 'asked', label: 'Why', questions: ['reason', 'place', 'size', 'seen'] },
      { id: 'office', label: 'For office use', by: 'chair', questions: ['comments'], signature: 'signed' },
    ] },
  },
  tasks: {
    ...base.tasks,
    ask: { shape: 'record', label: 'Ask', by: ['manager'], in: ['alert'], form: 'request', section: 'asked' },
    approve: { shape: 'record', label: 'Approve', by: ['chair', 'manager'], in: ['alert'], form: 'request', section: 'office', again: 'afresh' },
  },
};
const complete = (task: string, values: Readonly<Record<string, Value>>): CommandBody => ({ type: 'completeTask', task, answers: answers(values) });
const record = (values: Readonly<Record<string, Value>>): CommandBody => ({ type: 'recordAnswers', mode: 'correct', answers: answers(values) });
const opened = (): Story => begun(procedure, '2026-12-01T09:00', { aware: '2026-11-30' });
const signed = (): Story => {
  const story = opened();
  story.does('chair', complete('approve', { comments: 'Agreed.', signed: 'C.C.' }));
  return story;
};
const formOf = (story: Story, task: string): FormView | undefined => tasks(story.versions, story.case, at('2026-12-02T09:00')).find(({ id }) => id === task)?.form;

describe('a part that is left to one party', () => {
  test('is filled by nobody else, with a task or without', () => {
    const story = opened();
    for (const body of [complete('ask', { reason: 'Need.', comments: 'Agreed.' }), complete('approve', { comments: 'Agreed.', signed: 'M.M.' }), record({ comments: 'Agreed.' })]) {
      expect(story.isRefused('manager', body)).toMatchObject({ code: 'wrong-role', missing: [{ kind: 'role', id: 'chair' }] });
    }
    story.does('manager', complete('ask', { reason: 'Need.' }));
  });

  test('ends its task only when it is signed', () => {
    expect(opened().isRefused('chair', complete('approve', { comments: 'Agreed.' }))).toMatchObject({ code: 'missing-field', missing: [{ id: 'signed' }] });
  });
});

describe('a part that is signed', () => {
  test('keeps who signed it and when, and takes no other answer, not even from the signer', () => {
    const story = signed();
    expect(story.case.signed).toMatchObject([{ form: 'request', section: 'office', by: { role: 'chair', person: 'A.B.' } }]);
    expect(story.isRefused('chair', record({ comments: 'On reflection, no.' }))).toMatchObject({ code: 'locked', words: 'This would change what is signed: “For office use” is signed.', missing: [{ id: 'comments' }] });
    expect(story.isRefused('chair', record({ signed: 'D.D.' })).code).toBe('locked');
    story.does('manager', record({ reason: 'More need.' }));
  });

  test('may be sent once more as it stands', () => {
    signed().does('chair', record({ comments: 'Agreed.', signed: 'C.C.' }));
  });

  test('is unlocked by its signer alone, with a reason, and then signed anew', () => {
    const story = signed();
    const unlock = { type: 'unlockSection', form: 'request', section: 'office', reason: 'A date was wrong.' } as const;
    expect(story.isRefused('manager', unlock).code).toBe('wrong-role');
    expect(story.isRefused('chair', { ...unlock, reason: ' ' }).code).toBe('missing-reason');
    story.does('chair', unlock);
    expect(story.case.answers['signed']).toBeUndefined();
    expect(story.case.signed[0]?.unlocked).toMatchObject({ reason: 'A date was wrong.', by: { role: 'chair' } });
    expect(story.isRefused('chair', unlock).code).toBe('not-open');
    story.does('chair', record({ comments: 'On reflection, no.', signed: 'C.C.' }));
    expect(story.case.signed).toHaveLength(2);
    expect(story.isRefused('chair', { ...unlock, section: 'none' }).code).toBe('unknown-task');
  });
});

describe('a form as it is to be filled', () => {
  test('shows its own version, which stays with each act that was done on it', () => {
    expect(formOf(opened(), 'ask')?.version).toBe('v3, Thu 1 Jan 2026');
    const story = signed();
    expect(story.case.tasks['approve']?.at(-1)?.form).toEqual({ id: 'request', version: 'v3, Thu 1 Jan 2026' });
  });

  test('says which part is asked, by whom it is filled and who signed it', () => {
    const form = formOf(signed(), 'ask');
    expect(form?.sections.map(({ id, asked, by, signed: signature }) => [id, asked, by?.label, signature?.by.role])).toEqual([['asked', true, undefined, undefined], ['office', false, 'Chair', 'chair']]);
  });

  test('holds beforehand what the procedure puts there, and what another answer gives; a value that the question cannot have stands nowhere', () => {
    expect(formOf(opened(), 'ask')?.prefilled).toEqual({ place: { value: 'Town hall' }, seen: { value: '2026-11-30' } });
    expect(formOf(opened(), 'approve')?.prefilled).toEqual({});
  });

  test('an answer given takes the place of what stood there, and nothing is answered by standing there', () => {
    const story = opened();
    expect(story.case.answers['place']).toBeUndefined();
    story.does('manager', record({ place: 'Library' }));
    expect(formOf(story, 'ask')?.prefilled['place']).toBeUndefined();
  });
});
