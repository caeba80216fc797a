import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { Note, Panel, Timeline } from '../../../ui/index.ts';
import { CaseFrame } from '../CaseFrame.tsx';
import { history } from '../events.ts';
import type { CaseModel } from '../types.ts';
import { caseWords as w } from '../words.ts';
import { DeadlineTable } from './DeadlineTable.tsx';
import { DoNow } from './DoNow.tsx';
import { Findings, MayAlso, WaysOn } from './Others.tsx';
import { StageMap } from './StageMap.tsx';

/** The case page: one thing to do, said as an order, with why; then dates, where it is and what happened. */
export function NowPage({ model, changed }: { readonly model: CaseModel; readonly changed: boolean }) {
  const { case: item, procedure } = model;
  const events = history(procedure, item.events, model.now);
  return (
    <CaseFrame model={model} tab="now" title={w.frame.tabs.now} changed={changed}>
      <h1 className="cw-vh">{w.now.heading(item.reference)}</h1>
      <JustSaid />
      <div className="case-grid">
        <div className="case-main">
          <DoNow model={model} />
          <WaysOn model={model} />
          <Findings model={model} />
          <DeadlineTable model={model} />
          <MayAlso model={model} />
        </div>
        <div className="case-side">
          <StageMap model={model} />
          <Panel title={w.history.title} aside={<Link href={`/cases/${item.id}/history`}>{w.history.all(events.length)}</Link>}><Timeline items={events.slice(0, 4)} /></Panel>
        </div>
      </div>
    </CaseFrame>
  );
}

/** What the last act did; takes the focus, so that reading goes on from the result. */
export function JustSaid() {
  const state = useHistoryState<{ readonly said?: string; readonly at?: number } | null>();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => { box.current?.focus(); }, [state?.at]);
  if (state?.said === undefined) return null;
  return <div ref={box} tabIndex={-1} className="case-said"><Note kind="met"><p role="status">{state.said}</p></Note></div>;
}
