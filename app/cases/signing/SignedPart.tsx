import { useState } from 'react';
import type { FormView, TaskView } from '../../../engine/case/types.ts';
import type { Id } from '../../../engine/procedure/types.ts';
import { Details, Note, TextField } from '../../../ui/index.ts';
import { instantWords } from '../../dates.ts';
import { partyLabel } from '../actors.ts';
import { ActForm, actField } from '../acts/ActForm.tsx';
import type { Part } from '../form/formParts.ts';
import type { CaseModel } from '../types.ts';
import { signingWords } from './words.ts';

const w = signingWords.section;
type Section = FormView['sections'][number];
interface OfParts { readonly model: CaseModel; readonly view: TaskView; readonly parts: readonly Part[] }

/** Which version of the form it is, and which of these parts are signed or were opened again. */
export function FormLines({ model, view: { form }, parts }: OfParts) {
  if (form === undefined) return null;
  return (
    <>
      {form.version === undefined ? null : <p className="cw-s cw-q">{form.label}, {signingWords.form(form.version)}</p>}
      {sectionsOf(form, parts).map((section) => <SectionLine key={section.id} model={model} form={form.id} section={section} />)}
    </>
  );
}
function sectionsOf(form: FormView, parts: readonly Part[]): readonly Section[] { return form.sections.filter((section) => parts.some((part) => part.id === section.id)); }

function SectionLine({ model: { case: item, procedure, now }, form, section }: { readonly model: CaseModel; readonly form: Id; readonly section: Section }) {
  const opened = item.signed.findLast((one) => one.form === form && one.section === section.id)?.unlocked;
  const who = ({ person, role }: { readonly person: string; readonly role: Id }) => `${person}, ${partyLabel(procedure, role)}`;
  if (section.signed !== undefined) return <Note kind="held"><p><b>{section.label}.</b> {w.signed(who(section.signed.by), instantWords(section.signed.at, now))}</p></Note>;
  if (opened !== undefined) return <Note kind="soon"><p>{w.wasOpened(who(opened.by), instantWords(opened.at, now), opened.reason)}</p></Note>;
  return procedure.forms?.[form]?.sections.find(({ id }) => id === section.id)?.signature === undefined ? null : <p className="cw-hint">{w.lock(section.label)}</p>;
}

/** Opening signed parts again, each with its reason. */
export function OpenAgain({ model, view: { id, form }, parts }: OfParts) {
  return <>{form === undefined ? null : sectionsOf(form, parts).filter(({ signed }) => signed !== undefined).map((section) => <OpenPart key={section.id} model={model} form={form.id} section={section} here={`/cases/${model.case.id}/tasks/${id}`} />)}</>;
}
function OpenPart({ model, form, section, here }: { readonly model: CaseModel; readonly form: Id; readonly section: Section; /** The page it is said on afterwards. */ readonly here: string }) {
  const [reason, setReason] = useState('');
  const id = `unlock-${section.id}`;
  return (
    <Details summary={<>{w.unlock}<span className="cw-vh">: {section.label}</span></>}>
      <ActForm model={model} id={id} button={w.button} said={w.said(section.label)} reasonAt="why" goTo={here} {...(section.by === undefined ? {} : { doers: [section.by.party] })} wanted={() => ({ body: { type: 'unlockSection', form, section: section.id, reason } })}
        fields={(errors) => <TextField id={actField(id, 'why')} long label={w.reason} hint={w.hint} error={errors['why']} value={reason} onChange={setReason} />} />
    </Details>
  );
}
