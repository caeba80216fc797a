// A clock that ran out asks for its reason only as long as the case still has it.
import { describe, expect, test } from 'vitest';
import { deadlines } from '../../../engine/case/deadlines.ts';
import { walk } from '../../../engine/case/walkthrough.ts';
import type { Walkthrough } from '../../../engine/case/walkthrough-types.ts';
import { parseDateTime } from '../../../engine/time/index.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from './clockwork.ts';
import { shippedWalkthroughs } from './shipped.ts';

const silent = (walkthrough: Walkthrough): Walkthrough => ({ ...walkthrough, steps: walkthrough.steps.map((step) => ('do' in step ? { ...step, do: { ...step.do, lateReason: undefined } } : step)) });
const caseAt = (id: string, until: string, told: (walkthrough: Walkthrough) => Walkthrough = (same) => same) => {
  const found = shippedWalkthroughs().find(({ walkthrough }) => walkthrough.id === id);
  if (!found) throw new Error(`No walkthrough "${id}".`);
  const { case: held } = walk(told(found.walkthrough), found.versions, { until: parseDateTime(until) ?? 0 });
  if (!held) throw new Error(`"${id}" opens no case.`);
  return { held, versions: found.versions };
};
const walked = (id: string, until: string, told?: (walkthrough: Walkthrough) => Walkthrough): readonly string[] =>
  caseAt(id, until, told).held.findings.flatMap(({ code, task }) => (code === 'lapsed-without-reason' ? [task ?? ''] : []));
const clocks = (id: string, until: string): readonly string[] => {
  const { held, versions } = caseAt(id, until);
  return deadlines(versions, held, held.asOf).map(({ timescale }) => timescale);
};

describe('a reason for a clock that ran out', () => {
  const statutory = 'tower-hamlets-statutory';

  test('is asked for while the act may still be due', () => {
    expect(walked(statutory, '2026-12-22T10:00')).toContain('first-review');
  });

  test('is asked for no more once the decision makes the act fall away', () => {
    expect(walked(statutory, '2026-12-22T14:30')).toEqual([]);
  });

  test('is asked for until it is given', () => {
    expect(walked(statutory, '2027-01-04T09:30')).toEqual(['panel-recommendation']);
    expect(walked(statutory, '2027-01-04T09:45')).toEqual([]);
  });

  test('is asked for no more when the criteria are not met and nothing is owed', () => {
    expect(walked('tower-hamlets-need-to-know', '2027-03-24T15:40', silent)).toContain('notify-dfe');
    expect(walked('tower-hamlets-need-to-know', '2027-03-25T09:30', silent)).not.toContain('notify-dfe');
  });

  test('given when a case is opened late stands for every clock that was over by then, and for no later one', () => {
    const needing = (told?: (walkthrough: Walkthrough) => Walkthrough) => {
      const { held, versions } = caseAt('tower-hamlets-need-to-know', '2027-03-30T14:00', told);
      return deadlines(versions, held, held.asOf).flatMap(({ timescale, needsReason }) => (needsReason ? [timescale] : []));
    };
    expect(walked('tower-hamlets-need-to-know', '2027-03-24T10:00', silent)).toContain('notify-dfe');
    expect(walked('tower-hamlets-need-to-know', '2027-03-24T10:00')).toEqual([]);
    expect([needing(silent), needing()]).toEqual([['alert-24-hours', 'detailed-review-5-days'], ['detailed-review-5-days']]);
  });

  test('the clocks of a notification that is not owed are none of the case, though new facts may bring them back', () => {
    expect(clocks('tower-hamlets-need-to-know', '2027-03-24T15:40')).toEqual(expect.arrayContaining(['dfe-5-days', 'dfe-5-working-days', 'partners-5-working-days']));
    const left = clocks('tower-hamlets-need-to-know', '2027-03-25T09:30');
    expect(left.filter((id) => id.startsWith('dfe-') || id.startsWith('partners-'))).toEqual([]);
    expect(left).toContain('first-review-2-days');
  });
});

describe('who says why a clock ran out', () => {
  const lapsed = (explainedBy?: readonly string[]) => begun(procedureWith({ report: { ...fiveDays, onLapse: 'reason', ...(explainedBy && { explainedBy }) } }), '2026-12-01T09:00', { aware: '2026-12-01' });
  const why: CommandBody = { type: 'explainLapse', timescale: 'report', reason: 'The author was ill.' };

  test('is whom the clock names; anybody else is told whose it is', () => {
    const story = lapsed(['health', 'police']);
    expect(story.isRefused('manager', why, { now: '2026-12-10T09:00' })).toMatchObject({ code: 'wrong-role', missing: [{ id: 'health' }, { id: 'police' }], words: expect.stringContaining('Health or Police') });
    expect(story.does('health', why, { now: '2026-12-10T09:10' }).findings).toEqual([]);
  });

  test('is anybody with a role, where it names nobody', () => {
    lapsed().does('police', why, { now: '2026-12-10T09:00' });
  });
});
