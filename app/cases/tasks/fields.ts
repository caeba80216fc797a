// What stands beside the answers when something is recorded: when it happened, proof, reasons, a meeting.
import type { Meeting, Refusal, TaskView, View } from '../../../engine/case/types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import { parseDateTime } from '../../../engine/time/london.ts';
import type { Instant } from '../../../engine/time/types.ts';
import { civilOf } from '../../../ui/index.ts';
import type { DateParts, SummaryItem } from '../../../ui/index.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { partyLabel } from '../actors.ts';
import { turnOf } from '../signing/turns.ts';
import { formWords } from '../form/words.ts';
import type { TypedAnswers } from '../form/typedAnswers.ts';
import { caseWords } from '../words.ts';

export interface MeetingTyped { readonly present: readonly Id[]; readonly apologies: readonly Id[]; readonly place: string; readonly interests: readonly { readonly seat: Id; readonly words: string }[]; /** Who did not share the outcome: an option, or `#abstained`. */ readonly dissent?: readonly { readonly seat: Id; readonly option: string; readonly words: string }[] }
/** Everything typed on one task's page. */
export interface TaskTyped {
  readonly answers: TypedAnswers; readonly earlier: boolean; readonly happened: DateParts; readonly evidence: string; readonly channel: string; readonly reason: string;
  readonly options: readonly Id[]; readonly recipients: readonly Id[] | undefined; readonly state: string; readonly meeting: MeetingTyped;
}
const emptyMeeting: MeetingTyped = { present: [], apologies: [], place: '', interests: [] };
export const emptyTyped: TaskTyped = { answers: {}, earlier: false, happened: { day: '', month: '', year: '', time: '' }, evidence: '', channel: '', reason: '', options: [], recipients: undefined, state: '', meeting: emptyMeeting };

/** The way that stands at first: the one that is asked for where it is the only one, else what the procedure says of it. */
export function usualChannel(view: TaskView, words: string): string {
  const { channels } = view.required;
  if (channels === undefined) return words;
  return channels.length === 1 ? channels[0] ?? '' : '';
}

export type Occurred = { readonly ok: true; readonly at: Instant | undefined } | { readonly ok: false; readonly words: string };
/** When it happened: undefined means now. */
export function occurredOf(typed: Pick<TaskTyped, 'earlier' | 'happened'>, now: Instant): Occurred {
  if (!typed.earlier) return { ok: true, at: undefined };
  const civil = civilOf(typed.happened, true);
  const at = civil === undefined ? undefined : parseDateTime(civil);
  if (at === undefined) return { ok: false, words: caseWords.task.notADate };
  return at > now ? { ok: false, words: caseWords.task.future } : { ok: true, at };
}
export function meetingOf(procedure: Procedure, task: Id, typed: MeetingTyped): Meeting | undefined {
  if (procedure.tasks[task]?.meeting === undefined) return undefined;
  const interests = typed.interests.filter((one) => one.seat !== '' && one.words.trim() !== '');
  return { present: typed.present, ...(typed.apologies.length > 0 ? { apologies: typed.apologies } : {}), ...(interests.length > 0 ? { interests } : {}), ...(typed.place.trim() === '' ? {} : { place: typed.place.trim() }) };
}
/** How each who was there saw it, once somebody differed; nothing where the meeting was of one mind. */
export function viewsOf({ present, dissent = [] }: MeetingTyped, options: readonly Id[]): readonly View[] | undefined {
  if (dissent.length === 0) return undefined;
  return present.map((party): View => {
    const own = dissent.find((one) => one.seat === party);
    if (own === undefined) return { party, options };
    return { party, options: own.option === '#abstained' ? [] : [own.option], ...(own.option === '#abstained' ? { abstained: true } : {}), ...withText('reasons', own.words) };
  });
}
/** Optional text as a property that is left out when empty. */
export function withText<K extends string>(key: K, text: string): { readonly [P in K]?: string } {
  return text.trim() === '' ? {} : ({ [key]: text.trim() } as { readonly [P in K]?: string });
}
export type FieldErrors = Readonly<Record<string, string>>;

/** What a refusal misses, as errors at the fields; what has no field here stays in the refusal. */
export function errorsFrom(procedure: Procedure, refusal: Refusal | undefined, shown: readonly Id[]): FieldErrors {
  const errors: Record<string, string> = {};
  for (const missing of refusal?.missing ?? []) {
    if (missing.kind === 'field' && missing.id === 'meeting') errors['present'] = caseWords.meeting.presentMissing;
    if (missing.kind === 'field' && shown.includes(missing.id)) errors[missing.id] = refusal?.code === 'bad-answer' ? refusal.words : formWords.missing(textOf(procedure.questions[missing.id]?.label) || missing.label);
    if (missing.kind === 'reason') errors['reason'] = refusal?.words ?? '';
    if (missing.kind === 'evidence') errors['evidence'] = refusal?.words ?? '';
    if (missing.kind === 'recipient') errors['recipients'] = refusal?.words ?? '';
    if (missing.kind === 'option') errors['options'] = refusal?.words ?? '';
    if (missing.kind === 'quorum') errors['present'] = refusal?.words ?? '';
  }
  return errors;
}
/** The error summary for answers and the other fields, in the order of the page. */
export function summaryOf(errors: FieldErrors, order: readonly string[]): readonly SummaryItem[] {
  return [...order, ...Object.keys(errors).filter((key) => !order.includes(key))].flatMap((key) => (errors[key] === undefined ? [] : [{ field: fieldId(key), words: errors[key] }]));
}
export function fieldId(key: string): string { return `f-${key}`; }

/** Who does it, as words: "Head of Service or Director". */
export function doersWords(procedure: Procedure, view: TaskView): string {
  return turnOf(view).map((doer) => (doer.deputy === true ? `${doer.label} (${caseWords.people.deputies.toLowerCase()})` : partyLabel(procedure, doer.party))).join(' or ');
}
