import { useState } from 'react';
import type { Id } from '../../../engine/procedure/types.ts';
import { LinkButton, SummaryList, Tag } from '../../../ui/index.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import { answerWords } from '../form/answerWords.ts';
import { Elsewhere, isElsewhere } from '../life/Elsewhere.tsx';
import { CorrectForm } from '../tasks/CorrectForm.tsx';
import type { CaseModel } from '../types.ts';
import { earlierAnswers, factsOf } from './facts.ts';
import { aroundWords } from './words.ts';

const w = aroundWords.facts;

/** Everything that is answered in the case, form by form, each with the way to correct it. */
export function FactsPage({ model }: { readonly model: CaseModel }) {
  const [correcting, setCorrecting] = useState<Id>();
  const { case: item, procedure } = model;
  if (correcting !== undefined) return <CaseFrame model={model} tab="facts" title={w.title}><div className="case-form plain"><CorrectForm model={model} ids={[correcting]} title={textOf(procedure.questions[correcting]?.label)} onDone={() => setCorrecting(undefined)} /></div></CaseFrame>;
  const aside = isElsewhere(model);
  const groups = factsOf(procedure, item.answers);
  const earlier = earlierAnswers(model);
  const unknown = Object.values(item.answers).filter((answer) => 'status' in answer && answer.status === 'unknown').length;
  return (
    <CaseFrame model={model} tab="facts" title={w.title}>
      <h1 className="cw-h1 case-h1">{w.title} {unknown === 0 ? null : <Tag kind="soon">{w.unknown(unknown)}</Tag>}</h1>
      {aside ? <Elsewhere model={model} /> : <p className="cw-prose">{groups.length === 0 ? w.none : w.text}</p>}
      {groups.map((group) => (
        <section key={group.label} aria-label={group.label} className="case-facts"><h2 className="cw-h2">{group.label}</h2>
          <SummaryList rows={group.questions.flatMap((id) => {
            const question = procedure.questions[id];
            return question === undefined ? [] : [{ id, name: textOf(question.label), value: <>{answerWords(procedure, question, item.answers[id])}{question.each === 'act' ? <span className="case-sub">{w.once}</span> : null}</>, action: question.each === 'act' || aside ? '' : <LinkButton key="c" data-question={id} onClick={() => setCorrecting(id)}>{w.correct}<span className="cw-vh"> {textOf(question.label)}</span></LinkButton> }];
          })} />
        </section>
      ))}
      {earlier.length === 0 ? null : <section aria-label={w.earlier} className="case-facts"><h2 className="cw-h2">{w.earlier}</h2><SummaryList rows={earlier.map(({ id, label, words }) => ({ id, name: label, value: words }))} /></section>}
    </CaseFrame>
  );
}
