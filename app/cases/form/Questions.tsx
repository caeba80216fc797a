import type { Answers } from '../../../engine/case/types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import { fieldId } from '../tasks/fields.ts';
import type { FieldErrors } from '../tasks/fields.ts';
import { AnswerField } from './AnswerField.tsx';
import { shownTyped } from './formParts.ts';
import type { Typed, TypedAnswers } from './typedAnswers.ts';

/** The questions of one part, in their order. */
export function Questions({ procedure, ids, typed, answers, errors, required, onChange }: {
  readonly procedure: Procedure; readonly ids: readonly Id[]; readonly typed: TypedAnswers; readonly answers: Answers; readonly errors: FieldErrors; /** Asked for by a rule; others are marked optional. */ readonly required: readonly Id[]; readonly onChange: (id: Id, typed: Typed) => void;
}) {
  const mixed = required.length > 0 && ids.some((id) => required.includes(id));
  return (
    <>
      {ids.map((id) => {
        const question = procedure.questions[id];
        if (question === undefined) return null;
        return <AnswerField key={id} id={fieldId(id)} procedure={procedure} question={question} typed={shownTyped(procedure, id, typed, answers)} error={errors[id]} optional={mixed && !required.includes(id)} onChange={(next) => onChange(id, next)} />;
      })}
    </>
  );
}
