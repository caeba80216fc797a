// What verification finds in the shipped procedures unaided: the contradictions that the documents themselves hold,
// each with a dated case that the engine replays. Each was read against the seed by hand.
import { describe, expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/index.ts';
import { walk } from '../../../engine/case/walkthrough.ts';
import type { VerifyCode } from '../../../engine/verify/findings/types.ts';
import { shipped, shippedAs, verified } from './shipped.ts';

const places = (id: string, code: VerifyCode): readonly string[] => verified(shippedAs(id)).findings.filter((finding) => finding.code === code).map(({ pointer }) => pointer);

describe('the contradictions of the documents are found unaided', () => {
  test('a duty counted from the incident in one line and from awareness in another', () => {
    expect(places('tower-hamlets', 'V-202')).toEqual(['/timescales/dfe-5-working-days']);
    const example = verified(shippedAs('tower-hamlets')).findings.find(({ code }) => code === 'V-202')?.example;
    expect(example?.steps.at(-1)?.expect?.due).toMatchObject({ 'dfe-5-days': { state: 'overdue', date: '2026-08-29' }, 'dfe-5-working-days': { state: 'due', date: '2026-09-14' } });
  });

  test('a clock from the incident that ends before anyone knows', () => {
    expect(places('tower-hamlets', 'V-302')).toEqual(['/timescales/alert-24-hours', '/timescales/dfe-5-days']);
  });

  test('one week and seven working days for the same copy', () => {
    expect(places('bath-and-north-east-somerset', 'V-202')).toEqual(['/timescales/copy-seven-working-days']);
  });

  test('fifteen days from a notification that may be either of two', () => {
    expect(places('kscp', 'V-205')).toContain('/settings/notice-from');
  });

  test('no clock at all', () => {
    expect(places('trafford', 'V-206')).toEqual(['/timescales']);
    expect(shipped.filter((procedure) => verified(procedure).findings.some(({ code }) => code === 'V-206')).map(({ id }) => id)).toEqual(['trafford']);
  });

  test('the Chair’s 28 days end with the panel’s, and what follows the reviews in week 6 is due in week 6', () => {
    expect(places('stockport', 'V-303')).toEqual(['/timescales/chair-28-days', '/timescales/chronology-week-6', '/timescales/media-week-6']);
  });

  test('day 8 comes too early once the numbered days are calendar days', () => {
    const found = verified(shippedAs('kscp')).findings.filter(({ code }) => code === 'V-301');
    expect(found.map(({ pointer, readings }) => [pointer, readings])).toEqual([['/timescales/day-8-convene', { 'numbered-days-unit': 'calendar-days' }]]);
  });
});

describe.each(shipped.map((procedure) => [procedure.id, procedure] as const))('%s', (_id, procedure) => {
  test('every example is accepted by the engine and ends with what is claimed', () => {
    const { findings } = verified(procedure);
    for (const { example, readings, code, pointer } of findings) {
      if (!example) continue;
      const { failures, case: held } = walk(example, versionsOf([compile(procedure, readings ? { settings: readings } : {})]));
      expect({ code, pointer, failures }).toEqual({ code, pointer, failures: [] });
      expect(held?.events.length).toBeGreaterThan(0);
    }
  });

  test('no shape is found broken and no clock is other than its words: every stage is come to, every route taken under some reading, no dead end', () => {
    expect(verified(procedure).findings.filter(({ code }) => ['V-101', 'V-102', 'V-103', 'V-104', 'V-106', 'V-107', 'V-203', 'V-204', 'V-402', 'V-501', 'V-503'].includes(code))).toEqual([]);
  });

  test('every finding says where, in a label, and what could be changed', () => {
    for (const { words, label, remedies, pointer } of verified(procedure).findings) {
      expect(words.length).toBeGreaterThan(40);
      expect(label).not.toBe('');
      expect(pointer).toMatch(/^\//);
      expect(remedies.length).toBeGreaterThan(0);
      expect(words).not.toMatch(/undefined|null|\[object/);
    }
  });

  test('what was looked at is said', () => {
    expect(verified(procedure).looked.length).toBeGreaterThan(1);
  });
});
