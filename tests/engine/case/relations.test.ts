// Related processes: what a case does while criminal proceedings, say, are open, and when they open and end.
import { describe, expect, test } from 'vitest';
import { check } from '../../../engine/procedure/check.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import type { Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const base = procedureWith({});
const procedure: Procedure = {
  ...base,
  stages: { ...base.stages, waiting: { kind: 'other', label: 'Waiting', owner: 'manager' } },
  transitions: [
    ...base.transitions,
    { id: 'to-wait', from: ['review'], on: { relation: ['criminal', 'open'] }, to: 'waiting' },
    { id: 'to-go-on', from: ['waiting'], on: { relation: ['criminal', 'ended'] }, to: 'review' },
  ],
  relations: { criminal: { label: 'Criminal proceedings', outside: true, lead: 'police', effects: ['informs', 'gates', 're-opens'] }, inquest: { label: 'Inquest', outside: true, effects: ['informs'] } },
  rules: { ...base.rules, 'publication-waits': { label: 'Nothing is published before the inquest has ended', if: { open: 'inquest' }, then: { forbid: { task: 'publish' } }, strength: 'must' } },
  closing: { reopen: { by: ['manager'], to: 'review', reason: true } },
};
const tell = (relation: string, state: 'open' | 'ended', more: object = {}) => ({ type: 'recordRelation', relation, state, ...more }) as const;
const underReview = (): Story => {
  const story = begun(procedure, '2026-12-01T09:00');
  story.does('manager', { type: 'sendExchange', task: 'send-alert' });
  return story;
};

describe('a related process', () => {
  test('gates what a rule says it gates, until it has ended', () => {
    const story = underReview();
    story.does('manager', tell('inquest', 'open'));
    expect(story.isRefused('manager', { type: 'completeTask', task: 'publish' })).toMatchObject({ code: 'forbidden', rule: 'publication-waits' });
    story.does('manager', tell('inquest', 'ended'));
    story.does('manager', { type: 'completeTask', task: 'publish' });
  });

  test('moves the case when it opens and when it ends', () => {
    const story = underReview();
    expect(story.does('manager', tell('criminal', 'open', { lead: 'Northern police', reference: 'N-1' })).stages).toEqual(['waiting']);
    expect(story.case.findings).toEqual([]);
    const held = story.does('manager', tell('criminal', 'ended'));
    expect(held.stages).toEqual(['review']);
    expect(held.relations).toMatchObject([{ relation: 'criminal', lead: 'Northern police', reference: 'N-1' }]);
    expect(held.relations[0]?.ended).toBe(held.asOf);
  });

  test('told once more only says more of it, and moves nothing', () => {
    const story = underReview();
    story.does('manager', tell('inquest', 'open'));
    expect(story.isRefused('manager', tell('inquest', 'open')).code).toBe('already-done');
    expect(story.does('manager', tell('inquest', 'open', { words: 'Listed for May.' })).relations).toMatchObject([{ relation: 'inquest', words: 'Listed for May.' }]);
  });

  test('may open again after it has ended; both times are kept', () => {
    const story = underReview();
    story.does('manager', tell('inquest', 'open'));
    story.does('manager', tell('inquest', 'ended'));
    expect(story.does('manager', tell('inquest', 'open')).relations).toHaveLength(2);
  });

  test('that was not open cannot end, and one that the procedure does not know cannot be told of', () => {
    const story = underReview();
    expect(story.isRefused('manager', tell('inquest', 'ended'))).toMatchObject({ code: 'not-open', remedy: 'Record first that it is open.' });
    expect(story.isRefused('manager', tell('divorce', 'open')).code).toBe('unknown-task');
  });

  test('takes a closed case up again where the procedure says so; another only informs it', () => {
    const story = underReview();
    story.does('manager', { type: 'decide', task: 'outcome', options: ['end'] });
    expect(story.case.closed).toBeDefined();
    expect(story.does('manager', tell('inquest', 'open')).closed).toBeDefined();
    const held = story.does('manager', tell('criminal', 'open'));
    expect(held.closed).toBeUndefined();
    expect(held.stages).toEqual(['waiting']);
  });

  test('entered late is told when it happened: what was done since stands and is looked at again', () => {
    const story = underReview();
    story.does('manager', { type: 'completeTask', task: 'publish' }, { now: '2026-12-10T09:00' });
    const held = story.does('manager', tell('criminal', 'open'), { now: '2026-12-11T09:00', occurred: '2026-12-05T09:00' });
    expect(held.stages).toEqual(['waiting']);
    expect(held.tasks['publish']?.at(-1)?.state).toBe('done');
  });
});

describe('check', () => {
  const found = (changes: Partial<Procedure>): readonly string[] => check({ ...procedure, ...changes }).filter(({ code }) => code === 'P-132').map(({ pointer }) => pointer);

  test('says of an effect that takes a rule when no rule asks whether the process is open', () => {
    expect(found({})).toEqual(['/relations/criminal/effects/1']);
    expect(found({ rules: { 'publication-waits': { if: { open: 'criminal' }, then: { forbid: { task: 'publish' } }, strength: 'must' } } })).toEqual([]);
  });
});
