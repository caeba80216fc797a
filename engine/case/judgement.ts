// Whether an act may be done as it is, rule by rule. Must: the contrary is refused. Should always: refused without a
// recorded reason, then flagged. Should: accepted, the departure recorded. Consider: a reason shows that it was.
import type { Id, Procedure } from '../procedure/types.ts';
import { missingFields } from './answers.ts';
import { refuse, type RefusalDetail } from './refusals.ts';
import type { Demand } from './requirements.ts';
import type { Answers, Meeting, Missing, Refusal, RefusalCode, TaskRecord } from './types.ts';
import { optionLabel, partyLabel, ruleLabel, taskLabel } from './words.ts';

/** The act as judged. */
export interface Deed {
  /** Task or door. */
  readonly subject: Id;
  readonly label: string;
  /** All answers of the case with the act's own. */
  readonly answers: Answers;
  readonly options?: readonly Id[];
  readonly meeting?: Meeting;
  /** Reason or reasons given with it. */
  readonly reason?: string;
}
export type Departures = TaskRecord['departures'];

interface Contrary { readonly code: RefusalCode; readonly detail: RefusalDetail }

/** A refusal, or the departures to be recorded with the act. */
export function judge(procedure: Procedure, demands: readonly Demand[], deed: Deed): Refusal | Departures {
  const departures: Departures[number][] = [];
  for (const demand of demands) {
    const contrary = contraryTo(procedure, demand, deed);
    if (!contrary || demand.strength === 'may') continue;
    const reasoned = deed.reason !== undefined && deed.reason.trim() !== '';
    const detail = { what: deed.label, rule: demand.rule, ...contrary.detail };
    if (demand.waits) return refuse(procedure, 'waits', { ...detail, because: `an answer on which “${ruleLabel(procedure, demand.rule)}” rests is not known.` });
    if (demand.strength === 'must') return refuse(procedure, contrary.code, detail);
    if (demand.strength !== 'should' && !reasoned) return refuse(procedure, 'missing-reason', { ...detail, missing: [reasonFor(deed)] });
    if (demand.strength !== 'consider') departures.push({ rule: demand.rule, ...(reasoned && { reason: deed.reason }) });
  }
  return departures;
}

const reasonFor = ({ subject, label }: Deed): Missing => ({ kind: 'reason', id: subject, label });

/** How the deed goes against the demand, if it does. */
function contraryTo(procedure: Procedure, { effect, target }: Demand, deed: Deed): Contrary | undefined {
  if ('task' in target) return effect === 'forbid' ? { code: 'forbidden', detail: {} } : undefined;
  if ('fields' in target) return lacking('missing-field', missingFields(procedure, deed.answers, target.fields));
  if ('reasons' in target) return deed.reason?.trim() ? undefined : { code: 'missing-reason', detail: { missing: [reasonFor(deed)] } };
  if ('seats' in target) return lacking('quorum', absentSeats(procedure, target.seats, deed.meeting));
  if ('seat' in target) return effect === 'forbid' ? interested(procedure, target.seat, deed.meeting) : undefined;
  return 'option' in target ? otherwiseThan(procedure, effect, target.option, deed) : undefined;
}

function lacking(code: RefusalCode, missing: readonly Missing[]): Contrary | undefined {
  if (missing.length === 0) return undefined;
  return { code, detail: { missing, because: missing.map(({ label }) => `“${label}”`).join(', ') } };
}

function absentSeats(procedure: Procedure, seats: readonly Id[], meeting: Meeting | undefined): readonly Missing[] {
  return seats.filter((seat) => !meeting?.present.includes(seat)).map((seat) => ({ kind: 'quorum', id: seat, label: partyLabel(procedure, seat) }));
}

/** A seat, or any seat of a body, that was taken by somebody with a declared interest. */
function interested(procedure: Procedure, seat: Id, meeting: Meeting | undefined): Contrary | undefined {
  const seats = [seat, ...(procedure.parties[seat]?.seats ?? [])];
  const found = meeting?.interests?.find((interest) => seats.includes(interest.seat) && meeting.present.includes(interest.seat));
  if (!found) return undefined;
  const label = partyLabel(procedure, found.seat);
  return { code: 'declared-interest', detail: { because: label, missing: [{ kind: 'interest', id: found.seat, label }] } };
}

function otherwiseThan(procedure: Procedure, effect: Demand['effect'], [task, option]: readonly [Id, Id], { options }: Deed): Contrary | undefined {
  if (!options || options.includes(option) === (effect === 'require')) return undefined;
  const label = optionLabel(procedure, task, option);
  const because = effect === 'require' ? `the rules require “${label}”.` : `the rules do not allow “${label}”.`;
  return { code: 'forced-option', detail: { because, what: `“${taskLabel(procedure, task)}”`, missing: [{ kind: 'option', id: option, label }] } };
}
