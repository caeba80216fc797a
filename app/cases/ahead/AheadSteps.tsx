import { useMemo } from 'react';
import { caseAt } from '../../../engine/case/replay.ts';
import { outlookOf, type Outlook } from '../../../engine/verify/explain/plans.ts';
import { wouldEnter, wouldStart, type Coming } from '../../../engine/verify/explain/start.ts';
import { happeningDoers, happeningWords } from '../../../engine/verify/explain/words.ts';
import type { CaseModel } from '../types.ts';
import { aheadWords } from './words.ts';

// What lies ahead is looked for once for a case as it stands, however many of its clocks are asked about.
const outlooks = new WeakMap<CaseModel['case'], Outlook>();

function outlookFor({ case: item, versions, now }: CaseModel): Outlook {
  const known = outlooks.get(item);
  if (known) return known;
  const { compiled, folded } = caseAt(versions, item, now);
  const made = outlookOf(compiled, folded, now);
  outlooks.set(item, made);
  return made;
}

/** The steps that lead to a stage or start a clock, or why there are none. */
export default function AheadSteps({ model, stage, timescale }: { readonly model: CaseModel; readonly stage?: string; readonly timescale?: string }) {
  const found = useMemo((): { readonly outlook: Outlook; readonly coming: Coming } | undefined => {
    try {
      const outlook = outlookFor(model);
      return { outlook, coming: stage === undefined ? wouldStart(outlook, timescale ?? '') : wouldEnter(outlook, stage) };
    } catch { return undefined; }
  }, [model, stage, timescale]);
  if (!found) return <p>{aheadWords.failed}</p>;
  const { coming, outlook: { stand: { compiled, held } } } = found;
  if (coming.there || !coming.needs) return <p>{coming.words}</p>;
  return (
    <>
      <p>{coming.needs.length === 1 ? aheadWords.one : aheadWords.shortest}</p>
      <ol className="case-ahead-steps">
        {coming.needs.map((one, index) => {
          const doers = happeningDoers(compiled, held, one);
          const words = happeningWords(compiled.procedure, one);
          return <li key={index}>{words.charAt(0).toUpperCase()}{words.slice(1)}{doers.length === 0 ? null : <span className="case-sub">{aheadWords.by(doers.join(' or '))}</span>}</li>;
        })}
      </ol>
      <p className="cw-s cw-q">{aheadWords.kept}</p>
    </>
  );
}
