import type { TaskView } from '../../../engine/case/types.ts';
import { partsOfTask } from '../form/formParts.ts';
import type { CaseModel } from '../types.ts';
import { TaskAside } from './Aside.tsx';
import { FormTask } from './FormTask.tsx';
import { recordJob } from './jobs.tsx';
import { Recorded } from './Recorded.tsx';
import { ownSignOff } from '../signing/turns.ts';

/** Fill in and record as done; afterwards what was recorded. */
export function RecordTask({ model, view }: { readonly model: CaseModel; readonly view: TaskView }) {
  const parts = partsOfTask(model.procedure, view);
  if (view.state === 'done' || view.state === 'withdrawn' || ownSignOff(view) !== undefined) return <div className="case-form plain"><div><Recorded model={model} view={view} parts={parts} /></div><TaskAside model={model} view={view} /></div>;
  return <FormTask model={model} view={view} job={recordJob(model, view, parts.length > 0)} />;
}
