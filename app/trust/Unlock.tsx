import { useState } from 'react';
import { Button, Details, ErrorSummary, TextField } from '../../ui/index.ts';
import { holdVault, keepHeader } from '../world/keyring.ts';
import { liveJournal } from '../world/live.ts';
import { seenNow, useSession } from '../world/session.ts';
import { PassField } from './PassField.tsx';
import { RestoreFile } from './RestoreFile.tsx';
import { codecOf, openVault, type VaultHeader } from './vault.ts';
import { EraseAll } from './EraseAll.tsx';
import { trustWords } from './words.ts';

const w = trustWords.unlock;

/** Asks for the passphrase, and who is working, before any case is shown. */
export function Unlock({ header, onOpen }: { readonly header: VaultHeader | undefined; readonly onOpen: () => void }) {
  const [typed, setTyped] = useState('');
  const [initials, setInitials] = useState('');
  const [error, setError] = useState<string>();
  const [round, setRound] = useState(0);
  const [opening, setOpening] = useState(false);
  const fail = (words: string) => { setError(words); setRound(round + 1); setOpening(false); };
  const unlock = async (vault: VaultHeader) => {
    if (typed === '') { fail(w.missing); return; }
    setOpening(true);
    const opened = await openVault(vault, typed);
    if (opened === undefined) { fail(w.wrong); return; }
    holdVault(opened, codecOf(opened));
    await keepHeader(vault, (text) => liveJournal().ask('keep', { name: 'vault', text })).catch(() => undefined);
    if (initials.trim() !== '') useSession.setState(({ who }) => ({ confirmed: true, who: { ...who, live: { ...who.live, person: initials.trim() } } }));
    seenNow();
    onOpen();
  };
  if (header === undefined) return <NoHeader onOpen={onOpen} />;
  return (
    <form onSubmit={(event) => { event.preventDefault(); void unlock(header); }}>
      <ErrorSummary items={error === undefined ? [] : [{ field: 'unlock-passphrase', words: error }]} round={round} />
      <h1 className="cw-h1">{w.title}</h1>
      <p>{w.lede}</p>
      <PassField id="unlock-passphrase" label={w.passphrase} hint={w.passphraseHint} error={error} value={typed} onChange={setTyped} />
      <TextField id="unlock-initials" label={w.initials} hint={w.initialsHint} width="w10" value={initials} onChange={setInitials} maxLength={12} />
      <p><Button type="submit" disabled={opening}>{opening ? w.opening : w.button}</Button></p>
      <Details summary={w.forgotten}>{w.forgottenText.map((text) => <p key={text}>{text}</p>)}<EraseAll /></Details>
    </form>
  );
}
function NoHeader({ onOpen }: { readonly onOpen: () => void }) {
  return <><h1 className="cw-h1">{w.noHeader.title}</h1><p>{w.noHeader.text}</p><RestoreFile onDone={onOpen} /><EraseAll /></>;
}
