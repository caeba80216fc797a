import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import type { Procedure } from '../../engine/procedure/types.ts';
import { Button, Dialog, ErrorSummary, Note, TextField, announce, buttonClass } from '../../ui/index.ts';
import { words } from '../words.ts';
import { useSession, useWho } from '../world/session.ts';
import { useWorld } from '../world/world.ts';
import { publishVersion } from './publishing.ts';

const ReplayPanel = lazy(() => import('./replay/ReplayPanel.tsx'));
const w = words.procedures;

/** Asks who publishes and what changed; afterwards leads to a case on the new version. */
export function PublishDialog({ open, procedure, settled, onClose }: { readonly open: boolean; readonly procedure: Procedure; readonly settled: () => Promise<void>; readonly onClose: () => void }) {
  const { kind, store, now } = useWorld();
  const { wrote, failedWrite } = useSession();
  const { person } = useWho();
  const [by, setBy] = useState(person);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string>();
  const [done, setDone] = useState<number>();
  const publish = async () => {
    if (by.trim() === '') { setProblem(w.initialsMissing); return; }
    await settled();
    const result = await publishVersion(store.procedures, procedure, { at: now(), by: by.trim(), note: note.trim() });
    if (!result.ok) { setProblem(result.words); failedWrite(result.words); return; }
    wrote(kind, now());
    setProblem(undefined);
    setDone(result.version);
    announce(w.publishedDone(result.version));
  };
  const close = () => { setDone(undefined); setProblem(undefined); onClose(); };
  return (
    <Dialog title={w.publishTitle} open={open} onClose={close}>
      {done !== undefined
        ? <><Note kind="met"><p>{w.publishedDone(done)}</p></Note><div className="cw-row"><Link className={buttonClass()} href={`/cases/open?procedure=${procedure.id}&version=${done}`}>{w.publishedNext}</Link><Button kind="secondary" onClick={close}>{words.procedures.backToDrawing}</Button></div></>
        : (
          <form onSubmit={(event) => { event.preventDefault(); void publish(); }} noValidate>
            <ErrorSummary items={problem === undefined ? [] : [{ field: 'publish-by', words: problem }]} />
            <p>{w.publishText}</p>
            <TextField id="publish-by" label={w.publishBy} value={by} onChange={setBy} width="w10" error={problem === w.initialsMissing ? problem : undefined} />
            <TextField id="publish-note" label={w.publishNote} value={note} onChange={setNote} long />
            <Suspense><ReplayPanel procedure={procedure} /></Suspense>
            <div className="cw-row"><Button type="submit">{w.publishButton}</Button><Button kind="secondary" onClick={close}>{w.cancel}</Button></div>
          </form>
        )}
    </Dialog>
  );
}
