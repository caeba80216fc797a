// What every host of the store decides alike: what a retry is, where a page goes on, what a conflict and an unknown version say.
import type { CaseEvent } from '../case/types.ts';
import type { RegisterRow } from './types.ts';

export const UNKNOWN_VERSION_WORDS = 'This version is not in the store any more. Nothing was changed. Reload the page to see the versions there are.';
export const CONFLICT_WORDS = 'This changed in another tab or window since you opened it. Nothing you typed is lost.';

/**
 * True when the first event to append is the one already kept at that place: the same command, sent again
 * because its first answer was lost.
 */
export function isRetry(events: readonly CaseEvent[], kept: CaseEvent | undefined): boolean {
  return kept !== undefined && events[0]?.id === kept.id;
}

/** A place in the register as opaque text: the due instant and the case, in the order of the list. */
export const cursor = {
  write: (row: RegisterRow): string => `${row.nextDue}|${row.case}`,
  read: (text: string): { readonly nextDue: number; readonly case: string } => {
    const bar = text.indexOf('|');
    return { nextDue: Number(text.slice(0, bar)), case: text.slice(bar + 1) };
  },
};

/** Order of the register: soonest due first, then by case. */
export function bySoonest(a: Pick<RegisterRow, 'nextDue' | 'case'>, b: Pick<RegisterRow, 'nextDue' | 'case'>): number {
  return a.nextDue - b.nextDue || (a.case < b.case ? -1 : a.case > b.case ? 1 : 0);
}
