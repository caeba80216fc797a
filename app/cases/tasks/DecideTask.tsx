import type { TaskView } from '../../../engine/case/types.ts';
import type { CaseModel } from '../types.ts';
import { TaskAside } from './Aside.tsx';
import { AdviceCard } from './AdviceCard.tsx';
import { DecisionCard } from './DecisionCard.tsx';
import { DecisionRefusal } from './DecisionRefusal.tsx';
import { SettledCard } from './SettledCard.tsx';
import { caseWords } from '../words.ts';
import { SentBack, SignOffs } from '../signing/SignOffPanel.tsx';
import { useDecision } from './useDecision.ts';

/** A decision with its three parts kept apart: what the facts settle, what was advised, what is decided. */
export function DecideTask({ model, view }: { readonly model: CaseModel; readonly view: TaskView }) {
  const decision = useDecision(model, view);
  const advice = model.tasks.filter((one) => model.procedure.tasks[one.id]?.advises === view.id);
  const alone = advice.length === 0 && !view.options.some((one) => one.forced !== undefined || one.forbidden !== undefined);
  const step = model.procedure.tasks[view.id]?.advises !== undefined ? caseWords.decide.adviceOnly : advice.length > 0 ? caseWords.decide.decision : caseWords.decide.decisionOnly;
  const clock = view.deadlines.find((one) => one.state === 'due' || one.state === 'overdue' || one.state === 'pending' || one.state === 'no-date');
  return (
    <>
      <DecisionRefusal model={model} view={view} decision={decision} />
      <div className="case-head"><h1 className="cw-h1">{view.label}</h1>{clock === undefined ? null : <span className="cw-s cw-q">{clock.sentence}</span>}</div>
      <SignOffs model={model} view={view} />
      <SentBack model={model} signing={view.record?.signing} />
      {alone ? <div className="case-form plain"><DecisionCard model={model} view={view} decision={decision} step={step} /><TaskAside model={model} view={view} /></div> : <div className="case-decide">
        <SettledCard model={model} view={view} />
        {advice.map((one) => <AdviceCard key={one.id} model={model} advice={one} />)}
        <DecisionCard model={model} view={view} decision={decision} step={step} />
      </div>}
    </>
  );
}
