import type { TaskView } from '../../../engine/case/types.ts';
import type { Id } from '../../../engine/procedure/types.ts';
import { listWords } from '../../../engine/time/words.ts';
import { Panel, Sign, Tag } from '../../../ui/index.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { WhatAllows } from '../ahead/WaysAhead.tsx';
import { Cites } from '../Cites.tsx';
import { answerWords } from '../form/answerWords.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';
import { settlingQuestions } from './settling.ts';

const w = caseWords.decide;

/** What the facts leave no choice about: the outcome, the answers that force it, the clause, what would change it. */
export function SettledCard({ model, view }: { readonly model: CaseModel; readonly view: TaskView }) {
  const { case: item, procedure } = model;
  const forced = view.options.filter((one) => one.forced !== undefined);
  const shut = view.options.filter((one) => one.forbidden !== undefined);
  const ruleIds = [...new Set([...forced.map((one) => one.forced ?? ''), ...shut.map((one) => one.forbidden ?? '')])].filter((id) => id !== '');
  if (ruleIds.length === 0) return null;
  const closed = (shut.length > 0 ? shut : view.options.filter((one) => one.forced === undefined)).map((one) => `“${one.label}”`);
  const rules = model.rules.filter((one) => ruleIds.includes(one.rule));
  const questions = [...new Set(rules.flatMap((one) => (one.clause === undefined ? [] : settlingQuestions(one.clause))))].filter((id) => procedure.questions[id] !== undefined);
  return (
    <Panel kind="quiet" big over={<span className="cw-over held">{w.settled}</span>} title={<>{forced.length > 0 ? listWords(forced.map((one) => one.label)) : view.label} <Tag kind="held">{w.must}</Tag></>}>
      <p>{w.cannot(listWords(closed))}</p>
      <ul className="case-evidence">{questions.map((id) => <Evidence key={id} model={model} id={id} words={answerWords(procedure, procedure.questions[id] ?? { type: 'text', label: id }, item.answers[id])} />)}</ul>
      {rules.map((one) => <div key={one.rule}>{questions.length === 0 ? <p>{one.words}</p> : null}<Cites procedure={procedure} cites={one.cites} /></div>)}
      <p className="cw-s">{w.turns}</p>
      {shut.map((one) => <WhatAllows key={one.id} model={model} task={view.id} options={[one.id]} label={one.label} />)}
    </Panel>
  );
}
function Evidence({ model, id, words }: { readonly model: CaseModel; readonly id: Id; readonly words: string }) {
  const form = Object.values(model.procedure.forms ?? {}).find((one) => one.sections.some((section) => section.questions.includes(id)));
  return <li><Sign name="met" /><b>{textOf(model.procedure.questions[id]?.label)} {words}</b><span>{textOf(form?.label)}</span></li>;
}
