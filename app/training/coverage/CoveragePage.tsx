import { useEffect, useState } from 'react';
import type { Coverage, CoveredTarget, Target } from '../../../engine/verify/coverage/index.ts';
import { Checkbox, Details, Note } from '../../../ui/index.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { Loading } from '../../shell/Plain.tsx';
import { faultWords } from '../../world/faults.ts';
import { Frame, NotHere } from '../Frame.tsx';
import { start } from '../jobs.ts';
import { useOfProcedure } from '../useOfProcedure.ts';
import type { OfProcedure } from '../useOfProcedure.ts';
import { trainingWords } from '../words.ts';
import { CoveringPack } from './CoveringPack.tsx';
import { PaintedMap } from './PaintedMap.tsx';

const w = trainingWords.coverage;
const KINDS = ['stage', 'route', 'rule', 'missed'] as const;

/** What the scenarios of a procedure visit, painted on its diagram; and a pack that visits everything. */
export default function CoveragePage({ slug }: { readonly slug: string }) {
  const of = useOfProcedure(slug);
  if (of === undefined) return <Loading />;
  if (of === 'missing') return <NotHere title={trainingWords.list.missing} text={trainingWords.list.live} />;
  return <Covered of={of} />;
}

function Covered({ of }: { readonly of: OfProcedure }) {
  const [withExamples, setWithExamples] = useState(false);
  const pack = withExamples ? [...of.scenarios, ...of.examples] : of.scenarios;
  const { coverage, problem } = useCoverage(of, withExamples);
  return (
    <Frame title={w.title} about={<b>{textOf(of.procedure.label)}</b>}>
      <h1 className="cw-h1">{w.title}</h1>
      <p>{w.lede(pack.length)}</p>
      {of.examples.length === 0 ? null : <Checkbox id="with-examples" label={w.withExamples(of.examples.length)} checked={withExamples} onChange={setWithExamples} />}
      {problem === undefined ? null : <Note kind="late"><p>{problem}</p></Note>}
      {coverage === undefined ? <p role="status">{w.looking}</p> : (
        <>
          <ul className="tr-tiles four">{KINDS.map((kind) => <li key={kind} className={coverage.counts[kind].visited === coverage.counts[kind].all ? 'met' : 'soon'}><b>{coverage.counts[kind].visited}</b><div><strong>{w.of(coverage.counts[kind].all)}</strong><span>{w.kinds[kind]}</span></div></li>)}</ul>
          <PaintedMap procedure={of.procedure} coverage={coverage} titles={pack.map((one) => one.title)} />
          <NotVisited coverage={coverage} />
        </>
      )}
      <CoveringPack procedure={of.procedure} />
    </Frame>
  );
}
function useCoverage(of: OfProcedure, withExamples: boolean): { readonly coverage: Coverage | undefined; readonly problem: string | undefined } {
  const [coverage, setCoverage] = useState<Coverage>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    setCoverage(undefined);
    const running = start<'coverage'>({ kind: 'coverage', procedure: of.procedure, pack: withExamples ? [...of.scenarios, ...of.examples] : of.scenarios });
    running.result.then(setCoverage, (error: unknown) => setProblem(faultWords(error)));
    return running.cancel;
  }, [of, withExamples]);
  return { coverage, problem };
}
function NotVisited({ coverage }: { readonly coverage: Coverage }) {
  const missed = coverage.targets.filter(({ by }: CoveredTarget) => by.length === 0);
  if (missed.length === 0) return <p>{w.everything}</p>;
  return <>{KINDS.map((kind) => <TargetList key={kind} kind={kind} targets={missed.filter((one) => one.kind === kind)} />)}</>;
}
function TargetList({ kind, targets }: { readonly kind: Target['kind']; readonly targets: readonly Target[] }) {
  return targets.length === 0 ? null : <Details summary={w.notVisited(w.kinds[kind], targets.length)}><ul>{targets.map((one) => <li key={one.name}>{one.label}</li>)}</ul></Details>;
}
