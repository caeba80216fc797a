// `caseway date`: counts from a date and says how, with the engine's own time and nothing else loaded.
import type { Calendar } from '../engine/procedure/types.ts';
import { civilDate, count, explain, parseMoment, workingCalendar } from '../engine/time/index.ts';
import type { Count, Counted, Moment, Unit } from '../engine/time/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import type { ExitCode } from './run.ts';
import type { Terminal } from './terminal.ts';

type Nation = Calendar['holidays'];
const calendars: Readonly<Record<string, { readonly label: string; readonly holidays: Nation }>> = {
  'england-and-wales': { label: 'England and Wales', holidays: 'england-and-wales' },
  'scotland': { label: 'Scotland', holidays: 'scotland' },
  'northern-ireland': { label: 'Northern Ireland', holidays: 'northern-ireland' },
  'none': { label: 'no bank holidays', holidays: 'none' },
};
// By the word without its plural s.
const units: Readonly<Record<string, Unit>> = {
  'hour': 'hours', 'day': 'calendar-days', 'calendar-day': 'calendar-days', 'working-day': 'working-days', 'week': 'weeks', 'month': 'months', 'year': 'years',
};
const longest = 100_000;

export async function date(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { words, options } = readArguments(args, { before: false, calendar: true, json: false });
  const [from, amount, ...unit] = words;
  if (from === undefined || amount === undefined || unit.length === 0) throw new UsageError('Say from when, how many and of what.');
  const calendar = readCalendar(options.get('calendar') ?? 'england-and-wales');
  const moment = readMoment(from);
  const counting = countOf(readAmount(amount), readUnit(unit.join('-')), options.has('before'), calendar);
  const counted = count(counting, moment);
  const sentence = explain(counting, moment, counted);
  if (options.has('json')) terminal.out(JSON.stringify(forPrograms(counted, sentence, calendar.label), undefined, 2));
  else terminal.out(`${counted.date}\n${sentence}`);
  return 0;
}

function countOf(amount: number, unit: Unit, before: boolean, calendar: Calendar): Count {
  return { direction: before ? 'at-least-before' : 'within', amount, unit, calendar: workingCalendar(calendar), triggerDay: 0, roll: 'none' };
}

function forPrograms(counted: Counted, sentence: string, calendar: string): unknown {
  const leftOut = counted.leftOut.map(({ day, name }) => ({ date: civilDate(day), name }));
  return { date: counted.date, sentence, calendar, certainty: counted.certainty, leftOut };
}

function readMoment(words: string): Moment {
  const moment = parseMoment(words);
  if (!moment) throw new UsageError(`"${words}" is no date. Write it as 2026-12-22 or, with a time in London, as 2026-12-22T14:20.`);
  return moment;
}

function readAmount(words: string): number {
  const amount = /^\d+$/.test(words) ? Number(words) : Number.NaN;
  if (!(amount <= longest)) throw new UsageError(`"${words}" is no number to count to. Give a whole number from 0 to ${longest}; to count back, add --before.`);
  return amount;
}

function readUnit(words: string): Unit {
  const singular = words.toLowerCase().replace(/s$/, '');
  const unit = Object.hasOwn(units, singular) ? units[singular] : undefined;
  if (!unit) throw new UsageError(`"${words}" is no unit. Try hours, calendar-days, working-days, weeks, months or years.`);
  return unit;
}

function readCalendar(name: string | true): Calendar & { readonly label: string } {
  const known = Object.hasOwn(calendars, String(name)) ? calendars[String(name)] : undefined;
  if (!known) throw new UsageError(`There is no calendar "${String(name)}". Try ${Object.keys(calendars).join(', ')}.`);
  return { ...known, days: ['mon', 'tue', 'wed', 'thu', 'fri'] };
}
