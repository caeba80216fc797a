// The parts of what counts time: conventions, calendars, meetings, clocks, holds, duties.
import { amountWords, listWords } from '../../time/index.ts';
import { wordsOf } from '../pointer.ts';
import type { Calendar, Conventions, Duty, Hold, MeetingCalendar, Setting, Timescale } from '../types.ts';
import { allowedWords, isOfNoDays, onTheDay } from '../words/clock.ts';
import { cited, daysOff } from './cited.ts';
import { day, label, listed, one, plain, some, text, value, word, type Joint, type Parts, type Value } from './parts.ts';
import type { Speaker } from './speaker.ts';
import type { Weight } from './types.ts';

const weekdays = { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday' } as const;
const rolls = { none: 'it stays', forward: 'to the next working day', back: 'to the working day before' } as const;
const firstDays = { 0: 'the day after it is day 1', 1: 'it is day 1' } as const;

/** A value written out, or the reading it is taken from. */
function set<V extends string | number>(title: string, weight: Weight, words: Readonly<Record<V, string>>, absent?: string): Value<Setting<V>> {
  return value(title, weight, (one, speaker) => (typeof one === 'object' ? `by ${speaker.name(one.setting, 'settings')}` : words[one]), absent);
}

export const conventionParts: Parts<Conventions> = {
  calendar: one('Calendar of working days', 'clock', 'calendars'), triggerDay: set('The day of the trigger', 'clock', firstDays),
  roll: set('A due date on a day off', 'clock', rolls), cutOff: plain('Counts as the next day after', 'clock', 'no time of day'), timeZone: plain('Time zone', 'clock'),
};

export const calendarParts: Parts<Calendar> = {
  ...cited, label: label('Calendar'), days: value('Working days', 'clock', (days) => listed(days.map((each) => weekdays[each]))),
  holidays: word('Bank holidays left out', 'clock', { 'england-and-wales': 'England and Wales', scotland: 'Scotland', 'northern-ireland': 'Northern Ireland', none: 'none' }),
  closures: daysOff('Local days off'), additional: daysOff('Bank holidays added'), hours: value('Office hours', 'clock', ({ opens, closes }) => `${opens} to ${closes}`, 'not given'),
};

const weeks = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', '-1': 'last' } as const;

export const meetingParts: Parts<MeetingCalendar> = {
  ...cited, label: label('Meeting calendar'), body: one('Who meets', 'people', 'parties', 'not said'),
  dates: value('Dates agreed', 'clock', (dates, speaker) => listed(dates.map((date) => speaker.day(date))), 'none'),
  monthly: value('Meets each month', 'clock', (pattern) => ('week' in pattern ? `on the ${weeks[pattern.week]} ${weekdays[pattern.day]}` : 'on the last working day'), 'no pattern'),
};

const joints: Readonly<Record<Timescale['direction'], string>> = { within: 'after', 'at-least-before': 'before', 'at-least-after': 'after', 'not-before': 'after', 'at-least-for': 'after', on: 'after', window: 'after' };
const bounds: Readonly<Record<Timescale['direction'], string>> = {
  within: 'at the latest then', 'at-least-before': 'no later than that', 'at-least-after': 'no sooner than that', 'not-before': 'not before that', 'at-least-for': 'kept for that long', on: 'exactly then', window: 'between the two',
};

/** "5 working days after circulation", "at least 7 calendar days before publication" */
export function clockPhrase(clock: Timescale, speaker: Speaker): string {
  const allowed = allowedWords(speaker.procedure, clock, true);
  const meeting = clock.meeting === undefined ? '' : ` of ${speaker.name(clock.meeting, 'meetings')}`;
  return isOfNoDays(speaker.procedure, clock) ? onTheDay(speaker.procedure, clock.from, speaker.anchor(clock.from)).join(' ') : `${allowed}${meeting} ${joints[clock.direction]} ${speaker.anchor(clock.from).replace(/^when /, '')}`;
}

/** What the phrase leaves to its reader: the bound, the settings, the words of a gap. */
function exactPhrase(clock: Timescale, speaker: Speaker): string {
  const { amount, unit, until } = clock;
  const how = typeof amount !== 'object' ? `${amount}`
    : 'setting' in amount ? `by ${speaker.name(amount.setting, 'settings')}`
    : 'gap' in amount ? `left out by the source: ${speaker.text(amount.gap)}`
    : 'agreed' in amount ? 'agreed in the case'
    : `by ${speaker.name(amount.lookup.table, 'tables')} for ${speaker.operand(amount.lookup.with)}`;
  const what = typeof unit === 'object' ? `by ${speaker.name(unit.setting, 'settings')}` : unit === 'next-meeting' ? 'meetings' : amountWords(2, unit).slice(2);
  return `${clockPhrase(clock, speaker)} (${bounds[clock.direction]}; number: ${how}${until === undefined ? '' : `, up to ${until}`}; unit: ${what})`;
}

/** "Agency checks: 5 → 3 working days after circulation": what both phrases share is said once. */
function clockLine({ label: title, was, now }: { readonly label: string; readonly was: string; readonly now: string }): string {
  const [before, after] = [was.split(' '), now.split(' ')];
  const differing = before.flatMap((each, index) => (each === after[index] ? [] : [index]));
  const [only] = differing;
  if (before.length !== after.length || differing.length !== 1 || only === undefined) return `${title}: ${was} → ${now}`;
  return `${title}: ${[...before.slice(0, only), before[only], '→', ...after.slice(only)].join(' ')}`;
}

const allowed: Joint<Timescale> = { shape: 'joint', title: 'Time allowed', weight: 'clock', tell: (clock, speaker) => (speaker.exact ? exactPhrase(clock, speaker) : clockPhrase(clock, speaker)), line: clockLine };

export const timescaleParts: Parts<Timescale> = {
  ...cited, label: label('Clock'), for: one('For', 'clock', 'tasks'),
  act: word('Met when the task is', 'clock', { done: 'done', sent: 'sent', planned: 'planned', replied: 'replied to', submitted: 'put to those who sign it off', signed: 'signed off' }, 'done'), step: plain('Step of the sign-off', 'clock', 'none'),
  each: word('Runs', 'clock', { case: 'once in a case', recipient: 'once for each recipient' }, 'once in a case'),
  direction: allowed, amount: allowed, until: allowed, unit: allowed, meeting: allowed, from: allowed,
  follows: word('When its start moves', 'clock', { anchor: 'it moves too', first: 'it stays' }, 'it moves too'),
  basis: word('Where it comes from', 'clock', { statutory: 'the law', local: 'a local rule', normally: 'what normally happens', aim: 'an aim' }),
  words: text('The source’s own words'), strength: word('How strongly it binds', 'clock', { must: 'must', should: 'should' }, 'not said'),
  calendar: one('Calendar', 'clock', 'calendars', 'the usual one'), triggerDay: set('The day of the trigger', 'clock', firstDays, 'as usual'),
  sentBack: set('A reply that is sent back', 'clock', { stands: 'came when it first came', again: 'has not come until it comes again' }, 'came when it first came'),
  roll: set('A due date on a day off', 'clock', rolls, 'as usual'), cutOff: plain('Counts as the next day after', 'clock', 'as usual'),
  adjust: value('Who may extend or shorten it', 'clock', adjustWords, 'nobody'),
  explainedBy: some('Who says why it ran out', 'people', 'parties', 'anybody with a role'),
  onLapse: value('When it runs out', 'clock', (lapse, speaker) => (typeof lapse === 'object' ? `${speaker.name(lapse.task, 'tasks')} comes up` : lapse === 'reason' ? 'a reason is asked for' : 'nothing happens'), 'not said'),
  holdable: some('Holds that may stop it', 'clock', 'holds', 'none'),
};

function adjustWords({ by, reason, agreedBy, limit, tell }: NonNullable<Timescale['adjust']>, speaker: Speaker): string {
  return [
    by.length === 0 ? 'nobody named' : speaker.names(by, 'parties'), reason ? 'with a reason' : 'without a reason',
    ...(agreedBy === undefined ? [] : [`agreed by ${listed(agreedBy.map((id) => speaker.name(id, 'parties')))}`]),
    ...(limit === undefined ? [] : [`by ${limit} at most`]), ...(tell === undefined ? [] : [`telling ${listed(tell.map((id) => speaker.name(id, 'parties')))}`]),
  ].join(', ');
}

export const holdParts: Parts<Hold> = {
  ...cited, label: label('Hold'), by: some('Who may place it', 'people', 'parties', 'nobody'),
  stops: value('What it stops', 'clock', ({ tasks, timescales }, speaker) => [
    ...(tasks === undefined ? [] : [`tasks: ${listed(tasks.map((id) => speaker.name(id, 'tasks')))}`]), ...(timescales === undefined ? [] : [`clocks: ${listed(timescales.map((id) => speaker.name(id, 'timescales')))}`]),
  ].join('; ') || 'nothing'),
  until: value('What ends it', 'clock', ({ date, ended, if: when, released }, speaker) => listWords([
    ...(date === undefined ? [] : ['a date']), ...(ended === undefined ? [] : [`the end of ${speaker.name(ended, 'relations')}`]),
    ...(when === undefined ? [] : [`this holding: ${speaker.criterion(when)}`]), ...(released === undefined ? [] : ['a release']),
  ], 'or') || 'nothing'),
  remindEvery: value('Reminder every', 'clock', ({ amount, unit }) => amountWords(amount, unit), 'no reminder'),
  resume: word('A stopped clock afterwards', 'clock', { remainder: 'runs what was left', restart: 'starts again', 'run-on': 'has never stopped' }),
};

export const dutyParts: Parts<Duty> = {
  ...cited, label: label('Duty'), by: some('Who does it', 'people', 'parties', 'nobody'),
  every: value('Comes round', 'clock', (every, speaker) => ('months' in every ? `every ${amountWords(every.months, 'months')}` : 'gap' in every ? `left out by the source: ${speaker.text(every.gap)}` : `at each meeting of ${speaker.name(every.meeting, 'meetings')}`)),
  starts: day('A period begins on', 'clock', '1 January'), counted: set('Is due', 'clock', { period: 'by the end of each period', last: 'that long after it was last done' }, 'by the end of each period'),
  register: one('The register that is its content', 'form', 'registers', 'none'), to: some('Who gets it', 'people', 'parties', 'nobody'),
};

/** What a clock is called in a list of differences: its task, or its own name where the task has several. */
export function clockTitle(clock: Timescale, id: string, speaker: Speaker): string {
  const { procedure } = speaker;
  const several = Object.values(procedure.timescales ?? {}).filter((other) => other.for === clock.for).length > 1;
  const task = procedure.tasks[clock.for] === undefined ? undefined : speaker.name(clock.for, 'tasks');
  const own = wordsOf(clock.label) ?? id;
  return task === undefined ? own : several ? `${task} (“${own}”)` : task;
}
