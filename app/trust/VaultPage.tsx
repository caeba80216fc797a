import { useEffect, useState } from 'react';
import { Button, ErrorSummary, Note, SelectField, announce } from '../../ui/index.ts';
import type { SummaryItem } from '../../ui/index.ts';
import { openDexieStore } from '../../engine/store/dexie.ts';
import { faultWords } from '../world/faults.ts';
import { dropHeader, holdVault, keepHeader, openCodec, openedVault, tellChanged } from '../world/keyring.ts';
import { LIVE, liveJournal } from '../world/live.ts';
import { lockMinutes, setLockMinutes } from './lock.ts';
import { PassField } from './PassField.tsx';
import { changePassphrase, codecOf, makeVault, weakness } from './vault.ts';
import { trustWords } from './words.ts';

const w = trustWords.vault;
const keep = (text: string) => liveJournal().ask('keep', { name: 'vault', text });

/** Encrypts the cases for the first time, or changes the passphrase. */
export function VaultPage() {
  const [recovery, setRecovery] = useState<string>();
  if (recovery !== undefined) return <Recovery words={recovery} />;
  return openedVault() === undefined ? <SetUp onMade={setRecovery} /> : <Change />;
}

/** Two fields that must agree, and what is wrong with them. */
function useChosen() {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const problems = (): readonly SummaryItem[] => {
    const weak = weakness(first);
    return [...(weak === undefined ? [] : [{ field: 'vault-first', words: weak }]), ...(first === second ? [] : [{ field: 'vault-second', words: w.differs }])];
  };
  const fields = (found: readonly SummaryItem[]) => (
    <>
      <PassField fresh id="vault-first" label={w.passphrase} hint={w.hint} error={found.find(({ field }) => field === 'vault-first')?.words} value={first} onChange={setFirst} />
      <PassField fresh id="vault-second" label={w.again} error={found.find(({ field }) => field === 'vault-second')?.words} value={second} onChange={setSecond} />
    </>
  );
  return { first, problems, fields };
}

function SetUp({ onMade }: { readonly onMade: (recovery: string) => void }) {
  const { first, problems, fields } = useChosen();
  const [found, setFound] = useState<readonly SummaryItem[]>([]);
  const [round, setRound] = useState(0);
  const [working, setWorking] = useState(false);
  const [failed, setFailed] = useState<string>();
  const go = () => {
    const wrong = problems();
    setFound(wrong); setRound(round + 1);
    if (wrong.length > 0) return;
    setWorking(true);
    encryptAll(first).then(onMade, (error: unknown) => { setFailed(faultWords(error)); setWorking(false); });
  };
  return (
    <form onSubmit={(event) => { event.preventDefault(); go(); }}>
      <ErrorSummary items={found} round={round} />
      {failed === undefined ? null : <Note kind="late"><p role="alert">{failed}</p></Note>}
      {w.why.map((text) => <p key={text}>{text}</p>)}
      <p>{w.share}</p>
      {fields(found)}
      <Note><p>{w.before}</p></Note>
      <p><Button type="submit" disabled={working}>{working ? w.working : w.button}</Button></p>
    </form>
  );
}

/** Seals everything that is kept, in one transaction; the header is kept before, so that nothing is ever sealed without it. */
async function encryptAll(passphrase: string): Promise<string> {
  const vault = await makeVault(passphrase, Date.now());
  const clear = await openDexieStore(LIVE, { codec: openCodec() });
  const content = await clear.cases.exportAll();
  clear.close();
  await keepHeader(vault.header, keep);
  const sealed = await openDexieStore(LIVE, { codec: codecOf(vault), journal: liveJournal(), newId: () => crypto.randomUUID() });
  const result = await sealed.cases.importAll(content, 'replace', content.cases.reduce((total, { events }) => total + events.length, 0));
  sealed.close();
  if (!result.ok) { await dropHeader(() => keep('null')); throw new Error(result.words); }
  holdVault(vault, codecOf(vault));
  localStorage.removeItem('caseway-who');
  tellChanged();
  return vault.recovery;
}

function Recovery({ words }: { readonly words: string }) {
  // The page still holds the store as it was before: wherever one goes from here, it is loaded anew.
  useEffect(() => () => window.location.reload(), []);
  return (
    <>
      <h2 className="cw-h2">{w.recoveryTitle}</h2>
      {w.recoveryText.map((text) => <p key={text}>{text}</p>)}
      <p className="trust-key">{words}</p>
      <p className="cw-row"><Button kind="secondary" onClick={() => window.print()}>{w.print}</Button><Button onClick={() => window.location.replace('/where-is-my-data')}>{w.kept}</Button></p>
      <p>{w.done}</p>
    </>
  );
}

function Change() {
  const { first, problems, fields } = useChosen();
  const [present, setPresent] = useState('');
  const [found, setFound] = useState<readonly SummaryItem[]>([]);
  const [round, setRound] = useState(0);
  const [said, setSaid] = useState<string>();
  const [minutes, setMinutes] = useState(String(lockMinutes()));
  const go = async () => {
    const vault = openedVault();
    const wrong = problems();
    const changed = wrong.length > 0 || vault === undefined ? undefined : await changePassphrase(vault.header, present, first);
    const all = wrong.length > 0 || changed !== undefined ? wrong : [{ field: 'vault-present', words: trustWords.unlock.wrong }];
    setFound(all); setRound(round + 1);
    if (vault === undefined || changed === undefined) return;
    await keepHeader(changed, keep);
    holdVault({ ...vault, header: changed }, codecOf({ ...vault, header: changed }));
    setSaid(w.changed); announce(w.changed);
  };
  return (
    <>
      <form onSubmit={(event) => { event.preventDefault(); void go(); }}>
        <ErrorSummary items={found} round={round} />
        {said === undefined ? null : <Note kind="met"><p>{said}</p></Note>}
        <PassField id="vault-present" label={w.present} error={found.find(({ field }) => field === 'vault-present')?.words} value={present} onChange={setPresent} />
        {fields(found)}
        <p><Button type="submit">{w.changeButton}</Button></p>
      </form>
      <SelectField id="vault-minutes" label={w.minutes} value={minutes} options={[5, 10, 15, 30].map((n) => ({ value: String(n), label: w.minutesOf(n) }))} onChange={(value) => { setMinutes(value); setLockMinutes(Number(value)); }} />
    </>
  );
}
