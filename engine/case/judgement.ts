// Whether an act may be done as it is, rule by rule. Must: the contrary is refused. Should always: refused without a
// recorded reason, then flagged. Should: accepted, the departure recorded. Consider: a reason shows that it was.
import type { Id, Procedure, Text } from '../procedure/types.ts';
import { missingFields } from './answers.ts';
import { rulesOnAppointments } from './independence.ts';
import { refuse, type RefusalDetail } from './refusals.ts';
import type { Demand } from './requirements.ts';
import type { Answer, Meeting, Missing, Refusal, RefusalCode, TaskRecord } from './types.ts';
import { anyOf, everyText, optionLabel, partyLabel, ruleLabel, taskLabel, textOf } from './words.ts';

/** The act as judged. */
export interface Deed {
  /** Task or door. */
  readonly subject: Id;
  readonly label: string;
  /** The act's own answer to a question, else the case's. */
  readonly answerTo: (question: Id) => Answer | undefined;
  readonly options?: readonly Id[] | undefined;
  readonly meeting?: Meeting | undefined;
  /** By which way it went, where that is said. */
  readonly channel?: string | undefined;
  /** Reason or reasons given with it. */
  readonly reason?: string | undefined;
  /** The party in whose name it is done, and the seats whose holders declared an involvement. */
  readonly as?: Id;
  readonly involved?: readonly Id[] | undefined;
  /** Whether the person who acts did another task; undefined while nobody has. */
  readonly isDoerOf?: (task: Id) => boolean | undefined;
}
export type Departures = TaskRecord['departures'];

interface Contrary { readonly code: RefusalCode; readonly detail: RefusalDetail }

/** A refusal, or the departures to be recorded with the act. */
export function judge(procedure: Procedure, demands: readonly Demand[], deed: Deed): Refusal | Departures {
  const departures: Departures[number][] = [];
  // A reason is asked for where one would help: not before what bars the deed whatever is said.
  let unreasoned: Refusal | undefined;
  for (const demand of demands) {
    const contrary = contraryTo(procedure, demand, deed);
    if (!contrary || demand.strength === 'may') continue;
    const reasoned = deed.reason !== undefined && deed.reason.trim() !== '';
    const detail = { what: deed.label, rule: demand.rule, ...contrary.detail };
    if (demand.waits) return refuse(procedure, 'waits', { ...detail, because: `an answer on which “${ruleLabel(procedure, demand.rule)}” rests is not known.` });
    const barred = demand.strength === 'must';
    if (barred && contrary.code !== 'missing-reason') return refuse(procedure, contrary.code, detail);
    if (barred || (demand.strength !== 'should' && !reasoned)) unreasoned ??= refuse(procedure, 'missing-reason', { ...detail, missing: [reasonFor(deed)] });
    if (demand.strength !== 'consider') departures.push(reasoned ? { rule: demand.rule, reason: deed.reason } : { rule: demand.rule });
  }
  return unreasoned ?? departures;
}

const reasonFor = ({ subject, label }: Deed): Missing => ({ kind: 'reason', id: subject, label });

/** How the deed goes against the demand, if it does. */
function contraryTo(procedure: Procedure, { rule, effect, target }: Demand, deed: Deed): Contrary | undefined {
  if ('task' in target || 'reply' in target) return effect === 'forbid' ? { code: 'forbidden', detail: {} } : undefined;
  if ('fields' in target) return lacking('missing-field', missingFields(procedure, deed.answerTo, target.fields));
  if ('reasons' in target) return deed.reason?.trim() ? undefined : { code: 'missing-reason', detail: { missing: [reasonFor(deed)] } };
  if ('seats' in target) return lacking('quorum', absentSeats(procedure, target.seats, deed.meeting));
  if ('seat' in target) return effect === 'forbid' ? interested(procedure, target.seat, deed, rulesOnAppointments(procedure).has(rule)) : undefined;
  if ('channels' in target) return effect === 'require' ? byOtherWay(target.channels, deed.channel) : undefined;
  if ('doer' in target) return sameDoer(procedure, effect, target.doer, deed);
  return 'option' in target ? otherwiseThan(procedure, effect, target.option, deed) : undefined;
}

function lacking(code: RefusalCode, missing: readonly Missing[]): Contrary | undefined {
  if (missing.length === 0) return undefined;
  return { code, detail: { missing, because: missing.map(({ label }) => `“${label}”`).join(', ') } };
}

/** Sent by a way that is said and is none of these; letter case and spaces at the ends do not count. */
function byOtherWay(channels: readonly Text[], channel: string | undefined): Contrary | undefined {
  const plain = (words: string): string => words.trim().toLowerCase();
  if (channel === undefined || plain(channel) === '' || channels.some((one) => everyText(one).map(plain).includes(plain(channel)))) return undefined;
  return { code: 'wrong-channel', detail: { because: anyOf(channels.flatMap((one) => textOf(one) ?? [])), missing: [] } };
}

function absentSeats(procedure: Procedure, seats: readonly Id[], meeting: Meeting | undefined): readonly Missing[] {
  return seats.filter((seat) => !meeting?.present.includes(seat)).map((seat) => ({ kind: 'quorum', id: seat, label: partyLabel(procedure, seat) }));
}

/**
 * A seat, or any seat of a body, that was taken by somebody with an interest declared at the meeting or when
 * appointed. `barred`: the rule asks of appointments itself, so that taking the seat at all is contrary to it.
 */
function interested(procedure: Procedure, seat: Id, { meeting, as, involved = [] }: Deed, barred: boolean): Contrary | undefined {
  const seats = [seat, ...(procedure.parties[seat]?.seats ?? [])];
  const taking = [...(meeting?.present ?? []), ...(as === undefined ? [] : [as])].filter((one) => seats.includes(one));
  const declared = taking.find((one) => involved.includes(one) || meeting?.interests?.some((interest) => interest.seat === one));
  const found = declared ?? (barred ? taking[0] : undefined);
  if (found === undefined) return undefined;
  const label = partyLabel(procedure, found);
  const missing: readonly Missing[] = [{ kind: 'interest', id: found, label }];
  return declared === undefined ? { code: 'not-independent', detail: { missing } } : { code: 'declared-interest', detail: { because: label, missing } };
}

/** The person who did the other task may not do this one, or must; while nobody did it, nothing stands against it. */
function sameDoer(procedure: Procedure, effect: Demand['effect'], other: Id, { isDoerOf, subject, label }: Deed): Contrary | undefined {
  const same = isDoerOf?.(other);
  if (same === undefined || same === (effect === 'require')) return undefined;
  const because = effect === 'require' ? `it falls to the person who did “${taskLabel(procedure, other)}”.` : `the person who did “${taskLabel(procedure, other)}” may not do it as well.`;
  return { code: 'not-independent', detail: { because, missing: [{ kind: 'role', id: subject, label }] } };
}

function otherwiseThan(procedure: Procedure, effect: Demand['effect'], [task, option]: readonly [Id, Id], { options }: Deed): Contrary | undefined {
  if (!options || options.includes(option) === (effect === 'require')) return undefined;
  const label = optionLabel(procedure, task, option);
  const because = effect === 'require' ? `the rules require “${label}”.` : `the rules do not allow “${label}”.`;
  return { code: 'forced-option', detail: { because, what: `“${taskLabel(procedure, task)}”`, missing: [{ kind: 'option', id: option, label }] } };
}
