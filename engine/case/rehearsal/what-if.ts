// What an act would do, tried on the case and thrown away: the stages it would leave and enter, what it would ask for,
// the dates it would start; or what it lacks. Nothing is kept of it.
import type { Id } from '../../procedure/types.ts';
import { deadlines } from '../deadlines.ts';
import { perform } from '../perform.ts';
import type { Case, CommandBody, DeadlineView, Refusal } from '../types.ts';
import { stageLabel, taskLabel } from '../words.ts';
import { caseOf, wayOf, type Doing } from './player.ts';
import type { Playbook, Rehearsal } from './types.ts';

export type WhatIf = WouldDo | { readonly ok: false; readonly refusal: Refusal };
export interface WouldDo {
  readonly ok: true;
  /** Labels, in the procedure's words. */
  readonly leaves: readonly string[]; readonly enters: readonly string[]; readonly asks: readonly string[];
  /** Clocks that would have a date and have none, or another one, now. */
  readonly dates: readonly { readonly label: string; readonly date: string; readonly sentence: string }[];
}

/** What would come of an act at the clock's moment. The rehearsal stays as it is. */
export function whatIf(book: Playbook, rehearsal: Rehearsal, body: CommandBody, doing: Doing): WhatIf {
  const way = wayOf(rehearsal);
  const before = caseOf(book, way);
  const id = `${rehearsal.id}-if`;
  const acting = { now: way.clock, role: doing.role, person: doing.person, procedure: book.compiled.procedure.id, ...(doing.onBehalfOf === undefined ? {} : { onBehalfOf: doing.onBehalfOf }) };
  const outcome = perform(book.versions, before, { ...body, id, salt: id }, acting);
  if (!outcome.ok) return { ok: false, refusal: outcome.refusal };
  const { procedure } = book.compiled;
  const labels = (stages: readonly Id[], others: readonly Id[]): readonly string[] => stages.filter((stage) => !others.includes(stage)).map((stage) => stageLabel(procedure, stage));
  return {
    ok: true,
    leaves: labels(before.stages, outcome.case.stages), enters: labels(outcome.case.stages, before.stages),
    asks: openTasks(outcome.case).filter((task) => !openTasks(before).includes(task)).map((task) => taskLabel(procedure, task)),
    dates: newDates(deadlines(book.versions, before, way.clock), deadlines(book.versions, outcome.case, way.clock)),
  };
}

const openTasks = ({ tasks }: Case): readonly Id[] => Object.keys(tasks).filter((task) => tasks[task]?.at(-1)?.state === 'open');

function newDates(before: readonly DeadlineView[], after: readonly DeadlineView[]): WouldDo['dates'] {
  const key = ({ timescale, task, recipient }: DeadlineView): string => `${timescale}/${task}/${recipient ?? ''}`;
  const dates = new Map(before.map((view) => [key(view), view.date]));
  return after.flatMap((view) => (view.state === 'due' && view.date !== undefined && dates.get(key(view)) !== view.date ? [{ label: view.label, date: view.date, sentence: view.sentence }] : []));
}
