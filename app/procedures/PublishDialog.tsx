import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import type { Procedure } from '../../engine/procedure/types.ts';
import { Button, DateField, Dialog, ErrorSummary, Note, TextField, buttonClass, civilOf, emptyDate, isEmptyDate, type DateParts } from '../../ui/index.ts';
import { words } from '../words.ts';
import { useSession, useWho } from '../world/session.ts';
import { useWorld } from '../world/world.ts';
import { Told } from './life/Told.tsx';
import { SignOff } from './life/SignOff.tsx';
import { standing, unsigned, type Signing } from './life/signing.ts';
import { lifeWords } from './life/words.ts';
import { publishedAlready, publishVersion } from './publishing.ts';

const ReplayPanel = lazy(() => import('./replay/ReplayPanel.tsx'));
const w = words.procedures;

/** Asks who publishes and what changed; afterwards leads to a case on the new version. */
export function PublishDialog({ open, procedure, settled, signing, onSigning, onClose }: { readonly signing: Signing; readonly onSigning: (next: Signing) => void; readonly open: boolean; readonly procedure: Procedure; readonly settled: () => Promise<void>; readonly onClose: () => void }) {
  const { kind, store, now } = useWorld();
  const { wrote, failedWrite } = useSession();
  const { person } = useWho();
  const [by, setBy] = useState(person);
  const [note, setNote] = useState('');
  const [from, setFrom] = useState<DateParts>(emptyDate);
  const [problem, setProblem] = useState<string>();
  // How often it was tried in vain: the box with what is wrong takes the focus each time, for the button lies far below it.
  const [tries, setTries] = useState(0);
  const [done, setDone] = useState<number>();
  const [place, setPlace] = useState('publish-by');
  const refuse = (what: string, where: string) => { setProblem(what); setPlace(where); setTries(tries + 1); };
  const waiting = signing.signers.find((role) => role in procedure.parties && standing(procedure, signing, role) !== 'signed');
  const publish = async () => {
    const missing = unsigned(procedure, signing);
    if (by.trim() === '') { refuse(w.initialsMissing, 'publish-by'); return; }
    const already = await publishedAlready(store.procedures, procedure, now());
    if (already !== undefined) { refuse(already, 'publish-note'); return; }
    if (missing.length > 0) { refuse(lifeWords.sign.missing(missing), `sign-${waiting ?? 'role'}`); return; }
    const effectiveFrom = civilOf(from, false);
    if (effectiveFrom === undefined && !isEmptyDate(from)) { refuse(lifeWords.sign.dayWrong, 'publish-from'); return; }
    await settled();
    const result = await publishVersion(store.procedures, procedure, { at: now(), by: by.trim(), note: note.trim(), effectiveFrom, signatures: signing.signatures.filter(({ role }) => signing.signers.includes(role)) });
    if (!result.ok) { refuse(result.words, 'publish-note'); failedWrite(result.words); return; }
    wrote(kind, now());
    setProblem(undefined);
    setDone(result.version);
  };
  const close = () => { setDone(undefined); setProblem(undefined); onClose(); };
  return (
    <Dialog title={w.publishTitle} open={open} onClose={close}>
      {done !== undefined
        ? <><Note kind="met"><Told>{w.publishedDone(done)}</Told></Note><div className="cw-row"><Link className={buttonClass()} href={`/cases/open?procedure=${procedure.id}&version=${done}`}>{w.publishedNext}</Link><Button kind="secondary" onClick={close}>{words.procedures.backToDrawing}</Button></div></>
        : (
          <form onSubmit={(event) => { event.preventDefault(); void publish(); }} noValidate>
            <ErrorSummary round={tries} items={problem === undefined ? [] : [{ field: place, words: problem }]} />
            <p>{w.publishText}</p>
            <TextField id="publish-by" label={w.publishBy} value={by} onChange={setBy} width="w10" error={problem === w.initialsMissing ? problem : undefined} />
            <TextField id="publish-note" label={w.publishNote} value={note} onChange={setNote} long />
            <DateField id="publish-from" label={lifeWords.sign.from} value={from} onChange={setFrom} error={problem === lifeWords.sign.dayWrong ? problem : undefined} />
            <SignOff procedure={procedure} signing={signing} onSigning={onSigning} />
            <Suspense><ReplayPanel procedure={procedure} /></Suspense>
            <div className="cw-row"><Button type="submit">{w.publishButton}</Button><Button kind="secondary" onClick={close}>{w.cancel}</Button></div>
          </form>
        )}
    </Dialog>
  );
}
