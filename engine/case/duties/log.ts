// What the log of a procedure's duties says: since when they are kept, what was done, what was explained. It is told in
// order of occurrence, so that what is entered late counts where it belongs; what was withdrawn counts nowhere.
import type { Id } from '../../procedure/types.ts';
import { londonDay, parseDay, type Day } from '../../time/index.ts';
import type { Actor } from '../types.ts';
import type { DutyBody, DutyEvent, DutyEventType } from './types.ts';

type Body<T extends DutyBody['type']> = Omit<Extract<DutyBody, { readonly type: T }>, 'type'>;
export interface DutyPayloads extends Record<DutyEventType, object> {
  readonly dutiesKept: Body<'keepDuties'>;
  readonly dutyPerformed: Body<'performDuty'> & { readonly recipients: readonly Id[] };
  readonly dutyExplained: Body<'explainDuty'>;
  readonly dutyWithdrawn: Body<'withdrawDuty'>;
}

export interface Performance extends Omit<DutyPayloads['dutyPerformed'], 'round'> { readonly event: string; readonly by: Actor; readonly on: Day; /** A day of the round it was for. */ readonly round: Day }
export interface Excuse { readonly duty: Id; readonly round: Day; readonly reason: string }
/** The log as told. */
export interface Kept {
  /** The day from which duties are asked; undefined while nothing is recorded. */
  readonly since: Day | undefined;
  /** In order of occurrence. */
  readonly performances: readonly Performance[];
  readonly excuses: readonly Excuse[];
}

/** Payloads are what `performDuty` checked and wrote. */
const payload = <T extends DutyEventType>(event: DutyEvent, _type: T): DutyPayloads[T] => event.payload as unknown as DutyPayloads[T];

/** Reads the log. */
export function readLog(log: readonly DutyEvent[]): Kept {
  const withdrawn = new Set(log.flatMap((event) => (event.type === 'dutyWithdrawn' ? [payload(event, 'dutyWithdrawn').event] : [])));
  const told = log.filter(({ id }) => !withdrawn.has(id)).toSorted((a, b) => a.occurred - b.occurred || a.seq - b.seq);
  const performances = told.flatMap((event) => (event.type === 'dutyPerformed' ? [performanceIn(event)] : []));
  const kept = told.flatMap((event) => (event.type === 'dutiesKept' ? [parseDay(payload(event, 'dutiesKept').from)] : [])).at(-1);
  return {
    since: kept ?? performances[0]?.on, performances,
    excuses: told.flatMap((event) => (event.type === 'dutyExplained' ? [excuseIn(event)] : [])),
  };
}

function performanceIn(event: DutyEvent): Performance {
  const { round, ...performed } = payload(event, 'dutyPerformed');
  const on = londonDay(event.occurred);
  return { ...performed, event: event.id, by: event.actor, on, round: parseDay(round ?? '') ?? on };
}

function excuseIn(event: DutyEvent): Excuse {
  const { duty, round, reason } = payload(event, 'dutyExplained');
  return { duty, round: parseDay(round) ?? londonDay(event.occurred), reason };
}
