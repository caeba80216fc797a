// When tasks come up, when they end, what happens on entering a stage again, and whose they are.
import { expect, test } from 'vitest';
import type { CommandBody, TaskRecord } from '../../../engine/case/types.ts';
import { tasks } from '../../../engine/case/tasks.ts';
import type { Procedure, Task } from '../../../engine/procedure/types.ts';
import { answers, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const base = procedureWith({});
const back = { id: 'back', from: ['review'], on: { chosen: { by: ['manager'] } }, to: 'alert' } as const;
const withTasks = (more: Readonly<Record<string, Task>>, changes: Partial<Procedure> = {}): Procedure => ({ ...base, transitions: [...base.transitions, back], ...changes, tasks: { ...base.tasks, ...more } });
const opened = (procedure: Procedure = withTasks({}), values = {}): Story => begun(procedure, '2026-12-07T09:00', values);
const record = (story: Story, task: string): readonly TaskRecord[] => story.case.tasks[task] ?? [];
const states = (story: Story, task: string): readonly string[] => record(story, task).map(({ state }) => state);
const go: CommandBody = { type: 'sendExchange', task: 'send-alert' };
const goBack: CommandBody = { type: 'takeTransition', transition: 'back' };
const says = (died: boolean): CommandBody => ({ type: 'recordAnswers', mode: 'change', answers: answers({ died }) });
const offered = (story: Story, role: string, id: string) => tasks(story.versions, story.case, story.now, role).find((view) => view.id === id);

test('[S6.1] a task that stands in no stage is raised when the case opens', () => {
  const story = opened(withTasks({ secure: { shape: 'record', label: 'Secure the records', by: ['manager'] } }));
  expect(states(story, 'secure')).toEqual(['open']);
  expect(states(story, 'write')).toEqual([]);
});

test('[S6.2] a duty may arise after its stage was left', () => {
  const story = opened(withTasks({ duty: { ...base.tasks['duty'], in: ['alert'] } as Task }));
  story.does('manager', go);
  story.does('manager', says(true));
  expect([story.case.stages, states(story, 'duty')]).toEqual([['review'], ['open']]);
});

test('[S6.4] leaving a stage withdraws an open decision and leaves an open record and an open exchange', () => {
  const story = opened();
  story.does('manager', go);
  story.does('manager', goBack);
  expect([states(story, 'outcome'), states(story, 'write'), states(story, 'checks')]).toEqual([['withdrawn'], ['open'], ['open']]);
});

test('[S6.5] entered again, a decision has a second record and a record task keeps its first', () => {
  const story = opened(withTasks({ 'send-alert': { ...base.tasks['send-alert'], again: 'afresh' } as Task, look: { shape: 'record', label: 'Look', by: ['manager'], in: ['review'], again: 'once' } }));
  story.does('manager', go);
  story.does('manager', { type: 'completeTask', task: 'write' });
  story.does('manager', { type: 'completeTask', task: 'look' });
  story.does('manager', goBack);
  story.does('manager', go);
  expect(record(story, 'outcome').map(({ visit, state }) => [visit, state])).toEqual([[1, 'withdrawn'], [2, 'open']]);
  expect([states(story, 'write'), states(story, 'look'), states(story, 'send-alert')]).toEqual([['done'], ['done'], ['done', 'done']]);
});

test('[S6.6] a task that follows upon another is raised when that is done', () => {
  const story = opened(withTasks({ thank: { shape: 'record', label: 'Thank', by: ['manager'], raised: { done: 'write' } } }));
  story.does('manager', go);
  expect(states(story, 'thank')).toEqual([]);
  story.does('manager', { type: 'completeTask', task: 'write' });
  expect(states(story, 'thank')).toEqual(['open']);
});

test('[S6.8] a task by choice is offered again after it was done', () => {
  const story = opened(withTasks({ news: { shape: 'record', label: 'News', by: ['manager'], raised: 'by-choice', again: 'afresh' } }));
  for (const _ of [1, 2, 3]) {
    expect(offered(story, 'manager', 'news')).toMatchObject({ state: 'offered', strength: 'may' });
    story.does('manager', { type: 'completeTask', task: 'news' });
  }
  expect([states(story, 'news'), story.case.stages]).toEqual([['done', 'done', 'done'], ['alert']]);
});

test('[S6.9] a task without parties falls to the owner of the stage, or of the group around it', () => {
  const { alert, review, ended } = base.stages;
  const stages = { alert, group: { kind: 'other', label: 'Group', owner: 'health' }, first: { kind: 'other', label: 'First', within: 'group' }, second: { ...review, within: 'group' }, ended } as Procedure['stages'];
  const anyone: Task = { shape: 'record', label: 'Anyone', in: ['first'] };
  const procedure = withTasks({ anyone, theirs: { ...anyone, in: ['second'] } }, { stages, transitions: [{ id: 'on', from: ['alert'], on: { done: 'send-alert' }, to: 'first' }, { id: 'further', from: ['first'], on: { done: 'anyone' }, to: 'second' }] });
  const story = opened({ ...procedure, tasks: { 'send-alert': procedure.tasks['send-alert'] as Task, anyone, theirs: { ...anyone, in: ['second'] } }, rules: {} });
  story.does('manager', go);
  expect(story.isRefused('manager', { type: 'completeTask', task: 'anyone' }).missing).toEqual([{ kind: 'role', id: 'health', label: 'Health' }]);
  story.does('health', { type: 'completeTask', task: 'anyone' });
  expect(offered(story, 'manager', 'theirs')?.doers.map(({ party }) => party)).toEqual(['manager']);
});

test('[S6.14] what was withdrawn by hand stays withdrawn when its ground returns', () => {
  const story = opened(withTasks({ duty: { ...base.tasks['duty'], again: 'keep' } as Task }));
  story.does('manager', says(true));
  story.does('manager', { type: 'withdrawTask', task: 'duty', reason: 'Told by telephone.' });
  story.does('manager', says(false));
  story.does('manager', says(true));
  expect(states(story, 'duty')).toEqual(['withdrawn']);
});
