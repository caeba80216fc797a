// Two to four ways through the same case, side by side at one moment: stages, dates and what came of it.
import type { Id } from '../../procedure/types.ts';
import { dayWords, londonDay, parseDay, type Instant } from '../../time/index.ts';
import { deadlines } from '../deadlines.ts';
import { replay } from '../replay.ts';
import type { Case, DeadlineView } from '../types.ts';
import { innermostStages, optionLabel, stageLabel, taskLabel } from '../words.ts';
import type { Playbook, Way } from './types.ts';

/** One line of the comparison: what it is about, and what each way has there, in the order of the ways. */
export interface ComparedLine { readonly kind: 'stage' | 'decision' | 'task' | 'clock' | 'outcome'; readonly label: string; readonly cells: readonly ComparedCell[]; readonly differs: boolean }
export interface ComparedCell { readonly words: string; readonly state?: DeadlineView['state'] | undefined }

/** The ways as they stood at an instant, whatever their own clocks say. Lines on which no way has anything are left out. */
export function compareWays(book: Playbook, ways: readonly Way[], at: Instant): readonly ComparedLine[] {
  const cases = ways.map((way) => caseBy(book, way, at));
  const line = (kind: ComparedLine['kind'], label: string, cells: readonly ComparedCell[]): readonly ComparedLine[] =>
    (cells.every(({ words }) => words === '') ? [] : [{ kind, label, cells, differs: new Set(cells.map(({ words }) => words)).size > 1 }]);
  return merged([
    ...line('outcome', 'Where it stands', cases.map((held) => ({ words: standing(book, held) }))),
    ...decisionIds(book, cases).flatMap((task) => line('decision', taskLabel(book.compiled.procedure, task), cases.map((held) => ({ words: decided(book, held, task) })))),
    ...taskIds(book, cases).flatMap((task) => line('task', taskLabel(book.compiled.procedure, task), cases.map((held) => ({ words: doneOn(held, task) })))),
    ...stageIds(cases).flatMap((stage) => line('stage', stageLabel(book.compiled.procedure, stage), cases.map((held) => ({ words: enteredOn(held, stage) })))),
    ...clockLines(book, cases, at).flatMap(({ label, cells }) => line('clock', label, cells)),
  ]);
}

/** Lines that say the same of several recipients become one, with how many. */
function merged(lines: readonly ComparedLine[]): readonly ComparedLine[] {
  const same = new Map<string, ComparedLine[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.kind, line.label, line.cells]);
    same.set(key, [...(same.get(key) ?? []), line]);
  }
  return [...same.values()].flatMap((group) => group.slice(0, 1).map((line) => (group.length === 1 ? line : { ...line, label: `${line.label} (${group.length})` })));
}

/** The case of a way as its entries up to an instant made it. */
function caseBy({ versions, opening }: Playbook, way: Way, at: Instant): Case {
  const last = way.moments.findLast(({ entry }) => entry.at <= at)?.case ?? opening;
  return replay(versions, last.events, at);
}

function standing({ compiled: { tree, procedure } }: Playbook, held: Case): string {
  if (held.closed !== undefined) return `Closed ${dayOf(held.closed)}`;
  const where = innermostStages(tree, held.stages).map((id) => stageLabel(procedure, id)).join(', ');
  return held.caseType === undefined ? where : `${where} (${held.caseType})`;
}

const dayOf = (at: Instant): string => dayWords(londonDay(at), { year: false });

function stageIds(cases: readonly Case[]): readonly Id[] {
  return [...new Set(cases.flatMap(({ visits }) => visits.map(({ stage }) => stage)))];
}

function enteredOn({ visits }: Case, stage: Id): string {
  const visit = visits.findLast((one) => one.stage === stage);
  if (!visit) return '';
  return visit.left === undefined ? `since ${dayOf(visit.entered)}` : `${dayOf(visit.entered)} to ${dayOf(visit.left)}`;
}

function decisionIds({ compiled: { procedure } }: Playbook, cases: readonly Case[]): readonly Id[] {
  return Object.keys(procedure.tasks).filter((id) => procedure.tasks[id]?.shape === 'decide' && cases.some(({ tasks }) => tasks[id]?.some(({ state }) => state === 'done')));
}

function taskIds({ compiled: { procedure } }: Playbook, cases: readonly Case[]): readonly Id[] {
  return Object.keys(procedure.tasks).filter((id) => procedure.tasks[id]?.shape !== 'decide' && cases.some(({ tasks }) => tasks[id] !== undefined));
}

/** When it was done, or first sent. */
function doneOn({ tasks }: Case, task: Id): string {
  const record = tasks[task]?.at(-1);
  const at = record?.done ?? record?.sent;
  return at === undefined ? '' : dayOf(at);
}

function decided({ compiled: { procedure } }: Playbook, { tasks }: Case, task: Id): string {
  const record = tasks[task]?.findLast(({ state }) => state === 'done');
  return record ? `${(record.options ?? []).map((id) => optionLabel(procedure, task, id)).join(', ')}, ${dayOf(record.done ?? 0)}` : '';
}

interface Dated { readonly label: string; readonly cells: readonly ComparedCell[] }

function clockLines({ versions }: Playbook, cases: readonly Case[], at: Instant): readonly Dated[] {
  const views = cases.map((held) => new Map(deadlines(versions, held, at).map((view) => [`${view.timescale}/${view.task}/${view.recipient ?? ''}`, view])));
  const keys = new Set(views.flatMap((view) => [...view.keys()]));
  return [...keys].map((key) => ({ label: views.map((view) => view.get(key)?.label).find((label) => label !== undefined) ?? '', cells: views.map((view) => clockCell(view.get(key))) }));
}

function clockCell(view: DeadlineView | undefined): ComparedCell {
  if (!view?.date) return { words: '' };
  const late = view.state === 'overdue' || view.state === 'met-late' ? `, ${view.lateWords ?? 'late'}` : view.state === 'met' ? ', met' : '';
  const time = view.date.length > 10 ? ` ${view.date.slice(11)}` : '';
  return { words: `${dayWords(parseDay(view.date.slice(0, 10)) ?? 0, { year: false })}${time}${late}`, state: view.state };
}
