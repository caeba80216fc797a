import { useState } from 'react';
import type { FormView } from '../../../engine/case/types.ts';
import type { Id } from '../../../engine/procedure/types.ts';
import { Details, Note, TextField } from '../../../ui/index.ts';
import { instantWords } from '../../dates.ts';
import { partyLabel } from '../actors.ts';
import { ActForm, actField } from '../acts/ActForm.tsx';
import type { CaseModel } from '../types.ts';
import { signingWords } from './words.ts';

const w = signingWords.section;

/** A part of a form that is signed, when and by whom, and its opening again with a reason; when it was opened, why. */
export function SignedPart({ model, form, section, here }: { readonly model: CaseModel; readonly form: Id; readonly section: FormView['sections'][number]; /** The page it is said on afterwards. */ readonly here: string }) {
  const { case: item, procedure, now } = model;
  const [reason, setReason] = useState('');
  const id = `unlock-${section.id}`;
  const opened = item.signed.findLast((one) => one.form === form && one.section === section.id)?.unlocked;
  const signature = procedure.forms?.[form]?.sections.find((one) => one.id === section.id)?.signature;
  if (signature === undefined) return null;
  if (section.signed === undefined) return opened === undefined ? <p className="cw-hint">{w.lock(section.label)}</p> : <Note kind="soon"><p>{w.wasOpened(`${opened.by.person}, ${partyLabel(procedure, opened.by.role)}`, instantWords(opened.at, now), opened.reason)}</p></Note>;
  const { by, at } = section.signed;
  return (
    <Note kind="held">
      <p><b>{section.label}.</b> {w.signed(`${by.person}, ${partyLabel(procedure, by.onBehalfOf ?? by.role)}`, instantWords(at, now))}</p>
      <Details summary={<>{w.unlock}<span className="cw-vh">: {section.label}</span></>}>
        <ActForm model={model} id={id} button={w.button} said={w.said(section.label)} reasonAt="why" goTo={here} {...(section.by === undefined ? {} : { doers: [section.by.party] })} wanted={() => ({ body: { type: 'unlockSection', form, section: section.id, reason } })}
          fields={(errors) => <TextField id={actField(id, 'why')} long label={w.reason} hint={w.hint} error={errors['why']} value={reason} onChange={setReason} />} />
      </Details>
    </Note>
  );
}
