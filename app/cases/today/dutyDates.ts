// Days in a month by which the duties of a procedure are owed, for the calendar and its file. What comes round after the
// next time is worked out as of the end of that month; what was done or explained stands there no more.
import { duties } from '../../../engine/case/duties/duties.ts';
import type { DutyRound } from '../../../engine/case/duties/types.ts';
import { parseDay } from '../../../engine/time/day.ts';
import { endOfDay, londonDay } from '../../../engine/time/london.ts';
import type { Day, Instant } from '../../../engine/time/types.ts';
import { shortLabel } from '../../procedures/catalogue.ts';
import type { OwnDuties } from '../duties/useDuties.ts';
import type { CalendarDate } from '../exports/ics.ts';
import { todayWords as w } from './words.ts';

export interface DutyDate { readonly id: string; readonly day: Day; readonly label: string; readonly late: boolean; readonly procedure: string; readonly sentence: string; readonly href: string; readonly changed: Instant }
const OWED: ReadonlySet<DutyRound['state']> = new Set(['due', 'overdue', 'to-come']);

/** Of the duties kept here, those owed by a day from `first` to `last`, soonest first. */
export function dutyDatesOf(all: readonly Pick<OwnDuties, 'compiled' | 'log' | 'views' | 'kept'>[], now: Instant, first: Day, last: Day): readonly DutyDate[] {
  const until = Math.max(now, endOfDay(last));
  return all.filter(({ kept }) => kept).flatMap(({ compiled, log }) => duties(compiled, log, until).flatMap((view) => view.rounds.flatMap((round): readonly DutyDate[] => {
    const day = parseDay(round.due ?? '');
    if (day === undefined || day < first || day > last || !OWED.has(round.state)) return [];
    const href = `/duties/${compiled.pin.id}#duty-${view.duty}`;
    return [{ id: `${compiled.pin.id}/${view.duty}/${round.due ?? ''}`, day, label: view.label, late: day < londonDay(now), procedure: shortLabel(compiled.procedure.label), sentence: howOften(view.sentence), href, changed: log.at(-1)?.recorded ?? now }];
  }))).toSorted((a, b) => a.day - b.day || (a.label < b.label ? -1 : 1));
}
/** "At least once in each 12 months", without by when the next is owed: that is another day than this, perhaps. */
function howOften(sentence: string): string { return sentence.slice(0, sentence.lastIndexOf(': ')); }
/** For somebody's own calendar. */
export function asCalendarDates(all: readonly DutyDate[]): readonly CalendarDate[] {
  return all.map(({ id, day, label, procedure, sentence, changed }) => ({ id: `duty-${id}`, title: `${w.duty}: ${label}`, words: `${procedure}. ${sentence}`, day, changed }));
}
