import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Table, buttonClass } from '../../ui/index.ts';
import { firstWords, shortLabel, stageCount, textOf, useCatalogue } from '../procedures/catalogue.ts';
import { Shell } from '../shell/Shell.tsx';
import { words } from '../words.ts';
import { useWorld } from '../world/world.ts';
import { practiceOffer } from '../world/offer.ts';

const w = words.front;

/** First start: from nothing to a moving case in three clicks. */
export function Front({ always = false }: { /** Also when cases are open; else Today takes its place then. */ readonly always?: boolean }) {
  const { store } = useWorld();
  const [, go] = useLocation();
  const [open, setOpen] = useState(always ? 0 : -1);
  useEffect(() => { void store.cases.counters().then((n) => { if (n.open > 0 && !always) { go('/today', { replace: true }); return; } setOpen(n.open); }); }, [store, always, go]);
  if (open < 0) return null;
  return (
    <Shell title={w.title} front>
      <h1 className="cw-h1 cw-h1-big">{w.title}</h1>
      <p className="cw-lede">{w.lede}</p>
      <div className="app-doors">
        <Door title={w.run.title} text={w.run.text} href="/cases" button={w.run.button} foot={open > 0 ? w.run.count(open) : w.run.for} picture={<RunPicture />} />
        <Door title={w.draw.title} text={w.draw.text} href="/procedures" button={w.draw.button} foot={w.draw.for} picture={<DrawPicture />} />
        <Door title={w.rehearse.title} text={w.rehearse.text} href="/training" button={w.rehearse.button} foot={w.rehearse.for} picture={<RehearsePicture />} />
      </div>
      <PracticeOffer />
      <div className="app-cols"><ReadyToUse /><WhereInShort /></div>
    </Shell>
  );
}

function Door({ title, text, href, button, foot, picture }: { readonly title: string; readonly text: string; readonly href: string; readonly button: string; readonly foot: string; readonly picture: ReactNode }) {
  return (
    <article className="app-door">
      <div className="app-door-head">{picture}<h2>{title}</h2></div>
      <p>{text}</p>
      <Link className={`${buttonClass()} app-whole`} href={href}>{button}</Link>
      <p className="cw-s cw-q">{foot}</p>
    </article>
  );
}
function PracticeOffer() {
  const [offer, setOffer] = useState('');
  useEffect(() => { void practiceOffer().then((found) => setOffer(found ?? '')); }, []);
  return (
    <section className="app-practice" aria-labelledby="practice">
      <div><h2 id="practice" className="cw-h2">{w.practice.title}</h2><p>{offer} {w.practice.invented}</p></div>
      <div className="cw-row"><Link className={buttonClass('practice')} href="/practice">{w.practice.button}</Link><Link className={buttonClass('practice')} href="/training/first">{w.practice.rehearse}</Link></div>
    </section>
  );
}
function ReadyToUse() {
  const { store } = useWorld();
  const catalogue = useCatalogue(store.procedures);
  const columns = [{ id: 'p', head: w.columns.procedure }, { id: 'l', head: w.columns.law }, { id: 'v', head: w.columns.version }, { id: 's', head: w.columns.stages }, { id: 'a', head: <span className="cw-vh">{w.columns.actions}</span> }];
  const all = catalogue?.shipped ?? [];
  return (
    <section aria-labelledby="ready">
      <h2 id="ready" className="cw-h2">{catalogue === undefined ? words.procedures.title : w.ready(all.length)}</h2>
      <Table columns={columns} caption={words.procedures.title} hideCaption rows={all.map((one) => ({ id: one.id, cells: [shortLabel(one.label), firstWords(one.edition.law), firstWords(one.edition.words), <>{stageCount(one)}<span className="app-narrow-only"> {w.columns.stages.toLowerCase()}</span></>, <ProcedureLinks key="links" id={one.id} label={textOf(one.label)} />] }))} />
      <p className="cw-s cw-q">{w.edition}</p>
    </section>
  );
}
function ProcedureLinks({ id, label }: { readonly id: string; readonly label: string }) {
  return <span className="app-acts"><Link href={`/procedures/shipped/${id}`}>{w.view}<span className="cw-vh"> {label}</span></Link><Link href={`/cases/open?procedure=${id}`}>{w.open}<span className="cw-vh"> on {label}</span></Link></span>;
}
function WhereInShort() {
  return (
    <section className="app-data" aria-labelledby="data">
      <h2 id="data" className="cw-h2">{w.data.title}</h2>
      <ul>{w.dataPoints.map(([strong, rest]) => <li key={strong}><b>{strong}</b>{rest}</li>)}</ul>
      <p><Link href="/where-is-my-data">{w.data.more}</Link></p>
    </section>
  );
}
function RunPicture() {
  return <svg className="app-picture" viewBox="0 0 64 48" aria-hidden="true"><rect x="4" y="4" width="12" height="12" /><path d="M6 10l4 4 8-10M24 10h36" /><rect x="4" y="30" width="12" height="12" /><path d="M24 36h24" /></svg>;
}
function DrawPicture() {
  return <svg className="app-picture" viewBox="0 0 64 48" aria-hidden="true"><rect x="2" y="16" width="18" height="16" /><rect x="44" y="3" width="18" height="14" /><rect x="44" y="31" width="18" height="14" /><path d="M20 24h12V10h12M32 24v14h12" /></svg>;
}
function RehearsePicture() {
  return <svg className="app-picture" viewBox="0 0 64 48" aria-hidden="true"><circle cx="36" cy="26" r="18" /><path d="M36 15v11l8 5M10 8v12h12M11 19a26 26 0 0 1 8-10" /></svg>;
}
