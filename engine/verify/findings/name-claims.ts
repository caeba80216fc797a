// Claims about what the names of tasks promise: a task that says the case goes back or on to a stage, from which no
// route leads there. Only plain phrases are read, and only where they name a stage of the procedure.
import type { CompiledProcedure } from '../../case/index.ts';
import { stageLabel, taskLabel } from '../../case/words.ts';
import { destinations, groupsAround } from '../../procedure/structure.ts';
import type { Id, Procedure, Transition } from '../../procedure/types.ts';
import type { Explored } from '../explore/explore.ts';
import type { Shown } from './shape-claims.ts';
import { quoted, stagesOfTask, taskWords } from './words.ts';

const GOES = /\b(?:(?:go(?:es)?|comes?|moves?) (?:back|on)|returns?) to ([^.,;:()]+)/i;
const SMALL = new Set(['a', 'an', 'the', 'stage', 'step']);

/** Tasks that say where the case goes, and from which it does not go there. */
export function notWhereItSays({ procedure }: CompiledProcedure, { tasks }: Explored): readonly Shown[] {
  return Object.entries(procedure.tasks).flatMap(([id, task]) => {
    const stage = stageNamed(procedure, taskLabel(procedure, id));
    if (stage === undefined || task.shape === 'decide' || procedure.transitions.some((route) => waitsFor(route, id) && comesTo(procedure, route, stage))) return [];
    const path = tasks.get(id);
    return [{
      code: 'V-107' as const, severity: 'problem' as const, title: 'A task that does not lead where its name says', pointer: `/tasks/${id}`, label: taskWords(procedure, id),
      words: `The name ${taskWords(procedure, id)} says that the case goes to ${quoted(stageLabel(procedure, stage))}. No route leads there when it is done, so the case stays where it is.`,
      stages: stagesOfTask(procedure, id), remedies: [`Draw a route to ${quoted(stageLabel(procedure, stage))} that is taken when it is done.`, 'Give the task another name.'], cites: task.cites ?? [],
      ...(path && { path: [...path, { move: { kind: 'do' as const, task: id, events: [] }, takes: [], stages: path.at(-1)?.stages ?? [] }] }),
    }];
  });
}

/** The stage that a name says is gone to: the first whose own name has each of those words. */
function stageNamed(procedure: Procedure, name: string): Id | undefined {
  const said = wordsOf(GOES.exec(name)?.[1] ?? '');
  return said.length === 0 ? undefined : Object.keys(procedure.stages).find((id) => { const own = wordsOf(stageLabel(procedure, id)); return said.every((word) => own.includes(word)); });
}

const wordsOf = (text: string): readonly string[] => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !SMALL.has(word));

/** Whether the task being done, or having been done, is what the route is taken on. */
const waitsFor = ({ on, if: criterion }: Transition, task: Id): boolean => ('done' in on && on.done === task) || JSON.stringify(criterion ?? {}).includes(`{"done":"${task}"}`);

/** To the stage, to a group around it or to what lies in it. */
const comesTo = (procedure: Procedure, route: Transition, stage: Id): boolean => destinations(route).some((to) => to === stage || groupsAround(procedure, stage).includes(to) || groupsAround(procedure, to).includes(stage));
