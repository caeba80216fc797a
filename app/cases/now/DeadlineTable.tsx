import { Link } from 'wouter';
import type { DeadlineView } from '../../../engine/case/types.ts';
import { Details, Table, Tag } from '../../../ui/index.ts';
import type { Row } from '../../../ui/index.ts';
import { civilWords } from '../../dates.ts';
import { partyLabel } from '../actors.ts';
import { byUrgency, deadlineState } from '../states.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';

const w = caseWords.deadlines;
const columns = [{ id: 'what', head: w.what, className: 'case-dl-what' }, { id: 'state', head: w.state, className: 'case-dl-state' }, { id: 'date', head: w.date }];
const isPast = (one: DeadlineView) => one.state === 'met' || one.state === 'met-late' || one.state === 'stopped';

/** Every clock with its date, and under it how it was counted; met ones are folded after the first. */
export function DeadlineTable({ model }: { readonly model: CaseModel }) {
  const sorted = model.deadlines.toSorted(byUrgency);
  const running = sorted.filter((one) => !isPast(one));
  const past = sorted.filter(isPast);
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines" className="cw-h2">{w.title}</h2>
      {sorted.length === 0 ? <p>{w.none}</p> : <Table caption={w.title} hideCaption columns={columns} rows={[...running, ...past.slice(0, 1)].map((one) => rowOf(model, one))} />}
      {past.length > 1 ? <Details summary={w.met(past.length - 1)}><Table caption={w.met(past.length - 1)} hideCaption columns={columns} rows={past.slice(1).map((one) => rowOf(model, one))} /></Details> : null}
    </section>
  );
}
function rowOf(model: CaseModel, one: DeadlineView): Row {
  const state = deadlineState(one, model.now);
  return {
    id: `${one.timescale}/${one.recipient ?? ''}`,
    cells: [
      <>{one.label}{one.recipient === undefined ? null : <span className="case-sub">{partyLabel(model.procedure, one.recipient)}</span>}</>,
      <Tag key="state" kind={state.kind} {...(state.sign === undefined ? {} : { sign: state.sign })}>{state.words}</Tag>,
      <DateAndWhy key="date" model={model} deadline={one} />,
    ],
  };
}
export function DateAndWhy({ model, deadline }: { readonly model: CaseModel; readonly deadline: DeadlineView }) {
  const { case: item, procedure } = model;
  const href = `/cases/${item.id}/deadlines/${deadline.timescale}`;
  const may = procedure.timescales?.[deadline.timescale]?.adjust !== undefined && (deadline.state === 'due' || deadline.state === 'overdue');
  return (
    <>
      <b>{deadline.date === undefined ? (deadline.state === 'no-date' ? w.noDate : w.waitsFor) : civilWords(deadline.date)}</b> <span className="cw-s cw-q">{w.basis[deadline.basis]}</span>
      <p className="cw-why">{deadline.sentence}{deadline.extendedFrom === undefined ? null : ` ${w.extended(civilWords(deadline.extendedFrom))}`}{deadline.certainty === 'expected' ? ` ${w.expected}` : deadline.certainty === 'unknown' ? ` ${w.unknownYear}` : ''}
        {may ? <> <Link href={href}>{w.extend}<span className="cw-vh">: {deadline.label}</span></Link></> : null}
        {deadline.needsReason ? <> <Link href={href}>{w.explain}<span className="cw-vh">: {deadline.label}</span></Link></> : null}
      </p>
    </>
  );
}
