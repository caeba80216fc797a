import { useState } from 'react';
import { Link } from 'wouter';
import type { Signing, SignOffDoes, SignOffView, TaskView } from '../../../engine/case/types.ts';
import type { Id } from '../../../engine/procedure/types.ts';
import { Checkboxes, Details, Note, Panel, Radios, SummaryList, Table, Tag, TextField } from '../../../ui/index.ts';
import { instantWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { partyLabel } from '../actors.ts';
import { ActForm, actField } from '../acts/ActForm.tsx';
import type { Wanted } from '../acts/ActForm.tsx';
import { answerWords } from '../form/answerWords.ts';
import { partsOfForm, partsOfTask, heldFor, shownAll } from '../form/formParts.ts';
import { Questions } from '../form/Questions.tsx';
import { readAll } from '../form/typedAnswers.ts';
import type { TypedAnswers } from '../form/typedAnswers.ts';
import { withText } from '../tasks/fields.ts';
import type { CaseModel } from '../types.ts';
import { maySign, signsFor } from './turns.ts';
import { signingWords as w } from './words.ts';

/** Every signature that a task waits for now, each with what may be recorded of it. */
export function SignOffs({ model, view }: { readonly model: CaseModel; readonly view: TaskView }) {
  return <>{(view.signOffs ?? []).map((one) => <SignOffPanel key={`${one.recipient ?? ''}/${one.document ?? ''}/${one.step}/${one.round}`} model={model} view={view} signOff={one} />)}</>;
}
interface StepProps { readonly model: CaseModel; readonly view: TaskView; readonly signOff: SignOffView }

function SignOffPanel({ model, view, signOff }: StepProps) {
  const { procedure, actor } = model;
  const may = maySign(procedure, signOff, actor.role);
  const behalf = signsFor(procedure, signOff.by, actor.role);
  const about = signOff.recipient !== undefined ? w.ofReply(partyLabel(procedure, signOff.recipient)) : signOff.document !== undefined ? w.ofDocument(textOf(procedure.documents?.[signOff.document]?.label)) : undefined;
  return (
    <Panel kind={may ? 'now' : 'quiet'} over={about ?? w.over} title={signOff.mine ? w.mine : w.title(signOff.label)} aside={<>{w.step(signOff.step, signOff.of, signOff.round)} {may ? null : <Tag wrap>{w.notYours(signOff.label)}</Tag>}</>} className="case-sign">
      {behalf === undefined ? null : <Note><p>{w.entering(signOff.label)}</p></Note>}
      <WhatIsSigned model={model} view={view} signOff={signOff} />
      <Acts model={model} signing={signingOf(model, view, signOff)} />
      <SignForm model={model} view={view} signOff={signOff} main={may} />
    </Panel>
  );
}
function signingOf({ case: item }: CaseModel, { record }: TaskView, { recipient, document }: SignOffView): Signing | undefined {
  if (document !== undefined) return item.documents?.[document];
  return recipient === undefined ? record?.signing : record?.recipients.find(({ party }) => party === recipient)?.signing;
}
/** What a reply said, or the way to the document; what was done in the task itself stands on the page. */
function WhatIsSigned({ model: { case: item, procedure }, view, signOff: { recipient, document } }: StepProps) {
  if (document !== undefined) return procedure.documents?.[document]?.template === undefined ? null : <p><Link href={`/cases/${item.id}/documents/${document}`}>{w.readDocument}</Link></p>;
  const reply = view.record?.recipients.find(({ party }) => party === recipient);
  if (reply === undefined) return <p className="cw-s">{w.below}</p>;
  const rows = Object.entries(reply.answers ?? {}).flatMap(([id, answer]) => { const question = procedure.questions[id]; return question === undefined ? [] : [{ id, name: textOf(question.label), value: answerWords(procedure, question, answer) }]; });
  return rows.length === 0 ? <p className="cw-s cw-q">{w.nothingSaid}</p> : <Details summary={w.read} open><SummaryList rows={rows} /></Details>;
}

/** Who signed or sent back, in which round. */
export function Acts({ model, signing }: { readonly model: CaseModel; readonly signing: Signing | undefined }) {
  if (signing === undefined || signing.acts.length === 0) return null;
  const columns = [{ id: 'who', head: w.columns.who }, { id: 'did', head: w.columns.did }, { id: 'when', head: w.columns.when }, { id: 'round', head: w.columns.round }];
  const rows = signing.acts.map((act, index) => ({ id: String(index), cells: [`${act.by.person}, ${partyLabel(model.procedure, act.by.onBehalfOf ?? act.by.role)}`, <><Tag key="did" kind={act.does === 'send-back' ? 'soon' : 'met'}>{w.does[act.does].split(':')[0]}</Tag>{act.reason === undefined ? null : <span className="case-sub">{act.reason}</span>}</>, instantWords(act.at, model.now), w.nth(act.round)] }));
  return <><h3 className="cw-h3" aria-hidden="true">{w.history}</h3><Table caption={w.history} hideCaption columns={columns} rows={rows} /></>;
}
/** That it came back to whoever did it, and why. */
export function SentBack({ model, signing }: { readonly model: CaseModel; readonly signing: Signing | undefined }) {
  const last = signing?.acts.at(-1);
  if (signing === undefined || last?.does !== 'send-back' || signing.step !== undefined) return null;
  return <Note kind="soon"><p>{w.back(`${last.by.person}, ${partyLabel(model.procedure, last.by.onBehalfOf ?? last.by.role)}`, instantWords(last.at, model.now), sentence(last.reason ?? ''))}</p></Note>;
}
function sentence(words: string): string { return /[.!?]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`; }

function SignForm({ model, view, signOff, main }: StepProps & { readonly main: boolean }) {
  const { procedure, case: item, actor } = model;
  const { recipient, document, may, left } = signOff;
  const id = `sign-${recipient ?? document ?? view.id}`;
  const [does, setDoes] = useState<SignOffDoes | ''>(may.length === 1 ? may[0] ?? '' : '');
  const [reason, setReason] = useState('');
  const [options, setOptions] = useState<readonly Id[]>([]);
  const [typed, setTyped] = useState<TypedAnswers>({});
  const inPlace = does === 'amend' || does === 'overturn';
  const ids = inPlace && document === undefined && view.shape !== 'decide' ? asked(model, view, recipient) : [];
  const held = recipient === undefined ? heldFor(procedure, item, view) : view.record?.recipients.find(({ party }) => party === recipient)?.answers ?? {};
  const wanted = (): Wanted => {
    if (does === '') return { errors: { does: w.choose } };
    if (does === 'overturn' && view.shape === 'decide' && options.length === 0) return { errors: { options: w.chooseOption } };
    const touched = ids.filter((one) => typed[one] !== undefined);
    const { answers } = readAll(procedure, touched, shownAll(procedure, touched, typed, held), model.now);
    return { body: { type: 'signOff', ...(document === undefined ? { task: view.id } : { document }), ...(recipient === undefined ? {} : { recipient }), does, ...withText('reason', reason), ...(inPlace && options.length > 0 ? { options } : {}), ...(touched.length > 0 ? { answers } : {}) } };
  };
  const behalf = signsFor(procedure, signOff.by, actor.role);
  return (
    <ActForm model={model} id={id} main={main} button={w.button} said={does === '' ? view.label : w.recorded(view.label, w.does[does])} doers={[signOff.by]} reasonAt="why" goTo={`/cases/${item.id}/tasks/${view.id}`} wanted={wanted} {...(behalf === undefined ? {} : { onBehalfOf: behalf })} fields={(errors) => (
      <>
        <Radios id={actField(id, 'does')} label={w.what} error={errors['does']} value={does} onChange={(next) => setDoes(may.find((one) => one === next) ?? '')} choices={may.map((one) => ({ value: one, label: w.does[one], hint: one === 'send-back' && left !== undefined ? `${w.hints[one]}. ${w.left(left)}` : w.hints[one] }))} />
        {inPlace && view.shape === 'decide' && document === undefined ? <Instead view={view} procedureMost={procedure.tasks[view.id]?.choose?.most ?? 1} id={actField(id, 'options')} error={errors['options']} options={options} onChange={setOptions} /> : null}
        {ids.length === 0 ? null : <><h3 className="cw-h3">{w.amended}</h3><Questions procedure={procedure} ids={ids} typed={typed} answers={held} errors={errors} required={[]} onChange={(one, next) => setTyped({ ...typed, [one]: next })} /></>}
        <TextField id={actField(id, 'why')} long label={w.reason} hint={w.reasonHint} error={errors['why']} value={reason} onChange={setReason} />
      </>
    )} />
  );
}
/** The questions whose answers the signer may put in place of those signed. */
function asked({ procedure }: CaseModel, view: TaskView, recipient: Id | undefined): readonly Id[] {
  const parts = recipient === undefined ? partsOfTask(procedure, view) : partsOfForm(procedure, procedure.forms?.[procedure.tasks[view.id]?.reply?.form ?? '']);
  return parts.flatMap((part) => part.questions);
}
function Instead({ view, procedureMost, id, error, options, onChange }: { readonly view: TaskView; readonly procedureMost: number; readonly id: string; readonly error: string | undefined; readonly options: readonly Id[]; readonly onChange: (options: readonly Id[]) => void }) {
  const shared = { id, label: w.instead, error, choices: view.options.map((one) => ({ value: one.id, label: one.label })) };
  return procedureMost > 1 ? <Checkboxes {...shared} values={options} onChange={onChange} /> : <Radios {...shared} value={options[0] ?? ''} onChange={(one) => onChange([one])} />;
}
