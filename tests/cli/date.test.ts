// `caseway date` and the way the command line is spoken to.
import { describe, expect, test } from 'vitest';
import { run } from '../../cli/run.ts';
import { terminalWith } from './terminal.ts';

async function told(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const terminal = terminalWith({ 'package.json': '{"version":"9.8.7"}' });
  const code = await run(args, terminal);
  return { code, ...terminal.told() };
}

describe('a date is counted and explained', () => {
  test('five working days at Christmas', async () => {
    expect(await told('date', '2026-12-22', '5', 'working-days')).toEqual({
      code: 0, err: '', out: '2026-12-31\n5 working days after Tue 22 Dec 2026, leaving out the bank holidays Fri 25 and Mon 28 Dec: Thu 31 Dec 2026.',
    });
  });

  test.each([
    ['one working day, in two words', ['2026-12-24', '1', 'working', 'day'], '2026-12-29'],
    ['in Scotland, where 2 January is a holiday too', ['2026-12-31', '2', 'working-days', '--calendar', 'scotland'], '2027-01-06'],
    ['in England and Wales', ['2026-12-31', '2', 'working-days', '--calendar=england-and-wales'], '2027-01-05'],
    ['without bank holidays', ['2026-12-24', '1', 'working-day', '--calendar', 'none'], '2026-12-25'],
    ['weeks', ['2026-12-22', '2', 'weeks'], '2027-01-05'],
    ['a month from the last day of January', ['2027-01-31', '1', 'month'], '2027-02-28'],
    ['calendar days', ['2026-12-22', '28', 'days'], '2027-01-19'],
    ['hours across the spring change', ['2027-03-27T20:00', '12', 'hours'], '2027-03-28T09:00'],
    ['no days at all', ['2026-12-22', '0', 'working-days'], '2026-12-22'],
    ['back from a date, option first', ['--before', '2026-12-31', '5', 'working-days'], '2026-12-22'],
  ])('%s', async (_, args, expected) => {
    const { code, out } = await told('date', ...args);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe(expected);
  });

  test('for programs, with what was left out', async () => {
    const { out } = await told('date', '2026-12-22', '5', 'working-days', '--json');
    expect(JSON.parse(out)).toMatchObject({
      date: '2026-12-31', calendar: 'England and Wales', certainty: 'published',
      leftOut: [{ date: '2026-12-25', name: 'Christmas Day' }, { date: '2026-12-28' }],
    });
  });
});

describe('what cannot be understood ends with 2, in words, on the error stream', () => {
  test.each([
    [['date', '2026-02-30', '5', 'days'], '"2026-02-30" is no date'],
    [['date', '2026-02-20', '-5', 'days'], '--before'],
    [['date', '2026-02-20', '1.5', 'days'], '"1.5" is no number to count to'],
    [['date', '2026-02-20', '999999999', 'days'], 'from 0 to 100000'],
    [['date', '2026-02-20', '5', 'fortnights'], '"fortnights" is no unit'],
    [['date', '2026-02-20', '5', 'days', '--calendar', 'wales'], 'There is no calendar "wales"'],
    [['date', '2026-02-20', '5', 'days', '--calendar'], 'needs a value'],
    [['date', '2026-02-20', '5', 'days', '--before=yes'], 'takes no value'],
    [['date', '2026-02-20', '5', 'days', '--constructor'], 'There is no option --constructor'],
    [['date', '2026-02-20'], 'Say from when, how many and of what'],
    [['dates'], 'There is no command "dates"'],
    [['constructor'], 'There is no command "constructor"'],
    [[], 'caseway COMMAND --help'],
  ])('%j', async (args, words) => {
    const { code, out, err } = await told(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });
});

describe('help', () => {
  test.each([['--help'], ['help']])('%s lists the commands', async (word) => {
    const { code, out } = await told(word);
    expect(code).toBe(0);
    for (const command of ['check', 'diff', 'walk', 'date']) expect(out).toContain(`caseway ${command}`);
  });

  test.each([['check'], ['diff'], ['walk'], ['date']])('%s explains itself, with an example and its exit codes', async (command) => {
    const { code, out } = await told(command, '--help');
    expect(code).toBe(0);
    expect(out).toContain(`\n  caseway ${command} `);
    expect(out).toContain('Exit code: 0');
  });

  test('the version is the package\'s', async () => {
    expect(await told('--version')).toEqual({ code: 0, out: '9.8.7', err: '' });
  });
});
