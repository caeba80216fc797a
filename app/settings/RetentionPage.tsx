import { useCallback, useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { RegisterRow } from '../../engine/store/types.ts';
import { Button, Details, LinkButton, Note, Table, Tag, announce } from '../../ui/index.ts';
import { addYears } from './partnership.ts';
import { civilDay, civilWords, recordWords } from '../dates.ts';
import { everyRow } from '../cases/today/useOverview.ts';
import { useWorld } from '../world/world.ts';
import { disposalsIn, reviewOf } from './disposal.ts';
import type { Disposal, Reviewed } from './disposal.ts';
import { HoldForm } from './HoldForm.tsx';
import { nobodyYet, readPartnership } from './partnership.ts';
import type { Partnership } from './partnership.ts';
import { SettingsFrame } from './SettingsFrame.tsx';
import { reviewWords as w } from './words.ts';

/** Closed cases at the end of their time, legal holds, and what was erased before. */
export function RetentionPage() {
  const { now } = useWorld();
  const { rows, partnership, disposals, read } = useReview();
  const today = civilDay(now());
  const lines = reviewOf(rows ?? [], partnership, today);
  const due = lines.filter((one) => one.due);
  const soon = lines.filter(({ due: is, until }) => !is && until !== undefined && until <= addYears(today, 1));
  const rest = lines.filter((one) => !due.includes(one) && !soon.includes(one));
  return (
    <SettingsFrame title={w.title}>
      <p className="cw-caption cw-noprint"><Link href="/settings">{w.settings}</Link></p>
      <h1 className="cw-h1 case-h1">{w.title}</h1><p className="cw-prose">{w.lede}</p>
      {rows === undefined ? null : (
        <>
          {Object.keys(partnership.retention).length === 0 ? <Note kind="soon"><p>{w.unset} <Link href="/settings">{w.settings}</Link></p></Note> : null}
          {due.length === 0 ? <p>{w.none}</p> : <Lines title={w.due} lines={due} partnership={partnership} onChange={read} />}
          {soon.length === 0 ? null : <section aria-labelledby="soon"><h2 id="soon" className="cw-h2">{w.soon}</h2><Lines title={w.soon} lines={soon} partnership={partnership} onChange={read} /></section>}
          {rest.length === 0 ? null : <Details summary={`${w.others} (${rest.length})`}><Lines title={w.others} lines={rest} partnership={partnership} onChange={read} /></Details>}
          <Disposals disposals={disposals} />
        </>
      )}
    </SettingsFrame>
  );
}
function useReview() {
  const world = useWorld();
  const [rows, setRows] = useState<readonly RegisterRow[]>();
  const [partnership, setPartnership] = useState<Partnership>(nobodyYet);
  const [disposals, setDisposals] = useState<readonly Disposal[]>([]);
  const read = useCallback(() => {
    void Promise.all([everyRow(world), readPartnership(world.store), disposalsIn(world.store)]).then(([all, kept, erased]) => { setRows(all.filter(({ closed }) => closed === 1)); setPartnership(kept.partnership); setDisposals(erased); });
  }, [world]);
  useEffect(() => { read(); return world.store.cases.watch(read); }, [world, read]);
  return { rows, partnership, disposals, read };
}
function Lines({ title, lines, partnership, onChange }: { readonly title: string; readonly lines: readonly Reviewed[]; readonly partnership: Partnership; readonly onChange: () => void }) {
  const [holding, setHolding] = useState<string>();
  const columns = [{ id: 'case', head: w.case }, { id: 'closed', head: w.closed }, { id: 'until', head: w.until }, { id: 'act', head: w.act }];
  const done = (words: string) => { setHolding(undefined); announce(words); onChange(); };
  return (
    <Table caption={title} hideCaption columns={columns} rows={lines.map(({ row, until, due, hold }) => ({
      id: row.case,
      cells: [
        <Link key="l" href={`/cases/${row.case}`}>{row.content.reference}</Link>, recordWords(row.content.closedAt ?? row.changed), <>{until === undefined ? w.notSet : civilWords(until)} {due ? <Tag kind="soon">{w.due}</Tag> : null}{hold === undefined ? null : <Tag kind="held" wrap>{w.held(hold.reason)}</Tag>}</>,
        holding === row.case ? <HoldForm key="f" row={row} hold={hold} onDone={done} onCancel={() => setHolding(undefined)} /> : (
          <span key="a" className="settings-acts"><LinkButton onClick={() => setHolding(row.case)}>{hold === undefined ? w.hold : w.release}<span className="cw-vh"> {row.content.reference}</span></LinkButton>
            {hold === undefined && (due || Object.keys(partnership.retention).length === 0 || until === undefined) ? <Link href={`/settings/retention/${row.case}`}>{w.erase}<span className="cw-vh"> {row.content.reference}</span></Link> : null}</span>
        ),
      ],
    }))} />
  );
}
function Disposals({ disposals }: { readonly disposals: readonly Disposal[] }) {
  const columns = [{ id: 'case', head: w.case }, { id: 'at', head: w.disposed }, { id: 'by', head: w.by }, { id: 'ground', head: w.ground }];
  return (
    <section aria-labelledby="disposals"><div className="case-head"><h2 id="disposals" className="cw-h2">{w.disposals}</h2>{disposals.length === 0 ? null : <Button kind="secondary" small onClick={() => window.print()}>{w.print}</Button>}</div>
      {disposals.length === 0 ? <p>{w.noneDisposed}</p> : <Table caption={w.disposals} hideCaption columns={columns} rows={disposals.toReversed().map((one) => ({ id: `${one.case}${one.at}`, cells: [one.reference, recordWords(one.at), one.by, one.ground] }))} />}
    </section>
  );
}
