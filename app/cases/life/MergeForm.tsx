import { useMemo, useState } from 'react';
import { Checkboxes, SummaryList, TextField } from '../../../ui/index.ts';
import { ActForm, actField } from '../acts/ActForm.tsx';
import { stageWords } from '../registerRow.ts';
import type { LoadedCase } from '../session.ts';
import type { CaseModel } from '../types.ts';
import { carriable, mergeCases } from './merging.ts';
import type { Carriable } from './merging.ts';
import { lifeWords } from './words.ts';

const w = lifeWords.merge;
const id = 'merge';

/** What happens to both cases, what is carried over, and the reason. */
export function MergeForm({ model, other }: { readonly model: CaseModel; readonly other: LoadedCase }) {
  const { case: item, versions, procedure } = model;
  const into = { case: other.case.id, reference: other.case.reference };
  const gives = useMemo(() => carriable({ case: item, versions, procedure }, other), [item, versions, procedure, other]);
  const [answers, setAnswers] = useState(() => gives.answers.filter((one) => one.other === undefined).map((one) => one.id));
  const [entries, setEntries] = useState(() => gives.entries.map((one) => one.id));
  const [reason, setReason] = useState('');
  return (
    <section aria-labelledby="merge-side">
      <h2 id="merge-side" className="cw-h2">{w.side}</h2>
      <SummaryList rows={[{ id: 'closes', name: w.closes(item.reference), value: w.closesText(item.events.length) }, { id: 'goes', name: w.goesOn(into.reference), value: w.goesOnText(stageWords(other.procedure, other.case)) }]} />
      <ActForm model={model} id={id} main button={w.button(into.reference)} said={w.done(item.reference, into.reference)} reasonAt="why" goTo={`/cases/${into.case}`} doers={procedure.closing?.by ?? []}
        write={(world, wanted) => mergeCases(world, wanted, { answers, entries })} wanted={() => ({ body: { type: 'mergeCase', into, reason } })}
        fields={(errors) => (
          <>
            <h2 className="cw-h2">{w.carry}</h2><p>{w.carryText}</p>
            <Carry gives={gives} answers={answers} entries={entries} onAnswers={setAnswers} onEntries={setEntries} />
            <TextField id={actField(id, 'why')} long label={w.reason} error={errors['why']} value={reason} onChange={setReason} />
          </>
        )} />
    </section>
  );
}
function Carry({ gives, answers, entries, onAnswers, onEntries }: { readonly gives: Carriable; readonly answers: readonly string[]; readonly entries: readonly string[]; readonly onAnswers: (ids: string[]) => void; readonly onEntries: (ids: string[]) => void }) {
  const only = gives.answers.filter((one) => one.other === undefined);
  const differ = gives.answers.filter((one) => one.other !== undefined);
  const chosen = (part: Carriable['answers'], values: readonly string[]) => onAnswers([...answers.filter((one) => !part.some((own) => own.id === one)), ...values]);
  const label = (one: Carriable['answers'][number]) => w.answer(one.label, one.words);
  if (gives.answers.length + gives.entries.length === 0) return <p>{w.nothing}</p>;
  return (
    <>
      {only.length === 0 ? null : <Checkboxes id={actField(id, 'only')} label={w.only} values={answers} onChange={(values) => chosen(only, values)} choices={only.map((one) => ({ value: one.id, label: label(one) }))} />}
      {differ.length === 0 ? null : <Checkboxes id={actField(id, 'differ')} label={w.differ} hint={w.differHint} values={answers} onChange={(values) => chosen(differ, values)} choices={differ.map((one) => ({ value: one.id, label: label(one), hint: w.there(one.other ?? '') }))} />}
      {gives.entries.length === 0 ? null : <Checkboxes id={actField(id, 'told')} label={w.told} hint={w.toldHint} values={entries} onChange={(values) => onEntries([...values])} choices={gives.entries.map((one) => ({ value: one.id, label: [one.title, one.words].filter(Boolean).join(': '), hint: one.when }))} />}
    </>
  );
}
