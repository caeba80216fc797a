import { CaseFrame } from '../CaseFrame.tsx';
import { NotAsked } from '../NotAsked.tsx';
import type { CaseModel } from '../types.ts';
import { placeOf } from '../tabs.ts';
import { caseWords } from '../words.ts';
import { DecideTask } from './DecideTask.tsx';
import { ExchangeTask } from './ExchangeTask.tsx';
import { RecordTask } from './RecordTask.tsx';

/** One task, by its shape: fill and record, send and receive, or decide. */
export function TaskPage({ model, task }: { readonly model: CaseModel; readonly task: string }) {
  const view = model.tasks.find((one) => one.id === task);
  const label = view?.label ?? caseWords.task.notAsked;
  return (
    <CaseFrame model={model} title={label} {...(view === undefined ? {} : { tab: placeOf(model.procedure, view) })}>
      {view === undefined ? <NotAsked model={model} />
        : view.shape === 'decide' ? <DecideTask key={task} model={model} view={view} />
          : view.shape === 'exchange' ? <ExchangeTask key={task} model={model} view={view} />
            : <RecordTask key={task} model={model} view={view} />}
    </CaseFrame>
  );
}
