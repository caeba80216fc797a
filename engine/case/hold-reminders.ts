// People are asked from time to time whether a hold still stands: each reminder comes at its instant, while the hold is in
// force, and is a finding until somebody says that it does.
import { bounds, dayWords, isInHours, londonDay, startOfDay, type Count, type Instant } from '../time/index.ts';
import type { Id } from '../procedure/types.ts';
import type { CompiledProcedure } from './compile.ts';
import { ownList, type Draft } from './folded.ts';
import { holdLabel } from './holds.ts';
import type { Held } from './scope.ts';
import { expectTurn } from './turns.ts';
import type { Finding } from './types.ts';

/** The nth reminder of a hold, counted from when it began. */
export interface Reminder { readonly hold: Id; readonly from: Instant; readonly nth: number }

/** Looks ahead to a reminder, where the hold has one; it comes at the beginning of its day. */
export function expectReminder({ procedure, calendars }: CompiledProcedure, draft: Draft, reminder: Reminder): void {
  const { hold, from, nth } = reminder;
  const every = procedure.holds?.[hold]?.remindEvery;
  const calendar = calendars.get(procedure.conventions.calendar);
  if (!every || !calendar) return;
  const count: Count = { direction: 'within', amount: every.amount * nth, unit: every.unit, calendar, triggerDay: 0, roll: 'none' };
  const { latest } = bounds(count, { instant: from });
  if (latest !== undefined) expectTurn(draft, { at: isInHours(count) ? latest : startOfDay(londonDay(latest)), touch: ['hold', hold], reminder });
}

/** The reminder has come: it is noted, and the next one looked for; none once the hold is over. */
export function comeReminder(compiled: CompiledProcedure, draft: Draft, reminder: Reminder, at: Instant): void {
  const index = draft.holds.findIndex(({ hold, from }) => hold === reminder.hold && from === reminder.from);
  const held = draft.holds[index];
  if (!held || held.ended !== undefined) return;
  ownList(draft, 'holds')[index] = { ...held, reminded: at };
  expectReminder(compiled, draft, { ...reminder, nth: reminder.nth + 1 });
}

/** The reminders that nobody has answered yet. */
export function remindersOf(compiled: CompiledProcedure, { holds }: Held): readonly Finding[] {
  const open = holds.filter(({ ended, reminded, confirmed }) => ended === undefined && reminded !== undefined && (confirmed ?? -Infinity) < reminded);
  return open.map(({ hold, from }) => ({
    code: 'hold-reminder', words: `“${holdLabel(compiled, hold)}” has held the case since ${dayWords(londonDay(from))}. Does it still?`,
    remedy: 'Say that it still stands, or release it.',
  }));
}
