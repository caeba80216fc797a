// Entries of Today as dates for somebody's own calendar: the reference and the task, and nothing about a child.
import { shortLabel } from '../../procedures/catalogue.ts';
import type { CalendarDate } from '../exports/ics.ts';
import { todayWords } from './words.ts';
import type { CompiledOf, Entry } from './overview.ts';

export function datesOf(entries: readonly Entry[], compiledOf: CompiledOf): readonly CalendarDate[] {
  return entries.flatMap(({ id, row, task, booked, chase, day, due, clock }) => {
    if (day === undefined || due === undefined) return [];
    const timed = (chase === true ? task.chase : booked ? task.planned : clock?.date ?? '')?.length ?? 0;
    const procedure = compiledOf(row)?.procedure;
    const at = timed > 10 ? { from: due, until: due + (booked ? 3_600_000 : 0) } : { day };
    return [{ id: `${id}-${chase === true ? 'next' : booked ? 'planned' : clock?.timescale ?? ''}`, title: `${row.content.reference}: ${chase === true ? todayWords.chaseAgain(task.label) : task.label}`, words: [procedure === undefined ? '' : shortLabel(procedure.label), booked ? '' : clock?.sentence ?? ''].filter(Boolean).join('. '), ...at, changed: row.changed }];
  });
}
