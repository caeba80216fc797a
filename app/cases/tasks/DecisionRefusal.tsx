import type { TaskView } from '../../../engine/case/types.ts';
import { ErrorSummary } from '../../../ui/index.ts';
import { WhatAllows } from '../ahead/WaysAhead.tsx';
import { RefusalBox } from '../RefusalBox.tsx';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';
import { summaryOf } from './fields.ts';
import type { Deciding } from './useDecision.ts';

/** Above the decision: what is to fix, or what was refused, whose it is and the way on. */
export function DecisionRefusal({ model, view, decision }: { readonly model: CaseModel; readonly view: TaskView; readonly decision: Deciding }) {
  const { acting, errors, refused, round, questions } = decision;
  const shown = { ...refused, ...errors };
  return (
    <>
      <ErrorSummary items={summaryOf(shown, ['options', ...questions, 'present', 'reason', 'happened'])} round={round + acting.round} />
      {Object.keys(refused).length > 0 ? null : <RefusalBox model={model} acting={acting} title={caseWords.decide.cannotTitle} doers={view.doers.map((doer) => doer.party)} cites={view.cites} more={acting.tried === undefined ? null : <WhatAllows key={acting.round} model={model} task={view.id} label={view.label} given={acting.tried} />} />}
    </>
  );
}
