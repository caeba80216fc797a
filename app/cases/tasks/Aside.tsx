import type { ReactNode } from 'react';
import type { TaskView } from '../../../engine/case/types.ts';
import { Panel, Tag } from '../../../ui/index.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { Cites } from '../Cites.tsx';
import { DateAndWhy, grouped, recipientsIn } from '../now/DeadlineTable.tsx';
import type { Group } from '../now/DeadlineTable.tsx';
import { byUrgency, deadlineState } from '../states.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';
import { doersWords } from './fields.ts';
import { AssignPanel } from './AssignPanel.tsx';
import { PlanPanel } from './PlanPanel.tsx';
import { SmartPrompts } from './SmartAdvice.tsx';

const w = caseWords.task;
const MOST_CLOCKS = 4;

/** Beside a task: why it is asked in the source's words, how its time is counted, and whose it is. */
export function TaskAside({ model, view, children }: { readonly model: CaseModel; readonly view: TaskView; readonly children?: ReactNode }) {
  const task = model.procedure.tasks[view.id];
  const shown = grouped(view.deadlines.filter((one) => one.state !== 'stopped').toSorted(byUrgency)).slice(0, MOST_CLOCKS);
  return (
    <aside className="case-aside">
      {view.guidance === undefined || view.guidance === '' ? null : <Panel level={2} title={w.guidance}><p className="cw-s">{view.guidance}</p></Panel>}
      <SmartPrompts task={task} />
      <Panel level={2} title={w.why}><p className="cw-s">{view.why}</p><Cites procedure={model.procedure} cites={view.cites} most={1} /></Panel>
      {shown.length === 0 ? null : (
        <Panel level={2} title={w.clock}>
          {shown.map((group) => <Clock key={`${group[0].timescale}/${group[0].recipient ?? ''}`} model={model} view={view} group={group} />)}
        </Panel>
      )}
      <Panel level={2} title={w.who}><p className="cw-s">{doersWords(model.procedure, view)}</p>{task?.system === undefined ? null : <p className="cw-s">{w.system(textOf(task.system))}</p>}</Panel>
      <AssignPanel model={model} view={view} />
      <PlanPanel model={model} view={view} />
      {children}
    </aside>
  );
}

/** One clock, or the same clock of several recipients. */
function Clock({ model, view, group }: { readonly model: CaseModel; readonly view: TaskView; readonly group: Group }) {
  const [one] = group;
  const state = deadlineState(one, model.now);
  const whose = recipientsIn(model, group);
  const about = whose === '' ? (one.label === view.label ? '' : one.label) : `${one.label}: ${whose}`;
  return <div className="cw-s case-clock"><p><Tag kind={state.kind} {...(state.sign === undefined ? {} : { sign: state.sign })}>{state.words}</Tag> {about}</p><DateAndWhy model={model} deadline={one} /></div>;
}
