// The running dates and meetings of one case for somebody's own calendar: reference and task, nothing about a child.
import { parseDay } from '../../../engine/time/day.ts';
import { parseDateTime } from '../../../engine/time/london.ts';
import type { CalendarDate } from '../exports/ics.ts';
import { chaseSet } from '../agencies/chases.ts';
import { todayWords } from '../today/words.ts';
import type { CaseModel } from '../types.ts';

const HOUR = 3_600_000;

export function caseDates({ case: item, procedure, deadlines, tasks }: CaseModel): readonly CalendarDate[] {
  const changed = item.events.at(-1)?.recorded ?? item.opened;
  const running = deadlines.filter((one) => one.state === 'due' || one.state === 'overdue');
  const due = running.flatMap((one): readonly CalendarDate[] => {
    const when = whenOf(one.date, 0);
    return when === undefined ? [] : [{ id: `${item.id}-${one.timescale}-${one.recipient ?? ''}`, title: `${item.reference}: ${one.label}`, words: one.sentence, changed, ...when }];
  });
  const meetings = tasks.filter((view) => (view.state === 'open' || view.state === 'waiting') && view.record?.planned !== undefined).flatMap((view): readonly CalendarDate[] => {
    const when = whenOf(view.record?.planned, HOUR);
    return when === undefined ? [] : [{ id: `${item.id}-${view.id}-planned`, title: `${item.reference}: ${view.label}`, changed, ...when }];
  });
  const chases = tasks.flatMap((view): readonly CalendarDate[] => {
    const set = chaseSet(procedure, view);
    const when = whenOf(set, 0);
    return when === undefined ? [] : [{ id: `${item.id}-${view.id}-chase`, title: `${item.reference}: ${todayWords.chaseAgain(view.label)}`, changed, ...when }];
  });
  return [...due, ...meetings, ...chases];
}
/** A day, or a moment that lasts so long; nothing for what is no date. */
export function whenOf(civil: string | undefined, lasts: number): { readonly day: number } | { readonly from: number; readonly until: number } | undefined {
  if (civil === undefined) return undefined;
  const from = civil.length > 10 ? parseDateTime(civil) : undefined;
  const day = parseDay(civil.slice(0, 10));
  return from !== undefined ? { from, until: from + lasts } : day === undefined ? undefined : { day };
}
