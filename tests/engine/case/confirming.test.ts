// Confirming an act that a correction left without support: who may, what it takes off the list, and what not.
import { describe, expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/compile.ts';
import { replay } from '../../../engine/case/replay.ts';
import type { Case, CommandBody } from '../../../engine/case/types.ts';
import { answers, Story } from '../../fixtures/engine/acting.ts';
import { orchard } from '../../fixtures/engine/orchard.ts';

/** Closes only once lessons are written, so that what ended may be corrected. */
const versions = versionsOf([compile({ ...orchard, closing: { if: { answered: 'lessons' } } }, { version: 1 })]);

const correct = (values: Parameters<typeof answers>[0]): CommandBody => ({ type: 'recordAnswers', mode: 'correct', answers: answers(values), reason: 'It was another child.' });
const confirm = (event: string, reason = 'It was right to go and look.'): CommandBody => ({ type: 'confirmAct', event, reason });
const flags = ({ findings }: Case): readonly (readonly [string | undefined, string | undefined])[] => findings.filter(({ code }) => code === 'unsupported-act').map(({ task, rule }) => [task, rule]);
const eventOf = ({ events }: Case, task: string): string => events.findLast(({ payload }) => payload['task'] === task)?.id ?? '';

/** A visit that was made, and a correction after which nobody would have asked for one. */
function visited(): Story {
  const story = new Story(versions).opens().works();
  story.does('clerk', { type: 'completeTask', task: 'visit' });
  story.does('clerk', correct({ harmed: false }));
  return story;
}

describe('an act that a correction left without support', () => {
  test('[S17.10] is confirmed with a reason by the role that did it, and is flagged no more', () => {
    const story = visited();
    expect(flags(story.case)).toContainEqual(['visit', undefined]);
    const held = story.does('clerk', confirm(eventOf(story.case, 'visit')));
    expect(flags(held)).not.toContainEqual(['visit', undefined]);
    expect(held.events.at(-1)).toMatchObject({ type: 'actConfirmed', payload: { reason: 'It was right to go and look.', rules: [] } });
    expect(held.tasks['visit']?.at(-1)?.state).toBe('done');
    expect(replay(versions, held.events, held.asOf).findings).toEqual(held.findings);
  });

  test('is confirmed by nobody else, not without a reason, and once', () => {
    const story = visited();
    const event = eventOf(story.case, 'visit');
    expect(story.isRefused('chief', confirm(event))).toMatchObject({ code: 'wrong-role', missing: [{ kind: 'role', id: 'clerk' }] });
    expect(story.isRefused('clerk', confirm(event, ' ')).code).toBe('missing-reason');
    story.does('clerk', confirm(event));
    expect(story.isRefused('clerk', confirm(event))).toMatchObject({ code: 'not-open', remedy: 'Nothing about this act waits to be confirmed.' });
  });

  test('stays confirmed through a further correction of something else', () => {
    const story = visited();
    story.does('clerk', confirm(eventOf(story.case, 'visit')));
    expect(flags(story.does('clerk', correct({ age: 4 })))).not.toContainEqual(['visit', undefined]);
  });

  test('is one that is flagged: nothing else can be confirmed, nor what the log does not have', () => {
    const story = new Story(versions).opens().works();
    story.does('clerk', { type: 'completeTask', task: 'visit' });
    for (const event of [eventOf(story.case, 'visit'), 'nothing']) expect(story.isRefused('clerk', confirm(event)).code).toBe('not-open');
  });
});

test('[S17.6] an act whose own answer is corrected to what a rule forbids stands and is flagged with the rule', () => {
  const asked = { ...orchard, questions: { ...orchard.questions, clean: { type: 'yes-no', label: 'Is it free of names?', each: 'act' } }, rules: { ...orchard.rules, 'nothing-unclean': { label: 'No names on the card', if: { '!': { var: 'clean' } }, unknown: 'block', then: { forbid: { task: 'visit' } }, strength: 'must' } }, forms: { ...orchard.forms, card: { label: 'Card', sections: [{ id: 'all', label: 'All', questions: ['clean'] }] } }, tasks: { ...orchard.tasks, visit: { ...orchard.tasks['visit'], form: 'card' } } } as typeof orchard;
  const story = new Story(versionsOf([compile(asked, { version: 1 })])).opens().works();
  expect(story.isRefused('clerk', { type: 'completeTask', task: 'visit', answers: answers({ clean: false }) }).code).toBe('forbidden');
  story.does('clerk', { type: 'completeTask', task: 'visit', answers: answers({ clean: true }) });
  expect(flags(story.does('clerk', correct({ age: 4 })))).toEqual([]);
  expect(flags(story.does('clerk', correct({ clean: false })))).toEqual([['visit', 'nothing-unclean']]);
});

describe('a decision that the facts no longer bear', () => {
  /** None was decided, and then a rule that forces a review came true. */
  function decided(): Story {
    const story = new Story(versions).opens().works().checks().advises('none');
    for (const role of ['chief', 'partner']) story.does(role, { type: 'decide', task: 'outcome', options: ['none'] });
    return story;
  }

  test('[S17.10] is confirmed by one of those who decide', () => {
    const story = decided();
    story.does('clerk', { type: 'recordAnswers', mode: 'change', answers: answers({ looked: true }) });
    const flag = story.case.findings.find(({ rule }) => rule === 'forced-review');
    expect(flag?.event).toBe(eventOf(story.case, 'outcome'));
    expect(story.isRefused('clerk', confirm(flag?.event ?? '')).code).toBe('wrong-role');
    expect(flags(story.does('chief', confirm(flag?.event ?? '', 'Both still hold it.')))).not.toContainEqual(['outcome', 'forced-review']);
  });

  test('a rule that speaks against it only later is said anew', () => {
    const story = new Story(versions).opens({ abroad: false }).works().checks().advises();
    for (const role of ['chief', 'partner']) story.does(role, { type: 'decide', task: 'outcome', options: ['review'] });
    story.does('chief', { type: 'sendExchange', task: 'publish' });
    story.does('clerk', correct({ harmed: false }));
    const event = eventOf(story.case, 'publish');
    expect(flags(story.case)).toContainEqual(['publish', undefined]);
    story.does('chief', confirm(event));
    expect(flags(story.case).filter(([task]) => task === 'publish')).toEqual([]);
    expect(flags(story.does('clerk', correct({ abroad: true }))).filter(([task]) => task === 'publish')).toEqual([['publish', 'no-publishing-abroad']]);
  });
});
