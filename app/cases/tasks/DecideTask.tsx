import type { TaskView } from '../../../engine/case/types.ts';
import { listWords } from '../../../engine/time/words.ts';
import { instantWords } from '../../dates.ts';
import type { CaseModel } from '../types.ts';
import { TaskAside } from './Aside.tsx';
import { AdviceCard } from './AdviceCard.tsx';
import { DecisionCard } from './DecisionCard.tsx';
import { DecisionRefusal } from './DecisionRefusal.tsx';
import { SettledCard } from './SettledCard.tsx';
import { caseWords } from '../words.ts';
import { SentBack, SignOffs } from '../signing/SignOffPanel.tsx';
import { useDecision } from './useDecision.ts';
import { whoDecides } from './whoDecides.ts';

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
      <Lead model={model} view={view} alone={alone} />
      <SignOffs model={model} view={view} />
      <SentBack model={model} signing={view.record?.signing} />
      {alone ? <div className="case-form plain"><DecisionCard model={model} view={view} decision={decision} step={step} /><TaskAside model={model} view={view} /></div> : <div className="case-decide">
        <SettledCard model={model} view={view} />
        {advice.map((one) => <AdviceCard key={one.id} model={model} advice={one} />)}
        <div id="decision" className="case-decision"><DecisionCard model={model} view={view} decision={decision} step={step} /></div>
      </div>}
    </>
  );
}
/** What was decided, or whose decision it is with the way to it: on a phone much stands before it. */
function Lead({ model, view, alone }: { readonly model: CaseModel; readonly view: TaskView; readonly alone: boolean }) {
  const { record } = view;
  if (view.state === 'done' && record?.options !== undefined) {
    const taken = record.options.map((id) => view.options.find((one) => one.id === id)?.label ?? id);
    return <p className="case-lead"><b>{listWords(taken)}</b>{record.done === undefined ? null : <>, {instantWords(record.done, model.now)}</>}</p>;
  }
  return alone || view.state !== 'open' ? null : <p className="case-lead case-to-decision">{whoDecides(model, view)}. <a href="#decision">{caseWords.decide.goTo}</a></p>;
}
