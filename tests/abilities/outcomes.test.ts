// A decision that takes several outcomes at once, on an invented procedure: each chosen one runs in its own lane, one
// that was not chosen rests and holds nothing up, and may still be chosen later.
import { expect, test } from 'vitest';
import { check } from '../../engine/procedure/check.ts';
import type { Procedure, Stage, Transition } from '../../engine/procedure/types.ts';
import type { Story } from '../fixtures/engine/acting.ts';
import { begun } from '../fixtures/engine/invented.ts';
import { procedureWith } from '../engine/case/clockwork.ts';

const kinds = ['audit', 'learning', 'review'] as const;
const stage = (label: string, more: Partial<Stage> = {}): Stage => ({ kind: 'other', label, owner: 'manager', ...more });
const base = procedureWith({});
const lanes = kinds.flatMap((kind): readonly (readonly [string, Stage])[] => [
  [`${kind}-lane`, stage(kind, { within: 'work', initial: `${kind}-rests` })], [`${kind}-rests`, stage(`${kind}: not chosen`, { within: `${kind}-lane` })], [`${kind}-runs`, stage(`${kind}: under way`, { within: `${kind}-lane` })],
]);
const routes = kinds.flatMap((kind): readonly Transition[] => [
  { id: `${kind}-chosen`, from: [`${kind}-rests`], on: { option: ['choose', kind] }, to: `${kind}-runs` },
  { id: `${kind}-last`, from: [`${kind}-runs`], on: { done: `${kind}-work` }, if: { '!': { or: kinds.filter((other) => other !== kind).map((other) => ({ at: `${other}-runs` })) } }, to: 'ended' },
  { id: `${kind}-done`, from: [`${kind}-runs`], on: { done: `${kind}-work` }, otherwise: true, to: `${kind}-rests` },
]);
const procedure: Procedure = {
  ...base,
  doors: { front: { label: 'Front door', by: ['manager'], to: ['work'] } },
  stages: { work: stage('What is done', { parallel: true }), ...Object.fromEntries(lanes), ended: stage('Ended', { final: true }) },
  transitions: [...routes, { id: 'nothing', from: ['work'], on: { option: ['choose', 'nothing'] }, to: 'ended' }],
  tasks: {
    choose: { shape: 'decide', label: 'Choose what is to be done', by: ['manager'], in: ['work'], raised: 'by-choice', again: 'afresh', choose: { least: 1, most: 3 }, options: [...kinds.map((id) => ({ id, label: id })), { id: 'nothing', label: 'Nothing', alone: true }] },
    ...Object.fromEntries(kinds.map((kind) => [`${kind}-work`, { shape: 'record' as const, label: `Do the ${kind}`, by: ['manager'], in: [`${kind}-runs`], again: 'afresh' as const }])),
  },
  rules: {},
};
const opened = (): Story => begun(procedure, '2026-12-07T09:00');
const chooses = (story: Story, ...options: readonly string[]) => running(story.does('manager', { type: 'decide', task: 'choose', options }).stages);
const ends = (story: Story, kind: string) => story.does('manager', { type: 'completeTask', task: `${kind}-work` }).stages;
const running = (stages: readonly string[]): readonly string[] => stages.filter((id) => id.endsWith('-runs'));

test('a procedure with a choice of several is sound', () => {
  expect(check(procedure).filter(({ severity, pointer }) => severity === 'problem' && /^\/(stages|transitions|tasks)/.test(pointer))).toEqual([]);
});

test('several outcomes are taken at once, and each runs in a lane of its own', () => {
  expect(chooses(opened(), 'audit', 'learning')).toEqual(['audit-runs', 'learning-runs']);
});

test('what was not chosen rests and holds nothing up: the case goes on when the last of the chosen has ended', () => {
  const story = opened();
  chooses(story, 'audit', 'review');
  expect(running(ends(story, 'audit'))).toEqual(['review-runs']);
  expect(ends(story, 'review')).toEqual(['ended']);
});

test('what was not chosen may be chosen later, and leaves the others as they are', () => {
  const story = opened();
  chooses(story, 'audit');
  const before = story.case.tasks['audit-work'];
  expect(chooses(story, 'learning')).toEqual(['audit-runs', 'learning-runs']);
  expect(story.case.tasks['audit-work']).toEqual(before);
  expect([running(ends(story, 'audit')), ends(story, 'learning')]).toEqual([['learning-runs'], ['ended']]);
});

test('one that stands alone is taken with no other', () => {
  const story = opened();
  expect(story.isRefused('manager', { type: 'decide', task: 'choose', options: ['nothing', 'audit'] }).code).toBe('bad-answer');
  expect(story.does('manager', { type: 'decide', task: 'choose', options: ['nothing'] }).stages).toEqual(['ended']);
});
