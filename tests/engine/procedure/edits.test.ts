// The editor's edits, one by one: what they change, what they are called, and when they may not be done.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../../../engine/procedure/check.ts';
import { applyEdit, mayEdit } from '../../../engine/procedure/edits/apply.ts';
import type { Edit } from '../../../engine/procedure/edits/edit.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';

const small = JSON.parse(readFileSync(new URL('../../fixtures/procedures/small.json', import.meta.url), 'utf8')) as Procedure;

/** The procedure after the edit, which must be allowed. */
function after(edit: Edit, before = small): Procedure {
  const result = applyEdit(before, edit);
  if (!result.ok) throw new Error(result.words);
  const undone = applyEdit(result.procedure, result.inverse);
  expect(undone.ok && JSON.stringify(undone.procedure)).toBe(JSON.stringify(before));
  return result.procedure;
}

describe('each edit is called what the person did', () => {
  test.each<[string, Edit]>([
    ['Change clock of Notify the regulator', { type: 'changeTimescale', timescale: 'regulator-due', set: { amount: 7 } }],
    ['Remove Agency checks and 3 routes', { type: 'removeStage', stage: 'checks' }],
    ['Rename Rapid Review Panel to Panel', { type: 'renameStage', stage: 'meeting', label: 'Panel' }],
    ['Draw route from Decision to Ended', { type: 'addTransition', from: ['deciding'], to: 'ended', on: { done: 'outcome' } }],
    ['Change trigger of route from Rapid Review Panel to Decision', { type: 'setTransitionTrigger', transition: 'recommended', on: { lapsed: 'returns-due' } }],
    ['Remove route “goes on with the gap marked”', { type: 'removeTransition', transition: 'go-on' }],
    ['Group 2 stages as Start', { type: 'groupStages', stages: ['checks', 'review'], label: 'Start' }],
    ['Change the rule “Review when abuse and death”', { type: 'changeRule', rule: 'review-forced', set: { strength: 'should' } }],
    ['Remove Notify the regulator and its clock', { type: 'removeTask', task: 'tell-regulator' }],
    ['Set “Where a due date on a day off goes” to To the next working day', { type: 'setSettingDefault', setting: 'rolling', value: 'forward' }],
  ])('%s', (words, edit) => {
    const withoutDoorToChecks: Procedure = { ...small, doors: { referral: { label: 'Refer', by: ['manager'], to: ['checks', 'review'] } }, closing: {} };

    expect(mayEdit(edit.type === 'removeStage' ? withoutDoorToChecks : small, edit)).toEqual({ ok: true, words });
  });
});

describe('an edit that makes no sense is refused in words', () => {
  test.each<[string, Edit]>([
    ['Write a name first.', { type: 'renameStage', stage: 'meeting', label: ' ' }],
    ['Review has stages within it. Take them out of the group first.', { type: 'removeStage', stage: 'review' }],
    ['The way in “Refer a case” starts at Agency checks. Let it start elsewhere first.', { type: 'removeStage', stage: 'checks' }],
    ['Ended is an end, so no route can leave it.', { type: 'addTransition', from: ['ended'], to: 'checks', on: { done: 'outcome' } }],
    ['Choose the stage that the route leads to.', { type: 'addTransition', from: ['checks'], on: { done: 'return' } }],
    ['Choose one of: It stays, To the next working day.', { type: 'setSettingDefault', setting: 'rolling', value: 'back' }],
    ['Write the amount as a number, zero or more.', { type: 'changeTimescale', timescale: 'returns-due', set: { amount: -1 } }],
    ['A route ends the group Review. Let it lead to a stage first.', { type: 'ungroupStages', group: 'review' }],
    ['Choose stages that lie beside one another, in the same group.', { type: 'groupStages', stages: ['checks', 'meeting'], label: 'Both' }],
  ])('%s', (words, edit) => {
    const within: Procedure = edit.type === 'ungroupStages' ? { ...small, transitions: small.transitions.filter((route) => !route.from.includes('review')) } : small;

    expect(applyEdit(within, edit)).toEqual({ ok: false, words });
  });
});

describe('what edits change', () => {
  test('a part of an element is set, where a whole part was missing too', () => {
    expect(after({ type: 'setPart', path: ['parties', 'chair', 'outside'], value: true, words: 'Change who speaks for the chair' }).parties['chair']?.outside).toBe(true);
    expect(after({ type: 'setPart', path: ['closing', 'by'], value: ['chair'], words: 'Change who closes' }).closing?.by).toEqual(['chair']);
  });

  test('what other places name is not taken out', () => {
    const refused = applyEdit(small, { type: 'setPart', path: ['parties', 'chair'], words: 'Remove the chair' });
    expect(refused).toMatchObject({ ok: false, words: expect.stringMatching(/^\d+ other places name “.+”\. Change that first\.$/) as string });
  });

  test('a rule that others ask about is not removed', () => {
    const asked: Procedure = { ...small, transitions: small.transitions.map((route) => (route.id === 'decided' ? { ...route, if: { rule: 'review-forced' } } : route)) };

    expect(applyEdit(asked, { type: 'removeRule', rule: 'review-forced' })).toEqual({ ok: false, words: 'One other place asks whether the rule “Review when abuse and death” holds. Change that first.' });
    expect(after({ type: 'removeRule', rule: 'review-forced' }).rules?.['review-forced']).toBeUndefined();
  });

  test('a new rule gets a name of its own, and its words can be changed later', () => {
    const added = after({ type: 'addRule', rule: { label: 'Tell the regulator', then: { require: { task: 'tell-regulator' } }, strength: 'must' } });

    expect(after({ type: 'changeRule', rule: 'tell-the-regulator', set: { label: 'Always tell', if: { var: 'child-died' } } }, added).rules?.['tell-the-regulator']).toEqual({ label: 'Always tell', if: { var: 'child-died' }, then: { require: { task: 'tell-regulator' } }, strength: 'must' });
  });

  test('a new stage gets a free name from its label and stands after the one chosen', () => {
    const first = after({ type: 'addStage', kind: 'panel', label: 'Rapid review: Panel!', within: 'review', after: 'meeting' });
    const second = applyEdit(first, { type: 'addStage', kind: 'panel', label: 'Rapid review: panel' });

    expect(Object.keys(first.stages)).toEqual(['checks', 'review', 'meeting', 'rapid-review-panel', 'deciding', 'ended']);
    expect(second).toMatchObject({ ok: true, id: 'rapid-review-panel-2' });
  });

  test('the first stage put into a plain stage makes it a group that begins there', () => {
    expect(after({ type: 'addStage', kind: 'other', label: 'Ask', within: 'checks' }).stages['checks']?.initial).toBe('ask');
  });

  test('renaming in one language keeps the others', () => {
    expect(after({ type: 'renameProcedure', label: 'New name' }).label).toEqual({ en: 'New name', cy: 'Inventedshire: digwyddiadau difrifol' });
  });

  test('a removed stage leaves its tasks standing in no stage, and the check tells of it', () => {
    const removed = after({ type: 'removeStage', stage: 'deciding' });

    expect(removed.transitions.map(({ id }) => id)).toEqual(['returns-in', 'go-on', 'ask-more', 'finished']);
    expect(check(removed).filter(({ code }) => code === 'P-091').map(({ label }) => label)).toEqual(['Decide']);
  });

  test('grouping and taking apart again gives the stages back where they were', () => {
    const grouped = after({ type: 'groupStages', stages: ['meeting', 'deciding'], label: 'Panel and decision' });

    expect(grouped.stages['review']?.initial).toBe('panel-and-decision');
    expect(grouped.stages['meeting']?.within).toBe('panel-and-decision');
    const free = { ...grouped, transitions: grouped.transitions.map((route) => (route.id === 'decided' ? { ...route, to: 'ended' } : route)) };
    expect(after({ type: 'ungroupStages', group: 'panel-and-decision' }, free).stages).toEqual(small.stages);
  });

  test('a clock’s parts are put and taken out', () => {
    const changed = after({ type: 'changeTimescale', timescale: 'returns-due', set: { amount: 10, unit: 'calendar-days', words: undefined } });

    expect(changed.timescales?.['returns-due']).toMatchObject({ amount: 10, unit: 'calendar-days' });
    expect(changed.timescales?.['returns-due']).not.toHaveProperty('words');
  });

  test('a new question stands in the procedure and at the end of the form', () => {
    const asked = after({ type: 'addQuestion', form: 'alert', question: 'yes-no', label: 'Is there media interest?' });

    expect(asked.questions['is-there-media-interest']).toEqual({ type: 'yes-no', label: 'Is there media interest?' });
    expect(asked.forms?.['alert']?.sections[0]?.questions.at(-1)).toBe('is-there-media-interest');
  });

  test('what an edit does not touch stays the very same object', () => {
    const moved = after({ type: 'moveStage', stage: 'checks', x: 1, y: 2 });

    expect(moved.stages).toBe(small.stages);
    expect(moved.layout).toEqual({ checks: { x: 1, y: 2 } });
  });
});

describe('where a stage stands', () => {
  test('a stage put into a group lies within it, and the group it leaves begins elsewhere', () => {
    expect(after({ type: 'nestStage', stage: 'checks', within: 'review' }).stages['checks']).toMatchObject({ within: 'review' });
    const out = after({ type: 'nestStage', stage: 'meeting' });
    expect(out.stages['meeting']).not.toHaveProperty('within');
    expect(out.stages['review']?.initial).toBe('deciding');
    expect(mayEdit(small, { type: 'nestStage', stage: 'review', within: 'meeting' })).toEqual({ ok: false, words: 'A group cannot go into itself.' });
  });

  test('a second stage has tasks and clocks of its own, and no routes', () => {
    const twice = after({ type: 'duplicateStage', stage: 'checks' });
    expect(twice.stages['checks-copy']?.label).toBe('Agency checks (copy)');
    expect(twice.tasks['return-copy']?.in).toEqual(['checks-copy']);
    expect(Object.values(twice.timescales ?? {}).some((clock) => clock.for === 'return-copy')).toBe(true);
    expect(twice.transitions).toBe(small.transitions);
  });

  test('routes of one stage change places, those of other stages stay', () => {
    const [first, second] = small.transitions.filter((route) => route.from.includes('checks'));
    const order = after({ type: 'orderTransition', transition: second?.id ?? '', by: -1 }).transitions.filter((route) => route.from.includes('checks'));
    expect(order.slice(0, 2)).toEqual([second, first]);
    expect(mayEdit(small, { type: 'orderTransition', transition: first?.id ?? '', by: -1 }).ok).toBe(false);
  });
});

describe('what a task is made of', () => {
  test('parts are put and taken out together; an empty list is left out', () => {
    const changed = after({ type: 'changeTask', task: 'return', set: { raised: 'by-choice', guidance: 'By telephone.', to: [] } });
    expect(changed.tasks['return']).toMatchObject({ raised: 'by-choice', guidance: 'By telephone.' });
    expect(changed.tasks['return']).not.toHaveProperty('to');
  });

  test('nobody stands in for themselves', () => {
    expect(mayEdit(small, { type: 'setDeputies', party: 'manager', deputies: [{ party: 'manager', tasks: ['return'], when: 'absent' }] })).toEqual({ ok: false, words: 'Choose somebody else to stand in.' });
  });

  test('a procedure keeps at least one way in', () => {
    expect(mayEdit(small, { type: 'removeDoor', door: 'referral' })).toEqual({ ok: false, words: 'A procedure has at least one way in.' });
    expect(Object.keys(after({ type: 'addDoor', label: 'Call', by: ['police'], to: ['checks'] }).doors)).toEqual(['referral', 'call']);
  });
});

describe('what a form asks', () => {
  test('a new form has one part without questions; a question is put off a form and stays known', () => {
    expect(after({ type: 'addForm', label: 'Letter' }).forms?.['letter']).toEqual({ label: 'Letter', sections: [{ id: 'questions', label: 'Letter', questions: [] }] });
    const off = after({ type: 'takeQuestion', form: 'alert', question: 'abuse' });
    expect(off.forms?.['alert']?.sections[0]?.questions).not.toContain('abuse');
    expect(off.questions).toHaveProperty('abuse');
  });

  test('questions change places within their part, and not beyond its ends', () => {
    expect(after({ type: 'orderQuestion', form: 'alert', question: 'abuse', by: -1 }).forms?.['alert']?.sections[0]?.questions.slice(0, 2)).toEqual(['abuse', 'awareness']);
    expect(mayEdit(small, { type: 'orderQuestion', form: 'alert', question: 'awareness', by: -1 })).toEqual({ ok: false, words: 'It stands at the end of its part already.' });
  });

  test('a question answered in another way loses its choices', () => {
    expect(after({ type: 'changeQuestion', question: 'abuse', set: { type: 'text', options: undefined, hint: 'In a few words.' } }).questions['abuse']).toEqual({ type: 'text', label: 'Is abuse known or suspected?', hint: 'In a few words.' });
  });
});
