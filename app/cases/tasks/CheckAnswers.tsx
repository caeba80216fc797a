import { Link } from 'wouter';
import type { Answers } from '../../../engine/case/types.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { SummaryList } from '../../../ui/index.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { answerWords } from '../form/answerWords.ts';
import { shownAll } from '../form/formParts.ts';
import type { Part } from '../form/formParts.ts';
import { readAll } from '../form/typedAnswers.ts';
import type { TypedAnswers } from '../form/typedAnswers.ts';
import { formWords } from '../form/words.ts';
import { caseWords } from '../words.ts';

/** Every answer of a long form on one page before it is recorded, each with the way back to it. */
export function CheckAnswers({ procedure, parts, typed, answers, now, base, required }: { readonly procedure: Procedure; readonly parts: readonly Part[]; readonly typed: TypedAnswers; readonly answers: Answers; readonly now: number; readonly base: string; readonly required: readonly string[] }) {
  return (
    <>
      {parts.map((part) => {
        const read = readAll(procedure, part.questions, shownAll(procedure, part.questions, typed, answers), now);
        return (
          <section key={part.id} aria-label={part.label}>
            <div className="case-head"><h2 className="cw-h3">{part.label}</h2><Link className="cw-s" href={`${base}?part=${part.id}`}>{caseWords.task.change}<span className="cw-vh"> {part.label}</span></Link></div>
            <SummaryList rows={part.questions.flatMap((id) => {
              const question = procedure.questions[id];
              if (question === undefined) return [];
              const answer = read.answers[id];
              const value = read.problems[id] ?? answerWords(procedure, question, answer);
              return [{ id, name: textOf(question.label), value: answer === undefined && required.includes(id) ? <b className="case-late">{value} ({formWords.needed})</b> : value }];
            })} />
          </section>
        );
      })}
    </>
  );
}
