import { describe, expect, test } from 'vitest';
import { inForce, versionsWords, type VersionDates } from '../../../engine/procedure/version-words.ts';

const at = (day: string): number => Date.parse(`${day}T10:00:00Z`);
const first: VersionDates = { version: 1, published: at('2026-01-05') };
const second: VersionDates = { version: 2, published: at('2026-05-01'), effectiveFrom: '2026-06-01' };
const words = (versions: readonly VersionDates[], on: string): readonly string[] => versionsWords(versions, on).map((one) => `${one.state}: ${one.words}`);

describe('a version', () => {
  test('without a day of its own is in force from the day it is published', () => {
    expect(words([first], '2026-01-05')).toEqual(['in-force: Version 1: in force since Mon 5 Jan 2026']);
    expect(inForce([first], '2026-01-04')).toBeUndefined();
  });

  test('waits for its first day while the earlier one runs on', () => {
    expect(words([first, second], '2026-05-31')).toEqual(['in-force: Version 1: in force since Mon 5 Jan 2026', 'published: Version 2: published on Fri 1 May 2026, in force from Mon 1 Jun 2026']);
  });

  test('replaces the earlier one on its first day', () => {
    expect(words([first, second], '2026-06-01')).toEqual(['replaced: Version 1: replaced by version 2, in force since Mon 1 Jun 2026', 'in-force: Version 2: in force since Mon 1 Jun 2026']);
  });

  test('that is retired leaves the field to the one before it', () => {
    const both = [first, { ...second, retired: '2026-07-01' }];
    expect(words(both, '2026-06-30')[1]).toBe('in-force: Version 2: in force since Mon 1 Jun 2026, to be retired on Wed 1 Jul 2026');
    expect(words(both, '2026-07-01')).toEqual(['in-force: Version 1: in force since Mon 5 Jan 2026', 'retired: Version 2: retired on Wed 1 Jul 2026']);
  });

  test('that all others gave way to and that has none behind it is said to be retired, and nothing is in force', () => {
    expect(inForce([{ ...first, retired: '2026-02-01' }], '2026-02-01')).toBeUndefined();
  });

  test('of two that begin on one day the later published holds', () => {
    expect(inForce([second, { ...second, version: 3 }], '2026-06-01')?.version).toBe(3);
  });

  test('published after midnight in summer counts by the day in London', () => {
    const late: VersionDates = { version: 1, published: Date.parse('2026-06-30T23:30:00Z') };
    expect(inForce([late], '2026-06-30')).toBeUndefined();
    expect(inForce([late], '2026-07-01')).toBe(late);
  });

  test('is asked for a day that is one', () => { expect(versionsWords([first], 'soon')).toEqual([]); });
});
