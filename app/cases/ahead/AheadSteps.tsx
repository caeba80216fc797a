import { useMemo } from 'react';
import { wouldEnter, wouldStart, type Coming } from '../../../engine/verify/explain/start.ts';
import { happeningDoers, happeningWords } from '../../../engine/verify/explain/words.ts';
import type { Outlook } from '../../../engine/verify/explain/plans.ts';
import type { CaseModel } from '../types.ts';
import { outlookFor } from './outlook.ts';
import { Steps } from './Steps.tsx';
import { aheadWords } from './words.ts';

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
      <Steps ordered parts={coming.needs.map((one) => ({ words: happeningWords(compiled.procedure, one), doers: happeningDoers(compiled, held, one) }))} />
    </>
  );
}
