import type { TaskView } from '../../../engine/case/types.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { WhatAllows } from '../ahead/WaysAhead.tsx';
import { CaseFrame } from '../CaseFrame.tsx';
import { partsOfTask } from '../form/formParts.ts';
import { Elsewhere, isElsewhere } from '../life/Elsewhere.tsx';
import { NotAsked } from '../NotAsked.tsx';
import type { CaseModel } from '../types.ts';
import { placeOf } from '../tabs.ts';
import { caseWords } from '../words.ts';
import { TaskAside } from './Aside.tsx';
import { DecideTask } from './DecideTask.tsx';
import { ExchangeTask, Replies } from './ExchangeTask.tsx';
import { Recorded } from './Recorded.tsx';
import { RecordTask } from './RecordTask.tsx';

/** One task, by its shape: fill and record, send and receive, or decide. */
export function TaskPage({ model, task }: { readonly model: CaseModel; readonly task: string }) {
  const view = model.tasks.find((one) => one.id === task);
  const named = model.procedure.tasks[task];
  const label = view?.label ?? caseWords.task.notAsked;
  return (
    <CaseFrame model={model} title={label} {...(view === undefined ? {} : { tab: placeOf(model.procedure, view) })}>
      {view === undefined ? <NotAsked model={model}>{named === undefined || isElsewhere(model) ? null : <><p>{textOf(named.label)}</p><WhatAllows model={model} task={task} label={textOf(named.label)} /></>}</NotAsked>
        : isElsewhere(model) ? <ReadTask model={model} view={view} />
        : view.shape === 'decide' ? <DecideTask key={task} model={model} view={view} />
          : view.shape === 'exchange' ? <ExchangeTask key={task} model={model} view={view} />
            : <RecordTask key={task} model={model} view={view} />}
    </CaseFrame>
  );
}
/** A task of a case that goes on elsewhere, as it stands here: what was recorded, and nothing to fill in. */
function ReadTask({ model, view }: { readonly model: CaseModel; readonly view: TaskView }) {
  if (view.shape === 'decide' && view.state === 'done') return <><Elsewhere model={model} /><DecideTask model={model} view={view} /></>;
  return (
    <div className="case-form plain">
      <div><Recorded model={model} view={view} parts={partsOfTask(model.procedure, view)} />{view.shape === 'exchange' && (view.record?.recipients ?? []).length > 0 ? <Replies model={model} view={view} replies={false} /> : null}</div>
      <div className="cw-stack"><Elsewhere model={model} /><TaskAside model={model} view={view} /></div>
    </div>
  );
}
