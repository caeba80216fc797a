// Sign-off in steps: of a record, a decision, each reply, a document; sent back with reasons, amended, ratified, overturned.
import { describe, expect, test } from 'vitest';
import { replay } from '../../../engine/case/replay.ts';
import { tasks } from '../../../engine/case/tasks.ts';
import { check } from '../../../engine/procedure/check.ts';
import type { CommandBody, TaskView } from '../../../engine/case/types.ts';
import type { Procedure, SignOffStep, Timescale } from '../../../engine/procedure/types.ts';
import { at, type Story } from '../../fixtures/engine/acting.ts';
import { begun, clockOf } from '../../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

const chain: readonly SignOffStep[] = [
  { id: 'panel', by: 'panel', may: ['accept', 'send-back', 'amend'], limit: 1 },
  { id: 'board', by: 'board', may: ['ratify', 'overturn', 'send-back'] },
];
const clocks: Readonly<Record<string, Timescale>> = {
  drafted: { ...fiveDays, label: 'Drafted', act: 'submitted' },
  'panel-signs': { ...fiveDays, label: 'Panel signs', from: { submitted: 'write' }, amount: 2, act: 'signed', step: 'panel' },
  'board-signs': { ...fiveDays, label: 'Board signs', from: { signed: ['write', 'panel'] }, amount: 3, act: 'signed', step: 'board' },
  finished: { ...fiveDays, label: 'Finished', amount: 20 },
};
const procedure = ((): Procedure => {
  const bare = procedureWith(clocks);
  const signed = (id: string) => ({ ...bare.tasks[id], signOff: chain }) as Procedure['tasks'][string];
  return {
    ...bare,
    parties: { ...bare.parties, panel: { kind: 'role', title: 'Panel' }, board: { kind: 'body', title: 'National board', outside: true } },
    documents: { report: { label: 'Report', signOff: [{ by: 'panel', may: ['accept', 'send-back'] }] } },
    tasks: {
      ...bare.tasks, write: signed('write'), outcome: { ...signed('outcome'), reasons: 'required' }, checks: { ...signed('checks'), signOff: [{ by: 'panel', may: ['accept', 'send-back'] }] },
      copy: { shape: 'exchange', label: 'Send the report', by: ['manager'], in: ['review'], to: ['health'], expects: 'nothing', document: { id: 'report' } },
      after: { shape: 'record', label: 'Afterwards', by: ['manager'], in: ['review'], raised: { done: 'write' } },
    },
    rules: { ...bare.rules, 'not-go-on': { label: 'It does not go on', if: { var: 'died' }, then: { forbid: { option: ['outcome', 'go-on'] } }, strength: 'must' } },
  };
})();
const underReview = (): Story => {
  const story = begun(procedure, '2026-12-07T09:00', { aware: '2026-12-07', died: false });
  story.does('manager', { type: 'sendExchange', task: 'send-alert' });
  return story;
};
const written = (): Story => {
  const story = underReview();
  story.does('manager', { type: 'completeTask', task: 'write' }, { now: '2026-12-08T10:00' });
  return story;
};
const sign = (does: 'accept' | 'send-back' | 'amend' | 'ratify' | 'overturn', more: Partial<Extract<CommandBody, { type: 'signOff' }>> = {}): CommandBody => ({ type: 'signOff', task: 'write', does, ...more });
const record = (story: Story, task = 'write') => story.case.tasks[task]?.at(-1);
const view = (story: Story, id: string, role?: string): TaskView | undefined => tasks(story.versions, story.case, story.case.asOf, role).find((one) => one.id === id);
const forTheBoard = { onBehalfOf: 'board' };

describe('what is signed off', () => {
  test('is not done when it is done, but when the last has signed; only then follows what follows', () => {
    const story = written();
    expect([record(story)?.state, record(story)?.signing?.step, story.case.tasks['after']]).toEqual(['open', 0, undefined]);
    story.does('panel', sign('accept'), { now: '2026-12-09T10:00' });
    expect([record(story)?.state, record(story)?.signing?.step]).toEqual(['open', 1]);
    story.does('manager', sign('ratify'), { now: '2026-12-10T10:00', ...forTheBoard });
    expect([record(story)?.state, record(story)?.done, record(story)?.signing?.signed, story.case.tasks['after']?.[0]?.state]).toEqual(['done', at('2026-12-10T10:00'), at('2026-12-10T10:00'), 'open']);
  });

  test('keeps who signed which step, when, in which round and why', () => {
    const story = written();
    story.does('panel', sign('send-back', { reason: 'Too long.' }), { now: '2026-12-09T10:00' });
    story.does('manager', { type: 'completeTask', task: 'write' }, { now: '2026-12-10T10:00' });
    story.does('panel', sign('accept'), { now: '2026-12-11T10:00' });
    expect(record(story)?.signing).toEqual({
      round: 2, step: 1, first: at('2026-12-08T10:00'), since: at('2026-12-10T10:00'),
      acts: [
        { step: 0, round: 1, does: 'send-back', by: { person: 'A.B.', role: 'panel' }, at: at('2026-12-09T10:00'), reason: 'Too long.' },
        { step: 0, round: 2, does: 'accept', by: { person: 'A.B.', role: 'panel' }, at: at('2026-12-11T10:00') },
      ],
    });
    expect(JSON.parse(JSON.stringify(replay(story.versions, story.case.events, story.case.asOf)))).toEqual(JSON.parse(JSON.stringify(story.case)));
  });

  test('shows whose signature it waits for, what they may do and how often it may go back', () => {
    const story = written();
    expect(view(story, 'write', 'panel')).toMatchObject({ state: 'waiting', mine: true, doers: [{ party: 'panel', label: 'Panel' }], signOffs: [{ by: 'panel', label: 'Panel', may: ['accept', 'send-back', 'amend'], step: 1, of: 2, round: 1, left: 1, mine: true }] });
    expect(view(story, 'write', 'manager')).toMatchObject({ mine: false });
    story.does('panel', sign('send-back', { reason: 'Too long.' }));
    expect(view(story, 'write', 'manager')).toMatchObject({ state: 'open', mine: true, doers: [{ party: 'manager' }] });
    expect(view(story, 'write', 'manager')).not.toHaveProperty('signOffs');
  });

  test('has clocks for the draft, for each step and for the whole', () => {
    const story = written();
    const dates = (asOf: string) => ['drafted', 'panel-signs', 'board-signs', 'finished'].map((id) => clockOf(story, id, asOf)).map((clock) => `${clock?.date ?? '-'} ${clock?.state}`);
    expect(dates('2026-12-08T11:00')).toEqual(['2026-12-14 met', '2026-12-10 due', '- pending', '2027-01-07 due']);
    expect(clockOf(story, 'board-signs', '2026-12-08T11:00')?.sentence).toContain('“Write the report” to be signed off by Panel');
    story.does('panel', sign('accept'), { now: '2026-12-11T10:00' });
    expect(dates('2026-12-11T11:00')).toEqual(['2026-12-14 met', '2026-12-10 met-late', '2026-12-16 due', '2027-01-07 due']);
    story.does('manager', sign('send-back', { reason: 'Not yet.' }), { now: '2026-12-12T10:00', ...forTheBoard });
    story.does('manager', { type: 'completeTask', task: 'write' }, { now: '2026-12-14T10:00' });
    expect(dates('2026-12-14T11:00')).toEqual(['2026-12-14 met', '2026-12-16 due', '- pending', '2027-01-07 due']);
  });

  test('may be amended by a signer, with the answers as amended', () => {
    const story = written();
    story.does('panel', sign('amend', { reason: 'A date was wrong.', answers: { aware: { value: '2026-12-06' } } }));
    expect([story.case.answers['aware'], record(story)?.signing?.step]).toEqual([{ value: '2026-12-06' }, 1]);
  });
});

describe('a decision that is signed off', () => {
  const decided = (): Story => {
    const story = underReview();
    story.does('manager', { type: 'decide', task: 'outcome', options: ['end'], reasons: 'So.' });
    story.does('panel', sign('accept', { task: 'outcome' }));
    return story;
  };

  test('moves the case when it is ratified, and not before', () => {
    const story = decided();
    expect(story.case.stages).toEqual(['review']);
    expect(story.does('manager', sign('ratify', { task: 'outcome' }), forTheBoard).stages).toEqual(['ended']);
  });

  test('may be overturned by another option, which the rules bind as they bind the decision', () => {
    const story = decided();
    story.does('manager', { type: 'recordAnswers', mode: 'change', answers: { died: { value: true } } });
    expect(story.isRefused('manager', sign('overturn', { task: 'outcome', options: ['go-on'], reason: 'No.' }), forTheBoard)).toMatchObject({ code: 'forced-option', rule: 'not-go-on' });
    story.does('manager', { type: 'recordAnswers', mode: 'change', answers: { died: { value: false } } });
    const after = story.does('manager', sign('overturn', { task: 'outcome', options: ['go-on'], reason: 'No.' }), forTheBoard);
    expect([after.stages, after.tasks['outcome']?.at(-1)?.options, after.tasks['outcome']?.at(-1)?.state]).toEqual([['review'], ['go-on'], 'done']);
  });
});

describe('a reply that is signed off', () => {
  test('is complete when it is accepted, each by itself; sent back it is asked for again', () => {
    const story = underReview();
    story.does('manager', { type: 'sendExchange', task: 'checks' });
    for (const recipient of ['health', 'police']) story.does('manager', { type: 'recordReply', task: 'checks', recipient, state: 'received' });
    expect(record(story, 'checks')?.state).toBe('open');
    expect(view(story, 'checks', 'panel')?.signOffs?.map(({ recipient, mine }) => [recipient, mine])).toEqual([['health', true], ['police', true]]);
    const reply = (recipient: string, does: 'accept' | 'send-back', reason?: string) => story.does('panel', sign(does, { task: 'checks', recipient, ...(reason !== undefined && { reason }) }));
    reply('health', 'accept');
    reply('police', 'send-back', 'The chronology is missing.');
    expect(record(story, 'checks')?.recipients.map(({ party, state, signing }) => [party, state, signing?.round])).toEqual([['health', 'accepted', 1], ['police', 'sent-back', 2]]);
    story.does('manager', { type: 'recordReply', task: 'checks', recipient: 'police', state: 'received' });
    reply('police', 'accept');
    expect(record(story, 'checks')?.state).toBe('done');
  });

  test('is not accepted past those who sign it', () => {
    const story = underReview();
    story.does('manager', { type: 'sendExchange', task: 'checks' });
    expect(story.isRefused('manager', { type: 'recordReply', task: 'checks', recipient: 'health', state: 'accepted' }).code).toBe('not-due-here');
  });
});

describe('a document that is signed off', () => {
  test('goes out once it is signed, and not while it was sent back', () => {
    const story = underReview();
    const of = (does: 'accept' | 'send-back', reason?: string): CommandBody => ({ type: 'signOff', document: 'report', does, ...(reason !== undefined && { reason }) });
    expect(story.isRefused('manager', { type: 'sendExchange', task: 'copy' })).toMatchObject({ code: 'waits', words: '“Report” waits: Panel has to sign it first.' });
    expect(view(story, 'copy', 'panel')?.signOffs).toMatchObject([{ document: 'report', mine: true }]);
    story.does('panel', of('send-back', 'Too long.'));
    expect(story.isRefused('manager', { type: 'sendExchange', task: 'copy' }).code).toBe('waits');
    story.does('panel', of('accept'));
    expect(story.does('manager', { type: 'sendExchange', task: 'copy' }).tasks['copy']?.at(-1)?.state).toBe('done');
    expect(story.isRefused('panel', of('accept')).code).toBe('not-open');
  });
});

describe('is refused', () => {
  test.each<[string, string, CommandBody, string]>([
    ['by another', 'manager', sign('accept'), 'wrong-role'],
    ['out of turn', 'board', sign('ratify'), 'wrong-role'],
    ['in a way the step does not have', 'panel', sign('ratify'), 'forbidden'],
    ['sending back without a reason', 'panel', sign('send-back'), 'missing-reason'],
    ['of what has no sign-off', 'panel', sign('accept', { task: 'publish' }), 'unknown-task'],
    ['before it is done', 'panel', sign('accept', { task: 'outcome' }), 'not-open'],
    ['doing it again meanwhile', 'manager', { type: 'completeTask', task: 'write' }, 'waits'],
  ])('a signature %s', (_, role, body, code) => {
    expect(written().isRefused(role, body).code).toBe(code);
  });

  test('a sending back beyond the limit of the step, which is each step’s own', () => {
    const story = written();
    story.does('panel', sign('send-back', { reason: 'Too long.' }));
    story.does('manager', { type: 'completeTask', task: 'write' });
    expect(story.isRefused('panel', sign('send-back', { reason: 'Still.' }))).toMatchObject({ code: 'limit', remedy: 'It can be signed now: accept it or amend it.' });
    story.does('panel', sign('accept'));
    story.does('manager', sign('send-back', { reason: 'No.' }), forTheBoard);
  });
});

test('a step that there is not, a clock without its step and an overturning of what is no decision are told', () => {
  const codes = (changes: Partial<Procedure>) => check({ ...procedure, ...changes }).map(({ code, pointer }) => `${code} ${pointer}`);
  expect(codes({ timescales: { a: { ...clocks['panel-signs'], step: 'nobody' } as Timescale } })).toContain('P-059 /timescales/a/step');
  expect(codes({ timescales: { a: { ...fiveDays, from: { signed: ['write', 'nobody'] } } } })).toContain('P-059 /timescales/a/from/signed/1');
  expect(codes({ timescales: { a: { ...fiveDays, act: 'signed' } } })).toContain('P-120 /timescales/a/act');
  expect(codes({ timescales: { a: { ...fiveDays, for: 'publish', act: 'submitted' } } })).toContain('P-120 /timescales/a/act');
  expect(codes({})).toContain('P-121 /tasks/write/signOff/1');
});
