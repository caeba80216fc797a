// Who is to be chased, and when again: on the day that was set with the last chase, else two working days after it, at noon.
import type { Recipient, TaskView } from '../../../engine/case/types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import { listWords, dayWords } from '../../../engine/time/words.ts';
import { parseDay } from '../../../engine/time/day.ts';
import { londonDay } from '../../../engine/time/london.ts';
import type { Day, Instant, WorkingCalendar } from '../../../engine/time/types.ts';
import { civilWords } from '../../dates.ts';
import { partyLabel } from '../actors.ts';
import { expectsReply, isIn } from '../replies.ts';
import { agencyWords as w } from './words.ts';

const BETWEEN = 2;
export type Chased = Recipient['chased'];
/** Recipients whose time ran out, and who are not in; none while a chase of them is not due yet. */
export function lateOf(procedure: Procedure, view: TaskView): readonly Id[] {
  if (!expectsReply(procedure, view.id) || view.record?.state !== 'open') return [];
  const overdue = new Set(view.deadlines.filter((one) => one.state === 'overdue').flatMap((one) => (one.recipient === undefined ? (view.record?.recipients ?? []).map(({ party }) => party) : [one.recipient])));
  return (view.record?.recipients ?? []).filter((one) => overdue.has(one.party) && one.sent !== undefined && !isIn(procedure, view.id, one.state)).map((one) => one.party);
}
/** Working days after a chase or after today. */
export function nextChase(calendar: WorkingCalendar, from: Instant): Day { return calendar.add(londonDay(from), BETWEEN); }
export function isChaseDue(calendar: WorkingCalendar, chased: Chased, now: Instant): boolean {
  if (chased === undefined) return true;
  return (parseDay((chased.next ?? '').slice(0, 10)) ?? nextChase(calendar, chased.last)) <= londonDay(now);
}
/** When those who are late are to be chased again, the soonest; undefined while one of them was never chased, and is to be now. */
export function chaseSet(procedure: Procedure, view: TaskView): string | undefined {
  const late = lateOf(procedure, view);
  const set = (view.record?.recipients ?? []).flatMap(({ party, chased }) => (late.includes(party) ? [chased?.next] : []));
  return set.includes(undefined) ? undefined : set.toSorted()[0];
}

/** The words of a chase: what, since when, what depends on it, and by when it is wanted now. */
export function draftOf(reference: string, view: TaskView, meeting: { readonly label: string; readonly on: string } | undefined, by: Day): string {
  const due = view.deadlines.find((one) => one.state === 'overdue')?.date;
  const asked = due === undefined ? w.draftUndated(view.label, reference) : w.draft(view.label, reference, civilWords(due, false));
  return `${asked}${meeting === undefined ? '' : w.meets(meeting.label, civilWords(meeting.on, false))}${w.please(dayWords(by, { year: false }))}`;
}
/** The meeting to come that is set soonest. */
export function meetingToCome(tasks: readonly TaskView[], today: string): { readonly label: string; readonly on: string } | undefined {
  const set = tasks.filter((view) => (view.state === 'open' || view.state === 'waiting') && view.record?.planned !== undefined && view.record.planned.slice(0, 10) >= today);
  const [first] = set.toSorted((a, b) => ((a.record?.planned ?? '') < (b.record?.planned ?? '') ? -1 : 1));
  return first?.record?.planned === undefined ? undefined : { label: first.label, on: first.record.planned };
}
export function namesOf(procedure: Procedure, parties: readonly Id[]): string { return listWords(parties.map((id) => partyLabel(procedure, id))); }
