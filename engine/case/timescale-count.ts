// What a timescale counts once the procedure's settings are read: amount, unit, calendar and conventions, its own
// ones before the procedure's. Made once for each compiled procedure; only an amount looked up in a table has to
// be asked of each case.
import { compile as compileCriterion } from '../criteria/compile.ts';
import { compileOperand, type Read } from '../criteria/operand.ts';
import type { Calendar, Id, Procedure, Scalar, Setting, Text, Timescale } from '../procedure/types.ts';
import { dayOf, meetingDays, parseClockTime, type Count, type Day, type Unit, type WorkingCalendar } from '../time/index.ts';
import type { CompiledProcedure } from './compile.ts';
import { readsOf } from './reads.ts';

/** A timescale ready to count. The count's amount stands only where `amount` is `fixed`. */
export interface TimescalePlan {
  readonly id: Id;
  readonly timescale: Timescale;
  readonly count: Count;
  /** A calendar that is in force for part of the time, and the procedure's usual one, which counts outside it. */
  readonly besides?: { readonly calendar: Calendar; readonly instead: WorkingCalendar };
  /** True when each recipient's clock may begin at a time of its own. */
  readonly ownStarts: boolean;
  /** True when a reply that was sent back has not come until it comes again. */
  readonly again: boolean;
  readonly amount: 'fixed' | 'agreed' | { readonly gap: Text } | { readonly table: Id; readonly read: Read };
}

// Meetings are listed over the years that working calendars are sure or nearly sure of, and some beyond.
const FIRST_MEETING = dayOf(2018, 1, 1);
const LAST_MEETING = dayOf(2040, 12, 31);

/** What timescales are read with. */
type Readings = Pick<CompiledProcedure, 'procedure' | 'calendars' | 'settings'>;

/** The timescales of a procedure, in its order. */
export function timescalePlansOf(readings: Readings): ReadonlyMap<Id, TimescalePlan> {
  return new Map(Object.entries(readings.procedure.timescales ?? {}).flatMap(([id, timescale]) => {
    const plan = planOf(readings, id, timescale);
    return plan ? [[id, plan] as const] : [];
  }));
}

function planOf({ procedure, calendars, settings }: Readings, id: Id, timescale: Timescale): TimescalePlan | undefined {
  const { conventions } = procedure;
  const calendar = calendars.get(timescale.calendar ?? conventions.calendar);
  if (!calendar) return undefined; // reading the file has reported it
  const cutOff = parseClockTime(timescale.cutOff ?? conventions.cutOff ?? '');
  const count: Count = {
    direction: timescale.direction,
    amount: fixedAmount(settings, timescale),
    ...(timescale.until !== undefined && { until: timescale.until }),
    unit: settled(settings, timescale.unit),
    calendar,
    triggerDay: settled(settings, timescale.triggerDay ?? conventions.triggerDay),
    roll: settled(settings, timescale.roll ?? conventions.roll),
    ...(cutOff !== undefined && { cutOff }),
    ...meetingsOf(procedure, calendar, timescale),
  };
  const own = timescale.each === 'recipient' && (timescale.follows === 'first' || readsOf(procedure, timescale.from).has(`task:${timescale.for}`) || readsOwn(procedure, timescale));
  const again = timescale.sentBack !== undefined && settled(settings, timescale.sentBack) === 'again';
  const [named, instead] = [procedure.calendars[timescale.calendar ?? ''], calendars.get(conventions.calendar)];
  return { id, timescale, count, amount: amountOf(timescale), ownStarts: own, again, ...(named?.inForce && instead && { besides: { calendar: named, instead } }) };
}

/** A clock from an answer that is asked afresh with each sending begins, for each recipient, at its own. */
function readsOwn(procedure: Procedure, { from }: Timescale): boolean {
  return [...readsOf(procedure, from)].some((key) => key.startsWith('answer:') && procedure.questions[key.slice('answer:'.length)]?.each === 'act');
}

/** The value of a setting, or the value written in its place; `check` holds settings to the values their places allow. */
function settled<T extends Scalar | Unit>(settings: Readonly<Record<Id, Scalar>>, value: Setting<T>): T {
  return typeof value === 'object' ? (settings[value.setting] as T) : value;
}

function fixedAmount(settings: Readonly<Record<Id, Scalar>>, { amount }: Timescale): number {
  if (typeof amount === 'number') return amount;
  return 'setting' in amount ? Number(settings[amount.setting]) : 0;
}

function amountOf({ amount }: Timescale): TimescalePlan['amount'] {
  if (typeof amount === 'number' || 'setting' in amount) return 'fixed';
  if ('gap' in amount) return { gap: amount.gap };
  if ('agreed' in amount) return 'agreed';
  return { table: amount.lookup.table, read: compileOperand(amount.lookup.with, compileCriterion) };
}

function meetingsOf({ meetings = {} }: Procedure, calendar: WorkingCalendar, { meeting }: Timescale): { readonly meetings?: readonly Day[] } {
  const definition = meetings[meeting ?? ''];
  return definition ? { meetings: meetingDays(definition, calendar, FIRST_MEETING, LAST_MEETING) } : {};
}
