// What is typed for a decision, and how it is recorded.
import { useState } from 'react';
import type { TaskView } from '../../../engine/case/types.ts';
import { enteredFor } from '../actors.ts';
import { heldFor, partsOfTask, shownAll } from '../form/formParts.ts';
import { missing } from '../form/required.ts';
import { readAll } from '../form/typedAnswers.ts';
import { useSayAndGo } from '../reload.ts';
import type { CaseModel } from '../types.ts';
import { useAct } from '../useAct.ts';
import type { Acting } from '../useAct.ts';
import { useTyped } from '../useTyped.ts';
import type { TypedState } from '../useTyped.ts';
import { caseWords } from '../words.ts';
import { emptyTyped, errorsFrom, meetingOf, occurredOf, viewsOf, withText } from './fields.ts';
import type { FieldErrors, TaskTyped } from './fields.ts';

export interface Deciding { readonly typed: TypedState<TaskTyped>; readonly acting: Acting; readonly errors: FieldErrors; /** Errors that the engine found at a field; empty for other refusals. */ readonly refused: FieldErrors; readonly round: number; readonly questions: readonly string[]; readonly submit: () => void }

export function useDecision(model: CaseModel, view: TaskView): Deciding {
  const { case: item, procedure } = model;
  const typed = useTyped<TaskTyped>(`${item.id}/${view.id}/${view.record?.visit ?? 0}`, emptyTyped);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [round, setRound] = useState(0);
  const say = useSayAndGo();
  const acting = useAct(model, () => { typed.forget(); say(`/cases/${item.id}`, caseWords.task.recorded(view.label)); });
  const questions = partsOfTask(procedure, view).flatMap((part) => part.questions);
  const submit = () => {
    const { value, now } = typed;
    const read = readAll(procedure, questions, shownAll(procedure, questions, value.answers, heldFor(procedure, item, view)), now);
    const occurred = occurredOf(value, now);
    const found: FieldErrors = { ...missing(model, view.id, questions, read.answers), ...read.problems, ...(value.options.length === 0 ? { options: caseWords.decide.optionMissing } : {}), ...((value.meeting.dissent ?? []).some((one) => one.seat === '' || one.option === '') ? { dissent: caseWords.meeting.dissentMissing } : {}), ...(occurred.ok ? {} : { happened: occurred.words }) };
    setErrors(found);
    setRound(round + 1);
    if (Object.keys(found).length > 0 || !occurred.ok) return;
    const meeting = meetingOf(procedure, view.id, value.meeting);
    const views = meeting === undefined ? undefined : viewsOf(value.meeting, value.options);
    acting.submit({ type: 'decide', task: view.id, options: value.options, ...withText('reasons', value.reason), ...(questions.length > 0 ? { answers: read.answers } : {}), ...(meeting === undefined ? {} : { meeting }), ...(views === undefined ? {} : { views }) }, { occurred: occurred.at, onBehalfOf: enteredFor(procedure, view, model.actor.role) });
  };
  return { typed, acting, errors, refused: errorsFrom(procedure, acting.refusal, questions), round, questions, submit };
}
