// Moments at which a case changes though nobody acts: an appointment begins or is over, a hold's date passes, a task
// comes round, an answer begins to hold. They are noted when they become known, derived between events at their
// instants, and never stored.
import type { Id } from '../procedure/types.ts';
import type { Instant } from '../time/types.ts';
import type { Coming } from './dated-answers.ts';
import { inside, type Draft } from './folded.ts';
import type { Reminder } from './hold-reminders.ts';
import type { Period } from './periods.ts';
import type { Kind } from './reads.ts';
import type { Held } from './scope.ts';

/** What changes, by kind and name, and when. */
export interface Turn { readonly at: Instant; readonly touch: readonly [Kind, Id]; /** The task whose period has passed. */ readonly period?: Period; /** The hold of which people are reminded. */ readonly reminder?: Reminder; /** The answer whose day has come. */ readonly coming?: Coming }

/** Notes a turn to come, in order of time; one that is noted already is noted once. */
export function expectTurn(draft: Draft, turn: Turn): void {
  const { turns } = draft[inside];
  if (turns.some(({ at, touch: [kind, name] }) => at === turn.at && kind === turn.touch[0] && name === turn.touch[1])) return;
  draft[inside].turns = [...turns, turn].toSorted((a, b) => a.at - b.at);
}

/** The first turn that has come by an instant. */
export function nextTurn(held: Held, until: Instant): Turn | undefined {
  const [first] = held[inside].turns;
  return first !== undefined && first.at <= until ? first : undefined;
}

/** Takes a turn off the list: it has come. */
export function takeTurn(draft: Draft, turn: Turn): void {
  draft[inside].turns = draft[inside].turns.filter((one) => one !== turn);
}
