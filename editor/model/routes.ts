// Routes: one line of the diagram for each stage that a transition leaves and each stage it leads to, with the
// words on it. "When done" is the plain meaning and has no words; a branch, a condition or a join has.
import { remembered } from '../../engine/procedure/remembered.ts';
import type { Criterion, Id, Procedure, Transition } from '../../engine/procedure/types.ts';
import { lowerFirst, optionWords } from '../../engine/procedure/words/clock.ts';
import { words } from '../words.ts';
import { partyTitle, shortened, stageTitle, taskTitle, wordsOf } from './text.ts';
import { targetsOf, type Tree } from './tree.ts';

export interface Route {
  /** `transition/from/to`: unique on the diagram. */
  readonly id: string;
  readonly transition: Id;
  readonly from: Id;
  readonly to: Id;
  /** On the pill, at most 28 characters; null when the route has the plain meaning. */
  readonly label: string | null;
  /** The whole meaning, for the inspector and for speech. */
  readonly words: string;
  /** A branch of a decision. */
  readonly bold: boolean;
  /** Goes back to what came before. */
  readonly back: boolean;
}

/** The routes of a procedure in its order. */
export function routesOf(procedure: Procedure, tree: Tree): readonly Route[] {
  const routes: Route[] = [];
  for (const transition of procedure.transitions) {
    const label = labelOf(procedure, transition);
    for (const from of drawnFrom(transition, tree)) for (const to of targetsOf(transition)) {
      if (tree.position(from) < 0 || tree.position(to) < 0 || from === to) continue;
      const kind = procedure.stages[from]?.kind;
      routes.push({
        id: `${transition.id}/${from}/${to}`, transition: transition.id, from, to,
        label: label === null ? null : shortened(label, 28), words: triggerWords(procedure, transition),
        bold: kind === 'decision' && 'option' in transition.on, back: goesBack(tree, from, to),
      });
    }
  }
  return routes;
}

/** A set of stages that is all of one group leaves from the group's frame. */
function drawnFrom(transition: Transition, tree: Tree): readonly Id[] {
  const parents = new Set(transition.from.map((id) => tree.parent(id)));
  const [parent] = parents;
  if (transition.from.length < 2 || parents.size !== 1 || parent === null || parent === undefined) return transition.from;
  const working = tree.children(parent);
  return transition.from.length >= Math.max(2, working.length - 1) ? [parent] : transition.from;
}

function goesBack(tree: Tree, from: Id, to: Id): boolean {
  if (tree.ancestors(from).includes(to)) return true;
  return tree.position(to) < tree.position(from) && !tree.ancestors(to).includes(from);
}

/** What stands on the pill. */
function labelOf(procedure: Procedure, transition: Transition): string | null {
  const given = wordsOf(transition.label);
  if (given !== '') return given;
  const { on } = transition;
  if ('option' in on) return optionWords(procedure, on.option[0], on.option[1]);
  if ('lapsed' in on) return words.route.lapsed;
  if ('chosen' in on) return words.route.chosen(on.chosen.by.map((id) => partyTitle(procedure, id)).join(` ${words.or} `));
  if ('relation' in on) return words.route.relation[on.relation[1]];
  if (transition.otherwise === true) return words.route.otherwise;
  if (transition.if !== undefined) return conditionWords(procedure, transition.if);
  return siblings(procedure, transition) > 1 && 'done' in on ? taskTitle(procedure, on.done) : null;
}

/** The tasks that lead on from each stage, found once: every route asks. */
const tasksFrom = remembered((transitions: Procedure['transitions']): ReadonlyMap<Id, ReadonlySet<Id>> => {
  const made = new Map<Id, Set<Id>>();
  for (const { from, on } of transitions) {
    if (!('done' in on)) continue;
    for (const id of from) made.set(id, (made.get(id) ?? new Set()).add(on.done));
  }
  return made;
});

/** How many tasks lead on from the same stage. */
function siblings({ transitions }: Procedure, transition: Transition): number {
  const tasks = tasksFrom(transitions);
  return new Set(transition.from.flatMap((id) => [...tasks.get(id) ?? []])).size;
}

/** The trigger as a sentence's beginning: "When Notify the DfE is done". */
export function triggerWords(procedure: Procedure, transition: Transition): string {
  const { on } = transition;
  const base = 'done' in on ? words.route.whenDone(taskTitle(procedure, on.done))
    : 'option' in on ? words.route.whenOption(taskTitle(procedure, on.option[0]), optionWords(procedure, on.option[0], on.option[1]))
    : 'ended' in on ? words.route.whenEnded(stageTitle(procedure, on.ended))
    : 'lapsed' in on ? words.route.whenLapsed(taskTitle(procedure, procedure.timescales?.[on.lapsed]?.for ?? on.lapsed))
    : 'chosen' in on ? words.route.whenChosen(on.chosen.by.map((id) => partyTitle(procedure, id)).join(` ${words.or} `))
    : words.route.relation[on.relation[1]];
  const label = wordsOf(transition.label);
  const extra = transition.otherwise === true ? words.route.otherwise : transition.if !== undefined ? conditionWords(procedure, transition.if) : label;
  return extra === '' || base.includes(extra) ? base : `${base} (${lowerFirst(extra)})`;
}

/** A condition in a few words; a long one says only that there is one. */
function conditionWords(procedure: Procedure, criterion: Criterion): string {
  if ('rule' in criterion) return wordsOf(procedure.rules?.[criterion.rule]?.label) || words.route.condition;
  if ('var' in criterion) return wordsOf(procedure.questions[criterion.var]?.label) || words.route.condition;
  if ('!' in criterion) return words.route.not(conditionWords(procedure, criterion['!']));
  if ('taken' in criterion) return optionWords(procedure, criterion.taken[0], criterion.taken[1]);
  return words.route.condition;
}
