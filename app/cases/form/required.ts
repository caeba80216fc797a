// Which answers a task cannot be recorded without: rules that hold now and refuse the contrary.
import type { Answers } from '../../../engine/case/types.ts';
import type { Id } from '../../../engine/procedure/types.ts';
import { textOf } from '../../procedures/catalogue.ts';
import type { CaseModel } from '../types.ts';
import { formWords } from './words.ts';

/** Questions that a must asks for; what only should be answered is not among them. */
export function needed(model: CaseModel, task: Id): readonly Id[] {
  return model.rules.flatMap(({ rule, result, strength }) => {
    const then = model.procedure.rules?.[rule]?.then;
    const binds = result === true && strength === 'must';
    return binds && then !== undefined && 'require' in then && 'fields' in then.require && then.require.of === task ? then.require.fields : [];
  });
}
/** Those of them that are asked here and have no answer, each with its error. */
export function missing(model: CaseModel, task: Id, asked: readonly Id[], answers: Answers): Readonly<Record<Id, string>> {
  const empty = needed(model, task).filter((id) => asked.includes(id) && answers[id] === undefined);
  return Object.fromEntries(empty.map((id) => [id, formWords.missing(textOf(model.procedure.questions[id]?.label))]));
}
