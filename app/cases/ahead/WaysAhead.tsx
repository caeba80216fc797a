// What would start a clock, what leads to a stage, and what would make an act possible: the steps, each with whose it
// is. What works it out is large and loads when it is first asked for.
import { Suspense, lazy, useState } from 'react';
import type { ReactNode } from 'react';
import type { Id } from '../../../engine/procedure/types.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { CaseModel } from '../types.ts';
import { notYet } from './notYet.ts';
import { aheadWords } from './words.ts';

const AheadSteps = lazy(() => import('./AheadSteps.tsx'));
const AheadAct = lazy(() => import('./AheadAct.tsx'));

/** Under a clock that has no date yet: opened, it says what would give it one. */
export function WhatStarts({ model, timescale, label }: { readonly model: CaseModel; readonly timescale: Id; readonly label: string }) {
  return <Unfolding summary={<>{aheadWords.clock}<span className="cw-vh">{aheadWords.of(label)}</span></>}>{() => <AheadSteps model={model} timescale={timescale} />}</Unfolding>;
}

/** Where an act cannot be done: opened, it says the least that would make it possible. */
export function WhatAllows({ model, task, label, options, given }: { readonly model: CaseModel; readonly task: Id; readonly label: string; readonly options?: readonly Id[]; /** What was tried. */ readonly given?: CommandBody | undefined }) {
  return <Unfolding summary={options ? aheadWords.option(label) : <>{aheadWords.act}<span className="cw-vh">{aheadWords.of(label)}</span></>}>{() => <AheadAct model={model} task={task} {...(options && { options })} {...(given && { given })} />}</Unfolding>;
}

/** Acts of these stages that nothing asks for yet, each with what would make it possible. */
export function NotYet({ model, stages }: { readonly model: CaseModel; readonly stages: readonly Id[] }) {
  const acts = notYet(model, stages);
  if (acts.length === 0) return null;
  return (
    <Unfolding summary={aheadWords.notYet(acts.length)}>
      {() => <><p className="cw-s cw-q">{aheadWords.notYetHint}</p><ul className="case-ahead-acts">{acts.map(({ id, label }) => <li key={id}><b>{label}</b><WhatAllows model={model} task={id} label={label} /></li>)}</ul></>}
    </Unfolding>
  );
}

/** What is made only once it is opened. */
function Unfolding({ summary, children }: { readonly summary: ReactNode; readonly children: () => ReactNode }) {
  const [asked, setAsked] = useState(false);
  return (
    <details className="cw-details case-ahead" onToggle={({ currentTarget }) => { if (currentTarget.open) setAsked(true); }}>
      <summary>{summary}</summary>
      <div>{asked ? <Suspense fallback={<p role="status">{aheadWords.working}</p>}>{children()}</Suspense> : null}</div>
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
