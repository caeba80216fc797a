// What would start a clock, and what leads to a stage: the steps, each with whose it is. What works it out is large and
// loads when it is first asked for.
import { Suspense, lazy, useState } from 'react';
import type { Id } from '../../../engine/procedure/types.ts';
import type { CaseModel } from '../types.ts';
import { aheadWords } from './words.ts';

const AheadSteps = lazy(() => import('./AheadSteps.tsx'));

/** Under a clock that has no date yet: opened, it says what would give it one. */
export function WhatStarts({ model, timescale, label }: { readonly model: CaseModel; readonly timescale: Id; readonly label: string }) {
  const [asked, setAsked] = useState(false);
  return (
    <details className="cw-details case-ahead" onToggle={({ currentTarget }) => { if (currentTarget.open) setAsked(true); }}>
      <summary>{aheadWords.clock}<span className="cw-vh">{aheadWords.of(label)}</span></summary>
      <div>{asked ? <Suspense fallback={<p role="status">{aheadWords.working}</p>}><AheadSteps model={model} timescale={timescale} /></Suspense> : null}</div>
    </details>
  );
}

/** On the page of a stage that the case does not stand in. */
export function WhatLeadsHere({ model, stage }: { readonly model: CaseModel; readonly stage: Id }) {
  return (
    <section aria-labelledby="leads-here"><h2 id="leads-here" className="cw-h2">{aheadWords.stage}</h2>
      <Suspense fallback={<p role="status">{aheadWords.working}</p>}><AheadSteps model={model} stage={stage} /></Suspense>
    </section>
  );
}
