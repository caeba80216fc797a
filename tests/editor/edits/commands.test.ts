import { describe, expect, test } from 'vitest';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { addStage, bindClock, changeClock, connect, remove, rename, setDeputy, tidy, triggersOf, type Command, type Done } from '../../../editor/edits/commands.ts';
import { stageBefore } from '../../../editor/canvas/making.ts';
import { thirteen } from '../../fixtures/editor/thirteen.ts';

function done(command: Command, procedure: Procedure = thirteen): Done {
  const outcome = command(procedure);
  if (!outcome.ok) throw new Error(outcome.words);
  return outcome;
}

describe('a new stage', () => {
  test('comes with one thing to do, an owner and the route that leads to it, in one step', () => {
    const { procedure, made, words } = done(addStage('panel', 'panel-meets'));
    expect(made).toBe('new-panel');
    expect(words).toBe('Add New panel');
    expect(procedure.stages['new-panel']).toEqual({ kind: 'panel', label: 'New panel', within: 'statutory-case', owner: 'panel' });
    expect(procedure.tasks['new-panel']).toMatchObject({ shape: 'record', in: ['new-panel'] });
    expect(procedure.transitions.at(-1)).toMatchObject({ from: ['panel-meets'], to: 'new-panel', on: { option: ['recommend', 'review'] } });
  });
  test('beside a lane is a lane of its own, without a route between them', () => {
    const { procedure } = done(addStage('notify', 'convene'));
    expect(procedure.stages['new-notify']?.within).toBe('set-up');
    expect(procedure.transitions).toHaveLength(thirteen.transitions.length);
  });
  test('of its own stands at top level', () => { expect(done(addStage('review', null)).procedure.stages['new-review']).toEqual({ kind: 'review', label: 'New review' }); });
  test('never takes a name that is there', () => {
    const once = done(addStage('panel', null)).procedure;
    expect(done(addStage('panel', null), once).procedure.stages['new-panel-2']?.label).toBe('New panel 2');
  });
});

describe('a new name', () => {
  const fresh = done(addStage('notify', null)).procedure;
  test('is taken by the task that bears the same name and stands there alone, in one step', () => {
    const { procedure, words } = done(rename('new-notify', 'Notify the Panel'), fresh);
    expect([procedure.stages['new-notify']?.label, procedure.tasks['new-notify']?.label, words]).toEqual(['Notify the Panel', 'Notify the Panel', 'Rename New notify to Notify the Panel']);
  });
  test('leaves tasks alone that have a name of their own or stand elsewhere too', () => {
    const elsewhere = { ...fresh, tasks: { ...fresh.tasks, 'new-notify': { label: 'New notify', shape: 'record' as const, in: ['new-notify', 'notify'] } } };
    expect(done(rename('new-notify', 'Notify the Panel'), elsewhere).procedure.tasks).toEqual(elsewhere.tasks);
    expect(done(rename('notify', 'Tell the DfE')).procedure.tasks).toEqual(thirteen.tasks);
  });
  test('of nothing is refused', () => { expect(rename('notify', ' ')(thirteen)).toMatchObject({ ok: false }); });
});

describe('a new route', () => {
  test('of a decision takes the first option that no route takes', () => {
    expect(triggersOf(thirteen, 'panel-meets')[0]).toEqual({ option: ['recommend', 'review'] });
    expect(triggersOf(thirteen, 'final-decision')[0]).toEqual({ done: 'decide' });
  });
  test('of a group waits for its end', () => { expect(triggersOf(thirteen, 'set-up')).toEqual([{ ended: 'set-up' }]); });
  test('to the stage it leaves, or out of an end, is refused', () => {
    expect(connect('notify', 'notify')(thirteen)).toMatchObject({ ok: false });
    expect(connect('closed', 'notify')(thirteen)).toMatchObject({ ok: false });
  });
});

describe('deleting', () => {
  test('a stage takes its own tasks, their clocks and its routes with it', () => {
    const { procedure, words } = done(remove('notify'));
    expect(words).toBe('Delete Notify the DfE');
    expect(Object.keys(procedure.tasks)).not.toContain('notify-online');
    expect(Object.keys(procedure.timescales ?? {})).not.toContain('notify-local');
    expect(procedure.transitions.some((route) => route.id === 'notified')).toBe(false);
  });
  test('a group leaves its stages', () => {
    expect(done(remove('statutory-case')).procedure.stages['panel-meets']).toEqual({ kind: 'panel', label: 'Rapid Review Panel', owner: 'panel' });
  });
  test('puts the focus on the stage that led there, else on the one above', () => {
    expect(stageBefore(thirteen, 'panel-meets')).toBe('set-up');
    expect(stageBefore(thirteen, 'tell-leaders')).toBe('after-alert');
    expect(stageBefore(thirteen, 'incident-reported')).toBe('alert-form');
  });
});

describe('clocks and people', () => {
  test('only what differs of a clock is changed, and what is taken out is gone', () => {
    const before = thirteen.timescales?.['notify-local'];
    if (before === undefined) throw new Error('The fixture has lost its clock.');
    const { words: _, ...rest } = before;
    const { procedure } = done(changeClock('notify-local', { ...rest, amount: 7 }));
    expect(procedure.timescales?.['notify-local']).toEqual({ ...rest, amount: 7 });
    expect(changeClock('notify-local', before)(thirteen)).toEqual({ ok: false, words: 'That is how it is already.' });
  });
  test('a deputy for one stage leaves what deputies do elsewhere', () => {
    const { procedure } = done(setDeputy('tell-leaders', 'director'));
    expect(procedure.parties['head-of-service']?.deputies).toEqual([{ party: 'principal', tasks: ['notify-online'], when: 'absent' }, { party: 'director', tasks: ['tell-service'], when: 'absent' }]);
    expect(done(setDeputy('notify', null)).procedure.parties['head-of-service']).not.toHaveProperty('deputies');
  });
  test('tidying forgets the places given by hand, and says when there are none', () => {
    expect(done(tidy, { ...thirteen, layout: { notify: { x: 8, y: 8 } } }).procedure).toEqual(thirteen);
    expect(tidy(thirteen)).toMatchObject({ ok: false });
  });
});

test('a clock is bound to something else that is done, in one step that names it; one that is gone is told', () => {
  const [clock = ''] = Object.keys(thirteen.timescales ?? {});
  const { procedure, words } = done(bindClock(clock, 'share'));
  expect([procedure.timescales?.[clock]?.for, words]).toEqual(['share', 'Set the clock for “Share the learning”']);
  expect(bindClock('gone', 'share')(thirteen)).toMatchObject({ ok: false });
});
