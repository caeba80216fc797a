import { Link } from 'wouter';
import { partingOf } from '../../../engine/case/parting.ts';
import { Panel, Timeline } from '../../../ui/index.ts';
import { NotYet } from '../ahead/WaysAhead.tsx';
import { CaseFrame } from '../CaseFrame.tsx';
import { historyOf } from '../events.ts';
import type { CaseModel } from '../types.ts';
import { caseWords as w } from '../words.ts';
import { DeadlineTable } from './DeadlineTable.tsx';
import { DoNow } from './DoNow.tsx';
import { Findings } from './Findings.tsx';
import { MayAlso, WaysOn } from './Others.tsx';
import { StageMap } from './StageMap.tsx';

/** The case page: one thing to do, said as an order, with why; then dates, where it is and what happened. */
export function NowPage({ model }: { readonly model: CaseModel }) {
  const { case: item } = model;
  const aside = partingOf(item.events) !== undefined;
  const events = historyOf(model);
  return (
    <CaseFrame model={model} tab="now" title={w.frame.tabs.now}>
      <h1 className="cw-vh">{w.now.heading(item.reference)}</h1>
      <div className="case-grid">
        <div className="case-main">
          <DoNow model={model} />
          <WaysOn model={model} />
          <Findings model={model} />
          {/* Elsewhere the clocks run on; here nobody acts on them. */}
          {aside ? null : <><DeadlineTable model={model} /><MayAlso model={model} /><NotYet model={model} stages={item.stages} /></>}
        </div>
        <div className="case-side">
          <StageMap model={model} />
          <Panel title={w.history.title} aside={<Link href={`/cases/${item.id}/history`}>{w.history.all(events.length)}</Link>}><Timeline items={events.slice(0, 4)} /></Panel>
        </div>
      </div>
    </CaseFrame>
  );
}
