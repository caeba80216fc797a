// What `npm test` counts: nothing that proved nothing may count as passed.
import { expect, test } from 'vitest';
import { slowest, tally } from '../../scripts/tally.mjs';

const one = (status: string) => ({ status, fullName: `a ${status} test`, duration: 5 });
const file = (status: string, ...statuses: string[]) => ({ name: 'a.test.ts', status, assertionResults: statuses.map(one) });

test.each([
  ['two that passed', [file('passed', 'passed', 'passed')], 0, { passed: 2, failed: 0 }],
  ['one that failed', [file('failed', 'passed', 'failed')], 1, { passed: 1, failed: 1 }],
  ['a skipped test is a failure', [file('passed', 'passed', 'skipped')], 0, { passed: 1, failed: 1 }],
  ['a test to be written is a failure', [file('passed', 'todo')], 0, { passed: 0, failed: 1 }],
  ['a file that would not load is a failure', [file('failed'), file('passed', 'passed')], 1, { passed: 1, failed: 1 }],
  ['an error outside every test is a failure', [file('passed', 'passed')], 1, { passed: 1, failed: 1 }],
  ['no test at all is a failure', [], 0, { passed: 0, failed: 1 }],
])('%s', (_, testResults, exitCode, expected) => {
  expect(tally({ testResults }, exitCode)).toMatchObject(expected);
});

test('each failed test is named again at the end, with the first lines of why', () => {
  const failed = { ...one('failed'), failureMessages: ['expected 1 to be 2\n    at here'] };
  expect(tally({ testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [failed] }] }, 1).remarks).toEqual(['Failed: a failed test\n  expected 1 to be 2\n      at here']);
});

test('a run that left no report is a failure', () => {
  expect(tally(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
});

test('the slowest tests come first', () => {
  expect(slowest([{ name: 'quick', milliseconds: 3 }, { name: 'slow', milliseconds: 1500 }, { name: 'middling', milliseconds: 40 }], 2)).toEqual(['   1.50 s  slow', '   0.04 s  middling']);
});
