// How cases and other processes are linked, clause by clause, each on an invented procedure.
import { describe, expect, test } from 'vitest';
import { check } from '../../engine/procedure/check.ts';
import type { CommandBody } from '../../engine/case/types.ts';
import type { Procedure, Relation, Rule } from '../../engine/procedure/types.ts';
import { answers, type Story } from '../fixtures/engine/acting.ts';
import { begun } from '../fixtures/engine/invented.ts';
import { procedureWith } from '../engine/case/clockwork.ts';

const link = (label: string, more: Partial<Relation> = {}): Relation => ({ label, outside: false, effects: ['informs'], ...more });
const base = procedureWith({});
const procedure: Procedure = {
  ...base,
  relations: {
    spawned: link('Case made from this one'), found: link('Case found to be about the same child', { effects: ['adds-recipients'] }), merged: link('Merged into another case'),
    split: link('Case split off'), 'handed-over': link('Handed over to another area', { effects: ['relieves'] }), homicide: link('Domestic homicide review', { outside: true, effects: ['relieves'] }),
    incident: link('Case of the same incident'),
  },
  questions: { ...base.questions, incidents: { type: 'table', label: 'Incidents', columns: { on: { type: 'date', label: 'Day' }, serious: { type: 'yes-no', label: 'Serious?' } } } },
  rules: {
    ...base.rules,
    'found-told': { label: 'The police hear of a case that was found', if: { open: 'found' }, then: { require: { recipients: ['police'], of: 'send-alert' } }, strength: 'must' },
    'other-review-leads': { label: 'The other review leads', if: { or: [{ open: 'homicide' }, { open: 'handed-over' }] }, then: { relieve: { task: 'duty' } }, strength: 'must' },
    'a-serious-one': { label: 'One incident is serious', if: { some: [{ var: 'incidents' }, { var: 'serious' }] }, then: { label: 'Serious' }, strength: 'must' } satisfies Rule,
  },
  transitions: [...base.transitions, { id: 'merged-away', from: ['alert', 'review'], on: { relation: ['merged', 'open'] }, to: 'ended' }, { id: 'gone-over', from: ['alert', 'review'], on: { relation: ['handed-over', 'open'] }, to: 'ended' }],
  closing: { if: { done: 'send-alert' } },
};
const opened = (values = {}): Story => begun(procedure, '2026-12-07T09:00', values);
const tells = (relation: string, state: 'open' | 'ended' = 'open', more: Partial<Extract<CommandBody, { type: 'recordRelation' }>> = {}): CommandBody => ({ type: 'recordRelation', relation, state, ...more });
const state = (story: Story, task: string): string | undefined => story.case.tasks[task]?.at(-1)?.state;

test('an invented procedure may have links of every kind, and all of it is run', () => {
  expect(check(procedure).filter(({ pointer }) => pointer.startsWith('/relations'))).toEqual([]);
});

test('a case that was made from this one, or split off, is kept with its reference and moves nothing', () => {
  const story = opened();
  const before = story.case.stages;
  story.does('manager', tells('spawned', 'open', { reference: 'IN-2' }));
  const held = story.does('manager', tells('split', 'open', { reference: 'IN-3', words: 'The younger child.' }));
  expect(held.relations.map(({ relation, reference }) => [relation, reference])).toEqual([['spawned', 'IN-2'], ['split', 'IN-3']]);
  expect(held.stages).toEqual(before);
});

test('a case that is found adds recipients to what is sent', () => {
  const story = opened();
  story.does('manager', tells('found', 'open', { reference: 'IN-0' }));
  expect(story.does('manager', { type: 'sendExchange', task: 'send-alert' }).tasks['send-alert']?.[0]?.recipients.map(({ party }) => party)).toEqual(['health', 'police']);
});

test('a case that is merged, or handed over, ends here', () => {
  for (const relation of ['merged', 'handed-over']) expect(opened().does('manager', tells(relation, 'open', { reference: 'IN-9' })).stages).toEqual(['ended']);
});

test('another process that leads relieves of a duty while it is open', () => {
  const story = opened({ died: true });
  expect(state(story, 'duty')).toBe('open');
  story.does('manager', tells('homicide'));
  expect(state(story, 'duty')).toBe('withdrawn');
  story.does('manager', tells('homicide', 'ended'));
  expect(state(story, 'duty')).toBe('open');
});

describe('an incident with several cases', () => {
  test('each is linked by its own reference, and ends by itself', () => {
    const story = opened();
    for (const reference of ['IN-5', 'IN-6']) story.does('manager', tells('incident', 'open', { reference }));
    const held = story.does('manager', tells('incident', 'ended', { reference: 'IN-5' }));
    expect(held.relations.map(({ reference, ended }) => [reference, ended !== undefined])).toEqual([['IN-5', true], ['IN-6', false]]);
    expect(story.isRefused('manager', tells('incident', 'ended', { reference: 'IN-7' })).code).toBe('not-open');
  });

  test('more that is told of one of them changes that one', () => {
    const story = opened();
    for (const reference of ['IN-5', 'IN-6']) story.does('manager', tells('incident', 'open', { reference }));
    const held = story.does('manager', tells('incident', 'open', { reference: 'IN-5', words: 'The brother.' }));
    expect(held.relations.map(({ reference, words }) => [reference, words])).toEqual([['IN-5', 'The brother.'], ['IN-6', undefined]]);
  });
});

test('a case with several incidents asks over all of them', () => {
  const story = opened();
  const rows = [{ on: '2026-12-01', serious: false }, { on: '2026-12-05', serious: true }];
  expect(story.does('manager', { type: 'recordAnswers', mode: 'change', answers: answers({ incidents: rows.slice(0, 1) }) }).labels).toEqual([]);
  expect(story.does('manager', { type: 'recordAnswers', mode: 'change', answers: answers({ incidents: rows }) }).labels).toEqual(['Serious']);
});

test('a document is shared with a process that is related, while that is open, in the variant that it may see', () => {
  const sharing: Procedure = {
    ...base, relations: { homicide: link('Domestic homicide review', { outside: true, lead: 'safety', effects: ['adds-recipients'] }) },
    parties: { ...base.parties, safety: { kind: 'body', title: 'Safety partnership', outside: true, maySee: [] } },
    disclosure: { names: { label: 'Names' } }, documents: { report: { label: 'Report', carries: ['names'], variants: ['full', 'anonymised'], leavesOut: { anonymised: ['names'] } } },
    tasks: { ...base.tasks, share: { shape: 'exchange', label: 'Share the report', by: ['manager'], raised: 'when-required', document: { id: 'report' }, expects: 'nothing' } },
    rules: { due: { if: { open: 'homicide' }, then: { require: { task: 'share' } }, strength: 'must' }, told: { if: { open: 'homicide' }, then: { require: { recipients: ['safety'], of: 'share' } }, strength: 'must' } },
  };
  const story = begun(sharing, '2026-12-07T09:00');
  expect(state(story, 'share')).toBeUndefined();
  story.does('manager', tells('homicide'));
  expect(story.isRefused('manager', { type: 'sendExchange', task: 'share', variant: 'full' }).code).toBe('not-anonymised');
  const held = story.does('manager', { type: 'sendExchange', task: 'share', variant: 'anonymised' });
  expect([held.tasks['share']?.[0]?.recipients.map(({ party }) => party), held.events.at(-1)?.payload['variant']]).toEqual([['safety'], 'anonymised']);
});
