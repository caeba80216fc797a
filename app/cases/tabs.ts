// The places within a case; a place with nothing in it is not shown.
import type { TaskView } from '../../engine/case/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { CaseModel } from './types.ts';

export type TabId = 'now' | 'forms' | 'sent' | 'meetings' | 'decisions' | 'documents' | 'facts' | 'dates' | 'people' | 'related' | 'notes' | 'history';
export type TaskPlace = 'forms' | 'sent' | 'meetings' | 'decisions';

/** Where a task is listed: decisions, what a body meets for, what is sent, and everything that is filled in. */
export function placeOf(procedure: Procedure, view: TaskView): TaskPlace {
  if (view.shape === 'decide') return 'decisions';
  if (view.shape === 'exchange') return 'sent';
  return procedure.tasks[view.id]?.meeting === undefined ? 'forms' : 'meetings';
}
export function tasksIn(model: CaseModel, place: TaskPlace): readonly TaskView[] {
  return model.tasks.filter((view) => placeOf(model.procedure, view) === place);
}
export function tabsOf(model: CaseModel): readonly { readonly id: TabId; readonly path: string; readonly count?: number }[] {
  const places = (['forms', 'sent', 'meetings', 'decisions'] as const).map((id) => ({ id, path: `/${id}`, count: tasksIn(model, id).length })).filter((one) => one.count > 0);
  return [{ id: 'now', path: '' }, ...places, { id: 'documents', path: '/documents' }, { id: 'facts', path: '/facts' }, { id: 'dates', path: '/dates' }, { id: 'people', path: '/people' }, { id: 'related', path: '/related' }, { id: 'notes', path: '/notes' }, { id: 'history', path: '/history' }];
}
