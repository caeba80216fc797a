// The shipped procedures against the fixed points of national law and guidance, each read by hand; and that a frame
// never edits.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Criterion, Procedure, Rule } from '../../../engine/procedure/types.ts';
import { againstFrame, type Frame } from '../../../engine/verify/frame/frame.ts';
import { shippedAs } from './shipped.ts';

const frame: Frame = JSON.parse(readFileSync(new URL('../../../frames/england.json', import.meta.url), 'utf8'));
const standings = (procedure: Procedure): Readonly<Record<string, string>> => Object.fromEntries(againstFrame(frame, procedure).findings.map(({ point, standing }) => [point, standing]));

describe('a procedure is held against the edition that it names', () => {
  test('Working Together 2018: what is kept, missing and counted otherwise', () => {
    expect(standings(shippedAs('tower-hamlets'))).toEqual({ 'notify-panel': 'kept', 'tell-partners': 'kept', 'looked-after-death': 'kept', 'rapid-review': 'kept', publish: 'missing', 'advance-copy': 'missing', notifiable: 'kept' });
  });

  test('fifteen days from another notification are told with both sources', () => {
    const found = againstFrame(frame, shippedAs('kscp')).findings.find(({ point }) => point === 'rapid-review');
    expect(found).toMatchObject({ task: 'inform-of-local-review', timescale: 'local-review-informed', cites: ['ks#80'], source: 'Working Together; Panel guidance' });
  });

  test.each(['trafford', 'bath-and-north-east-somerset', 'stockport'])('%s follows an edition that the frame does not hold, and that is said', (id) => {
    const { findings, words, edition } = againstFrame(frame, shippedAs(id));
    expect({ findings, edition }).toEqual({ findings: [], edition: undefined });
    expect(words).toContain('so nothing was compared');
  });
});

describe('a point that is changed is told', () => {
  const was = shippedAs('tower-hamlets');
  const clock = was.timescales?.['dfe-5-working-days'];
  if (!clock) throw new Error('The clock is gone.');
  const changed = (part: Partial<typeof clock>): Procedure => ({ ...was, timescales: { 'dfe-5-working-days': { ...clock, ...part } } });
  test.each([['later', { amount: 6 }], ['counted otherwise', { from: { var: 'incident-at' } }], ['weaker', { basis: 'aim' }], ['kept', { amount: 4 }], ['kept', { unit: 'calendar-days' }]] as const)('%s', (standing, part) => {
    expect(standings(changed(part))['notify-panel']).toBe(standing);
  });

  test('missing', () => {
    const { 'notify-dfe': _gone, ...tasks } = was.tasks;
    expect(standings({ ...was, tasks, timescales: {}, rules: {}, transitions: was.transitions.filter(({ on }) => !('done' in on && on.done === 'notify-dfe')) })['notify-panel']).not.toBe('kept');
  });

  test('nothing is edited', () => {
    const copy = structuredClone(was);
    againstFrame(frame, was);
    expect(was).toEqual(copy);
  });
});

describe('the local criterion covers the statutory one, or a case shows where it does not', () => {
  const was = shippedAs('tower-hamlets');
  const told = (procedure: Procedure) => againstFrame(frame, procedure).findings.find(({ point }) => point === 'notifiable');
  const ruled = (criterion: Criterion): Procedure => ({ ...was, rules: { ...was.rules, notifiable: { ...(was.rules?.['notifiable'] as Rule), if: criterion } } });

  test('found by what it asks, in one that covers it', () => {
    expect(told(was)).toMatchObject({ standing: 'kept', pointer: '/rules/notifiable', source: 'Children Act 2004, section 16C(1)' });
  });

  test('one that asks for knowledge leaves out suspicion', () => {
    const narrower = told(ruled({ and: [{ '==': [{ var: 'abuse-or-neglect' }, 'known'] }, { or: [{ var: 'child-died' }, { var: 'seriously-harmed' }] }, { var: 'in-area' }] }));
    expect(narrower?.standing).toBe('narrower');
    expect(narrower?.words).toContain('“Is it known or suspected that the child has been abused or neglected?”: Suspected');
  });

  test('one that asks for both death and harm leaves out either alone', () => {
    expect(told(ruled({ and: [{ in: [{ var: 'abuse-or-neglect' }, ['known', 'suspected']] }, { var: 'child-died' }, { var: 'seriously-harmed' }, { var: 'in-area' }] }))?.standing).toBe('narrower');
  });

  test('a further condition of its own is told with the case that it leaves out', () => {
    expect(told(shippedAs('kscp'))).toMatchObject({ standing: 'narrower', pointer: '/rules/notifiable', words: expect.stringContaining('“Did the incident involve the care of a child?”: no') as string });
  });

  test('where no question asks for it, that is said and nothing is claimed', () => {
    const { 'seriously-harmed': _gone, ...questions } = was.questions;
    expect(told({ ...was, questions, rules: {} })).toMatchObject({ standing: 'missing', words: expect.stringContaining('so nothing was compared') as string });
  });
});

describe('the edition is read from where the procedure says that it follows it', () => {
  const applies = (from: string | undefined): string => { const was = shippedAs('tower-hamlets'); return againstFrame(frame, { ...was, edition: { ...was.edition, ...(from !== undefined && { from }) } }).words; };
  test('by its name, and the day from which it applies', () => {
    expect(applies('2019-09-29')).toMatch(/kept\.$/);
    expect(applies('2024-02-01')).toContain('The procedure applies from Thu 1 Feb 2024; Working Together 2018 stood from Wed 4 Jul 2018 to Thu 14 Dec 2023.');
    expect(applies(undefined)).toContain('The procedure does not say from when it applies');
  });
});
