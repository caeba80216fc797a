// Where a stage is repeated over a list, several stages and tasks of a case are called alike: here each is called with
// the entry of the list that it is for.
import type { Case, TaskView } from '../../engine/case/types.ts';
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import { textOf } from '../procedures/catalogue.ts';

type Lanes = Pick<Case, 'instances'>;

/** The entry of the list that a stage is for; undefined for a stage that is not repeated. */
function entryOf({ stages }: Procedure, { instances = {} }: Lanes, stage: Id | undefined): string | undefined {
  const lanes = new Map(Object.values(instances).flat().map(({ lane, label }) => [lane, label]));
  if (lanes.size === 0) return undefined;
  for (let at = stage; at !== undefined; at = stages[at]?.within) {
    const label = lanes.get(at);
    if (label !== undefined) return label;
  }
  return undefined;
}
/** "Practice: Work on it". */
export function stageName(procedure: Procedure, item: Lanes, id: Id): string {
  const [entry, label] = [entryOf(procedure, item, id), textOf(procedure.stages[id]?.label)];
  return entry === undefined || entry === label ? label : `${entry}: ${label}`;
}
/** "Work on the strand (Practice)". */
export function taskName(procedure: Procedure, item: Lanes, { label, stage }: Pick<TaskView, 'label' | 'stage'>): string {
  const entry = entryOf(procedure, item, stage);
  return entry === undefined ? label : `${label} (${entry})`;
}
