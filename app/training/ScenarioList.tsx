import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { newScenario } from '../../engine/case/rehearsal/index.ts';
import type { Scenario } from '../../engine/case/rehearsal/index.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { weekday } from '../../engine/time/day.ts';
import { londonDay } from '../../engine/time/london.ts';
import { Details, LinkButton, buttonClass } from '../../ui/index.ts';
import { instantWords } from '../dates.ts';
import { shippedProcedures, shortLabel, textOf } from '../procedures/catalogue.ts';
import { Frame } from './Frame.tsx';
import { freshId, library, relatives } from './library.ts';
import type { Library } from './library.ts';
import { KeptRehearsals } from './KeptRehearsals.tsx';
import { OpenFile } from './OpenFile.tsx';
import { ScenarioTable } from './ScenarioTable.tsx';
import { forgetProcedure, keepScenario, lentProcedures } from './shelf.ts';
import type { LentProcedure } from './shelf.ts';
import { storyboardWords } from './storyboard/words.ts';
import { trainingWords } from './words.ts';

const w = trainingWords.list;

/** Every scenario there is, by procedure; the first one on top. */
export function ScenarioList() {
  const [round, setRound] = useState(0);
  const { all, procedures, lent } = useLibrary(round);
  const again = () => setRound((n) => n + 1);
  const first = all?.written.find((one) => one.first === true);
  return (
    <Frame title={w.title} leaveTo="~/">
      <h1 className="cw-h1">{w.title}</h1>
      <p className="cw-lede">{w.lede}</p>
      {first === undefined ? null : <FirstScenario first={first} />}
      <KeptRehearsals round={round} />
      {all === undefined ? null : lent.map((one) => <OfProcedure key={one.key} procedure={one.procedure} lent={one} all={all} again={again} />)}
      {all === undefined ? null : procedures.map((procedure) => <OfProcedure key={procedure.id} procedure={procedure} all={all} again={again} />)}
      <p className="cw-s">{w.ownHow}</p>
      <OpenFile onKept={again} />
      <p className="cw-s cw-q">{w.apart}</p>
    </Frame>
  );
}
interface Here { readonly all: Library | undefined; readonly procedures: readonly Procedure[]; readonly lent: readonly LentProcedure[] }
function useLibrary(round: number): Here {
  const [here, setHere] = useState<Here>({ all: undefined, procedures: [], lent: [] });
  useEffect(() => {
    let shown = true;
    void Promise.all([library(), shippedProcedures(), lentProcedures()]).then(([all, procedures, lent]) => { if (shown) setHere({ all, procedures, lent: newest(lent) }); });
    return () => { shown = false; };
  }, [round]);
  return here;
}
/** Of each lent procedure the newest copy. */
const newest = (lent: readonly LentProcedure[]): readonly LentProcedure[] => lent.filter((one, index) => lent.findIndex((other) => other.procedure.id === one.procedure.id) === index);

function FirstScenario({ first }: { readonly first: Scenario }) {
  return (
    <section className="app-practice" aria-labelledby="first">
      <div><h2 id="first" className="cw-h2">{w.first}</h2><p>{first.summary}</p></div>
      <Link className={buttonClass('practice')} href={`/start/${first.id}`}>{w.startFirst}</Link>
    </section>
  );
}
function OfProcedure({ procedure, lent, all, again }: { readonly procedure: Procedure; readonly lent?: LentProcedure; readonly all: Library; readonly again: () => void }) {
  const of = (scenarios: readonly Scenario[]) => scenarios.filter((one) => one.procedure === procedure.id);
  const [own, written, examples] = [of(all.own), of(all.written), of(all.examples)];
  const related = lent === undefined ? [] : relatives(all, procedure.id);
  const label = shortLabel(procedure.label);
  const ids = new Set(own.map((one) => one.id));
  return (
    <section className="tr-procedure" aria-labelledby={`p-${procedure.id}`}>
      <div className="case-head"><h2 id={`p-${procedure.id}`} className="cw-h2">{textOf(procedure.label)}</h2><span className="cw-row"><NewScenario procedure={procedure} /><Link href={`/coverage/${procedure.id}`}>{w.coverage}<span className="cw-vh">: {label}</span></Link><Link href={`/durations/${procedure.id}`}>{w.durations}<span className="cw-vh">: {label}</span></Link></span></div>
      {lent === undefined ? null : <p className="cw-s cw-q">{w.lent(lent.words, instantWords(lent.lent))}. <LinkButton onClick={() => { void forgetProcedure(procedure.id).then(again); }}>{w.forget}<span className="cw-vh">: {label}</span></LinkButton></p>}
      {own.length + written.length === 0 ? null : <ScenarioTable caption={w.scenarios(label)} all={[...own, ...written]} own={ids} again={again} />}
      {related.length === 0 ? null : <><p className="cw-s">{w.relatives(related.length)}</p><ScenarioTable caption={w.relatives(related.length)} all={related} own={new Set()} on={procedure.id} again={again} /></>}
      {examples.length === 0 ? null : <Details summary={w.walkthroughs(examples.length)}><ScenarioTable caption={w.walkthroughs(examples.length)} all={examples} own={new Set()} again={again} /></Details>}
    </section>
  );
}
/** A storyboard that begins with the opening of a case, on the Monday after next. */
function NewScenario({ procedure }: { readonly procedure: Procedure }) {
  const [, go] = useLocation();
  const make = () => {
    const today = londonDay(Date.now());
    const scenario = newScenario(procedure, freshId(), today + 14 - weekday(today), { title: storyboardWords.newTitle, opening: storyboardWords.newOpening, invented: storyboardWords.invented });
    void keepScenario(scenario).then(() => go(`/storyboard/${scenario.id}`));
  };
  return <LinkButton onClick={make}>{storyboardWords.make}<span className="cw-vh">: {shortLabel(procedure.label)}</span></LinkButton>;
}
