import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { Button, Note, SelectField, announce } from '../../ui/index.ts';
import type { RegisterRow, Store } from '../../engine/store/types.ts';
import { download } from '../world/download.ts';
import { faultWords } from '../world/faults.ts';
import { useSession } from '../world/session.ts';
import { useWorld } from '../world/world.ts';
import { makeCaseFile } from './caseFile.ts';
import { saveBackup } from './saveBackup.ts';
import { installationFingerprint } from './signing.ts';

/** One case as a backup, or as a signed file for somebody else to check. */
export function OneCasePanel() {
  const { store, now } = useWorld();
  const rows = useEveryRow(store);
  const [chosen, setChosen] = useState('');
  const [fingerprint, setFingerprint] = useState<string>();
  const [said, setSaid] = useState<string>();
  useEffect(() => { void installationFingerprint().then(setFingerprint, () => undefined); }, []);
  const say = (words: string) => { setSaid(words); announce(words); };
  const signed = async () => {
    const file = await makeCaseFile(store, chosen, now());
    if (file === undefined) return;
    await store.cases.record({ id: crypto.randomUUID(), case: chosen, at: now(), person: useSession.getState().who.live.person, role: '', what: 'exported', words: 'Signed case file' });
    download('caseway-case-file.json', file);
    say('The signed case file is in your downloads. Anybody can check it with this page; anybody can read it too.');
  };
  const run = (act: () => Promise<unknown>) => () => { act().catch((error: unknown) => say(faultWords(error))); };
  if (rows.length === 0) return <p>There are no cases here yet.</p>;
  return (
    <>
      <SelectField id="one-case" label="Case" empty="Choose a case" value={chosen} options={rows.map((row) => ({ value: row.case, label: `${row.content.reference}${row.content.initials === '' ? '' : `, ${row.content.initials}`}` }))} onChange={setChosen} />
      <p className="cw-row"><Button kind="secondary" disabled={chosen === ''} onClick={run(() => saveBackup(store, now(), 'downloads', chosen).then((name) => say(`Saved as ${name}, in your downloads.`)))}>Save a backup of this case</Button>
        <Button kind="secondary" disabled={chosen === ''} onClick={run(signed)}>Save a signed case file</Button></p>
      {said === undefined ? null : <Note kind="met"><p>{said}</p></Note>}
      <p>A signed case file can be checked by anybody on the page <Link href="~/verify">Check a case file</Link>. The signature shows that nothing changed since it was saved here; it does not show who a person was. The fingerprint of this installation: {fingerprint === undefined ? 'not made yet' : <code className="trust-code">{fingerprint}</code>}</p>
    </>
  );
}

/** Every case, open ones first. */
function useEveryRow(store: Store): readonly RegisterRow[] {
  const [rows, setRows] = useState<readonly RegisterRow[]>([]);
  useEffect(() => {
    let here = true;
    void Promise.all([false, true].map((closed) => store.cases.page({ closed, limit: 5000 }))).then((pages) => { if (here) setRows(pages.flatMap((page) => page.rows)); });
    return () => { here = false; };
  }, [store]);
  return rows;
}
