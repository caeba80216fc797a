// A stage put into a route: what led on now leads to it, and from it to where it led before.
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import { stageTitle } from '../model/text.ts';
import { treeOf } from '../model/tree.ts';
import { words } from '../words.ts';
import { freeLabel, inTurn, triggersOf, type Command } from './commands.ts';

/** As one step: the stage, something to do in it, its owner that of the stage before, and both routes. */
export const putBetween = (transition: Id): Command => (procedure) => {
  const route = procedure.transitions.find((each) => each.id === transition);
  const [from] = route?.from ?? [];
  const to = route?.to;
  if (from === undefined || typeof to !== 'string') return { ok: false, words: words.edits.noBetween };
  const within = levelOf(procedure, from, to);
  if (procedure.stages[within ?? '']?.parallel === true) return { ok: false, words: words.edits.noBetween };
  const label = freeLabel(procedure, words.kindNew(words.kinds.other));
  const owner = procedure.stages[from]?.owner;
  return inTurn([
    () => ({ type: 'addStage', kind: 'other', label, after: from, ...(within === undefined ? {} : { within }) }),
    (_, [stage = '']) => (owner === undefined ? null : { type: 'setOwner', stage, owner }),
    (_, [stage = '']) => ({ type: 'addTask', shape: 'record', label, in: [stage] }),
    (_, [stage = '']) => ({ type: 'retargetTransition', transition, to: stage }),
    (now, [stage = '']) => ({ type: 'addTransition', from: [stage], to, on: triggersOf(now, stage)[0] ?? { chosen: { by: [] } } }),
  ], words.edits.between(stageTitle(procedure, from), stageTitle(procedure, to)))(procedure);
};

/** The group in which it stands: that of the stage led to where the one before lies in it too, else that of the one before. */
function levelOf(procedure: Procedure, from: Id, to: Id): Id | undefined {
  const tree = treeOf(procedure);
  const beyond = tree.parent(to);
  return (beyond === null || tree.ancestors(from).includes(beyond) ? beyond : tree.parent(from)) ?? undefined;
}
