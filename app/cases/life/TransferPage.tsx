import { useState } from 'react';
import { Link } from 'wouter';
import { partingOf } from '../../../engine/case/parting.ts';
import { Button, Note, Panel, SummaryList, TextField, announce } from '../../../ui/index.ts';
import { faultWords } from '../../world/faults.ts';
import { useWorld } from '../../world/world.ts';
import { ActForm, actField } from '../acts/ActForm.tsx';
import { CaseFrame } from '../CaseFrame.tsx';
import { act } from '../session.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';
import { saveTransferFile } from './transferring.ts';
import { lifeWords } from './words.ts';
import './life.css';

const w = lifeWords.transfer;

/** Hands the case to somebody else as a signed file; once it is, the ways back. */
export function TransferPage({ model }: { readonly model: CaseModel }) {
  const { kind } = useWorld();
  const { case: item } = model;
  const parting = partingOf(item.events);
  const to = parting?.type === 'caseTransferred' ? String(parting.payload['to']) : undefined;
  return (
    <CaseFrame model={model} title={w.title}>
      <p className="cw-caption"><Link href={`/cases/${item.id}`}>{caseWords.frame.back}</Link></p>
      <h1 className="cw-h1 case-h1">{to === undefined ? w.title : lifeWords.entries.transferred(to)}</h1>
      <div className="case-open">{kind !== 'live' ? <p>{w.practice}</p> : to === undefined ? <Transfer model={model} /> : <Transferred model={model} to={to} />}</div>
    </CaseFrame>
  );
}
function Transfer({ model }: { readonly model: CaseModel }) {
  const { case: item, procedure } = model;
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const id = 'transfer';
  const wanted = () => (to.trim() === '' ? { errors: { to: w.toMissing, ...(reason.trim() === '' ? { why: caseWords.timescale.reasonMissing } : {}) } } : { body: { type: 'transferCase', to: to.trim(), reason: reason.trim() } as const });
  return (
    <>
      <p>{w.text}</p>
      <SummaryList rows={[{ id: 'what', name: w.what, value: w.whatText(item.events.length) }]} />
      <Note kind="soon"><p>{w.open}</p></Note>
      <ActForm model={model} id={id} main button={w.button} said={w.done(to.trim())} reasonAt="why" goTo={`/cases/${item.id}/transfer`} doers={procedure.closing?.by ?? []} wanted={wanted}
        write={async (world, one) => {
          const result = await act(world, one);
          // The transfer stands once it is recorded; a file that was not saved is saved again from the next page.
          if (result.kind === 'saved') await saveTransferFile(world, item.id, to.trim()).catch((error: unknown) => { faultWords(error); announce(w.notSaved, 'assertive'); });
          return result;
        }}
        fields={(errors) => (
          <>
            <TextField id={actField(id, 'to')} label={w.to} hint={w.toHint} error={errors['to']} value={to} onChange={setTo} />
            <TextField id={actField(id, 'why')} long label={w.reason} error={errors['why']} value={reason} onChange={setReason} />
          </>
        )} />
    </>
  );
}
function Transferred({ model, to }: { readonly model: CaseModel; readonly to: string }) {
  const world = useWorld();
  const { case: item, procedure } = model;
  const [said, setSaid] = useState<{ readonly well: boolean; readonly words: string }>();
  const [reason, setReason] = useState('');
  const id = 'take-back';
  const say = (well: boolean, words: string) => { setSaid({ well, words }); announce(words); };
  const again = () => { saveTransferFile(world, item.id, to).then((name) => say(true, w.savedAs(name)), (error: unknown) => say(false, faultWords(error))); };
  return (
    <>
      <Panel title={w.again}><p>{w.againText}</p><p><Button kind="secondary" onClick={again}>{w.again}</Button></p>{said === undefined ? null : <Note kind={said.well ? 'met' : 'late'}><p>{said.words}</p></Note>}</Panel>
      <p className="case-block">{w.file} <Link href="/cases/take-in">{lifeWords.links.takeIn}</Link></p>
      <Panel title={w.backTitle} className="case-block">
        <p>{w.backText}</p>
        <ActForm model={model} id={id} alsoAside button={w.backButton} said={w.back} reasonAt="why" goTo={`/cases/${item.id}`} doers={procedure.closing?.by ?? []} wanted={() => ({ body: { type: 'takeBack', reason } })}
          fields={(errors) => <TextField id={actField(id, 'why')} long label={w.backReason} error={errors['why']} value={reason} onChange={setReason} />} />
      </Panel>
    </>
  );
}
