import { useState } from 'react';
import { Button, Note, SummaryList } from '../../ui/index.ts';
import { openDexieStore } from '../../engine/store/dexie.ts';
import { instantWords } from '../dates.ts';
import { faultWords } from '../world/faults.ts';
import { holdVault, keepHeader, openCodec, tellChanged } from '../world/keyring.ts';
import { LIVE, liveJournal } from '../world/live.ts';
import { useSession } from '../world/session.ts';
import { readBackup, type Backup } from './backup.ts';
import { FileField } from './FileField.tsx';
import { PassField } from './PassField.tsx';
import { additions, planOf, type Plan } from './restore.ts';
import { restoreWords as w } from './restoreWords.ts';
import { codecOf, openVault, type VaultHeader } from './vault.ts';

type State = { readonly at: 'choose'; readonly words?: string } | { readonly at: 'locked'; readonly text: string; readonly header: VaultHeader; readonly wrong: boolean } | { readonly at: 'plan'; readonly backup: Backup; readonly plan: Plan } | { readonly at: 'working' } | { readonly at: 'done'; readonly words: string };

/** The store as it is, opened for this one act; its key may have come with the backup. */
const opened = () => openDexieStore(LIVE, { codec: openCodec(), journal: liveJournal(), newId: () => crypto.randomUUID() });

/** Chooses a backup, reports what it would do, and does it. */
export function RestoreFile({ onDone }: { readonly onDone: () => void }) {
  const [state, setState] = useState<State>({ at: 'choose' });
  const fail = (error: unknown) => setState({ at: 'choose', words: faultWords(error) });
  const read = async (text: string, typed?: string) => {
    const found = await readBackup(text, typed);
    if (!found.ok && 'problem' in found) { setState({ at: 'choose', words: w.refused(found.problem.pointer, found.problem.expected, found.problem.found) }); return; }
    if (!found.ok) { setState({ at: 'locked', text, header: found.locked, wrong: found.tried }); return; }
    if (state.at === 'locked' && typed !== undefined) await adopt(state.header, typed);
    const store = await opened();
    setState({ at: 'plan', backup: found.backup, plan: await planOf(store, found.backup.content) });
    store.close();
  };
  const restore = async (backup: Backup, how: 'add' | 'replace') => {
    setState({ at: 'working' });
    setState({ at: 'done', words: await restored(backup, how) });
  };
  if (state.at === 'working') return <p role="status">{w.working}</p>;
  if (state.at === 'done') return <Note kind="met"><p role="status">{state.words}</p><p><Button onClick={onDone}>{w.goOn}</Button></p></Note>;
  if (state.at === 'plan') return <PlanView backup={state.backup} plan={state.plan} onAdd={() => void restore(state.backup, 'add').catch(fail)} onReplace={() => void restore(state.backup, 'replace').catch(fail)} onCancel={() => setState({ at: 'choose' })} />;
  if (state.at === 'locked') return <Secret wrong={state.wrong} onTyped={(typed) => void read(state.text, typed).catch(fail)} />;
  return <>{state.words === undefined ? null : <Note kind="late"><p role="alert">{state.words}</p></Note>}<FileField id="restore-file" label={w.choose} hint={w.hint} onText={(text) => void read(text).catch(fail)} /></>;
}

/** A store without cases and without a key of its own takes the backup's. */
async function adopt(header: VaultHeader, typed: string): Promise<void> {
  if (openCodec() !== undefined) return;
  const store = await openDexieStore(LIVE);
  const [{ codec }, { open, closed }] = [await store.identity(), await store.cases.counters()];
  store.close();
  const vault = codec === '' && open + closed === 0 ? await openVault(header, typed) : codec === header.id ? await openVault(header, typed) : undefined;
  if (vault === undefined) return;
  holdVault(vault, codecOf(vault));
  await keepHeader(header, (text) => liveJournal().ask('keep', { name: 'vault', text }));
}

async function restored(backup: Backup, how: 'add' | 'replace'): Promise<string> {
  const store = await opened();
  const { id } = await store.identity();
  const empty = await store.cases.counters().then(({ open, closed }) => open + closed === 0);
  const whole = how === 'replace' || empty;
  const content = whole && backup.label.scope === 'store' ? backup.content : await additions(store, backup.content);
  const result = await store.cases.importAll(content, whole && backup.label.scope === 'store' ? 'replace' : 'add');
  if (result.ok) await store.cases.record({ id: crypto.randomUUID(), case: '', at: Date.now(), person: useSession.getState().who.live.person, role: '', what: 'restored', words: `${result.cases} cases from a backup of ${new Date(backup.label.made).toISOString()}` });
  const changed = (await store.identity()).id !== id;
  store.close();
  if (!result.ok) throw new Error(result.words);
  if (changed) tellChanged();
  return w.done(result.cases);
}

function Secret({ wrong, onTyped }: { readonly wrong: boolean; readonly onTyped: (typed: string) => void }) {
  const [typed, setTyped] = useState('');
  return <form onSubmit={(event) => { event.preventDefault(); onTyped(typed); }}><p>{w.sealed}</p><PassField id="restore-passphrase" label={w.passphrase} error={wrong ? w.wrong : undefined} value={typed} onChange={setTyped} /><Button type="submit">{w.open}</Button></form>;
}

function PlanView({ backup: { label }, plan, onAdd, onReplace, onCancel }: { readonly backup: Backup; readonly plan: Plan; readonly onAdd: () => void; readonly onReplace: () => void; readonly onCancel: () => void }) {
  const named = (references: readonly string[]) => (references.length === 0 ? w.none : w.some(references.length, references.slice(0, 12).join(', '), references.length > 12));
  const lost = [...plan.notInBackup, ...plan.older, ...plan.apart];
  const row = (id: string, name: string, references: readonly string[]) => ({ id, name, value: named(references) });
  return (
    <section aria-label={w.report}>
      <h3 className="cw-h3">{w.report}</h3>
      <p>{w.made(instantWords(label.made), label.counts.cases, label.counts.events)}</p>
      <SummaryList rows={[row('fresh', w.fresh, plan.fresh), row('longer', w.longer, plan.longer), { id: 'same', name: w.same, value: String(plan.same) }, row('older', w.older, plan.older), row('apart', w.apart, plan.apart), ...(label.scope === 'store' ? [row('gone', w.notInBackup, plan.notInBackup)] : [])]} />
      <p className="cw-row"><Button onClick={onAdd}>{w.add}</Button><Button kind="secondary" onClick={onCancel}>{w.cancel}</Button></p>
      {label.scope === 'store' && lost.length > 0 ? <Note kind="late"><p>{w.replaceText(lost.length)}</p><p><Button kind="warning" onClick={onReplace}>{w.replace}</Button></p></Note> : null}
    </section>
  );
}
