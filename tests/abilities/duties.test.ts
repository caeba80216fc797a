// A meeting about several cases, and an action that outlives its case, on invented procedures.
import { expect, test } from 'vitest';
import { compile, duties, performDuty, type DutyBody, type DutyEvent } from '../../engine/case/index.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { at } from '../fixtures/engine/acting.ts';
import { begun, clockOf } from '../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from '../engine/case/clockwork.ts';

const base = procedureWith({});

test('one meeting takes several cases, and its log says which', () => {
  const procedure: Procedure = { ...base, duties: { agenda: { label: 'Learning group', by: ['manager'], every: { meeting: 'group' }, register: 'open-cases' } }, registers: { 'open-cases': { label: 'Open cases', columns: [{ id: 'case', label: 'Case', value: { case: 'reference' } }] } } };
  const compiled = compile(procedure, { hash: 'h', version: 1 });
  const does = (log: readonly DutyEvent[], body: DutyBody, when: string): readonly DutyEvent[] => {
    const outcome = performDuty(compiled, log, { id: `d${log.length}`, salt: 's', ...body }, { now: at(when), role: 'manager', person: 'A.B.' });
    return outcome.ok ? outcome.log : log;
  };
  const kept = does([], { type: 'keepDuties', from: '2026-12-01' }, '2026-12-01T09:00');
  const log = does(kept, { type: 'performDuty', duty: 'agenda', cases: ['case-1', 'case-2', 'case-3'], words: 'Three cases were talked over.' }, '2026-12-31T11:00');
  expect(log).toHaveLength(2);
  const [view] = duties(compiled, log, at('2027-01-02T09:00'));
  expect(view).toMatchObject({ register: 'open-cases', rounds: expect.arrayContaining([expect.objectContaining({ due: '2026-12-31', state: 'done', acts: [expect.objectContaining({ cases: ['case-1', 'case-2', 'case-3'] })] })]) });
});

test('an action that was handed to a programme is answered for after the case is closed', () => {
  const procedure: Procedure = {
    ...base,
    parties: { ...base.parties, programme: { kind: 'body', title: 'Safer streets programme', outside: true } },
    relations: { programme: { label: 'Programme', outside: true, effects: ['informs'] } },
    tasks: { ...base.tasks, 'hand-over': { shape: 'exchange', label: 'Hand the action over', by: ['manager'], in: ['review'], to: ['programme'], expects: 'reply', afterClosing: true } },
    timescales: { answered: { ...fiveDays, for: 'hand-over', act: 'replied', amount: 6, unit: 'months', from: { sent: 'hand-over' } } },
  };
  const story = begun(procedure, '2026-12-07T09:00');
  story.does('manager', { type: 'sendExchange', task: 'send-alert' });
  story.does('manager', { type: 'sendExchange', task: 'hand-over' });
  story.does('manager', { type: 'recordRelation', relation: 'programme', state: 'open', reference: 'SSP-7' });
  expect(story.does('manager', { type: 'decide', task: 'outcome', options: ['end'] }).closed).toBeDefined();
  expect(clockOf(story, 'answered', '2027-06-08T09:00')).toMatchObject({ date: '2027-06-07', state: 'overdue' });
  const held = story.does('manager', { type: 'recordReply', task: 'hand-over', recipient: 'programme', state: 'received' }, { now: '2027-06-10T09:00', onBehalfOf: 'programme' });
  expect([held.closed !== undefined, held.tasks['hand-over']?.[0]?.state, held.relations[0]?.reference]).toEqual([true, 'done', 'SSP-7']);
});
