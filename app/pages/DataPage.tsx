import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { SummaryList } from '../../ui/index.ts';
import { BackupPanel } from '../trust/BackupPanel.tsx';
import { CheckPanel } from '../trust/CheckPanel.tsx';
import { OneCasePanel } from '../trust/OneCasePanel.tsx';
import { RestoreFile } from '../trust/RestoreFile.tsx';
import { SupportPanel } from '../trust/SupportPanel.tsx';
import { WipePanel } from '../trust/WipePanel.tsx';
import { trustWords } from '../trust/words.ts';
import { openedVault } from '../world/keyring.ts';
import { useJournal } from '../world/journal.ts';
import { useWorld } from '../world/world.ts';
import '../trust/trust.css';

const JOURNAL = { starting: 'Being opened', on: 'On: each entry is kept twice, in a database and in a file of this browser, and either can be rebuilt from the other', off: 'Not available in this browser: each entry is kept once. Save backups more often' } as const;

/** Where cases are kept, who can read them, and what to do so that none is lost. */
export function DataPage() {
  const { store } = useWorld();
  const { state } = useJournal();
  const [counts, setCounts] = useState<{ open: number; closed: number }>();
  const [persisted, setPersisted] = useState<boolean>();
  useEffect(() => { void store.cases.counters().then(setCounts); }, [store]);
  useEffect(() => { void navigator.storage?.persisted?.().then(setPersisted); }, []);
  const sealed = openedVault() !== undefined;
  return (
    <>
      <p>Everything you enter is kept <b>on this computer only</b>, in this browser. There is no account and no server, and nothing is sent anywhere. Caseway works with the network off.</p>
      <SummaryList rows={[
        { id: 'c', name: 'Cases here', value: counts === undefined ? 'Counting' : `${counts.open} open, ${counts.closed} closed` },
        { id: 'w', name: 'Kept as', value: `A database of this browser named ${store.name}, for this address only` },
        { id: 'j', name: 'Second journal', value: JOURNAL[state] },
        { id: 'e', name: 'Encryption', value: <>{sealed ? trustWords.vault.on : trustWords.vault.off}. <Link href="/encryption">{sealed ? trustWords.vault.changeTitle : trustWords.vault.title}</Link></> },
        { id: 's', name: 'May the browser clear it?', value: persisted === true ? 'Only when somebody asks it to' : 'Yes, when the disk is nearly full. Save backups' },
        { id: 'p', name: 'Practice', value: 'In a database of its own. Practice never touches real cases' },
      ]} />
      <h2>What can erase it</h2>
      <ul><li>Clearing this browser’s data for this address.</li><li>Private windows: all is erased when they close.</li><li>A broken or replaced computer.</li></ul>
      <h2 id="backup">Save a backup</h2>
      <BackupPanel />
      <h2>Restore a backup</h2>
      <RestoreFile onDone={() => window.location.replace('/cases')} />
      <h2>One case</h2>
      <OneCasePanel />
      <h2>Check what is kept</h2>
      <CheckPanel />
      <h2>Ask for help without sending a case</h2>
      <SupportPanel />
      <h2>Wipe this device</h2>
      <WipePanel />
    </>
  );
}
