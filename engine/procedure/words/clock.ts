// A clock's parts in words: "5 working days", "at least 1 week", "the date of becoming aware", "Notify the board being done".
// It reads what the procedure says and counts no date; a setting is read at its default.
import { listWords } from '../../time/index.ts';
import { wordsOf } from '../pointer.ts';
import type { DateExpression, Id, Procedure, Scalar, Setting, Text, Timescale, Unit } from '../types.ts';

type Direction = Timescale['direction'];

const units: Readonly<Record<Unit, readonly [string, string]>> = {
  hours: ['hour', 'hours'], 'business-hours': ['office hour', 'office hours'], 'calendar-days': ['day', 'days'], 'working-days': ['working day', 'working days'],
  weeks: ['week', 'weeks'], months: ['month', 'months'], years: ['year', 'years'], 'next-meeting': ['meeting', 'meetings'],
};
const lead: Readonly<Record<Direction, string>> = { within: '', 'at-least-before': 'at least ', 'at-least-after': 'at least ', 'not-before': 'not before ', 'at-least-for': 'at least ', on: '', window: '' };

/** The value written out, or the default of the setting it is read from; undefined when there is no such setting. */
export function settled<T extends Scalar>(procedure: Procedure, value: Setting<T>): T | undefined {
  if (typeof value !== 'object') return value;
  return procedure.settings?.[value.setting]?.default as T | undefined;
}

/** "5 working days", "at least 1 week", "on the day", "by the date given", "time not given"; `full` says "calendar days" for days. */
export function allowedWords(procedure: Procedure, timescale: Timescale, full = false): string {
  const unit = settled(procedure, timescale.unit);
  if (unit === 'next-meeting') return 'next meeting';
  const amount = timescale.amount;
  if (typeof amount === 'object' && 'gap' in amount) return 'time not given';
  if (typeof amount === 'object' && 'agreed' in amount) return 'time to be agreed';
  if (typeof amount === 'object' && 'lookup' in amount) return 'time by table';
  const number = settled(procedure, amount);
  if (number === undefined) return 'time not given';
  if (isOfNoDays(procedure, timescale)) return onTheDay(procedure, timescale.from)[0];
  if (number === 0 && timescale.direction === 'within') return 'at once';
  const until = timescale.direction === 'window' && timescale.until !== undefined ? ` to ${timescale.until}` : '';
  return `${lead[timescale.direction]}${number}${until} ${unitWords(unit, until === '' ? number : timescale.until ?? number, full)}`;
}

/** True of a clock that is due on the very day it is counted from. */
export function isOfNoDays(procedure: Procedure, { amount, unit, direction }: Timescale): boolean {
  if (direction !== 'within' || (typeof amount === 'object' && !('setting' in amount)) || settled(procedure, amount) !== 0) return false;
  return !['hours', 'business-hours', 'next-meeting'].includes(settled(procedure, unit) ?? '');
}

/** How long a clock of no days gives, and how it goes on: "by the date given" "in “Review completes by”", "on the day" "of the report being sent", "on the day" "when it was told". `said`: what it is counted from, in other words. */
export function onTheDay(procedure: Procedure, from: DateExpression, said = anchorWords(procedure, from)): readonly [string, string] {
  const label = 'var' in from ? labelOr(procedure.questions[from.var]?.label, from.var) : '?';
  if (!label.endsWith('?')) return ['by the date given', `in “${label}”`];
  if (said.startsWith('the answer to ')) return ['by the date given', `in ${said.slice('the '.length)}`];
  return ['on the day', said.startsWith('when ') ? said : said.startsWith('the day ') ? said.slice('the day '.length) : `of ${said}`];
}

/** "day" or "days" for an amount; `full` says "calendar days". */
export function unitWords(unit: Unit | undefined, amount: number, full = false): string {
  if (unit === undefined || !Object.hasOwn(units, unit)) return 'units not given'; // a setting may hold anything
  const [one, many] = units[unit];
  const words = amount === 1 ? one : many;
  return full && unit === 'calendar-days' ? `calendar ${words}` : words;
}

/** What a clock is counted from: "the date of becoming aware", "Notify the board being done", "the later of … and …". */
export function anchorWords(procedure: Procedure, from: DateExpression): string {
  if ('choose' in from) return chosenAnchor(procedure, from.choose.setting, from.choose.of);
  if ('earliest' in from) return `the earlier of ${listWords(from.earliest.map((each) => anchorWords(procedure, each)))}`;
  if ('latest' in from) return `the later of ${listWords(from.latest.map((each) => anchorWords(procedure, each)))}`;
  return oneAnchor(procedure, from);
}

type Several = { readonly choose: unknown } | { readonly earliest: unknown } | { readonly latest: unknown };

function oneAnchor(procedure: Procedure, from: Exclude<DateExpression, Several>): string {
  const { tasks, stages, rules, timescales } = procedure;
  const task = (id: Id): string => labelOr(tasks[id]?.label, id);
  if ('opened' in from) return 'the case opening';
  if ('var' in from) return askedWords(labelOr(procedure.questions[from.var]?.label, from.var));
  if ('raised' in from) return `${task(from.raised)} being raised`;
  if ('planned' in from) return `the day planned for ${task(from.planned)}`;
  if ('done' in from) return `${task(from.done)} being done`;
  if ('sent' in from) return `${task(from.sent)} being sent`;
  if ('submitted' in from) return `${task(from.submitted)} being put to those who sign it off`;
  if ('signed' in from) return `step “${from.signed[1]}” of the sign-off of ${task(from.signed[0])}`;
  if ('entered' in from) return `entering ${labelOr(stages[from.entered]?.label, from.entered)}`;
  if ('left' in from) return `leaving ${labelOr(stages[from.left]?.label, from.left)}`;
  if ('taken' in from) return optionWords(procedure, ...from.taken);
  if ('true-since' in from) return `${labelOr(rules?.[from['true-since']]?.label, from['true-since'])} becoming true`;
  if ('due' in from) return `the day ${task(timescales?.[from.due]?.for ?? from.due)} is due`;
  return settingAnchor(procedure, from.setting);
}

/** The label of an option of a decision. */
export function optionWords(procedure: Procedure, task: Id, option: Id): string {
  return labelOr(procedure.tasks[task]?.options?.find((each) => each.id === option)?.label, option);
}

function chosenAnchor(procedure: Procedure, setting: Id, of: Readonly<Record<Id, DateExpression>>): string {
  const chosen = of[String(procedure.settings?.[setting]?.default ?? '')];
  return chosen === undefined ? settingAnchor(procedure, setting) : anchorWords(procedure, chosen);
}

function settingAnchor(procedure: Procedure, setting: Id): string {
  return `the day chosen by “${labelOr(procedure.settings?.[setting]?.label, setting)}”`;
}

/** A question about a date said as the date: "When did the incident happen?" is the incident, "When was the panel told of it?" is when the panel was told of it. */
function askedWords(label: string): string {
  const asked = /^when (did|was|were|is) (.+?)\?$/i.exec(label);
  if (asked === null && !label.endsWith('?')) return lowerFirst(label);
  const [, verb = '', rest = ''] = asked ?? [];
  const happened = /^(.+?) (happen|occur|take place)$/.exec(rest)?.[1];
  if (happened !== undefined) return happened;
  const became = /^(.+?) become (.+)$/.exec(rest);
  if (became !== null) return `when ${became[1]} became ${became[2]}`;
  const acted = /^w/i.test(verb) ? /^(.+?) ((?:told|made|sent|held|given|taken|known|\w+ed)\b.*)$/.exec(rest) : null;
  return acted === null ? `the answer to “${label}”` : `when ${acted[1]} ${verb.toLowerCase()} ${acted[2]}`;
}

/** The same words with a small first letter, unless the first word is an abbreviation ("DfE", "CSPR"). */
export function lowerFirst(words: string): string {
  const first = words.split(' ')[0] ?? '';
  return /^[A-Z][a-z'’]*$/.test(first) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

function labelOr(text: Text | undefined, id: Id): string {
  return wordsOf(text) || id;
}
