import type { TaskView } from '../../../engine/case/types.ts';
import { useSearchParams } from 'wouter';
import { textOf } from '../../procedures/catalogue.ts';
import { partsOfTask } from '../form/formParts.ts';
import type { CaseModel } from '../types.ts';
import { useTyped } from '../useTyped.ts';
import { TaskAside } from './Aside.tsx';
import { FormPart } from './FormPart.tsx';
import type { Job } from './jobs.tsx';
import { Parts } from './Parts.tsx';
import { emptyTyped, usualChannel } from './fields.ts';
import type { TaskTyped } from './fields.ts';
import { SentBack, SignOffs } from '../signing/SignOffPanel.tsx';
import { OpenAgain } from '../signing/SignedPart.tsx';

/** A form to fill in: one page for a short one, one page a part for a long one, with the help beside it. */
export function FormTask({ model, view, job }: { readonly model: CaseModel; readonly view: TaskView; readonly job: Job }) {
  const { case: item, procedure } = model;
  const task = procedure.tasks[view.id];
  const parts = partsOfTask(procedure, view);
  const typed = useTyped<TaskTyped>(`${item.id}/${view.id}/${view.record?.visit ?? 0}${job.key}`, { ...emptyTyped, channel: usualChannel(view, textOf(task?.channel)) });
  const [search] = useSearchParams();
  const long = parts.length > 1;
  const wanted = search.get('part');
  const at = wanted === 'check' ? parts.length : Math.max(0, parts.findIndex((one) => one.id === wanted));
  return (
    <div className={long ? 'case-form' : 'case-form plain'}>
      {long ? <Parts model={model} view={view} parts={parts} typed={typed.value} current={at >= parts.length ? 'check' : parts[at]?.id ?? ''} /> : null}
      <div>
        <SignOffs model={model} view={view} />
        <SentBack model={model} signing={view.record?.signing} />
        <FormPart key={wanted ?? ''} model={model} view={view} job={job} parts={parts} at={at} typed={typed} />
        <OpenAgain model={model} view={view} parts={long ? parts.slice(at, at + 1) : parts} />
      </div>
      <TaskAside model={model} view={view} />
    </div>
  );
}
