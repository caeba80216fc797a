// What stands beside a date.
import { expect, test } from 'vitest';
import { fiveDays, opened, procedureWith, standing } from './clockwork.ts';

test('[S11.16] a deadline carries its basis, the source’s words and its citation', () => {
  const report = { ...fiveDays, label: 'Report', basis: 'statutory', words: 'within five working days', cites: ['inv#7'], act: 'done' } as const;
  const procedure = procedureWith({ report }, { sources: { inv: { title: 'Invented source' } } });
  expect(standing(procedure, [opened('2026-12-07T09:00', { aware: '2026-12-07' })], '2026-12-08T09:00')[0]).toMatchObject({ label: 'Report', basis: 'statutory', words: 'within five working days', cites: ['inv#7'], date: '2026-12-14' });
});
