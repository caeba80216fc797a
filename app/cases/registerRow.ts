// The line of the register that is kept in the same transaction as the events.
import type { Versions } from '../../engine/case/compile.ts';
import type { Case } from '../../engine/case/types.ts';
import { tasks } from '../../engine/case/tasks.ts';
import { deadlines } from '../../engine/case/deadlines.ts';
import { compiledOf } from '../../engine/case/replay.ts';
import { partingOf } from '../../engine/case/parting.ts';
import { register } from '../../engine/case/register.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { RegisterRow, RowContent } from '../../engine/store/types.ts';
import { civilWords } from '../dates.ts';
import { ageOf, bornOf, incidentOf, initialsOf } from './identity.ts';
import { stageName } from './lanes.ts';
import { asideTitle } from './life/entryTitles.ts';
import { firstDeadline, inOrder } from './order.ts';
import { rowTasks } from './rowTasks.ts';

/** The row of a case as it stands. */
export function registerRow(versions: Versions, item: Case): RegisterRow {
  const { procedure } = compiledOf(versions, item);
  const aside = partingOf(item.events);
  const due = (aside === undefined ? deadlines(versions, item, item.asOf) : []).filter((one) => (one.state === 'due' || one.state === 'overdue') && one.latest !== undefined).map((one) => one.latest ?? 0);
  // Nothing is to be done here in a case that goes on elsewhere.
  const views = aside === undefined ? tasks(versions, item, item.asOf) : [];
  const asked = item.findings.filter(({ code }) => aside === undefined && (code === 'hold-reminder' || code === 'unsupported-act')).map(({ words }) => words);
  const [next] = inOrder(views, () => true);
  const date = next === undefined ? undefined : firstDeadline(next)?.date;
  return {
    case: item.id, procedure: item.procedure.id, version: item.procedure.version, seq: item.events.length, head: item.head, stages: item.stages,
    opened: item.opened, changed: item.events.at(-1)?.recorded ?? item.opened, closed: item.closed === undefined ? 0 : 1,
    nextDue: due.length === 0 ? Number.MAX_SAFE_INTEGER : Math.min(...due), asOf: item.asOf,
    content: {
      reference: item.reference, initials: initialsOf(procedure, item.answers), stage: aside === undefined ? stageWords(procedure, item) : asideTitle(aside),
      hash: item.procedure.hash, ...(item.caseType === undefined ? {} : { caseType: item.caseType }), ...(next === undefined ? {} : { next: next.label }), ...(date === undefined ? {} : { nextDate: civilWords(date) }),
      ...(asked.length === 0 ? {} : { asks: asked }), ...subjectOf(procedure, item), ...(item.closed === undefined ? {} : { closedAt: item.closed }),
      tasks: rowTasks(procedure, views, item), registers: registerLines(versions, item),
    },
  };
}
function subjectOf(procedure: Procedure, item: Case): Pick<RowContent, 'age' | 'born' | 'incident'> {
  const age = ageOf(procedure, item.answers, item.asOf);
  const [born, incident] = [bornOf(procedure, item.answers), incidentOf(procedure, item.answers)];
  return { ...(age === undefined ? {} : { age }), ...(born === undefined ? {} : { born }), ...(incident === undefined ? {} : { incident }) };
}
/** The case's lines in the registers of its procedure; a register that leaves it out has none. */
function registerLines(versions: Versions, item: Case): NonNullable<RowContent['registers']> {
  const compiled = compiledOf(versions, item);
  const ids = Object.keys(compiled.procedure.registers ?? {});
  return Object.fromEntries(ids.flatMap((id) => {
    const lines = register(compiled, id, [item], item.asOf);
    return lines.length === 0 ? [] : [[id, lines.map((line) => line.cells)]];
  }));
}
/** The innermost stages a case is in, as their procedure calls them. */
export function stageWords(procedure: Procedure, item: Case): string {
  return innermost(procedure, item).map((id) => stageName(procedure, item, id)).join(', ');
}
export function innermost(procedure: Procedure, item: Case): readonly string[] {
  const groups = new Set(item.stages.map((id) => procedure.stages[id]?.within));
  return item.stages.filter((id) => !groups.has(id));
}
