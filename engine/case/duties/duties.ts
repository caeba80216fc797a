// What the procedure itself owes, and how it stands: each duty with its rounds, what was done in each, and by when the
// next is due. Computed from the log on request; nothing of it is stored.
import type { Duty, Id } from '../../procedure/types.ts';
import { amountWords, civilDate, dayWords, londonDay, parseDay, type Day, type Instant } from '../../time/index.ts';
import type { CompiledProcedure } from '../compile.ts';
import { partyLabel, textOf } from '../words.ts';
import { readLog, type Kept, type Performance } from './log.ts';
import { countedFromLast, spansOf, type Span } from './rounds.ts';
import type { DutyAct, DutyEvent, DutyRound, DutyView } from './types.ts';

/**
 * The duties of the procedure as of an instant, in its order. A duty is asked from the day that the log says it is kept
 * from, from its first day in force where that is later, else from the day asked about. Those no longer in force, with
 * no round left, are left out.
 */
export function duties(compiled: CompiledProcedure, log: readonly DutyEvent[], asOf: Instant): readonly DutyView[] {
  const kept = readLog(log.filter(({ occurred }) => occurred <= asOf));
  return Object.entries(compiled.procedure.duties ?? {}).flatMap(([id, duty]) => {
    const rounds = roundsOf(compiled, id, duty, kept, londonDay(asOf));
    return rounds.length === 0 ? [] : [viewOf(compiled, id, duty, rounds)];
  });
}

function roundsOf(compiled: CompiledProcedure, id: Id, duty: Duty, kept: Kept, today: Day): readonly DutyRound[] {
  const own = kept.performances.filter((one) => one.duty === id);
  const begins = parseDay(duty.inForce?.from ?? '') ?? -Infinity;
  const since = Math.max(kept.since ?? today, begins);
  if (since > today) return [];
  const spans = spansOf(compiled, duty, since, today, own.map(({ on }) => on));
  const within = (day: Day, { first }: Span, index: number): boolean => (day >= first || index === 0) && day < (spans[index + 1]?.first ?? Infinity);
  return spans.map((span, index) => {
    const acts = own.filter(({ round }) => within(round, span, index));
    const reason = kept.excuses.findLast((excuse) => excuse.duty === id && within(excuse.round, span, index))?.reason;
    return roundOf(span, acts, reason, today);
  });
}

function roundOf({ first, due }: Span, acts: readonly Performance[], reason: string | undefined, today: Day): DutyRound {
  const told = acts.map((act) => actOf(act, due));
  const state: DutyRound['state'] = told.length > 0 ? (told.every(({ late }) => late) ? 'done-late' : 'done')
    : first > today ? 'to-come' : due === undefined ? 'no-date' : today <= due ? 'due' : reason === undefined ? 'overdue' : 'explained';
  return { first: civilDate(first), ...(due !== undefined && { due: civilDate(due) }), state, acts: told, ...(reason !== undefined && { reason }) };
}

function actOf({ event, on, by, recipients, cases = [], words, evidence }: Performance, due: Day | undefined): DutyAct {
  return { event, on: civilDate(on), by, late: due !== undefined && on > due, recipients, cases, ...(words !== undefined && { words }), ...(evidence !== undefined && { evidence }) };
}

function viewOf(compiled: CompiledProcedure, id: Id, duty: Duty, rounds: readonly DutyRound[]): DutyView {
  const { procedure } = compiled;
  const owed = rounds.find(({ state, due }) => due !== undefined && (state === 'overdue' || state === 'due' || state === 'to-come'));
  const date = owed?.due;
  return {
    duty: id, label: textOf(duty.label) ?? id, doers: duty.by.map((party) => ({ party, label: partyLabel(procedure, party) })), to: duty.to ?? [],
    ...(duty.register !== undefined && { register: duty.register }), state: standingOf(rounds), ...(date !== undefined && { date }),
    sentence: `${howOften(compiled, duty)}: ${owedWords(owed)}`, rounds, cites: duty.cites ?? [],
  };
}

function standingOf(rounds: readonly DutyRound[]): DutyView['state'] {
  const states = new Set(rounds.map(({ state }) => state));
  if (states.has('overdue')) return 'overdue';
  return states.has('due') ? 'due' : states.has('to-come') && !states.has('no-date') ? 'done' : 'no-date';
}

function howOften(compiled: CompiledProcedure, duty: Duty): string {
  const { every } = duty;
  if ('gap' in every) return `The source gives no period (${textOf(every.gap) ?? ''})`;
  if ('meeting' in every) return `At each meeting of “${textOf(compiled.procedure.meetings?.[every.meeting]?.label) ?? every.meeting}”`;
  const months = amountWords(every.months, 'months');
  return countedFromLast(compiled, duty) ? `Within ${months} of the last time` : `At least once in each ${months}`;
}

function owedWords(owed: DutyRound | undefined): string {
  const day = parseDay(owed?.due ?? '');
  if (!owed || day === undefined) return 'no day is known.';
  return owed.state === 'overdue' ? `owed by ${dayWords(day)}, and not recorded.` : owed.state === 'to-come' ? `next owed by ${dayWords(day)}.` : `owed by ${dayWords(day)}.`;
}
