import type { ReactNode } from 'react';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { Details, Table } from '../../../ui/index.ts';
import { partyLabel } from '../../cases/actors.ts';
import type { Results } from '../jobs.ts';
import { trainingWords } from '../words.ts';

const w = trainingWords.durations;
const percent = (part: number): string => (part > 0 && part < 0.01 ? 'under 1%' : part < 1 && part > 0.99 ? 'over 99%' : `${Math.round(part * 100)}%`);
const days = (amount: number): string => w.days(Math.round(amount * 10) / 10);

/** The chance of meeting each clock, where the time goes, and what would help: bars, with their numbers beside them. */
export function Outcome({ outcome: { durations, advice, leftOut }, procedure }: { readonly outcome: Results['durations']; readonly procedure: Procedure }) {
  const { clocks, spent, whole, runs } = durations;
  return (
    <div className="tr-outcome">
      <p role="status">{w.whole(runs, days(whole.middle), days(whole.bad))}</p>
      <section aria-labelledby="chances"><h2 id="chances" className="cw-h2">{w.chances}</h2>
        <Table caption={w.chances} hideCaption columns={[{ id: 'c', head: w.clock }, { id: 'p', head: w.chance, className: 'tr-bar-cell' }, { id: 'm', head: w.middle }, { id: 'b', head: w.bad }]} rows={clocks.map((clock, index) => ({
          id: `${clock.timescale}-${clock.recipient ?? ''}-${index}`,
          cells: [<>{clock.label}{clock.recipient === undefined ? null : <span className="case-sub">{partyLabel(procedure, clock.recipient)}</span>}</>, <Bar key="p" part={clock.chance} kind={clock.chance > 0.9 ? 'met' : clock.chance > 0.5 ? 'soon' : 'late'}>{percent(clock.chance)}</Bar>, spare(clock.middle), spare(clock.bad)],
        }))} />
      </section>
      <section aria-labelledby="helps"><h2 id="helps" className="cw-h2">{w.helps}</h2>
        {advice.length === 0 ? <p>{w.nothingHelps}</p> : <ol>{advice.map((one) => <li key={one.name + one.clock}>{w.advice(one.label, days(one.sooner), one.clock, percent(one.before), percent(one.after))}</li>)}</ol>}
      </section>
      <section aria-labelledby="spent"><h2 id="spent" className="cw-h2">{w.spent}</h2>
        <Table caption={w.spent} hideCaption columns={[{ id: 'a', head: w.act }, { id: 's', head: w.share, className: 'tr-bar-cell' }, { id: 'd', head: w.average }]} rows={spent.slice(0, 12).map((one) => ({ id: one.name, cells: [one.label, <Bar key="s" part={one.share / (spent[0]?.share || 1)} kind="held">{percent(one.share)}</Bar>, days(one.days)] }))} />
      </section>
      {leftOut.length === 0 ? null : <Details summary={w.leftOut(leftOut.length)}><ul>{leftOut.map((words) => <li key={words}>{words}</li>)}</ul></Details>}
    </div>
  );
}
const spare = (amount: number): string => (Number.isFinite(amount) ? (amount >= 0 ? w.toSpare(days(amount)) : w.late(days(-amount))) : '');
function Bar({ part, kind, children }: { readonly part: number; readonly kind: string; readonly children: ReactNode }) {
  return <span className={`tr-meter ${kind}`}><i style={{ width: `${Math.max(0, Math.min(1, part)) * 100}%` }} /><b>{children}</b></span>;
}
