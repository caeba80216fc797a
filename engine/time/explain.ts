// One sentence that says how a date was counted, so that a person can count it again by hand:
// "5 working days after Tue 22 Dec 2026, leaving out the bank holidays Fri 25 and Mon 28 Dec: Thu 31 Dec 2026."
// A date that rests on bank holidays nobody has published yet says so in a second sentence.
import { isInHours } from './count.ts';
import { civilOf, dayOf } from './day.ts';
import { clockTime, dayOfMoment, instantOfMoment, londonDay, offsetAt } from './london.ts';
import { anchorDay, daySpan, isAfterCutOff } from './reach.ts';
import { amountWords, dayWords, daysWords, listWords, momentWords, plural } from './words.ts';
import type { Landing } from './reach.ts';
import type { Count, Counted, Day, Instant, Moment } from './types.ts';

const MOST_DAYS_NAMED = 8;
const ON_THE_DAY = 'The day itself';

/** The sentence for a counted date; `counted` must come from `count` with the same count and moment. Never throws. */
export function explain(count: Count, from: Moment, counted: Counted): string {
  const start = startWords(count, from);
  if (counted.date === '') return `No meeting is listed ${count.direction === 'at-least-before' ? 'before' : 'after'} ${start}.`;
  const [result, passed] = [resultWords(count, counted), passedWords(count, from, counted)];
  const how = isNoDistance(count) && passed.length === 0 && result === start ? ON_THE_DAY : [reachWords(count, start), ...passed].join(', ');
  return `${how}: ${result}.${certaintyWords(count, from, counted)}`;
}

/** True when the date is the day it is counted from, or the next one that a roll moves it to. */
const isNoDistance = (count: Count): boolean => count.amount === 0 && (count.until ?? 0) === 0 && !isInHours(count);

function startWords(count: Count, from: Moment): string {
  if (isInHours(count)) return momentWords(instantOfMoment(from));
  const words = dayWords(anchorDay(count, from));
  if (!isAfterCutOff(count, from)) return words;
  return `${words} (it came after ${clockTime(count.cutOff ?? 0)} on ${dayWords(dayOfMoment(from), { year: false })})`;
}

/** "5 working days after …", "At least 7 working days before …", "5 to 8 working days after …" */
function reachWords(count: Count, start: string): string {
  const { amount, direction, unit } = count;
  const upTo = count.until ?? amount;
  if (isNoDistance(count)) return `${ON_THE_DAY}, ${start}`;
  if (unit === 'next-meeting') return meetingWords(count, start);
  const length = direction === 'window' && upTo > amount ? `${amount} to ${amountWords(upTo, unit)}` : amountWords(amount, unit);
  const side = direction === 'at-least-before' ? 'before' : 'after';
  const span = count.triggerDay === 1 && !isInHours(count) ? `${length} ${side === 'before' ? 'back' : 'on'}, counting ${start} as day 1` : `${length} ${side} ${start}`;
  return direction.startsWith('at-least') || direction === 'not-before' ? `At least ${span}` : span;
}

function meetingWords({ amount, direction, triggerDay }: Count, start: string): string {
  const which = amount === 1 ? 'meeting' : `meeting but ${amount - 1}`;
  const on = triggerDay === 1 ? 'on or ' : '';
  return direction === 'at-least-before' ? `The last ${which} ${on}before ${start}` : `The next ${which} ${on}after ${start}`;
}

/** What happened between the trigger and the date, one phrase each. */
function passedWords(count: Count, from: Moment, counted: Counted): readonly string[] {
  return [
    ...(count.unit === 'hours' ? clockChangeWords(from, counted) : []),
    ...(isInHours(count) ? [] : landingWords(count, from)),
    ...leftOutWords(counted),
  ];
}

function clockChangeWords(from: Moment, counted: Counted): readonly string[] {
  const start = instantOfMoment(from);
  const end = counted.latest ?? counted.earliest ?? start;
  const difference = (offsetAt(end) - offsetAt(start)) * Math.sign(end - start);
  if (difference === 0) return [];
  return [`the clocks going ${difference > 0 ? 'forward' : 'back'} an hour between`];
}

function landingWords(count: Count, from: Moment): readonly string[] {
  const { anchor, earliest, latest } = daySpan(count, from);
  const landing = latest ?? earliest;
  if (!landing) return [];
  return [...monthEndWords(count, anchor, landing), ...rollWords(landing)];
}

function monthEndWords(count: Count, anchor: Day, { landed }: Landing): readonly string[] {
  const inMonths = count.unit === 'months' || count.unit === 'years';
  const clamped = inMonths && count.triggerDay === 0 && civilOf(landed).date < civilOf(anchor).date;
  return clamped ? ['the last day of that month'] : [];
}

function rollWords({ landed, day }: Landing): readonly string[] {
  if (landed === day) return [];
  return [`moved ${day > landed ? 'on' : 'back'} from ${dayWords(landed, { year: false })} to a working day`];
}

function leftOutWords({ leftOut }: Counted): readonly string[] {
  const holidays = leftOut.filter(({ closure }) => !closure).map(({ day }) => day);
  const closures = leftOut.filter(({ closure }) => closure).map(({ day }) => day);
  const kinds = [...namedDays('bank holiday', holidays), ...namedDays('closure', closures)];
  return kinds.length === 0 ? [] : [`leaving out ${kinds.join(' and ')}`];
}

function namedDays(noun: string, days: readonly Day[]): readonly string[] {
  if (days.length === 0) return [];
  if (days.length > MOST_DAYS_NAMED) return [plural(days.length, noun)];
  return [`the ${noun}${days.length === 1 ? '' : 's'} ${daysWords(days)}`];
}

function resultWords(count: Count, { earliest, latest }: Counted): string {
  const say = (instant: Instant): string => (isInHours(count) ? momentWords(instant) : dayWords(londonDay(instant)));
  if (earliest === undefined) return `${say(latest ?? 0)}${count.direction === 'at-least-before' ? ' at the latest' : ''}`;
  if (latest === undefined) return `${say(earliest)} at the earliest`;
  const [first, last] = [say(earliest), say(latest)];
  return first === last ? first : `${first} to ${last}`;
}

/** " The bank holidays of 2029 are expected, not yet published." or nothing. */
function certaintyWords(count: Count, from: Moment, counted: Counted): string {
  if (counted.certainty === 'published') return '';
  const told = londonDay(counted.latest ?? counted.earliest ?? 0);
  const anchor = dayOfMoment(from);
  const years = yearsBetween(Math.min(anchor, told), Math.max(anchor, told));
  const of = (certainty: Counted['certainty']): readonly string[] =>
    years.filter((year) => count.calendar.certainty(dayOf(year, 7, 1)) === certainty).map(String);
  const [expected, unknown] = [of('expected'), of('unknown')];
  return [
    expected.length > 0 ? ` The bank holidays of ${listWords(expected)} are expected, not yet published.` : '',
    unknown.length > 0 ? ` The bank holidays of ${listWords(unknown)} are not known, so none is left out.` : '',
  ].join('');
}

function yearsBetween(first: Day, last: Day): readonly number[] {
  const [from, until] = [civilOf(first).year, civilOf(last).year];
  return Array.from({ length: until - from + 1 }, (_, index) => from + index);
}
