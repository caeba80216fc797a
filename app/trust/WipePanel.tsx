import { useState } from 'react';
import { Button, Note, announce } from '../../ui/index.ts';
import { canonical } from '../../engine/procedure/canonical.ts';
import type { Store } from '../../engine/store/types.ts';
import { useWorld } from '../world/world.ts';
import { readBackup } from './backup.ts';
import { EraseAll } from './EraseAll.tsx';
import { FileField } from './FileField.tsx';
import { PassField } from './PassField.tsx';

type State = { readonly at: 'file' } | { readonly at: 'locked'; readonly text: string; readonly wrong: boolean } | { readonly at: 'bad'; readonly words: string } | { readonly at: 'good'; readonly words: string };

/** True when a backup holds every case of the store, entry for entry. Entries of the access log made since do not matter: saving and looking make some. */
async function holdsEverything(store: Store, text: string, typed?: string): Promise<State> {
  const read = await readBackup(text, typed);
  if (!read.ok && 'problem' in read) return { at: 'bad', words: `This file is not a whole backup. At ${read.problem.pointer || 'its beginning'}: expected ${read.problem.expected}; found ${read.problem.found}.` };
  if (!read.ok) return { at: 'locked', text, wrong: read.tried };
  const there = new Map(read.backup.content.cases.map(({ id, events }) => [id, canonical(events)]));
  const { cases } = await store.cases.exportAll();
  const lacking = cases.filter(({ id, events }) => there.get(id) !== canonical(events)).map(({ row }) => row.content.reference);
  if (lacking.length > 0) return { at: 'bad', words: `This backup does not hold all that is here. It lacks ${lacking.length} cases or entries of them: ${lacking.slice(0, 8).join(', ')}. Save a new backup first.` };
  return { at: 'good', words: cases.length === 1 ? 'This backup holds the one case that is here, entry for entry.' : `This backup holds all ${cases.length} cases that are here, entry for entry.` };
}

/** Takes everything off this computer, once a backup was read back and found to hold it all. */
export function WipePanel() {
  const { store } = useWorld();
  const [state, setState] = useState<State>({ at: 'file' });
  const [typed, setTyped] = useState('');
  const check = (text: string, secret?: string) => { void holdsEverything(store, text, secret).then((found) => { setState(found); if ('words' in found) announce(found.words); }); };
  return (
    <>
      <p>Before a computer is given away: save a backup, take it to where it is kept, and choose it here. Only when it holds everything can this device be wiped.</p>
      <FileField id="wipe-backup" label="The backup you saved" onText={(text) => check(text)} />
      {state.at === 'locked' ? <form onSubmit={(event) => { event.preventDefault(); check(state.text, typed); }}><PassField id="wipe-passphrase" label="Passphrase of the backup" error={state.wrong ? 'This is neither the passphrase nor the recovery key' : undefined} value={typed} onChange={setTyped} /><Button type="submit" kind="secondary">Open the backup</Button></form> : null}
      {state.at === 'bad' ? <Note kind="late"><p>{state.words}</p></Note> : null}
      {state.at === 'good' ? <Note kind="met"><p>{state.words}</p><EraseAll /></Note> : null}
    </>
  );
}
