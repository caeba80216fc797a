import { useState } from 'react';
import { Button, Details, Note, ProblemBox } from '../../ui/index.ts';
import { faultWords } from '../world/faults.ts';
import { liveJournal } from '../world/live.ts';
import type { Vanished } from '../world/live.ts';
import { forgetWitness } from '../world/witness.ts';
import { rebuildEmpty, type Rebuilt } from './rebuild.ts';
import { RestoreFile } from './RestoreFile.tsx';
import { trustWords } from './words.ts';

const w = trustWords.vanished;

/** An empty store where there was one: what is known of it, and the ways to bring it back. */
export function Gone({ lost, onOpen }: { readonly lost: Vanished['lost']; readonly onOpen: () => void }) {
  const [state, setState] = useState<'asking' | 'working' | Rebuilt>('asking');
  const [failed, setFailed] = useState<string>();
  const [best] = lost.journals.toSorted((a, b) => b.events - a.events);
  const bringBack = (store: string) => {
    setState('working');
    rebuildEmpty(store, Date.now()).then(setState, (error: unknown) => { setFailed(faultWords(error)); setState('asking'); });
  };
  const anew = async () => {
    for (const { store } of lost.journals) await liveJournal().ask('setAside', { store });
    forgetWitness();
    onOpen();
  };
  if (typeof state === 'object') return <Back rebuilt={state} onOpen={onOpen} />;
  return (
    <>
      <ProblemBox alone title={w.title}>
        <p>{lost.witness === undefined || lost.witness.store === '' ? w.noneSeen : w.seen(lost.witness.cases, lost.witness.events)}</p>
        <p>{best === undefined ? w.noJournal : w.journal(best.cases, best.events)}</p>
        {best === undefined ? null : <p><Button disabled={state === 'working'} onClick={() => bringBack(best.store)}>{state === 'working' ? w.working : w.fromJournal}</Button></p>}
      </ProblemBox>
      {failed === undefined ? null : <Note kind="late"><p role="alert">{failed}</p></Note>}
      <h2 className="cw-h2">{w.fromBackup}</h2>
      <RestoreFile onDone={onOpen} />
      <Details summary={w.anew}><p>{w.anewText}</p><Button kind="warning" onClick={() => void anew()}>{w.anew}</Button></Details>
    </>
  );
}
function Back({ rebuilt, onOpen }: { readonly rebuilt: Rebuilt; readonly onOpen: () => void }) {
  return <><div role="status"><h1 className="cw-h1">{w.done(rebuilt.cases, rebuilt.events)}</h1></div>{rebuilt.cut.length === 0 ? null : <Note kind="late"><p>{w.cut(rebuilt.cut.join(', '))}</p></Note>}<p><Button onClick={onOpen}>{w.goOn}</Button></p></>;
}
