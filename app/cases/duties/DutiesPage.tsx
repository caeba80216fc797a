import { Link } from 'wouter';
import type { DutyView } from '../../../engine/case/duties/types.ts';
import { listWords } from '../../../engine/time/words.ts';
import type { Instant } from '../../../engine/time/types.ts';
import { Details, Table, Tag } from '../../../ui/index.ts';
import type { Row } from '../../../ui/index.ts';
import { civilWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { useWorld } from '../../world/world.ts';
import { OverFrame } from '../today/OverFrame.tsx';
import { useOverview } from '../today/useOverview.ts';
import { daysLeft, useDuties } from './useDuties.ts';
import type { OwnDuties } from './useDuties.ts';
import { dutyWords as w } from './words.ts';

/** The duties of every procedure: who owes them, when they are owed next and how that is counted, when they were last done. */
export function DutiesPage() {
  const overview = useOverview();
  const { all } = useDuties();
  const now = useWorld().now();
  const kept = all?.filter((one) => one.kept) ?? [];
  const rest = all?.filter((one) => !one.kept) ?? [];
  return (
    <OverFrame title={w.tab} place="today" overview={overview}>
      <p className="cw-caption"><Link href="/today">{w.today}</Link></p>
      <h1 className="cw-h1 case-h1">{w.title}</h1>
      <p className="cw-prose">{w.lede}</p>
      {all === undefined ? null : all.length === 0 ? <p>{w.none}</p> : kept.map((one) => <OfProcedure key={one.compiled.pin.id} own={one} now={now} />)}
      {rest.length === 0 ? null : <Details summary={`${w.others} (${rest.length})`} open={kept.length === 0}><ul className="duty-rest">{rest.map(({ compiled: { procedure, pin }, views }) => <li key={pin.id}><Link href={`/duties/${pin.id}`}>{textOf(procedure.label)}: {w.keepLink.toLowerCase()}</Link><span className="cw-s cw-q"> {listWords(views.map(({ label }) => label))}</span></li>)}</ul></Details>}
    </OverFrame>
  );
}
function OfProcedure({ own: { compiled: { procedure, pin }, views }, now }: { readonly own: OwnDuties; readonly now: Instant }) {
  const title = textOf(procedure.label);
  const columns = [{ id: 'duty', head: w.columns.duty }, { id: 'state', head: w.columns.state }, { id: 'next', head: w.columns.next }, { id: 'who', head: w.columns.who }, { id: 'last', head: w.columns.last }];
  return (
    <section className="case-block" aria-label={title}>
      <h2 className="cw-h2">{title}</h2>
      <Table caption={title} hideCaption columns={columns} rows={views.map((view): Row => ({ id: view.duty, cells: [<Link key="l" href={`/duties/${pin.id}#duty-${view.duty}`}>{view.label}</Link>, <DutyTag key="s" view={view} now={now} />, <DutyDate key="d" view={view} />, listWords(view.doers.map(({ label }) => label), 'or'), lastDone(view)] }))} />
    </section>
  );
}
function lastDone({ rounds }: DutyView): string {
  const last = rounds.flatMap(({ acts }) => acts).at(-1);
  return last === undefined ? w.never : civilWords(last.on);
}
/** Its state as one word with its sign. */
export function DutyTag({ view, now }: { readonly view: DutyView; readonly now: Instant }) {
  const left = daysLeft(view, now);
  if (view.state === 'overdue') return <Tag kind="late" sign="late">{w.states.overdue}</Tag>;
  if (view.state === 'due') return <Tag kind={left !== undefined && left <= 28 ? 'soon' : 'pending'} sign="coming">{left === undefined ? w.states.due : w.owedSoon(left)}</Tag>;
  return view.state === 'done' ? <Tag kind="met" sign="met">{w.states.done}</Tag> : <Tag kind="held" sign="none">{w.noDate}</Tag>;
}
export function DutyDate({ view }: { readonly view: DutyView }) {
  return <><b>{view.date === undefined ? w.noDate : civilWords(view.date)}</b><span className="case-sub">{view.sentence}</span></>;
}
