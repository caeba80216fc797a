// The state of a clock as one word with its colour and sign.
import type { DeadlineView } from '../../engine/case/types.ts';
import { parseDay } from '../../engine/time/day.ts';
import { londonDay } from '../../engine/time/london.ts';
import type { Instant } from '../../engine/time/types.ts';
import { plural } from '../../engine/time/words.ts';
import type { SignName, TagKind } from '../../ui/index.ts';
import { civilWords } from '../dates.ts';
import { isToday } from './order.ts';

export interface StateWord { readonly kind: TagKind; readonly sign?: SignName; readonly words: string }

/** "2 working days late", "Due today", "7 days left", "Met", "Waits", "No date". */
export function deadlineState(deadline: DeadlineView, now: Instant): StateWord {
  switch (deadline.state) {
    case 'overdue': return { kind: 'late', sign: 'late', words: deadline.lateWords ?? 'Late' };
    case 'due': return isToday(deadline, now) ? { kind: 'soon', sign: 'today', words: dueToday(deadline) } : { kind: 'pending', sign: 'coming', words: left(deadline, now) };
    case 'met': return { kind: 'met', sign: 'met', words: 'Met' };
    case 'met-late': return { kind: 'soon', sign: 'met', words: deadline.lateWords === undefined ? 'Met late' : `Met, ${deadline.lateWords}` };
    case 'pending': return { kind: 'pending', sign: 'waits', words: 'Waits' };
    case 'not-yet': return { kind: 'pending', sign: 'coming', words: 'Too early' };
    case 'stopped': return { kind: 'pending', words: 'Stopped' };
    case 'no-date': return { kind: 'held', sign: 'none', words: 'No date' };
  }
}
function dueToday(deadline: DeadlineView): string {
  return deadline.date !== undefined && deadline.date.length > 10 ? `Due today, ${deadline.date.slice(11)}` : 'Due today';
}
function left(deadline: DeadlineView, now: Instant): string {
  const day = parseDay((deadline.date ?? '').slice(0, 10));
  if (day === undefined) return 'To come';
  const days = day - londonDay(now);
  return days === 1 ? 'Tomorrow' : `${plural(days, 'day')} left`;
}
/** The same for a list of tasks, where the date itself says more than the days left. */
export function taskState(deadline: DeadlineView | undefined, now: Instant): StateWord | undefined {
  if (deadline === undefined) return undefined;
  if (deadline.state === 'due' && !isToday(deadline, now) && deadline.date !== undefined) return { kind: 'pending', sign: 'coming', words: `By ${civilWords(deadline.date, false)}` };
  return deadlineState(deadline, now);
}
const ORDER = ['overdue', 'due', 'not-yet', 'pending', 'no-date', 'met-late', 'met', 'stopped'] as const;
/** Late, due, coming, waiting, without date, met. */
export function byUrgency(a: DeadlineView, b: DeadlineView): number {
  return ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.latest ?? Number.MAX_SAFE_INTEGER) - (b.latest ?? Number.MAX_SAFE_INTEGER);
}
