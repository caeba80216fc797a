import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Id } from '../../../engine/procedure/types.ts';
import type { PublishedVersion, RegisterRow } from '../../../engine/store/types.ts';
import { Button, Checkbox, ErrorSummary, Note, Panel, SelectField, Table, Tag, TextField, announce } from '../../../ui/index.ts';
import type { Row, SummaryItem, TagKind } from '../../../ui/index.ts';
import { instantWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { useWorld } from '../../world/world.ts';
import { OverFrame } from '../today/OverFrame.tsx';
import { everyRow, useOverview } from '../today/useOverview.ts';
import { missingIn, useBatch } from './batch.ts';
import type { Batch, Tried } from './batch.ts';
import { placesIn, usePublished } from './versions.ts';
import { movingWords } from './words.ts';
import { runsOn } from '../versions.ts';

const w = movingWords.cases;

/** Which running case of a procedure is on which version, what a move would change for several of them, and the move. */
export function CasesByVersion({ procedure }: { readonly procedure: Id }) {
  const overview = useOverview();
  const published = usePublished(procedure);
  const [newest] = published ?? [];
  const { rows, readAgain } = useRunning(procedure);
  return (
    <OverFrame title={w.title} place="cases" overview={overview}>
      <p className="cw-caption"><Link href="~/procedures">{w.back}</Link></p>
      <h1 className="cw-h1 case-h1">{w.title}</h1>
      {published === undefined || rows === undefined ? null : newest === undefined ? <p>{w.missing}</p> : rows.length === 0 ? <p>{w.none}</p> : <><p className="cw-prose">{w.lede(textOf(newest.procedure.label))}</p><Moving published={published} rows={rows} procedure={procedure} readAgain={readAgain} /></>}
    </OverFrame>
  );
}
/** Open cases of the procedure, read again when one changes. */
function useRunning(procedure: Id): { readonly rows: readonly RegisterRow[] | undefined; readonly readAgain: () => void } {
  const world = useWorld();
  const [rows, setRows] = useState<readonly RegisterRow[]>();
  const [round, setRound] = useState(0);
  const readAgain = useCallback(() => setRound((n) => n + 1), []);
  useEffect(() => world.store.cases.watch(readAgain), [world, readAgain]);
  useEffect(() => {
    let here = true;
    void everyRow(world).then((all) => { if (here) setRows(all.filter((row) => row.procedure === procedure && row.closed === 0)); });
    return () => { here = false; };
  }, [world, procedure, round]);
  return { rows, readAgain };
}
function Moving({ published, rows, procedure, readAgain }: { readonly published: readonly PublishedVersion[]; readonly rows: readonly RegisterRow[]; readonly procedure: Id; readonly readAgain: () => void }) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [version, setVersion] = useState('');
  const batch = useBatch(procedure);
  const { forget } = batch;
  const to = published.find((one) => String(one.version) === version);
  const pick = (id: string, on: boolean) => { setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id)); forget(); };
  return (
    <>
      {published.map((one) => <OnVersion key={one.version} version={one} rows={rows.filter((row) => runsOn(row, one))} chosen={chosen} onPick={pick} />)}
      <Choose published={published} version={version} onVersion={(next) => { setVersion(next); forget(); }} chosen={chosen} batch={batch} to={to} />
      {batch.tried === undefined || to === undefined ? null : <Outcome key={batch.tried.some(({ kind }) => kind === 'moved') ? 'moved' : 'tried'} rows={rows} tried={batch.tried} to={to} batch={batch} onMoved={() => { setChosen([]); readAgain(); }} />}
    </>
  );
}
function OnVersion({ version, rows, chosen, onPick }: { readonly version: PublishedVersion; readonly rows: readonly RegisterRow[]; readonly chosen: readonly string[]; readonly onPick: (id: string, on: boolean) => void }) {
  const { now } = useWorld();
  const title = `${movingWords.version(version.version).replace('v', 'V')}: ${rows.length === 0 ? w.noneOn.toLowerCase() : w.count(rows.length)}`;
  const columns = [{ id: 'who', head: w.who }, { id: 'stage', head: w.stage }, { id: 'next', head: w.next }, { id: 'pick', head: w.pick }];
  return (
    <section className="case-block" aria-label={title}>
      <h2 className="cw-h2">{title}</h2>
      <p className="cw-s cw-q">{movingWords.published(instantWords(version.published, now()), version.by)}{version.note === undefined ? '' : `: ${version.note}`}{version.retired === undefined ? '' : `; ${movingWords.retired}`}</p>
      {rows.length === 0 ? null : <Table caption={title} hideCaption columns={columns} rows={rows.map((row): Row => ({ id: row.case, cells: [<CaseLink key="who" row={row} />, row.content.stage, row.content.nextDate ?? w.nothingDue, <Checkbox key="pick" id={`pick-${row.case}`} label={<><span aria-hidden="true">{w.pick}</span><span className="cw-vh">{w.pickCase(row.content.reference)}</span></>} checked={chosen.includes(row.case)} onChange={(on) => onPick(row.case, on)} />] }))} />}
    </section>
  );
}
function CaseLink({ row: { case: id, content } }: { readonly row: RegisterRow }): ReactNode {
  return <Link href={`/cases/${id}`}>{content.reference}{content.initials === '' ? '' : `, ${content.initials}`}</Link>;
}
function Choose({ published, version, onVersion, chosen, batch, to }: { readonly published: readonly PublishedVersion[]; readonly version: string; readonly onVersion: (version: string) => void; readonly chosen: readonly string[]; readonly batch: Batch; readonly to: PublishedVersion | undefined }) {
  const [items, setItems] = useState<readonly SummaryItem[]>([]);
  const [round, setRound] = useState(0);
  const tryThem = () => {
    const found = [...(chosen.length === 0 ? [{ field: 'f-batch-to', words: w.chooseFirst }] : []), ...(to === undefined ? [{ field: 'f-batch-to', words: w.toFirst }] : [])];
    setItems(found);
    setRound(round + 1);
    if (to !== undefined && chosen.length > 0) batch.dryRun(chosen, to);
  };
  return (
    <form noValidate className="case-block case-actform" onSubmit={(event) => { event.preventDefault(); tryThem(); }}>
      <ErrorSummary items={items} round={round} />
      <SelectField id="f-batch-to" label={w.to} empty={movingWords.chooseVersion} value={version} onChange={onVersion} options={published.map((one) => ({ value: String(one.version), label: `${movingWords.version(one.version)}${one.note === undefined ? '' : `: ${one.note}`}` }))} />
      <div className="cw-row"><Button type="submit" kind={batch.tried === undefined ? 'primary' : 'secondary'} disabled={batch.busy}>{w.try}</Button><span className="cw-s">{w.chosen(chosen.length)}</span></div>
    </form>
  );
}

const kinds: Readonly<Record<Tried['kind'], readonly [TagKind, string]>> = { ready: ['met', w.ready], 'needs-a-person': ['late', w.needs], already: ['pending', w.already], moved: ['met', w.movedOne], stays: ['late', movingWords.stays] };
function Outcome({ rows, tried, to, batch, onMoved }: { readonly rows: readonly RegisterRow[]; readonly tried: readonly Tried[]; readonly to: PublishedVersion; readonly batch: Batch; readonly onMoved: () => void }) {
  const [reason, setReason] = useState('');
  const [unreasoned, setUnreasoned] = useState(0);
  const title = w.tried(tried.length);
  const ready = tried.filter(({ kind }) => kind === 'ready').length;
  const moved = tried.filter(({ kind }) => kind === 'moved').length;
  useEffect(() => { announce(title); }, [title]);
  const move = () => (reason.trim() === '' ? setUnreasoned(unreasoned + 1) : batch.move(to, reason, (results) => {
    const done = results.filter(({ kind }) => kind === 'moved').length;
    const left = results.filter(({ kind }) => kind !== 'moved' && kind !== 'already').length;
    announce([w.moved(done, to.version), left > 0 ? w.stopped(left) : ''].join(' '));
    onMoved();
  }));
  const columns = [{ id: 'who', head: w.who }, { id: 'kind', head: '' }, { id: 'what', head: w.result }];
  return (
    <Panel title={moved > 0 ? w.moved(moved, to.version) : title} className="case-block">
      {moved > 0 || ready === 0 ? null : <Note kind="soon"><p>{movingWords.notYet}</p></Note>}
      <Table caption={title} hideCaption columns={columns.map((one) => (one.id === 'kind' ? { ...one, head: <span className="cw-vh">{w.ready}</span> } : one))} rows={tried.map((one): Row => {
        const row = rows.find(({ case: id }) => id === one.case);
        const [kind, words] = kinds[one.kind];
        return { id: one.case, cells: [row === undefined ? '' : <CaseLink key="who" row={row} />, <Tag key="kind" kind={kind}>{words}</Tag>, <>{one.words} <Link href={`/cases/${one.case}/version`}>{w.see}<span className="cw-vh"> {row?.content.reference}</span></Link></>] };
      })} />
      {moved > 0 ? null : <Places tried={tried} to={to} batch={batch} ready={ready} />}
      {ready === 0 || moved > 0 ? null : (
        <form noValidate className="case-actform" onSubmit={(event) => { event.preventDefault(); move(); }}>
          <ErrorSummary items={unreasoned === 0 ? [] : [{ field: 'f-batch-why', words: movingWords.reasonMissing }]} round={unreasoned} />
          <TextField id="f-batch-why" long label={movingWords.reason} error={unreasoned === 0 ? undefined : movingWords.reasonMissing} value={reason} onChange={setReason} />
          <Button type="submit" disabled={batch.busy}>{w.button(ready)}</Button>
        </form>
      )}
    </Panel>
  );
}
/** Where the cases of a stage go on that the version does not have: asked once for all of them, as it is asked for one case on its own page. */
function Places({ tried, to, batch, ready }: { readonly tried: readonly Tried[]; readonly to: PublishedVersion; readonly batch: Batch; readonly ready: number }) {
  const missing = missingIn(tried);
  if (missing.length === 0) return null;
  return (
    <div className="case-actform">
      {missing.map(({ stage, label, cases }) => <SelectField key={stage} id={`f-batch-stage-${stage}`} label={w.place(label, to.version, cases)} hint={w.placeHint} empty={movingWords.chooseStage} value={batch.places[stage] ?? ''} onChange={(at) => batch.place(stage, at, to)} options={placesIn(to.procedure)} />)}
      <p role="status">{w.readyNow(ready, tried.length)}</p>
    </div>
  );
}
