// Edits of where a stage stands: in which group, in which order, a second time, and no longer where a hand put it.
import { wordsOf } from '../pointer.ts';
import { groupsAround, stagesWithin } from '../structure.ts';
import type { Id, Procedure, Task } from '../types.ts';
import type { Change } from './changes.ts';
import type { Planner } from './edit.ts';
import { freeId } from './names.ts';
import { stageName } from './stages.ts';

const noStage = { no: 'That stage is not in the procedure any more.' } as const;

/** The stage goes into a group, or out to the top level; a place given by hand does not go with it. */
export const nestStage: Planner<'nestStage'> = (edit, procedure) => {
  const { stage, within } = edit;
  const own = procedure.stages[stage];
  const group = within === undefined ? undefined : procedure.stages[within];
  if (own === undefined || (within !== undefined && group === undefined)) return noStage;
  const name = stageName(procedure, stage);
  if (own.within === within) return { no: `${name} is there already.` };
  if (within !== undefined && (within === stage || groupsAround(procedure, within).includes(stage))) return { no: 'A group cannot go into itself.' };
  if (group?.final === true) return { no: 'A stage that is an end can have no stages within it.' };
  const begins = within !== undefined && group?.parallel !== true && group?.initial === undefined;
  return {
    words: within === undefined ? `Take ${name} out of its group` : `Put ${name} into ${stageName(procedure, within)}`,
    changes: [
      ...left(procedure, stage, own.within), { path: ['stages', stage, 'within'], value: within },
      ...(begins ? [{ path: ['stages', within, 'initial'], value: stage }] : []), { path: ['layout', stage] },
    ],
  };
};

/** The group that a stage leaves begins elsewhere then; with nothing left in it, it is a stage like any other. */
function left(procedure: Procedure, stage: Id, group: Id | undefined): readonly Change[] {
  if (group === undefined) return [];
  const rest = stagesWithin(procedure, group).filter((id) => id !== stage);
  if (rest.length === 0) return [{ path: ['stages', group, 'initial'] }, { path: ['stages', group, 'parallel'] }];
  return procedure.stages[group]?.initial === stage ? [{ path: ['stages', group, 'initial'], value: rest[0] }] : [];
}

/** Among the stages beside it, one place up (-1) or down (1) in the order they are written. */
export const orderStage: Planner<'orderStage'> = ({ stage, by }, procedure) => {
  const own = procedure.stages[stage];
  if (own === undefined) return noStage;
  const beside = Object.keys(procedure.stages).filter((id) => procedure.stages[id]?.within === own.within);
  const other = beside[beside.indexOf(stage) + by];
  if (other === undefined) return { no: `${stageName(procedure, stage)} is ${by < 0 ? 'first' : 'last'} already.` };
  const order = Object.keys(procedure.stages).filter((id) => id !== stage);
  order.splice(order.indexOf(other) + (by > 0 ? 1 : 0), 0, stage);
  return { words: `Move ${stageName(procedure, stage)} ${by < 0 ? 'up' : 'down'}`, changes: [{ path: ['stages'], value: Object.fromEntries(order.map((id) => [id, procedure.stages[id]])) }] };
};

/** A second stage like the first, with its tasks and their clocks, and without its routes. */
export const duplicateStage: Planner<'duplicateStage'> = ({ stage }, procedure) => {
  const own = procedure.stages[stage];
  if (own === undefined) return noStage;
  if (stagesWithin(procedure, stage).length > 0) return { no: `${stageName(procedure, stage)} is a group. Duplicate its stages one by one.` };
  const id = freeId(`${stage} copy`, 'stage', Object.keys(procedure.stages));
  const used = new Set(Object.keys(procedure.tasks));
  const clocks = new Set(Object.keys(procedure.timescales ?? {}));
  const changes: Change[] = [];
  for (const [old, task] of Object.entries(procedure.tasks).filter(([, each]) => each.in?.length === 1 && each.in[0] === stage)) {
    const copy = freeId(`${old} copy`, 'task', used);
    used.add(copy);
    changes.push({ path: ['tasks', copy], value: { ...task, in: [id] } satisfies Task });
    for (const [clock, timescale] of Object.entries(procedure.timescales ?? {}).filter(([, each]) => each.for === old)) {
      const second = freeId(`${clock} copy`, 'clock', clocks);
      clocks.add(second);
      changes.push({ path: ['timescales', second], value: { ...timescale, for: copy } });
    }
  }
  const keys = Object.keys(procedure.stages);
  const label = `${stageName(procedure, stage)} (copy)`;
  return { id, words: `Duplicate ${wordsOf(own.label) ?? stage}`, changes: [{ path: ['stages', id], value: { ...own, label }, before: keys[keys.indexOf(stage) + 1] }, ...changes] };
};

/** Every box goes back to where the automatic layout puts it. */
export const clearLayout: Planner<'clearLayout'> = (_, procedure) =>
  (Object.keys(procedure.layout ?? {}).length === 0 ? { no: 'Nothing has been moved by hand.' } : { words: 'Tidy the diagram', changes: [{ path: ['layout'] }] });
