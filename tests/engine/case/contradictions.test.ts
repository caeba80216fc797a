// Rules that say what follows from them and what cannot hold beside them: answers that do not go together are told.
import { describe, expect, test } from 'vitest';
import { rules } from '../../../engine/case/rules.ts';
import type { Procedure, Rule } from '../../../engine/procedure/types.ts';
import { answers } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const opened = '2026-12-01T09:00';
function declaring(strength: Rule['strength'], declared: Pick<Rule, 'implies' | 'excludes'>): Procedure {
  const base = procedureWith({});
  return {
    ...base,
    questions: { ...base.questions, harmed: { type: 'yes-no', label: 'Seriously harmed' }, care: { type: 'yes-no', label: 'In the care of somebody' } },
    rules: {
      ...base.rules,
      'review-criteria': { label: 'Criteria for a review', if: { and: [{ var: 'died' }, { var: 'harmed' }] }, then: { label: 'Review' }, strength, ...declared },
      notifiable: { label: 'Notifiable', if: { var: 'care' }, then: { require: { task: 'duty' } }, strength: 'must' },
    },
  };
}
const implying = (strength: Rule['strength']): Procedure => declaring(strength, { implies: ['notifiable'] });

describe('a rule that follows from another', () => {
  test('holds with it while its own answers are not known, and its task comes up', () => {
    const story = begun(implying('must'), opened, { died: true, harmed: true });
    expect(rules(story.versions, story.case).find(({ rule }) => rule === 'notifiable')?.result).toBe(true);
    expect(story.case.tasks['duty']?.at(-1)?.state).toBe('open');
    expect(story.case.findings).toEqual([]);
  });

  test('does not make the first hold: the reverse is not said', () => {
    const story = begun(implying('must'), opened, { care: true });
    expect(rules(story.versions, story.case).find(({ rule }) => rule === 'review-criteria')?.result).toBe('unknown');
  });

  test('and that the answers deny is told, with the questions to look at', () => {
    const story = begun(implying('should'), opened, { died: true, harmed: true, care: false });
    expect(story.case.findings).toEqual([{
      code: 'contradiction', rule: 'review-criteria', words: '“Criteria for a review” holds, and with it “Notifiable” must hold; the answers say that it does not.',
      remedy: 'Look again at “In the care of somebody”, and correct what is wrong.',
    }]);
    story.does('manager', { type: 'recordAnswers', mode: 'correct', answers: answers({ care: true }) });
    expect(story.case.findings).toEqual([]);
  });

  test('and that an answer would deny is refused where the rule must hold, whichever answer comes last', () => {
    const story = begun(implying('must'), opened, { died: true, care: false });
    expect(story.isRefused('manager', { type: 'recordAnswers', mode: 'change', answers: answers({ harmed: true }) })).toMatchObject({
      code: 'contradictory', rule: 'review-criteria', missing: [{ kind: 'field', id: 'care', label: 'In the care of somebody' }],
    });
    story.does('manager', { type: 'recordAnswers', mode: 'correct', answers: answers({ harmed: true, care: true }) });
    expect(story.isRefused('manager', { type: 'recordAnswers', mode: 'correct', answers: answers({ care: false }) }).code).toBe('contradictory');
  });

  test('a case is not opened on answers that contradict one another', () => {
    const story = begun(implying('must'), opened);
    story.held = undefined;
    const refusal = story.isRefused('manager', { type: 'openCase', case: 'case-2', reference: 'IN-2', door: 'front', answers: answers({ died: true, harmed: true, care: false }) });
    expect(refusal.code).toBe('contradictory');
  });
});

describe('rules that cannot hold together', () => {
  test('are told when both hold, and refused where the rule that says so must hold', () => {
    const both = { died: true, harmed: true, care: true };
    expect(begun(declaring('should', { excludes: ['notifiable'] }), opened, both).case.findings).toMatchObject([{ code: 'contradiction', words: '“Criteria for a review” and “Notifiable” both hold on the answers, and they cannot hold together.' }]);
    const story = begun(declaring('must', { excludes: ['notifiable'] }), opened, { died: true, harmed: true });
    expect(story.isRefused('manager', { type: 'recordAnswers', mode: 'change', answers: answers({ care: true }) }).code).toBe('contradictory');
  });

  test('something not known contradicts nothing', () => {
    expect(begun(declaring('should', { excludes: ['notifiable'] }), opened, { died: true, harmed: true }).case.findings).toEqual([]);
  });
});
