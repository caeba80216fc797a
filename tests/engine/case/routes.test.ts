// Routes that lead to several stages at once, back to where the case came from, or into a group where it was left; and a
// closed case opened again into one lane while the others stay ended.
import { describe, expect, test } from 'vitest';
import { replay } from '../../../engine/case/replay.ts';
import { check } from '../../../engine/procedure/check.ts';
import type { Procedure, Stage, Task, Transition } from '../../../engine/procedure/types.ts';
import type { Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const stage = (within?: string, more: Partial<Stage> = {}): Stage => ({ kind: 'other', label: 'Stage', owner: 'manager', ...(within !== undefined && { within }), ...more });
const doing = (...places: readonly string[]): Task => ({ shape: 'record', label: 'Task', in: places, again: 'afresh' });
const chosen = (id: string, from: readonly string[], to: Transition['to']): Transition => ({ id, from, on: { chosen: { by: ['manager'] } }, ...(to !== undefined && { to }) });

/** Three lanes of two steps each; whatever is open may be broken off for a pause and taken up again. */
const lanes = ((): Procedure => {
  const bare = procedureWith({});
  const lane = (id: string): Readonly<Record<string, Stage>> => ({ [id]: stage('work', { initial: `${id}-1` }), [`${id}-1`]: stage(id), [`${id}-2`]: stage(id), [`${id}-over`]: stage(id, { final: true }) });
  return {
    ...bare,
    stages: { start: stage(), work: stage(undefined, { parallel: true }), ...lane('plan'), ...lane('learn'), ...lane('tell'), pause: stage(), ended: { kind: 'other', label: 'Ended', final: true } },
    doors: { front: { label: 'Front door', by: ['manager'], to: ['start'] } },
    tasks: Object.fromEntries(['plan-1', 'plan-2', 'learn-1', 'learn-2', 'tell-1', 'tell-2'].map((id) => [`do-${id}`, doing(id)])),
    transitions: [
      chosen('far-in', ['start'], ['plan-2', 'tell-2']),
      ...['plan', 'learn', 'tell'].flatMap((id): readonly Transition[] => [
        { id: `${id}-on`, from: [`${id}-1`], on: { done: `do-${id}-1` }, to: `${id}-2` }, { id: `${id}-off`, from: [`${id}-2`], on: { done: `do-${id}-2` }, to: `${id}-over` },
      ]),
      chosen('to-pause', ['start', 'work'], 'pause'),
      chosen('back', ['pause'], { return: true }), chosen('where-left', ['pause'], { history: 'work' }),
      { id: 'all-over', from: ['work'], on: { ended: 'work' }, to: 'ended' },
    ],
    closing: { reopen: { by: ['manager'], to: 'plan-2', beside: 'ended', reason: true } },
    rules: {}, timescales: {}, tables: {}, meetings: {}, settings: {}, questions: {},
  };
})();
const opened = (procedure: Procedure = lanes): Story => begun(procedure, '2026-12-07T09:00');
const takes = (story: Story, ...transitions: readonly string[]) => transitions.map((transition) => story.does('manager', { type: 'takeTransition', transition })).at(-1)?.stages;
const inner = (stages: readonly string[] | undefined) => stages?.filter((id) => /\d$|over$|pause|start|ended/.test(id));
const does = (story: Story, ...tasks: readonly string[]) => tasks.map((task) => story.does('manager', { type: 'completeTask', task: `do-${task}` })).at(-1);
const again = (story: Story) => expect(JSON.parse(JSON.stringify(replay(story.versions, story.case.events, story.case.asOf)))).toEqual(JSON.parse(JSON.stringify(story.case)));

describe('a route to several stages', () => {
  test('starts each in its lane; a lane of which none is named begins where it begins', () => {
    const story = opened();
    expect(inner(takes(story, 'far-in'))).toEqual(['plan-2', 'learn-1', 'tell-2']);
    expect(['plan-2', 'learn-1', 'tell-2', 'plan-1'].map((id) => story.case.tasks[`do-${id}`]?.[0]?.state)).toEqual(['open', 'open', 'open', undefined]);
    again(story);
  });

  test('of a door starts them together too', () => {
    expect(inner(opened({ ...lanes, doors: { front: { label: 'Front door', by: ['manager'], to: ['learn-2', 'tell-2'] } } }).case.stages)).toEqual(['plan-1', 'learn-2', 'tell-2']);
  });
});

describe('a route back', () => {
  test('to where the case came from goes to that stage', () => {
    const story = opened();
    expect(inner(takes(story, 'to-pause', 'back'))).toEqual(['start']);
  });

  test('to lanes that were left together goes to each where it was, the ended ones as ended', () => {
    const story = opened();
    takes(story, 'far-in');
    does(story, 'plan-2', 'learn-1');
    expect(inner(takes(story, 'to-pause'))).toEqual(['pause']);
    expect(inner(takes(story, 'back'))).toEqual(['plan-over', 'learn-2', 'tell-2']);
    expect(story.case.visits.filter(({ stage: id }) => id === 'learn-2')).toHaveLength(2);
    again(story);
  });

  test('into a group goes to where it was left, and to its beginning where the case was never in it', () => {
    const story = opened();
    expect(inner(takes(story, 'to-pause', 'where-left'))).toEqual(['plan-1', 'learn-1', 'tell-1']);
    does(story, 'tell-1');
    expect(inner(takes(story, 'to-pause', 'where-left'))).toEqual(['plan-1', 'learn-1', 'tell-2']);
    does(story, 'tell-2', 'learn-1', 'learn-2', 'plan-1', 'plan-2');
    expect(story.case.stages).toEqual(['ended']);
    again(story);
  });
});

describe('a closed case that is opened again', () => {
  const ended = (procedure: Procedure = lanes): Story => {
    const story = opened(procedure);
    takes(story, 'far-in');
    does(story, 'plan-2', 'tell-2', 'learn-1', 'learn-2');
    expect(story.case.closed).toBeDefined();
    return story;
  };

  test('comes into the lane named while those beside it stay ended, and closes when it is done', () => {
    const story = ended();
    expect(inner(story.does('manager', { type: 'reopenCase', reason: 'New facts.' }).stages)).toEqual(['plan-2', 'learn-over', 'tell-over']);
    expect(does(story, 'plan-2')?.closed).toBeDefined();
    again(story);
  });

  test('comes into several lanes, and the one beside them begins where that is not said otherwise', () => {
    const closing = { reopen: { by: ['manager'], to: ['plan-2', 'tell-1'], reason: true } };
    expect(inner(ended({ ...lanes, closing }).does('manager', { type: 'reopenCase', reason: 'New facts.' }).stages)).toEqual(['plan-2', 'learn-1', 'tell-1']);
  });
});

test('stages that cannot be active together, and a way back from where no route leads, are told', () => {
  const codes = (changes: Partial<Procedure>) => check({ ...lanes, ...changes }).map(({ code, pointer }) => `${code} ${pointer}`);
  const first = (to: Transition['to']): Partial<Procedure> => ({ transitions: [chosen('far-in', ['start'], to), ...lanes.transitions.slice(1)] });
  expect(codes({})).toEqual([]);
  for (const to of [['plan-1', 'plan-2'], ['work', 'plan-2'], ['pause', 'plan-2']]) expect(codes(first(to)), to.join()).toContain('P-124 /transitions/0/to');
  expect(codes({ doors: { front: { label: 'Front door', by: ['manager'], to: ['start', 'pause'] } } })).toContain('P-124 /doors/front/to');
  expect(codes({ closing: { reopen: { by: ['manager'], to: ['plan-1', 'plan-2'], reason: true } } })).toContain('P-124 /closing/reopen/to');
  expect(codes(first({ return: true }))).toContain('P-125 /transitions/0/to');
});
