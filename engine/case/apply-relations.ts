// What is told of related processes: each that opened stands open until it is told that it ended. One that opens
// takes a closed case up again, where the procedure says that it does.
import { closingAt } from './in-force.ts';
import type { Id } from '../procedure/types.ts';
import type { Apply } from './apply.ts';
import { inside, ownList, touch } from './folded.ts';
import { comeBack } from './moves.ts';
import { noteMoves, trigger, type Settling } from './settle.ts';
import type { RelationRecord } from './types.ts';

export const recordRelation: Apply<'relationRecorded'> = ({ settling, event }, { relation, state, lead, words, reference }) => {
  const { draft, compiled } = settling;
  const records = ownList(draft, 'relations');
  const index = records.findLastIndex((one) => one.ended === undefined && isSameLink(one, relation, reference));
  const known = records[index];
  const told: RelationRecord = {
    relation, opened: event.occurred, ...known,
    ...(lead !== undefined && { lead }), ...(words !== undefined && { words }), ...(reference !== undefined && { reference }),
    ...(state === 'ended' && { ended: event.occurred }),
  };
  if (known) records[index] = told;
  else records.push(told);
  touch(draft, 'relation', relation);
  if (known && state === 'open') return; // more became known of what is open already
  const opensAgain = state === 'open' && compiled.procedure.relations?.[relation]?.effects.includes('re-opens');
  if (opensAgain && draft.closed !== undefined && closingAt(compiled.procedure, settling.at)?.reopen) takeUpAgain(settling);
  const others = state === 'ended' && draft.relations.some((one) => one.relation === relation && one.ended === undefined);
  if (!others) trigger(settling, `relation.${relation}.${state}`);
};

/** A case may be linked to several others in one way; each is known by its own reference. */
export function isSameLink(one: RelationRecord, relation: Id, reference: string | undefined): boolean {
  return one.relation === relation && (reference === undefined || one.reference === undefined || one.reference === reference);
}

/** Brings a closed case back to the stage that its procedure names. */
export function takeUpAgain(settling: Settling): void {
  const { compiled, draft, at } = settling;
  draft.closed = undefined;
  draft[inside].waiting = [];
  noteMoves(settling, comeBack(compiled, draft, at));
}
