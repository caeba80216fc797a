import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { anonymousScenario, suspectsIn } from '../../engine/case/rehearsal/index.ts';
import type { Anonymous, Keeping, Suspect } from '../../engine/case/rehearsal/index.ts';
import { compiledOf } from '../../engine/case/replay.ts';
import { parseDay } from '../../engine/time/day.ts';
import { londonDay } from '../../engine/time/london.ts';
import { civilDate } from '../../engine/time/index.ts';
import { Button, Checkbox, DateField, Note, Radios, TextField, announce, civilOf, partsOf } from '../../ui/index.ts';
import { useCase } from '../cases/useCase.ts';
import type { CaseModel } from '../cases/types.ts';
import { shortLabel } from '../procedures/catalogue.ts';
import { Loading, NotFound } from '../shell/Plain.tsx';
import { Shell } from '../shell/Shell.tsx';
import { freshId } from '../training/library.ts';
import { keepScenario } from '../training/shelf.ts';
import { recordExport } from '../trust/access.ts';
import { download } from '../world/download.ts';
import { faultWords } from '../world/faults.ts';
import { useWorld } from '../world/world.ts';
import { Preview } from './Preview.tsx';
import { lendVersion } from './lend.ts';
import { lendingWords } from './words.ts';

const w = lendingWords.case;
interface Made extends Anonymous { readonly suspects: readonly Suspect[]; /** What it was made from: title, day and what is kept. */ readonly from: string }

/** A scenario for rehearsal out of a case, looked at before anything crosses. */
export function LendCase({ id }: { readonly id: string }) {
  const loaded = useCase(id);
  if (loaded.state === 'reading') return <Loading />;
  if (loaded.state !== 'here') return <NotFound {...(loaded.state === 'failed' ? { text: loaded.words } : {})} />;
  return <Shell title={w.title} place="cases"><p><Link href={`/cases/${id}`}>‹ {w.back}</Link></p><h1 className="cw-h1">{w.title}</h1><p className="cw-lede">{w.lede}</p><Lend model={loaded.model} /></Shell>;
}

function Lend({ model }: { readonly model: CaseModel }) {
  const { procedure, now } = model;
  const [title, setTitle] = useState(w.usual(shortLabel(procedure.label)));
  const [parts, setParts] = useState(() => partsOf(civilDate(londonDay(now) + 7)));
  const [keeping, setKeeping] = useState<Keeping>('working-days');
  const [made, setMade] = useState<Made>();
  const [problem, setProblem] = useState<string>();
  const day = parseDay(civilOf(parts, false) ?? '');
  const from = JSON.stringify([title, day, keeping]);
  const make = () => {
    if (day === undefined) { setProblem(w.notADate); return; }
    try { setMade({ ...madeOf(model, title, day, keeping), from }); setProblem(undefined); announce(w.title); } catch (error) { setProblem(`${w.failed}. ${faultWords(error)}`); }
  };
  return (
    <>
      <form onSubmit={(event) => { event.preventDefault(); make(); }}>
        <TextField id="lend-title" label={w.name} hint={w.nameHint} value={title} onChange={setTitle} maxLength={120} />
        <DateField id="lend-from" label={w.from} value={parts} onChange={setParts} error={day === undefined ? w.notADate : undefined} />
        <Radios id="lend-keep" label={w.keep} hint={w.keepHint} value={keeping} onChange={(value) => setKeeping(value === 'calendar-days' ? 'calendar-days' : 'working-days')} choices={(['working-days', 'calendar-days'] as const).map((value) => ({ value, label: w.keeping[value] }))} />
        <Button type="submit" kind={made === undefined ? 'primary' : 'secondary'}>{made === undefined ? w.look : w.again}</Button>
      </form>
      {problem === undefined ? null : <Note kind="late"><p role="alert">{problem}</p></Note>}
      {made === undefined ? null : made.from === from ? <><Preview made={made} suspects={made.suspects} /><Cross model={model} made={made} /></> : <p role="status">{w.stale}</p>}
    </>
  );
}
function madeOf({ case: item, procedure, versions }: CaseModel, title: string, day: number, keeping: Keeping): Omit<Made, 'from'> {
  const anonymous = anonymousScenario(versions, compiledOf(versions, item), item.events, { id: freshId(), title: title.trim() === '' ? w.usual(shortLabel(procedure.label)) : title.trim(), from: day, keeping });
  const scenario = { ...anonymous.scenario, summary: w.summary };
  return { ...anonymous, scenario, suspects: suspectsIn(scenario, item.events, procedure) };
}

/** Into rehearsal or into a file, once somebody has said that they read it. */
function Cross({ model: { case: item, procedure }, made: { scenario } }: { readonly model: CaseModel; readonly made: Made }) {
  const world = useWorld();
  const [, go] = useLocation();
  const [read, setRead] = useState(false);
  const note = () => recordExport(world, item.id, w.logged);
  const use = async () => {
    await note();
    const lent = await lendVersion(procedure, item.procedure.version);
    await keepScenario({ ...scenario, procedure: lent });
    go(`/training/storyboard/${scenario.id}`);
  };
  return (
    <section className="lend-cross">
      <Checkbox id="lend-read" label={w.agree} checked={read} onChange={setRead} />
      <div className="cw-row"><Button disabled={!read} onClick={() => { void use(); }}>{w.use}</Button><Button kind="secondary" disabled={!read} onClick={() => { void note().then(() => download(`${scenario.id}.json`, scenario)); }}>{w.save}</Button></div>
    </section>
  );
}
