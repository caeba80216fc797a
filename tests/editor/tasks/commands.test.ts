import { describe, expect, test } from 'vitest';
import type { Procedure } from '../../../engine/procedure/types.ts';
import type { Command } from '../../../editor/edits/commands.ts';
import { addOption, addPreset, raisedOf, setPreset } from '../../../editor/tasks/commands.ts';
import { thirteen } from '../../fixtures/editor/thirteen.ts';

const done = (command: Command, before: Procedure = thirteen) => {
  const result = command(before);
  if (!result.ok) throw new Error(result.words);
  return result;
};

describe('a task by the name of its sort', () => {
  test('an agency check goes to others and waits for a reply; a decision can go two ways', () => {
    const check = done(addPreset('notify', 'agency-check'));
    expect(check.procedure.tasks[check.made ?? '']).toEqual({ shape: 'exchange', label: 'New agency check', in: ['notify'], preset: 'agency-check', expects: 'reply' });
    const decision = done(addPreset('notify', 'decision'));
    expect(decision.procedure.tasks[decision.made ?? '']).toMatchObject({ shape: 'decide', options: [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }] });
  });

  test('a second one of the sort has a name of its own', () => {
    const once = done(addPreset('notify', 'meeting')).procedure;
    expect(Object.values(done(addPreset('notify', 'meeting'), once).procedure.tasks).map((task) => task.label)).toEqual(expect.arrayContaining(['New meeting', 'New meeting 2']));
  });

  test('of another sort keeps its name and stage and loses what the sort has not', () => {
    const check = done(addPreset('notify', 'agency-check'));
    const changed = done(setPreset(check.made ?? '', 'recommendation'), check.procedure);
    expect(changed.words).toBe('Change New agency check to recommendation');
    expect(changed.procedure.tasks[check.made ?? '']).toEqual({ shape: 'decide', label: 'New agency check', in: ['notify'], preset: 'recommendation', options: [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }] });
  });

  test('a further way it can go has an id of its own', () => {
    const options = [{ id: 'yes', label: 'Yes' }, { id: 'way-3', label: 'Later' }];
    expect(done(addOption('decide', options)).procedure.tasks['decide']?.options?.at(-1)).toEqual({ id: 'way-3-2', label: 'Way 3' });
  });

  test.each([['on-entry', undefined], ['by-choice', 'by-choice'], ['done.notify-online', { done: 'notify-online' }]])('comes up %s', (value, raised) => { expect(raisedOf(value)).toEqual(raised); });
});
