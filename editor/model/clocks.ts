// A clock in words: "24 hours from incident" on the diagram, a full phrase in the inspector. It reads timescales
// and counts no date. The short phrase leaves out "date and time of the" so that it fits a stage.
import type { DateExpression, Id, Procedure, Timescale, Unit } from '../../engine/procedure/types.ts';
import { words } from '../words.ts';
import { lowerFirst, settled, stageTitle, taskTitle, wordsOf } from './text.ts';

/** How one clock stands on its stage. */
export interface Clock {
  readonly id: Id;
  /** For the stage: the shortest words that say it. */
  readonly short: string;
  /** Without what it is counted from, for a stage with several: "Local: 5 days". */
  readonly brief: string;
  /** For the inspector: amount in bold, then the rest. */
  readonly amount: string;
  readonly rest: string;
  /** "In law", "Local rule", and how a reading was taken. */
  readonly basis: string;
  /** True when the procedure leaves the amount out or it cannot be read. */
  readonly unclear: boolean;
}

/** The clocks that bind what people do in a stage, in the procedure's order; a task of several stages shows them in its first. */
export function clocksOf(procedure: Procedure, stage: Id): readonly Clock[] {
  return Object.entries(procedure.timescales ?? {})
    .filter(([, timescale]) => procedure.tasks[timescale.for]?.in?.[0] === stage)
    .map(([id, timescale]) => clockOf(procedure, id, timescale));
}

/** The clock in words. */
export function clockOf(procedure: Procedure, id: Id, timescale: Timescale): Clock {
  const amount = amountWords(procedure, timescale);
  const joint = words.clock.joint[timescale.direction];
  const anchor = timescale.unit === 'next-meeting' ? '' : anchorWords(procedure, timescale.from);
  const reading = typeof timescale.unit === 'object' ? ` · ${words.clock.readAs(unitWords(settled<Unit>(procedure, timescale.unit), 2, true))}` : '';
  return {
    id, amount, unclear: typeof timescale.amount === 'object' && 'gap' in timescale.amount,
    short: anchor === '' || timescale.amount === 0 ? amount : `${amount} ${joint} ${trimmed(anchor)}`,
    brief: `${words.clock.basisShort[timescale.basis]}: ${amount}`,
    rest: anchor === '' ? '' : `${timescale.amount === 0 ? words.clock.as : joint} ${anchor}`,
    basis: `${words.clock.basis[timescale.basis]}${reading}`,
  };
}

/** "5 working days", "at least 1 week", "time not given". */
export function amountWords(procedure: Procedure, timescale: Timescale): string {
  const unit = settled(procedure, timescale.unit);
  if (unit === 'next-meeting') return words.clock.nextMeeting;
  const amount = timescale.amount;
  if (typeof amount === 'object' && 'gap' in amount) return words.clock.gap;
  if (typeof amount === 'object' && 'agreed' in amount) return words.clock.agreed;
  if (typeof amount === 'object' && 'lookup' in amount) return words.clock.byTable;
  const number = settled(procedure, amount);
  if (number === undefined) return words.clock.gap;
  if (number === 0 && timescale.direction === 'within') return unit === 'hours' || unit === 'business-hours' ? words.clock.atOnce : words.clock.sameDay;
  const until = timescale.direction === 'window' && timescale.until !== undefined ? ` ${words.clock.to} ${timescale.until}` : '';
  return `${words.clock.lead[timescale.direction]}${number}${until} ${unitWords(unit, timescale.until ?? number)}`;
}

/** "day" or "days" for an amount; `full` says "calendar days". */
export function unitWords(unit: Unit | undefined, amount: number, full = false): string {
  if (unit === undefined) return words.clock.noUnit;
  if (full && unit === 'calendar-days') return words.clock.calendarDays;
  const [one, many] = words.clock.units[unit];
  return amount === 1 ? one : many;
}

/** What a clock is counted from, in words: "the date of becoming aware", "Notify the DfE done". */
export function anchorWords(procedure: Procedure, from: DateExpression): string {
  const w = words.clock.anchor;
  if ('opened' in from) return w.opened;
  if ('var' in from) return askedWords(wordsOf(procedure.questions[from.var]?.label) || from.var);
  if ('raised' in from) return w.raised(taskTitle(procedure, from.raised));
  if ('planned' in from) return w.planned(taskTitle(procedure, from.planned));
  if ('done' in from) return w.done(taskTitle(procedure, from.done));
  if ('sent' in from) return w.sent(taskTitle(procedure, from.sent));
  if ('entered' in from) return w.entered(stageTitle(procedure, from.entered));
  if ('left' in from) return w.left(stageTitle(procedure, from.left));
  if ('taken' in from) return optionWords(procedure, from.taken[0], from.taken[1]);
  if ('true-since' in from) return w.trueSince(wordsOf(procedure.rules?.[from['true-since']]?.label) || from['true-since']);
  if ('due' in from) return w.due(taskTitle(procedure, procedure.timescales?.[from.due]?.for ?? from.due));
  if ('choose' in from) return chosenAnchor(procedure, from.choose.setting, from.choose.of);
  if ('setting' in from) return w.byReading(wordsOf(procedure.settings?.[from.setting]?.label) || from.setting);
  const several = 'earliest' in from ? from.earliest : from.latest;
  return w[('earliest' in from) ? 'earliest' : 'latest'](several.map((each) => anchorWords(procedure, each)));
}

/** The label of an option of a decision. */
export function optionWords(procedure: Procedure, task: Id, option: Id): string {
  return wordsOf(procedure.tasks[task]?.options?.find((each) => each.id === option)?.label) || option;
}

function chosenAnchor(procedure: Procedure, setting: Id, of: Readonly<Record<Id, DateExpression>>): string {
  const chosen = of[String(procedure.settings?.[setting]?.default ?? '')];
  return chosen === undefined ? words.clock.anchor.byReading(wordsOf(procedure.settings?.[setting]?.label) || setting) : anchorWords(procedure, chosen);
}

/** A question about a date said as the date: "When did the incident happen?" is the incident, "When did they become aware?" is when they became aware. */
function askedWords(label: string): string {
  const asked = /^when (did|was|were|is) (.+?)\?$/i.exec(label)?.[2];
  if (asked === undefined) return label.endsWith('?') ? words.clock.anchor.answer(label) : lowerFirst(label);
  const happened = /^(.+?) (happen|occur|take place)$/.exec(asked)?.[1];
  if (happened !== undefined) return happened;
  const became = /^(.+?) become (.+)$/.exec(asked);
  return became === null ? words.clock.anchor.answer(label) : `when ${became[1]} became ${became[2]}`;
}

/** "the date and time of the incident" said as "incident". */
function trimmed(anchor: string): string {
  return anchor.replace(/^(the )?(date( and time)?|day|time)( of| when| that| the)?( the)? /, '').replace(/^the /, '');
}
