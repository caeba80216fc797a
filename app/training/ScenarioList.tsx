import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Scenario } from '../../engine/case/rehearsal/index.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { Button, Details, LinkButton, Table, buttonClass } from '../../ui/index.ts';
import { shippedProcedures, shortLabel, textOf } from '../procedures/catalogue.ts';
import { download } from '../world/download.ts';
import { Frame } from './Frame.tsx';
import { library } from './library.ts';
import type { Library } from './library.ts';
import { KeptRehearsals } from './KeptRehearsals.tsx';
import { OpenFile } from './OpenFile.tsx';
import { forgetScenario } from './shelf.ts';
import { trainingWords } from './words.ts';

const w = trainingWords.list;

/** Every scenario there is, by procedure; the first one on top. */
export function ScenarioList() {
  const [round, setRound] = useState(0);
  const { all, procedures } = useLibrary(round);
  const again = () => setRound((n) => n + 1);
  const first = all?.written.find((one) => one.first === true);
  return (
    <Frame title={w.title} leaveTo="~/">
      <h1 className="cw-h1">{w.title}</h1>
      <p className="cw-lede">{w.lede}</p>
      {first === undefined ? null : <FirstScenario first={first} />}
      <KeptRehearsals round={round} />
      {all === undefined ? null : procedures.map((procedure) => <OfProcedure key={procedure.id} procedure={procedure} all={all} again={again} />)}
      <OpenFile onKept={again} />
      <p className="cw-s cw-q">{w.apart}</p>
    </Frame>
  );
}
function useLibrary(round: number): { readonly all: Library | undefined; readonly procedures: readonly Procedure[] } {
  const [all, setAll] = useState<Library>();
  const [procedures, setProcedures] = useState<readonly Procedure[]>([]);
  useEffect(() => {
    let here = true;
    void Promise.all([library(), shippedProcedures()]).then(([found, shipped]) => { if (here) { setAll(found); setProcedures(shipped); } });
    return () => { here = false; };
  }, [round]);
  return { all, procedures };
}
function FirstScenario({ first }: { readonly first: Scenario }) {
  return (
    <section className="app-practice" aria-labelledby="first">
      <div><h2 id="first" className="cw-h2">{w.first}</h2><p>{first.summary}</p></div>
      <Link className={buttonClass('practice')} href={`/start/${first.id}`}>{w.startFirst}</Link>
    </section>
  );
}
function OfProcedure({ procedure, all, again }: { readonly procedure: Procedure; readonly all: Library; readonly again: () => void }) {
  const of = (scenarios: readonly Scenario[]) => scenarios.filter((one) => one.procedure === procedure.id);
  const [own, written, examples] = [of(all.own), of(all.written), of(all.examples)];
  const label = shortLabel(procedure.label);
  return (
    <section className="tr-procedure" aria-labelledby={`p-${procedure.id}`}>
      <div className="case-head"><h2 id={`p-${procedure.id}`} className="cw-h2">{textOf(procedure.label)}</h2><span className="cw-row"><Link href={`/coverage/${procedure.id}`}>{w.coverage}<span className="cw-vh">: {label}</span></Link><Link href={`/durations/${procedure.id}`}>{w.durations}<span className="cw-vh">: {label}</span></Link></span></div>
      <Scenarios caption={w.scenarios(label)} all={[...own, ...written]} own={new Set(own.map((one) => one.id))} again={again} />
      {examples.length === 0 ? null : <Details summary={w.walkthroughs(examples.length)}><Scenarios caption={w.walkthroughs(examples.length)} all={examples} own={new Set()} again={again} /></Details>}
    </section>
  );
}
function Scenarios({ caption, all, own, again }: { readonly caption: string; readonly all: readonly Scenario[]; readonly own: ReadonlySet<string>; readonly again: () => void }) {
  const columns = [{ id: 'title', head: w.columns.title }, { id: 'how', head: w.columns.how, className: 'tr-how' }, { id: 'aims', head: w.columns.aims }, { id: 'act', head: <span className="cw-vh">{w.columns.act}</span>, className: 'tr-start' }];
  return (
    <Table caption={caption} hideCaption columns={columns} rows={all.map((one) => ({
      id: one.id,
      cells: [
        <>{one.title}{own.has(one.id) ? <span className="case-sub">{w.own}</span> : null}</>,
        <span key="how" className="cw-s">{one.guided === undefined ? '' : one.guided === 'self' ? w.self : w.facilitated}{one.minutes === undefined ? '' : `, ${w.minutes(one.minutes)}`}</span>,
        one.aims === undefined ? <span key="aims" className="cw-s">{one.summary}</span> : <ul key="aims" className="tr-aims">{one.aims.map((aim) => <li key={aim}>{aim}</li>)}</ul>,
        <span key="act" className="tr-acts"><Link className={buttonClass('secondary', true)} href={`/start/${one.id}`}>{w.start}<span className="cw-vh"> {one.title}</span></Link>{own.has(one.id) ? <OwnActs one={one} again={again} /> : null}</span>,
      ],
    }))} />
  );
}
function OwnActs({ one, again }: { readonly one: Scenario; readonly again: () => void }) {
  return <><LinkButton onClick={() => download(`${one.id}.json`, one)}>{w.download}</LinkButton><Button small kind="secondary" onClick={() => { void forgetScenario(one.id).then(again); }}>{w.remove}</Button></>;
}
