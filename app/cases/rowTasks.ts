// What a line of the register keeps of a case's open tasks, so that lists over all cases need not tell each case anew.
import { assignments } from '../../engine/case/assignments.ts';
import type { Case, DeadlineView, TaskView } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { RowClock, RowTask } from '../../engine/store/types.ts';
import { expectsReply, isIn } from './replies.ts';
import { chaseSet } from './agencies/chases.ts';
import { taskName } from './lanes.ts';
import { ownSignOff, turnOf } from './signing/turns.ts';

/** Open tasks in the order given; of a closed case only those that stand after closing. */
export function rowTasks(procedure: Procedure, views: readonly TaskView[], item: Pick<Case, 'instances' | 'closed' | 'events' | 'tasks'>): readonly RowTask[] {
  const assigned = assignments(item);
  return views.flatMap((view) => {
    if (view.state !== 'open' && view.state !== 'waiting') return [];
    return item.closed !== undefined && procedure.tasks[view.id]?.afterClosing !== true ? [] : [{ ...rowTask(procedure, view, view.state, taskName(procedure, item, view)), ...(assigned[view.id] === undefined ? {} : { person: assigned[view.id]?.person ?? '' }) }];
  });
}
function rowTask(procedure: Procedure, view: TaskView, state: RowTask['state'], label: string): RowTask {
  const out = expectsReply(procedure, view.id) ? (view.record?.recipients ?? []).filter((one) => one.sent !== undefined && !isIn(procedure, view.id, one.state)).map((one) => one.party) : [];
  const chase = chaseSet(procedure, view);
  return {
    task: view.id, label, state, doers: turnOf(view).map(({ party }) => party), clocks: rowClocks(view.deadlines),
    ...(view.stageLabel === undefined ? {} : { stage: view.stageLabel }), ...(out.length === 0 ? {} : { out }), ...(view.record?.planned === undefined ? {} : { planned: view.record.planned }),
    ...(procedure.tasks[view.id]?.meeting === undefined ? {} : { meets: true as const }), ...(view.held === undefined ? {} : { held: view.held }),
    ...(chase === undefined ? {} : { chase }), ...(ownSignOff(view) === undefined ? {} : { signs: true as const }),
  };
}
/** Clocks not met yet; those that stand alike for several recipients share an entry. */
function rowClocks(deadlines: readonly DeadlineView[]): readonly RowClock[] {
  const kept = new Map<string, RowClock>();
  for (const one of deadlines) {
    if (one.state === 'met' || one.state === 'met-late') continue;
    const key = `${one.timescale} ${one.state} ${one.date ?? ''}`;
    const known = kept.get(key);
    const recipients = [...(known?.recipients ?? []), ...(one.recipient === undefined ? [] : [one.recipient])];
    kept.set(key, { ...(known ?? clockOf(one)), ...(recipients.length === 0 ? {} : { recipients }) });
  }
  return [...kept.values()];
}
function clockOf({ timescale, state, date, latest, earliest, sentence, days }: DeadlineView): RowClock {
  return { timescale, state, sentence, ...(date === undefined ? {} : { date }), ...(latest === undefined ? {} : { latest }), ...(earliest === undefined ? {} : { earliest }), ...(days === undefined ? {} : { days }) };
}
