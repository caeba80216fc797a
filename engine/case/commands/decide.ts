// Deciding: options, reasons, who was there, and whether enough have agreed. Each party's view is recorded; the
// decision follows in the same outcome as soon as the views suffice.
import type { Id, Task } from '../../procedure/types.ts';
import { isMissingMeeting, judged, say, standing, withDepartures, type Attempt, type Body, type Standing, type Verdict } from '../attempt.ts';
import { actingAs } from '../doers.ts';
import { grouped } from '../plans.ts';
import { isRefusal } from '../refusals.ts';
import type { Refusal, View } from '../types.ts';
import { anyOf, optionLabel } from '../words.ts';

export function decide(attempt: Attempt, body: Body<'decide'>): Verdict {
  const stands = standing(attempt, body.task);
  if (isRefusal(stands)) return stands;
  const refused = unfit(attempt, stands, body);
  if (refused) return refused;
  const { options, reasons, meeting } = body;
  const departures = judged(attempt, stands, body.answers, { options, ...(reasons !== undefined && { reason: reasons }), ...(meeting && { meeting }) });
  if (isRefusal(departures)) return departures;
  const decision = { ...body, ...withDepartures(departures) };
  if ((stands.task.agreement?.by ?? 'one') === 'one') return [{ type: 'decisionTaken', payload: decision }];
  const views = viewsWith(attempt, stands, body);
  const agreed = agreedOn(stands.task, partiesOf(stands), views);
  const viewed = { type: 'viewRecorded', payload: { task: body.task, views, ...(body.answers && { answers: body.answers }) } } as const;
  return agreed ? [viewed, { type: 'decisionTaken', payload: { ...decision, options: agreed, views } }] : [viewed];
}

/** Refuses what cannot be a decision of this task at all. */
function unfit(attempt: Attempt, { id, task, what }: Standing, { options, reasons, meeting }: Body<'decide'>): Refusal | undefined {
  if (task.shape !== 'decide') return say(attempt, 'not-due-here', { what, because: 'there is nothing to decide in it.' });
  const offered = task.options ?? [];
  const { least, most } = task.choose ?? { least: 1, most: 1 };
  const fits = options.length >= least && options.length <= most && new Set(options).size === options.length && options.every((option) => offered.some((other) => other.id === option));
  const labels = offered.map((option) => `“${optionLabel(attempt.compiled.procedure, id, option.id)}”`);
  if (!fits) return say(attempt, 'bad-answer', { because: `${what} takes ${amount(least, most)} of ${anyOf(labels)}.`, missing: [{ kind: 'option', id, label: what }] });
  const alone = options.length > 1 ? offered.find((option) => option.alone && options.includes(option.id)) : undefined;
  if (alone) return say(attempt, 'bad-answer', { because: `In ${what}, “${optionLabel(attempt.compiled.procedure, id, alone.id)}” is taken alone or not at all.`, missing: [{ kind: 'option', id: alone.id, label: optionLabel(attempt.compiled.procedure, id, alone.id) }] });
  if (task.reasons === 'required' && !reasons?.trim()) return say(attempt, 'missing-reason', { what, missing: [{ kind: 'reason', id, label: what }] });
  return isMissingMeeting(task, meeting) ? say(attempt, 'missing-field', { what, because: 'a record of who was present', missing: [{ kind: 'field', id: 'meeting', label: 'Who was present' }] }) : undefined;
}

const amount = (least: number, most: number): string => (least === most ? String(least) : `${least} to ${most}`);

const partiesOf = ({ task, as }: Standing): readonly Id[] => task.agreement?.of ?? task.by ?? [as];

/** The views held so far with those of this act; a party's later view takes the place of its earlier one. */
function viewsWith({ compiled, folded, actor, occurred }: Attempt, stands: Standing, { options, reasons, views }: Body<'decide'>): readonly View[] {
  const party = actingAs(compiled, folded, actor, partiesOf(stands), occurred, stands.id) ?? actor.role;
  const own: readonly View[] = views ?? [{ party, options, ...(reasons !== undefined && { reasons }) }];
  const held = stands.record?.state === 'open' ? stands.record.views : [];
  return [...held.filter((view) => !own.some((other) => other.party === view.party)), ...own];
}

/** The options agreed on, once all, a majority or the number asked for share them; the casting party decides a tie. */
export function agreedOn({ agreement }: Task, parties: readonly Id[], views: readonly View[]): readonly Id[] | undefined {
  const needed = agreement?.by === 'all' ? parties.length : typeof agreement?.by === 'number' ? agreement.by : Math.floor(parties.length / 2) + 1;
  const counted = views.filter(({ party }) => parties.includes(party));
  const votes = grouped(counted, ({ options }) => [[...options].sort().join(' ')]);
  const winner = [...votes.values()].find((group) => group.length >= needed);
  if (winner) return winner[0]?.options;
  const casting = counted.length === parties.length ? counted.find(({ party }) => party === agreement?.casting) : undefined;
  return casting && isTied([...votes.values()].map((group) => group.length)) ? casting.options : undefined;
}

function isTied(counts: readonly number[]): boolean {
  const most = Math.max(...counts);
  return counts.filter((count) => count === most).length > 1;
}
