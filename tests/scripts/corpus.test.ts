// The command for the corpus of seeded defects: what it is asked for, and that its parts add up.
import { expect, test } from 'vitest';
import { added, askedBy, nothing, told } from '../../scripts/corpus.mjs';

test('a range, a procedure, one in so many, or the false alarms alone', () => {
  expect(askedBy([])).toMatchObject({ procedure: '', from: 1, to: Infinity, every: 1, alarms: true, defects: true });
  expect(askedBy(['stockport', '41-80'])).toMatchObject({ procedure: 'stockport', from: 41, to: 80, alarms: false });
  expect(askedBy(['10'])).toMatchObject({ every: 10, alarms: false });
  expect(askedBy(['alarms'])).toMatchObject({ alarms: true, defects: false });
});

test('parts add up, by kind, with each survivor by name', () => {
  const one = { kinds: { 'loop added': [2, 2] }, survivors: [], unaccepted: 0 };
  const other = { kinds: { 'loop added': [1, 2], 'owner removed': [4, 4] }, survivors: ['kscp, loop added: again leads back'], unaccepted: 1 };
  expect(told(added(added(nothing, one), other)).split('\n')).toEqual([
    '  loop added: 3 of 4', '  owner removed: 4 of 4', '  survived: kscp, loop added: again leads back', '  examples that the engine did not accept: 1', '  together 7 of 8: 87.5%',
  ]);
});
