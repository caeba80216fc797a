// Filling the seats of a case: who is appointed, from when, in which capacity, with what they declared. A rule that
// forbids a seat refuses an appointment that would go against it, whichever of two appointments comes second.
import type { Id } from '../../procedure/types.ts';
import { parseDay } from '../../time/index.ts';
import { say, withDepartures, wrongRole, type Attempt, type Body, type Verdict } from '../attempt.ts';
import { asAppointed } from '../folded.ts';
import { barredBy } from '../independence.ts';
import { isRefusal } from '../refusals.ts';
import { actingAs } from '../doers.ts';
import type { Departures } from '../judgement.ts';
import type { Appointment, Refusal } from '../types.ts';
import { partyLabel, ruleLabel } from '../words.ts';

const capacities: readonly Appointment['capacity'][] = ['holder', 'deputy', 'proxy', 'representative', 'guest', 'observer'];

/** By those whom the seat names, else by any role of the procedure; who did is in the log. */
export function appoint(attempt: Attempt, body: Body<'appoint'>): Verdict {
  const refused = unfit(attempt, body);
  if (refused) return refused;
  const departures = againstRules(attempt, body, body.reason);
  return isRefusal(departures) ? departures : [{ type: 'appointmentMade', payload: withDepartures(body, departures) }];
}

function unfit(attempt: Attempt, body: Body<'appoint'>): Refusal | undefined {
  const { procedure } = attempt.compiled;
  if (!procedure.parties[body.seat]) return say(attempt, 'unknown-task', { what: body.seat });
  const what = `Appointing to “${partyLabel(procedure, body.seat)}”`;
  const stranger = refuseStranger(attempt, body.seat, what);
  if (stranger) return stranger;
  if (body.person.trim() === '') return say(attempt, 'missing-field', { what, because: 'the initials or staff number of a person', missing: [{ kind: 'field', id: 'person', label: 'Person' }] });
  if (!capacities.includes(body.capacity)) return say(attempt, 'bad-answer', { because: 'A seat cannot be filled in that capacity.' });
  const from = parseDay(body.from);
  if (from === undefined) return badDate(attempt, body.from);
  const until = body.until === undefined ? from : parseDay(body.until);
  if (until === undefined) return badDate(attempt, body.until ?? '');
  return until < from ? badDate(attempt, body.until ?? '', 'comes before the day on which the appointment begins') : undefined;
}

/** A seat may say who fills it and ends that. */
function refuseStranger(attempt: Attempt, seat: Id, what: string): Refusal | undefined {
  const { compiled, folded, actor, occurred } = attempt;
  const by = compiled.procedure.parties[seat]?.appointedBy;
  return by === undefined || actingAs(compiled, folded, actor, by, occurred) !== undefined ? undefined : wrongRole(attempt, what, by);
}

/** The rules on independence, each with its strength, on the case as it would be. */
function againstRules(attempt: Attempt, appointment: Appointment, reason: string | undefined): Refusal | Departures {
  const { compiled: { procedure }, compiled, folded, now } = attempt;
  const after = asAppointed(folded, [...folded.appointments, appointment]);
  const departures: Departures[number][] = [];
  for (const { rule, waits } of barredBy(compiled, folded, after, now)) {
    const strength = procedure.rules?.[rule]?.strength ?? 'must';
    const what = `Appointing to “${partyLabel(procedure, appointment.seat)}”`;
    const reasoned = reason !== undefined && reason.trim() !== '';
    if (waits) return say(attempt, 'waits', { what, rule, because: `an answer on which “${ruleLabel(procedure, rule)}” rests is not known.` });
    if (strength === 'must') return say(attempt, 'not-independent', { what, rule, missing: [{ kind: 'role', id: appointment.seat, label: partyLabel(procedure, appointment.seat) }] });
    if ((strength === 'should-always' || strength === 'consider') && !reasoned) return say(attempt, 'missing-reason', { what, rule, missing: [{ kind: 'reason', id: appointment.seat, label: what }] });
    if (strength === 'should' || strength === 'should-always') departures.push({ rule, ...(reasoned && { reason }) });
  }
  return departures;
}

/** Ends what somebody was appointed to; the seat is vacant from the day after, unless somebody else holds it. */
export function endAppointment(attempt: Attempt, body: Body<'endAppointment'>): Verdict {
  const { procedure } = attempt.compiled;
  if (!procedure.parties[body.seat]) return say(attempt, 'unknown-task', { what: body.seat });
  const stranger = refuseStranger(attempt, body.seat, `Ending an appointment to “${partyLabel(procedure, body.seat)}”`);
  if (stranger) return stranger;
  const until = parseDay(body.until);
  if (until === undefined) return badDate(attempt, body.until);
  const held = attempt.folded.appointments.filter(({ seat, person, until: ended }) => seat === body.seat && person === body.person && ended === undefined);
  const what = `The appointment to “${partyLabel(procedure, body.seat)}”`;
  if (held.length === 0) return say(attempt, 'not-open', { what, because: 'Nobody of that name holds it without an end.' });
  return held.every(({ from }) => (parseDay(from) ?? Infinity) > until) ? badDate(attempt, body.until, 'comes before the day on which the appointment begins') : [{ type: 'appointmentEnded', payload: body }];
}

const badDate = (attempt: Attempt, text: string, because?: string): Refusal => say(attempt, 'bad-date', { what: `“${text}”`, ...(because !== undefined && { because }), missing: [{ kind: 'date', id: 'date' satisfies Id, label: 'Date' }] });
