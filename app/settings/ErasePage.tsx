import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { RegisterRow, StoreExport } from '../../engine/store/types.ts';
import { BackupPanel } from '../trust/BackupPanel.tsx';
import { FileField } from '../trust/FileField.tsx';
import { PassField } from '../trust/PassField.tsx';
import { readBackup } from '../trust/backup.ts';
import { Button, Details, ErrorSummary, Note, ProblemBox, SummaryList, TextField } from '../../ui/index.ts';
import { tellChanged } from '../world/keyring.ts';
import { useSession } from '../world/session.ts';
import { useWorld } from '../world/world.ts';
import { copyHolds, eraseCase } from './disposal.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import { reviewWords as w } from './words.ts';

type Copy = { readonly state: 'none' } | { readonly state: 'locked'; readonly text: string; readonly wrong: boolean } | { readonly state: 'bad' } | { readonly state: 'good' };

/** Erases one closed case, once a backup that holds it was read back, a ground given and its reference typed. */
export function ErasePage({ caseId }: { readonly caseId: string }) {
  const world = useWorld();
  const [row, setRow] = useState<RegisterRow | null>();
  useEffect(() => { void world.store.cases.row(caseId).then((found) => setRow(found ?? null)); }, [world, caseId]);
  if (row === undefined) return null;
  const refused = row === null ? w.moved : row.closed === 0 ? w.open : row.content.erased === undefined ? undefined : w.moved;
  return (
    <SettingsFrame title={w.erase}>
      <p className="cw-caption"><Link href="/settings/retention">{w.title}</Link></p>
      {row === null || refused !== undefined ? <><h1 className="cw-h1 case-h1">{w.erase}</h1><p>{refused}</p></> : <EraseForm row={row} />}
    </SettingsFrame>
  );
}
/** Whose data the erasure takes away: of those whom the case is about, not of those who answer for it. */
function Whose() {
  const { title, goes, goesText, stays, staysText, staff, staffText } = w.whose;
  return (
    <section aria-labelledby="erase-whose"><h2 id="erase-whose" className="cw-h2">{title}</h2>
      <SummaryList rows={[{ id: 'goes', name: goes, value: goesText }, { id: 'stays', name: stays, value: staysText }]} />
      <Details summary={staff}><p>{staffText} <Link href="/settings">{w.settings}</Link></p></Details>
    </section>
  );
}
function EraseForm({ row }: { readonly row: RegisterRow }) {
  const world = useWorld();
  const [, go] = useLocation();
  const person = useSession(({ who }) => who[world.kind].person);
  const [copy, setCopy] = useState<Copy>({ state: 'none' });
  const [secret, setSecret] = useState('');
  const [ground, setGround] = useState('');
  const [typed, setTyped] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const [round, setRound] = useState(0);
  const { reference } = row.content;
  const read = async (text: string, passphrase?: string) => {
    const found = await readBackup(text, passphrase);
    if (!found.ok && 'locked' in found) { setCopy({ state: 'locked', text, wrong: found.tried }); return; }
    const content: StoreExport | undefined = found.ok ? found.backup.content : undefined;
    setCopy(content !== undefined && await copyHolds(world.store, content, row.case) ? { state: 'good' } : { state: 'bad' });
  };
  const erase = async () => {
    const found = { ...(copy.state === 'good' ? {} : { 'erase-backup': w.backupMissing }), ...(ground.trim() === '' ? { 'erase-ground': w.groundMissing } : {}), ...(typed.trim() === reference ? {} : { 'erase-typed': w.type(reference) }) };
    setErrors(found);
    setRound(round + 1);
    if (Object.keys(found).length > 0) return;
    const result = await eraseCase(world.store, { case: row.case, seq: row.seq, by: person, ground: ground.trim() }, world.now());
    if (!result.ok) { setProblem(result.words); return; }
    tellChanged();
    go('/settings/retention', { state: { said: w.done(reference) } });
    if (world.kind === 'live') window.location.reload(); // nothing of the case stays in this page's memory
  };
  return (
    <form noValidate className="settings-erase" onSubmit={(event) => { event.preventDefault(); void erase(); }}>
      <ErrorSummary items={Object.entries(errors).map(([field, words]) => ({ field, words }))} round={round} />
      {problem === undefined ? null : <ProblemBox title={w.failed} round={round}><p>{problem}</p></ProblemBox>}
      <h1 className="cw-h1 case-h1">{w.eraseOf(reference)}</h1><p>{w.eraseText}</p>
      <Whose />
      <section aria-labelledby="erase-first"><h2 id="erase-first" className="cw-h2">{w.backupFirst}</h2><p>{w.backupText}</p><BackupPanel />
        <FileField id="erase-backup" label={w.backupFile} onText={(text) => void read(text)} />
        {copy.state === 'locked' ? <><PassField id="erase-passphrase" label={w.passphrase} error={copy.wrong ? w.wrong : undefined} value={secret} onChange={setSecret} /><Button kind="secondary" small onClick={() => void read(copy.text, secret)}>{w.openBackup}</Button></> : null}
        {copy.state === 'bad' ? <Note kind="late"><p role="alert">{w.backupBad}</p></Note> : copy.state === 'good' ? <Note kind="met"><p role="status">{w.backupGood}</p></Note> : null}
      </section>
      <TextField id="erase-ground" label={w.reason} error={errors['erase-ground']} value={ground} onChange={setGround} maxLength={300} />
      <TextField id="erase-typed" label={w.type(reference)} error={errors['erase-typed']} width="w20" value={typed} onChange={setTyped} spellCheck={false} />
      <div className="cw-row"><Button type="submit" kind="warning">{w.button}</Button><Link href="/settings/retention">{w.cancel}</Link></div>
    </form>
  );
}
