import { Link } from 'wouter';
import type { TaskView } from '../../../engine/case/types.ts';
import { Table, Tag } from '../../../ui/index.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import { StateTag } from '../now/DoNow.tsx';
import { taskName } from '../lanes.ts';
import { countIn, expectsReply } from '../replies.ts';
import { tasksIn } from '../tabs.ts';
import type { TaskPlace } from '../tabs.ts';
import { doersWords } from '../tasks/fields.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';

/** Every task of one kind in this case, open ones first. */
export function TasksPage({ model, place }: { readonly model: CaseModel; readonly place: TaskPlace }) {
  const order = ['open', 'waiting', 'offered', 'done', 'withdrawn'];
  const views = tasksIn(model, place).toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const title = caseWords.frame.tabs[place];
  return <CaseFrame model={model} tab={place} title={title}><h1 className="cw-h1 case-h1">{title}</h1>{views.length === 0 ? <p>{caseWords.task.noneHere}</p> : <TaskTable model={model} views={views} title={title} />}</CaseFrame>;
}
export function TaskTable({ model, views, title }: { readonly model: CaseModel; readonly views: readonly TaskView[]; readonly title: string }) {
  const columns = [{ id: 'what', head: caseWords.deadlines.what }, { id: 'state', head: caseWords.deadlines.state }, { id: 'due', head: caseWords.frame.next }, { id: 'who', head: caseWords.task.who }];
  return (
    <Table caption={title} hideCaption columns={columns} rows={views.map((view) => ({
      id: view.id,
      cells: [<><Link href={`/cases/${model.case.id}/tasks/${view.id}`}>{taskName(model.procedure, model.case, view)}</Link>{view.stageLabel === undefined ? null : <span className="case-sub">{view.stageLabel}</span>}</>, <TaskStateTag key="state" model={model} view={view} />, view.state === 'open' || view.state === 'waiting' ? <StateTag key="due" model={model} view={view} /> : '', doersWords(model.procedure, view)],
    }))} />
  );
}
function TaskStateTag({ model, view }: { readonly model: CaseModel; readonly view: TaskView }) {
  const { done, of } = countIn(model.procedure, view);
  if (view.state === 'waiting' && expectsReply(model.procedure, view.id) && of > 0) return <Tag kind="soon">{caseWords.exchange.inCount(done, of)}</Tag>;
  return <Tag kind={view.state === 'done' ? 'met' : view.state === 'open' ? 'soon' : 'pending'} {...(view.state === 'done' ? { sign: 'met' as const } : {})}>{caseWords.task.state[view.state]}</Tag>;
}
