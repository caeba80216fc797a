import { useEffect, useRef, useState } from 'react';
import type { Pack } from '../../../engine/verify/coverage/index.ts';
import type { Walkthrough } from '../../../engine/case/walkthrough-types.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { Button, Details, LinkButton, Note, Table, announce } from '../../../ui/index.ts';
import { civilWords } from '../../dates.ts';
import { download } from '../../world/download.ts';
import { faultWords } from '../../world/faults.ts';
import { start } from '../jobs.ts';
import type { Running } from '../jobs.ts';
import { keepScenario } from '../shelf.ts';
import { trainingWords } from '../words.ts';

const w = trainingWords.coverage;

/** Makes the smallest pack that is found to visit everything, as dated stories, and says what none can visit. */
export function CoveringPack({ procedure }: { readonly procedure: Procedure }) {
  const [done, setDone] = useState<readonly [number, number]>();
  const [pack, setPack] = useState<Pack>();
  const [problem, setProblem] = useState<string>();
  const running = useRef<Running<'pack'>>(undefined);
  useEffect(() => () => running.current?.cancel(), []);
  const make = () => {
    setPack(undefined);
    setDone([0, 0]);
    running.current = start<'pack'>({ kind: 'pack', procedure }, (visited, all) => setDone([visited, all]));
    running.current.result.then((made) => { setPack(made); setDone(undefined); announce(w.made(made.stories.length)); }, (error: unknown) => { setProblem(faultWords(error)); setDone(undefined); });
  };
  const cancel = () => { running.current?.cancel(); setDone(undefined); };
  return (
    <section aria-labelledby="pack" className="tr-procedure">
      <h2 id="pack" className="cw-h2">{w.packTitle}</h2>
      <p>{w.packText}</p>
      {problem === undefined ? null : <Note kind="late"><p>{problem}</p></Note>}
      {done === undefined ? <Button kind="practice" onClick={make}>{w.make}</Button> : <p className="cw-row"><progress max={done[1] || 1} value={done[0]} aria-label={w.making} /> <span>{w.progress(done[0], done[1])}</span> <Button small kind="secondary" onClick={cancel}>{w.cancel}</Button></p>}
      {pack === undefined ? null : <Made pack={pack} procedure={procedure} />}
    </section>
  );
}

function Made({ pack, procedure }: { readonly pack: Pack; readonly procedure: Procedure }) {
  const only = (index: number) => pack.coverage.targets.filter(({ by }) => by.length === 1 && by[0] === index);
  const columns = [{ id: 'story', head: w.story }, { id: 'when', head: w.when }, { id: 'only', head: w.only }, { id: 'act', head: <span className="cw-vh">{w.keep}</span> }];
  return (
    <>
      <p role="status">{w.made(pack.stories.length)} {w.counts(pack.coverage.counts.stage, pack.coverage.counts.route, pack.coverage.counts.rule, pack.coverage.counts.missed)} <LinkButton onClick={() => download(`${procedure.id}-covering-pack.json`, pack.stories)}>{w.save}</LinkButton></p>
      <Table caption={w.packTitle} hideCaption columns={columns} rows={pack.stories.map((story, index) => ({
        id: story.id,
        cells: [<>{story.title}<span className="case-sub">{w.acts(story.steps.length)}</span></>, <span key="w" className="cw-s">{spanOf(story)}</span>, <Details key="o" summary={w.things(only(index).length)}><ul className="tr-aims">{only(index).map((one) => <li key={one.name}>{one.label}</li>)}</ul></Details>, <Keep key="k" story={story} />],
      }))} />
      {pack.unvisited.length === 0 ? <p>{w.everything}</p> : <Details summary={w.unvisited(pack.unvisited.length)} open><ul>{pack.unvisited.map(({ target, why, certain }) => <li key={target.name}><b>{target.label}.</b> {certain ? w.never : w.notFound} {why}</li>)}</ul></Details>}
      {pack.notLooked.map((words) => <p key={words}>{words}</p>)}
    </>
  );
}
function spanOf({ steps }: Walkthrough): string {
  const [first, last] = [steps[0]?.at ?? '', steps.at(-1)?.at ?? ''];
  return first.slice(0, 10) === last.slice(0, 10) ? civilWords(first.slice(0, 10)) : `${civilWords(first.slice(0, 10))} to ${civilWords(last.slice(0, 10))}`;
}
function Keep({ story }: { readonly story: Walkthrough }) {
  const [kept, setKept] = useState(false);
  const keep = () => { void keepScenario({ ...story, id: `own-${crypto.randomUUID().slice(0, 8)}` }).then(() => setKept(true)); };
  return kept ? <span role="status">{w.kept}</span> : <Button small kind="secondary" onClick={keep}>{w.keep}<span className="cw-vh">: {story.title}</span></Button>;
}
