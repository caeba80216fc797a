// Deciding: options, reasons, who was there, and whether enough have agreed. Each party's view is recorded; the
// decision follows in the same outcome as soon as the views suffice and the rules allow it.
import type { Id } from '../../procedure/types.ts';
import { agreedOn, votersOf } from '../agreement.ts';
import { isMissingMeeting, judged, refuseWhileSigned, say, standing, withDepartures, wrongRole, type Attempt, type Body, type Standing, type Verdict } from '../attempt.ts';
import { actingAs } from '../doers.ts';
import { standsAt } from '../in-force.ts';
import type { Departures } from '../judgement.ts';
import { isRefusal } from '../refusals.ts';
import type { Refusal, View } from '../types.ts';
import { anyOf, optionLabel, partyLabel } from '../words.ts';

export function decide(attempt: Attempt, body: Body<'decide'>): Verdict {
  const stands = standing(attempt, body.task);
  if (isRefusal(stands)) return stands;
  const refused = refuseWhileSigned(attempt, stands) ?? unfit(attempt, stands, body);
  if (refused) return refused;
  if (isJoint(stands)) return decideTogether(attempt, stands, body);
  const departures = judgedAs(attempt, stands, body, body.options);
  return isRefusal(departures) ? departures : [{ type: 'decisionTaken', payload: withDepartures(body, departures) }];
}

const isJoint = ({ task }: Standing): boolean => (task.agreement?.by ?? 'one') !== 'one';

/** Rules on the act; those on its options only where these are the outcome. */
function judgedAs(attempt: Attempt, stands: Standing, { answers, reasons, meeting }: Body<'decide'>, options: readonly Id[] | undefined): Refusal | Departures {
  return judged(attempt, stands, answers, { options, reason: reasons, meeting });
}

/** A must binds the outcome and never a member's view: one that may not become the outcome is recorded, and nothing follows. */
function decideTogether(attempt: Attempt, stands: Standing, body: Body<'decide'>): Verdict {
  const voters = votersOf(attempt.compiled.procedure, stands.task, [stands.as]);
  const own = ownViews(attempt, stands, body, voters);
  const asView = isRefusal(own) ? own : judgedAs(attempt, stands, body, undefined);
  if (isRefusal(own)) return own;
  if (isRefusal(asView)) return asView;
  const held = stands.record?.state === 'open' ? stands.record.views : [];
  const views = [...held.filter((view) => !own.some((other) => other.party === view.party)), ...own];
  const viewed = { type: 'viewRecorded', payload: { task: body.task, views, ...(body.answers && { answers: body.answers }) } } as const;
  const agreed = agreedOn(stands.task, voters, views);
  if (!agreed) return [viewed];
  const departures = judgedAs(attempt, stands, body, agreed);
  if (isRefusal(departures)) return isAboutOptions(attempt, departures) ? [viewed] : departures;
  return [viewed, { type: 'decisionTaken', payload: withDepartures({ ...body, options: agreed, views }, departures) }];
}

const isAboutOptions = ({ compiled: { plans } }: Attempt, { rule }: Refusal): boolean => plans.onOptions.some((bearing) => bearing.rule === rule);

/** Refuses what cannot be a decision of this task at all. */
function unfit(attempt: Attempt, stands: Standing, { options, reasons, meeting, abstains }: Body<'decide'>): Refusal | undefined {
  const { id, task, what } = stands;
  if (task.shape !== 'decide') return say(attempt, 'not-due-here', { what, because: 'there is nothing to decide in it.' });
  const silent = isJoint(stands) && abstains === true && options.length === 0;
  const wrong = silent ? undefined : wrongOptions(attempt, stands, options);
  if (wrong) return wrong;
  if (task.reasons === 'required' && !silent && !reasons?.trim()) return say(attempt, 'missing-reason', { what, missing: [{ kind: 'reason', id, label: what }] });
  return isMissingMeeting(task, meeting) ? say(attempt, 'missing-field', { what, because: 'a record of who was present', missing: [{ kind: 'field', id: 'meeting', label: 'Who was present' }] }) : undefined;
}

const amount = (least: number, most: number): string => (least === most ? String(least) : `${least} to ${most}`);

/** Refuses options that are not offered, too few, too many, or taken beside one that stands alone. */
export function wrongOptions(attempt: Attempt, { id, task, what }: Standing, options: readonly Id[]): Refusal | undefined {
  const { compiled: { procedure }, occurred } = attempt;
  const offered = (task.options ?? []).filter((option) => standsAt(option, occurred));
  const { least, most } = task.choose ?? { least: 1, most: 1 };
  const fits = options.length >= least && options.length <= most && new Set(options).size === options.length && options.every((option) => offered.some((other) => other.id === option));
  const labels = (): readonly string[] => offered.map((option) => `“${optionLabel(procedure, id, option.id)}”`);
  if (!fits) return say(attempt, 'bad-answer', { because: `${what} takes ${amount(least, most)} of ${anyOf(labels())}.`, missing: [{ kind: 'option', id, label: what }] });
  const alone = options.length > 1 ? offered.find((option) => option.alone && options.includes(option.id)) : undefined;
  if (!alone) return undefined;
  const label = optionLabel(procedure, id, alone.id);
  return say(attempt, 'bad-answer', { because: `In ${what}, “${label}” is taken alone or not at all.`, missing: [{ kind: 'option', id: alone.id, label }] });
}

/** The views that this act brings: the actor's own, or those of a meeting, whose members that were not there are absent. */
function ownViews(attempt: Attempt, stands: Standing, { options, reasons, views, meeting, abstains }: Body<'decide'>, voters: readonly Id[]): readonly View[] | Refusal {
  const { compiled, folded, actor, occurred } = attempt;
  const { casting } = stands.task.agreement ?? {};
  const asked = casting === undefined || voters.includes(casting) ? voters : [...voters, casting];
  const party = actingAs(compiled, folded, actor, asked, occurred, stands.id);
  if (!views && party === undefined) return say(attempt, 'missing-field', { what: stands.what, because: 'the view of each who decides', missing: [{ kind: 'field', id: 'views', label: 'Views' }] });
  if (!views) return [{ party: party ?? actor.role, options, ...(abstains && { abstained: true }), ...(reasons !== undefined && { reasons }) }];
  const wrong = refuseViews(attempt, stands, views, asked, party);
  if (wrong) return wrong;
  const absent = stands.task.meeting && meeting ? voters.filter((id) => !meeting.present.includes(id) && !views.some((view) => view.party === id)) : [];
  return [...views, ...absent.map((id): View => ({ party: id, options: [], absent: true }))];
}

/** Whoever minutes a meeting enters the views of its members; else each enters its own, and anybody those of a party outside. */
function refuseViews(attempt: Attempt, stands: Standing, views: readonly View[], asked: readonly Id[], own: Id | undefined): Refusal | undefined {
  const { procedure } = attempt.compiled;
  const speaks = (id: Id): boolean => asked.includes(id) && (id === own || stands.task.meeting !== undefined || procedure.parties[id]?.outside === true);
  const stranger = views.find(({ party }) => !speaks(party));
  if (stranger) return wrongRole(attempt, `The view of ${partyLabel(procedure, stranger.party)} on ${stands.what}`, asked.includes(stranger.party) ? [stranger.party] : asked);
  const silent = ({ options, abstained, absent }: View): boolean => options.length === 0 && (abstained === true || absent === true);
  return views.map((view) => (silent(view) ? undefined : wrongOptions(attempt, stands, view.options))).find((refusal) => refusal !== undefined);
}
