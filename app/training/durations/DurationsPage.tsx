import { useEffect, useRef, useState } from 'react';
import type { Scenario } from '../../../engine/case/rehearsal/index.ts';
import { Link } from 'wouter';
import { Button, Details, Note, Radios, SelectField, TextField, announce } from '../../../ui/index.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { Loading } from '../../shell/Plain.tsx';
import { faultWords } from '../../world/faults.ts';
import { Frame, NotHere } from '../Frame.tsx';
import { start } from '../jobs.ts';
import type { Results, Running } from '../jobs.ts';
import { useOfProcedure } from '../useOfProcedure.ts';
import type { OfProcedure } from '../useOfProcedure.ts';
import { instantWords } from '../../dates.ts';
import { trainingWords } from '../words.ts';
import { useRanges } from './useRanges.ts';
import type { RangesOfStory, Source } from './useRanges.ts';
import { Outcome } from './Outcome.tsx';
import { RangeTable } from './RangeTable.tsx';

const w = trainingWords.durations;
const RUNS = 10_000;

/** A story run ten thousand times, with times drawn from ranges that can be changed. */
export default function DurationsPage({ slug }: { readonly slug: string }) {
  const of = useOfProcedure(slug);
  if (of === undefined) return <Loading />;
  if (of === 'missing') return <NotHere title={trainingWords.list.missing} text={trainingWords.list.live} />;
  return <Asked of={of} />;
}

function Asked({ of }: { readonly of: OfProcedure }) {
  const stories = [...of.scenarios.filter((one) => one.guided !== 'self'), ...of.examples];
  const longest = stories.toSorted((a, b) => b.steps.length - a.steps.length)[0];
  const [id, setId] = useState(longest?.id ?? '');
  const story = stories.find((one) => one.id === id);
  return (
    <Frame title={w.title} about={<b>{textOf(of.procedure.label)}</b>}>
      <h1 className="cw-h1">{w.title}</h1>
      <p>{w.lede}</p>
      <SelectField id="story" label={w.story} value={id} options={stories.map((one) => ({ value: one.id, label: one.title }))} onChange={setId} />
      {story === undefined ? null : <OfStory key={story.id} of={of} story={story} />}
    </Frame>
  );
}

function OfStory({ of, story }: { readonly of: OfProcedure; readonly story: Scenario }) {
  const found = useRanges(of, story, new URLSearchParams(window.location.search).get('from') === 'cases' ? 'cases' : 'manager');
  const [seed, setSeed] = useState('1');
  const { outcome, progress, problem, run, cancel } = useRuns();
  if (found === undefined) return <p role="status">{w.reading}</p>;
  const { lines, ranges, from, set } = found;
  return (
    <>
      <Sources found={found} procedure={of.procedure.id} />
      <Details summary={w.ranges(lines.length)}><RangeTable lines={lines} ranges={ranges} from={from} onChange={set} /></Details>
      <div className="cw-row tr-run">
        <TextField id="seed" label={w.seed} hint={w.seedHint} width="w5" inputMode="numeric" value={seed} onChange={setSeed} />
        {progress === undefined ? <Button kind="practice" onClick={() => run({ kind: 'durations', procedure: of.procedure, story, ranges, runs: RUNS, seed: Number(seed) || 1 })}>{w.run}</Button> : <span className="cw-row"><progress max={RUNS} value={progress} aria-label={w.running} /><span>{w.done(progress, RUNS)}</span><Button small kind="secondary" onClick={cancel}>{trainingWords.coverage.cancel}</Button></span>}
      </div>
      {problem === undefined ? null : <Note kind="late"><p>{problem}</p></Note>}
      {outcome === undefined ? null : <Outcome outcome={outcome} procedure={of.procedure} />}
    </>
  );
}

/** Where the ranges come from, and the way to closed cases, which are chosen where they are. */
function Sources({ found: { source, kept, choose }, procedure }: { readonly found: RangesOfStory; readonly procedure: string }) {
  const [cases, own] = [kept.find((one) => one.from === 'cases'), kept.find((one) => one.from === 'manager')];
  const choices = [{ value: 'story', label: w.sources.story }, ...(cases === undefined ? [] : [{ value: 'cases', label: w.sources.cases(cases.cases, instantWords(cases.lent)) }]), ...(own === undefined ? [] : [{ value: 'manager', label: w.sources.manager }])];
  return (
    <>
      <Radios id="source" label={w.source} value={source} choices={choices} onChange={(value) => choose(value as Source)} />
      <p className="cw-s"><Link href={`~/lend/durations/${procedure}`}>{cases === undefined ? w.take : w.takeAnew}</Link></p>
    </>
  );
}

/** One run after the other; a new one ends the one before. */
function useRuns() {
  const [outcome, setOutcome] = useState<Results['durations']>();
  const [progress, setProgress] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const running = useRef<Running<'durations'>>(undefined);
  useEffect(() => () => running.current?.cancel(), []);
  const run = (job: Parameters<typeof start<'durations'>>[0]) => {
    running.current?.cancel();
    setProgress(0);
    setProblem(undefined);
    running.current = start<'durations'>(job, setProgress);
    running.current.result.then((found) => { setOutcome(found); setProgress(undefined); announce(w.ready); }, (error: unknown) => { setProblem(faultWords(error)); setProgress(undefined); });
  };
  return { outcome, progress, problem, run, cancel: () => { running.current?.cancel(); setProgress(undefined); } };
}
