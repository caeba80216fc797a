// What is answered in a case, under the forms that ask for it, each answer once.
import type { Answers } from '../../../engine/case/types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import { textOf } from '../../procedures/catalogue.ts';
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
