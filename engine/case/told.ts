// Who is still to be told that the time for something was changed by hand. Telling is sending: anything that went to
// the party after the change. Procedures that ask nobody to be told pay nothing.
import { remembered } from '../procedure/remembered.ts';
import type { Id, Procedure } from '../procedure/types.ts';
import { listWords } from '../time/index.ts';
import type { CompiledProcedure } from './compile.ts';
import { recordsOf } from './folded.ts';
import type { Plans } from './plans.ts';
import type { Held } from './scope.ts';
import type { Case, Finding, TaskRecord } from './types.ts';
import { partyLabel, taskLabel } from './words.ts';

interface Duty { readonly timescale: Id; readonly task: Id; readonly tell: readonly Id[] }

const duties = remembered(({ timescales = {} }: Procedure): readonly Duty[] =>
  Object.entries(timescales).flatMap(([timescale, { adjust, for: task }]) => (adjust?.tell?.length ? [{ timescale, task, tell: adjust.tell }] : [])));

/** One finding for each changed timescale of whose last change somebody has not been told. */
export function untold({ procedure, plans }: CompiledProcedure, held: Held): readonly Finding[] {
  return duties(procedure).flatMap(({ timescale, task, tell }) => {
    const change = held.extensions.findLast((one) => one.timescale === timescale && !one.first);
    if (!change) return [];
    const told = sentSince(plans, held, change);
    const parties = tell.filter((party) => !told.has(party));
    if (parties.length === 0) return [];
    const named = listWords(parties.map((party) => partyLabel(procedure, party)));
    return [{ code: 'not-told', task, words: `The time for “${taskLabel(procedure, task)}” was changed, and nothing has gone to ${named} since.`, remedy: `Send ${named} word of the new date.` }];
  });
}

/** Whom anything went to since: in one walk over all records, since it is asked with every act from the change on. Only exchanges go to anybody, so that no other tasks are looked at. */
function sentSince({ exchanges }: Plans, held: Held, { at = -Infinity }: Case['extensions'][number]): ReadonlySet<Id> {
  const parties = new Set<Id>();
  for (const { id } of exchanges) {
    for (const { recipients } of recordsOf(held, id) ?? none) {
      for (const { party, sent } of recipients) if (sent !== undefined && sent > at) parties.add(party);
    }
  }
  return parties;
}

const none: readonly TaskRecord[] = [];
