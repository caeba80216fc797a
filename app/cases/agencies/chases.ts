// Who is to be chased, how often they were, and when the next chase is due: two working days after the last, at noon.
import type { CaseEvent, TaskView } from '../../../engine/case/types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import { listWords, dayWords } from '../../../engine/time/words.ts';
import { londonDay } from '../../../engine/time/london.ts';
import type { Day, Instant, WorkingCalendar } from '../../../engine/time/types.ts';
import { civilWords } from '../../dates.ts';
import { partyLabel } from '../actors.ts';
import { expectsReply, isIn } from '../replies.ts';
import { agencyWords as w } from './words.ts';

const BETWEEN = 2;
export interface Chased { readonly count: number; readonly last?: Instant }

/** How often a recipient of a task was chased since it was last sent to them. */
export function chasesOf(events: readonly CaseEvent[], task: Id, party: Id, sent: Instant): Chased {
  const chases = events.filter(({ type, payload, occurred }) => type === 'replyRecorded' && payload['task'] === task && payload['recipient'] === party && payload['state'] === 'asked' && occurred >= sent);
  const last = chases.at(-1)?.occurred;
  return { count: chases.length, ...(last === undefined ? {} : { last }) };
}
/** Recipients whose time ran out, and who are not in; none while a chase of them is not due yet. */
export function lateOf(procedure: Procedure, view: TaskView): readonly Id[] {
  if (!expectsReply(procedure, view.id) || view.record?.state !== 'open') return [];
  const overdue = new Set(view.deadlines.filter((one) => one.state === 'overdue').flatMap((one) => (one.recipient === undefined ? (view.record?.recipients ?? []).map(({ party }) => party) : [one.recipient])));
  return (view.record?.recipients ?? []).filter((one) => overdue.has(one.party) && one.sent !== undefined && !isIn(procedure, view.id, one.state)).map((one) => one.party);
}
/** Working days after a chase or after today. */
export function nextChase(calendar: WorkingCalendar, from: Instant): Day { return calendar.add(londonDay(from), BETWEEN); }
export function isChaseDue(calendar: WorkingCalendar, { last }: Chased, now: Instant): boolean { return last === undefined || nextChase(calendar, last) <= londonDay(now); }

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
