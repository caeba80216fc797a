import type { ReactNode } from 'react';
import type { TaskView } from '../../../engine/case/types.ts';
import { Panel, Tag } from '../../../ui/index.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { Cites } from '../Cites.tsx';
import { DateAndWhy } from '../now/DeadlineTable.tsx';
import { deadlineState } from '../states.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';
import { doersWords } from './fields.ts';
import { PlanPanel } from './PlanPanel.tsx';

const w = caseWords.task;

/** Beside a task: why it is asked in the source's words, how its time is counted, and whose it is. */
export function TaskAside({ model, view, children }: { readonly model: CaseModel; readonly view: TaskView; readonly children?: ReactNode }) {
  const task = model.procedure.tasks[view.id];
  const shown = view.deadlines.filter((one, index) => index < 4 && one.state !== 'stopped');
  return (
    <aside className="case-aside">
      {view.guidance === undefined || view.guidance === '' ? null : <Panel level={2} title={w.guidance}><p className="cw-s">{view.guidance}</p></Panel>}
      <Panel level={2} title={w.why}><p className="cw-s">{view.why}</p><Cites procedure={model.procedure} cites={view.cites} most={1} /></Panel>
      {shown.length === 0 ? null : (
        <Panel level={2} title={w.clock}>
          {shown.map((one) => { const state = deadlineState(one, model.now); return <div key={`${one.timescale}/${one.recipient ?? ''}`} className="cw-s case-clock"><p><Tag kind={state.kind} {...(state.sign === undefined ? {} : { sign: state.sign })}>{state.words}</Tag> {one.label === view.label ? null : one.label}</p><DateAndWhy model={model} deadline={one} /></div>; })}
        </Panel>
      )}
      <Panel level={2} title={w.who}><p className="cw-s">{doersWords(model.procedure, view)}</p>{task?.system === undefined ? null : <p className="cw-s">{w.system(textOf(task.system))}</p>}</Panel>
      <PlanPanel model={model} view={view} />
      {children}
    </aside>
  );
}
