// The acts of a form: on to the next part, saved for later, or finished.
import { useState } from 'react';
import { useLocation } from 'wouter';
import { drawnThen } from '../../../ui/focus.ts';
import type { Answers } from '../../../engine/case/types.ts';
import type { Id } from '../../../engine/procedure/types.ts';
import { enteredFor } from '../actors.ts';
import { heldFor, shownAll, isOthers } from '../form/formParts.ts';
import { missing } from '../form/required.ts';
import { readAll } from '../form/typedAnswers.ts';
import { useSayAndGo } from '../reload.ts';
import { useAct } from '../useAct.ts';
import type { Acting } from '../useAct.ts';
import { caseWords } from '../words.ts';
import type { FormPartProps } from './FormPart.tsx';
import { errorsFrom, fieldId, occurredOf } from './fields.ts';
import type { FieldErrors } from './fields.ts';

export interface FormActs {
  readonly last: boolean; readonly long: boolean; readonly here: string; readonly shownIds: readonly Id[]; /** What can be read of what is typed. */ readonly answers: Answers;
  readonly errors: FieldErrors; readonly refusedAtFields: boolean; readonly round: number; readonly acting: Acting; readonly saving: Acting;
  /** Goes to the part that holds a field; false when it is on this page. */ readonly goToField: (field: string) => boolean;
  readonly goOn: () => void; readonly finish: () => void; readonly later: () => void;
}

export function useFormTask({ model, view, job, parts, at, typed, bare = false }: FormPartProps): FormActs {
  const { case: item, procedure } = model;
  const [errors, setErrors] = useState<FieldErrors>({});
  const [round, setRound] = useState(0);
  const [, go] = useLocation();
  const say = useSayAndGo();
  const home = `/cases/${item.id}`;
  const here = `${home}/tasks/${view.id}`;
  const ids = parts.filter((one) => !isOthers(procedure, one, model.actor.role)).flatMap((one) => one.questions);
  const long = parts.length > 1 && !bare;
  const last = !long || at >= parts.length;
  const shownIds = (long ? parts[at]?.questions ?? [] : ids).filter((id) => ids.includes(id));
  const behalf = enteredFor(procedure, view, model.actor.role);
  const acting = useAct(model, () => { typed.forget(); say(bare ? here : home, caseWords.task.recorded(view.label)); });
  const saving = useAct(model, () => say(home, caseWords.task.answersKept));
  const held = heldFor(procedure, item, view);
  const read = readAll(procedure, ids, shownAll(procedure, ids, typed.value.answers, held), typed.now);
  const fail = (found: FieldErrors): boolean => { setErrors(found); setRound(round + 1); return Object.keys(found).length > 0; };
  const goOn = () => {
    const bad = readAll(procedure, shownIds, shownAll(procedure, shownIds, typed.value.answers, held), typed.now).problems;
    if (!fail(bad)) go(`${here}?part=${parts[at + 1]?.id ?? 'check'}`);
  };
  const finish = () => {
    const occurred = occurredOf(typed.value, typed.now);
    if (fail({ ...missing(model, view.id, ids, read.answers), ...read.problems, ...job.faults(typed.value, read.answers), ...(occurred.ok ? {} : { happened: occurred.words }) }) || !occurred.ok) return;
    acting.submit(job.body(typed.value, read.answers), { occurred: occurred.at, onBehalfOf: behalf });
  };
  const later = () => {
    const touched = ids.filter((id) => typed.value.answers[id] !== undefined);
    const { answers } = readAll(procedure, touched, typed.value.answers, typed.now);
    if (Object.keys(answers).length === 0) go(home);
    else saving.submit({ type: 'recordAnswers', task: view.id, mode: 'change', answers }, { onBehalfOf: behalf });
  };
  const goToField = (field: string): boolean => {
    const part = parts.find((one) => one.questions.some((id) => fieldId(id) === field));
    if (!long || part === undefined || shownIds.some((id) => fieldId(id) === field)) return false;
    drawnThen(() => go(`${here}?part=${part.id}`), () => document.getElementById(field)?.focus());
    return true;
  };
  const refused = errorsFrom(procedure, acting.refusal, ids);
  return { last, long, here, shownIds, answers: read.answers, errors: { ...refused, ...errors }, refusedAtFields: Object.keys(refused).length > 0, round, acting, saving, goToField, goOn, finish, later };
}
