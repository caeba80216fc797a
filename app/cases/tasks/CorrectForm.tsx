import { useState } from 'react';
import type { Id } from '../../../engine/procedure/types.ts';
import { Button, ErrorSummary, Radios, TextField } from '../../../ui/index.ts';
import { shownAll } from '../form/formParts.ts';
import { Questions } from '../form/Questions.tsx';
import { readAll } from '../form/typedAnswers.ts';
import type { TypedAnswers } from '../form/typedAnswers.ts';
import { RefusalBox } from '../RefusalBox.tsx';
import { useSayAndGo } from '../reload.ts';
import type { CaseModel } from '../types.ts';
import { useAct } from '../useAct.ts';
import { caseWords } from '../words.ts';
import { summaryOf } from './fields.ts';
import type { FieldErrors } from './fields.ts';

const w = caseWords.correct;

/** A corrected or changed answer as a new entry: both histories stay. */
export function CorrectForm({ model, ids, title, task, onDone }: { readonly model: CaseModel; readonly ids: readonly Id[]; readonly title: string; readonly task?: Id | undefined; readonly onDone: () => void }) {
  const { case: item, procedure } = model;
  const [typed, setTyped] = useState<TypedAnswers>({});
  const [mode, setMode] = useState<'correct' | 'change' | ''>('');
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<FieldErrors>({});
  const say = useSayAndGo();
  const acting = useAct(model, () => say(`/cases/${item.id}`, w.done));
  const submit = () => {
    const touched = ids.filter((id) => typed[id] !== undefined);
    const read = readAll(procedure, touched, shownAll(procedure, touched, typed, item.answers), model.now);
    const found: FieldErrors = { ...read.problems, ...(mode === '' ? { mode: w.modeMissing } : {}), ...(reason.trim() === '' ? { why: w.reasonMissing } : {}) };
    setErrors(found);
    if (Object.keys(found).length === 0 && mode !== '') acting.submit({ type: 'recordAnswers', ...(task === undefined ? {} : { task }), mode, answers: read.answers, reason: reason.trim() });
  };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      <ErrorSummary items={summaryOf(errors, [...ids, 'mode', 'why'])} round={Object.keys(errors).length} />
      <RefusalBox model={model} acting={acting} />
      <p className="cw-caption">{title}</p><h1 className="cw-h1 case-h1">{caseWords.task.correct}</h1>
      <Questions procedure={procedure} ids={ids} typed={typed} answers={item.answers} errors={errors} required={[]} onChange={(id, next) => setTyped({ ...typed, [id]: next })} />
      <Radios id="f-mode" label={w.mode} error={errors['mode']} value={mode} onChange={(value) => setMode(value === 'correct' ? 'correct' : 'change')} choices={[{ value: 'correct', label: w.wrong, hint: w.wrongHint }, { value: 'change', label: w.changed, hint: w.changedHint }]} />
      <TextField id="f-why" label={caseWords.timescale.reason} error={errors['why']} value={reason} onChange={setReason} long />
      <div className="case-act"><Button type="submit" disabled={acting.state === 'saving'}>{w.button}</Button><Button kind="secondary" onClick={onDone}>{w.leave}</Button></div>
    </form>
  );
}
