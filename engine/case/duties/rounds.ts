// When a duty comes round: in each period of months, that long after the last time, or at each meeting of a series.
// Days only; what was done in a round, and by whom, the views say.
import type { Duty } from '../../procedure/types.ts';
import { addMonths, civilOf, dayOf, meetingDays, parseDay, type Day } from '../../time/index.ts';
import type { CompiledProcedure } from '../compile.ts';

/** A round: from its first day to the day it is due, both included. Without `due` nobody can say when it ends. */
export interface Span { readonly first: Day; readonly due?: Day }

/** A year and a bit: however a body meets, its next meeting is nearer. */
const LOOK_AHEAD = 400;

/**
 * The rounds of a duty from the one of `since` to the one after `today`, in order.
 * `done`: days on which it was done, in order; they matter only where it counts from the last time.
 */
export function spansOf(compiled: CompiledProcedure, duty: Duty, since: Day, today: Day, done: readonly Day[]): readonly Span[] {
  const spans = allSpans(compiled, duty, since, today, done);
  const last = parseDay(duty.inForce?.until ?? '');
  return last === undefined ? spans : spans.filter(({ first }) => first <= last);
}

function allSpans(compiled: CompiledProcedure, duty: Duty, since: Day, today: Day, done: readonly Day[]): readonly Span[] {
  const { every } = duty;
  if ('gap' in every) return [{ first: since }];
  if ('meeting' in every) return betweenMeetings(compiled, every.meeting, since, today);
  return countedFromLast(compiled, duty) ? afterEach(every.months, since, done) : periods(every.months, startOf(duty, since), since, today);
}

export const countedFromLast = ({ settings }: Pick<CompiledProcedure, 'settings'>, { counted }: Duty): boolean => (typeof counted === 'object' ? settings[counted.setting] : counted) === 'last';

const startOf = ({ starts }: Duty, since: Day): Day => parseDay(starts ?? '') ?? dayOf(civilOf(since).year, 1, 1);

/** Counted from the first day each time, so that the 31st comes back after February. */
function periods(months: number, start: Day, since: Day, today: Day): readonly Span[] {
  const [from, to] = [civilOf(start), civilOf(since)];
  let nth = Math.floor(((to.year - from.year) * 12 + to.month - from.month) / months);
  if (addMonths(start, nth * months) > since) nth -= 1;
  const spans: Span[] = [];
  for (; spans.at(-1) === undefined || (spans.at(-1)?.first ?? 0) <= today; nth += 1) {
    spans.push({ first: addMonths(start, nth * months), due: addMonths(start, (nth + 1) * months) - 1 });
  }
  return spans;
}

/** The first is counted from the last time before the duty was kept here, else from that day. */
function afterEach(months: number, since: Day, done: readonly Day[]): readonly Span[] {
  const before = done.findLast((day) => day < since);
  const later = [...new Set(done.filter((day) => day >= since))];
  return [{ first: since, due: addMonths(before ?? since, months) }, ...later.map((day) => ({ first: day + 1, due: addMonths(day, months) }))];
}

/** From the day after one meeting to the next; where the series has run out, a round without an end. */
function betweenMeetings({ procedure, calendars }: CompiledProcedure, meeting: string, since: Day, today: Day): readonly Span[] {
  const [series, calendar] = [procedure.meetings?.[meeting], calendars.get(procedure.conventions.calendar)];
  const days = calendar && series ? meetingDays(series, calendar, since, today + LOOK_AHEAD) : [];
  const spans = days.map((due, index) => ({ first: index === 0 ? since : (days[index - 1] ?? since) + 1, due }));
  const wanted = spans.filter(({ first }) => first <= today).length + 1;
  const known = spans.slice(0, wanted);
  return known.length === wanted ? known : [...known, { first: (known.at(-1)?.due ?? since - 1) + 1 }];
}
