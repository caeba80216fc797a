import { useEffect, useState } from 'react';
import { Button, Note, SummaryList, announce } from '../../ui/index.ts';
import { downloadEverything } from '../world/download.ts';
import { useWorld } from '../world/world.ts';

/** Where cases are kept, who can read them, and a copy of all of it. */
export function DataPage() {
  const { store } = useWorld();
  const [counts, setCounts] = useState<{ open: number; closed: number }>();
  const [copied, setCopied] = useState<string>();
  useEffect(() => { void store.cases.counters().then(setCounts); }, [store]);
  const copy = () => { downloadEverything(store).then(() => say('The copy is in your downloads. It holds case data: keep it where case papers are kept.'), (error: unknown) => say(`The copy was not saved: ${String(error)}`)); };
  const say = (words: string) => { setCopied(words); announce(words); };
  return (
    <>
      <p>Everything you enter is kept <b>on this computer only</b>, in this browser. There is no account and no server, and nothing is sent anywhere. Caseway works with the network off.</p>
      <SummaryList rows={[
        { id: 'c', name: 'Cases here', value: counts === undefined ? 'Counting' : `${counts.open} open, ${counts.closed} closed` },
        { id: 'w', name: 'Kept as', value: `A database of this browser named ${store.name}, for this address only` },
        { id: 'p', name: 'Practice', value: 'In a database of its own. Practice never touches real cases' },
        { id: 'r', name: 'Who can read it', value: 'Anybody who can use this browser on this computer under your account. It is not encrypted by Caseway: lock the computer when you leave it' },
      ]} />
      <h2>What can erase it</h2>
      <ul><li>Clearing this browser’s data for this address.</li><li>Private windows: all is erased when they close.</li><li>A broken or replaced computer.</li></ul>
      <h2>Save a copy</h2>
      <p>The copy holds every case, every entry and every procedure you changed, in one file.</p>
      <p><Button onClick={copy}>Save a copy of all cases</Button></p>
      {copied === undefined ? null : <Note><p>{copied}</p></Note>}
      <p className="cw-s cw-q">Reading a copy back into Caseway is not there yet. Keep the file: its format is documented and complete.</p>
    </>
  );
}
