// What is answered in a case, under the forms that ask for it, each answer once.
import { versionsOn } from '../../../engine/case/migration/moves.ts';
import type { Answers } from '../../../engine/case/types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { answerWords } from '../form/answerWords.ts';
import type { CaseModel } from '../types.ts';
import { aroundWords } from './words.ts';

export interface FactGroup { readonly label: string; readonly questions: readonly Id[] }

/** In the order of the forms and their questions; what no form asks comes last. */
export function factsOf(procedure: Procedure, answers: Answers): readonly FactGroup[] {
  const left = new Set(Object.keys(answers).filter((id) => procedure.questions[id] !== undefined && procedure.questions[id]?.type !== 'computed'));
  const groups = Object.values(procedure.forms ?? {}).flatMap((form): readonly FactGroup[] => {
    const asked = form.sections.flatMap((section) => [...section.questions, ...(section.signature === undefined ? [] : [section.signature])]);
    const questions = asked.filter((id) => left.delete(id));
    return questions.length === 0 ? [] : [{ label: textOf(form.label), questions }];
  });
  return left.size === 0 ? groups : [...groups, { label: aroundWords.facts.elsewhere, questions: [...left] }];
}
/** Answers to questions that the version the case is on does not ask, in the words of the last version that did. */
export function earlierAnswers({ case: item, procedure, versions }: Pick<CaseModel, 'case' | 'procedure' | 'versions'>): readonly { readonly id: Id; readonly label: string; readonly words: string }[] {
  const earlier = versionsOn(item.events).toReversed().flatMap((pin) => versions.get(pin)?.procedure ?? []);
  return Object.entries(item.answers).flatMap(([id, answer]) => {
    const asked = procedure.questions[id] === undefined ? earlier.find(({ questions }) => questions[id] !== undefined) : undefined;
    const question = asked?.questions[id];
    return asked === undefined || question === undefined ? [] : [{ id, label: textOf(question.label), words: answerWords(asked, question, answer) }];
  });
}
