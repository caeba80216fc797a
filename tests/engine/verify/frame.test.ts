// The shipped procedures against the fixed points of national law and guidance, each read by hand; and that a frame
// never edits.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { againstFrame, type Frame } from '../../../engine/verify/frame/frame.ts';
import { shippedAs } from './shipped.ts';

const frame: Frame = JSON.parse(readFileSync(new URL('../../../frames/england.json', import.meta.url), 'utf8'));
const standings = (procedure: Procedure): Readonly<Record<string, string>> => Object.fromEntries(againstFrame(frame, procedure).findings.map(({ point, standing }) => [point, standing]));

describe('a procedure is held against the edition that it names', () => {
  test('Working Together 2018: what is kept, missing and counted otherwise', () => {
    expect(standings(shippedAs('tower-hamlets'))).toEqual({ 'notify-panel': 'kept', 'tell-partners': 'kept', 'looked-after-death': 'kept', 'rapid-review': 'kept', publish: 'missing', 'advance-copy': 'missing' });
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
