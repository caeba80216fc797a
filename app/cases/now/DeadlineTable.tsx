import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { listWords } from '../../../engine/time/words.ts';
import type { DeadlineView } from '../../../engine/case/types.ts';
import { Details, Table, Tag } from '../../../ui/index.ts';
import type { Row } from '../../../ui/index.ts';
import { civilWords } from '../../dates.ts';
import { partyLabel } from '../actors.ts';
import { isElsewhere } from '../life/Elsewhere.tsx';
import { byUrgency, deadlineState } from '../states.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';

const w = caseWords.deadlines;
const columns = [{ id: 'what', head: w.what, className: 'case-dl-what' }, { id: 'state', head: w.state, className: 'case-dl-state' }, { id: 'date', head: w.date }];
const isDated = (one: DeadlineView) => one.state === 'due' || one.state === 'overdue' || one.state === 'not-yet';
const isPast = (one: DeadlineView) => one.state === 'met' || one.state === 'met-late' || one.state === 'stopped';

/** Every clock with its date, and under it how it was counted; met ones are folded after the first. */
export function DeadlineTable({ model }: { readonly model: CaseModel }) {
  const sorted = grouped(model.deadlines.toSorted(byUrgency));
  const open = new Set(model.tasks.filter((view) => view.state === 'open' || view.state === 'waiting').map((view) => view.id));
  const running = sorted.filter(([one]) => !isPast(one) && (isDated(one) || open.has(one.task)));
  const waiting = sorted.filter(([one]) => !isPast(one) && !isDated(one) && !open.has(one.task));
  const past = sorted.filter(([one]) => isPast(one));
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines" className="cw-h2">{w.title}</h2>
      {running.length + past.length === 0 ? <p>{w.none}</p> : <Table caption={w.title} hideCaption columns={columns} rows={[...running, ...past.slice(0, 1)].map((one) => rowOf(model, one))} />}
      {waiting.length > 0 ? <Details summary={w.waiting(waiting.length)}><Table caption={w.waiting(waiting.length)} hideCaption columns={columns} rows={waiting.map((one) => rowOf(model, one))} /></Details> : null}
      {past.length > 1 ? <Details summary={w.met(past.length - 1)}><Table caption={w.met(past.length - 1)} hideCaption columns={columns} rows={past.slice(1).map((one) => rowOf(model, one))} /></Details> : null}
    </section>
  );
}
/** Rows for any of the case's clocks, those that stand alike together. */
export function DeadlineRows({ model, views, caption, under }: { readonly model: CaseModel; readonly views: readonly DeadlineView[]; readonly caption: string; /** Said under each date. */ readonly under?: (deadline: DeadlineView) => ReactNode }) {
  return <Table caption={caption} hideCaption columns={columns} rows={grouped(views).map((one) => rowOf(model, one, under?.(one[0])))} />;
}
export type Group = readonly [DeadlineView, ...DeadlineView[]];
/** Clocks of one kind that stand the same for several recipients share a line. */
export function grouped(sorted: readonly DeadlineView[]): readonly Group[] {
  const groups = new Map<string, [DeadlineView, ...DeadlineView[]]>();
  for (const one of sorted) {
    const key = [one.timescale, one.state, one.date ?? '', one.lateWords ?? ''].join(' ');
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]); else known.push(one);
  }
  return [...groups.values()];
}
/** "Education and Housing": whose clocks these are; nothing for a clock that is not one recipient's. */
export function recipientsIn(model: CaseModel, group: Group): string {
  return listWords(group.flatMap((each) => (each.recipient === undefined ? [] : [partyLabel(model.procedure, each.recipient)])));
}
function rowOf(model: CaseModel, group: Group, under?: ReactNode): Row {
  const [one] = group;
  const recipients = recipientsIn(model, group);
  const state = deadlineState(one, model.now);
  return {
    id: `${one.timescale}/${one.recipient ?? ''}`,
    cells: [
      <><Link className="case-dl-link" href={`/cases/${model.case.id}/deadlines/${one.timescale}`}>{one.label}</Link>{recipients === '' ? null : <span className="case-sub">{recipients}</span>}</>,
      <Tag key="state" kind={state.kind} {...(state.sign === undefined ? {} : { sign: state.sign })}>{state.words}</Tag>,
      <div key="date"><DateAndWhy model={model} deadline={one} />{under}</div>,
    ],
  };
}
export function DateAndWhy({ model, deadline }: { readonly model: CaseModel; readonly deadline: DeadlineView }) {
  const { case: item, procedure } = model;
  const href = `/cases/${item.id}/deadlines/${deadline.timescale}`;
  const may = !isElsewhere(model) && procedure.timescales?.[deadline.timescale]?.adjust !== undefined && (deadline.state === 'due' || deadline.state === 'overdue');
  return (
    <>
      <b>{deadline.date === undefined ? (deadline.state === 'no-date' ? w.noDate : deadline.state === 'stopped' ? w.stopped : w.waitsFor) : civilWords(deadline.date)}</b> {deadline.basis === 'local' ? null : <span className="cw-s cw-q">{w.basis[deadline.basis]}</span>}
      <p className="cw-why">{deadline.sentence}{deadline.extendedFrom === undefined ? null : ` ${w.extended(civilWords(deadline.extendedFrom))}`}{deadline.certainty === 'expected' ? ` ${w.expected}` : deadline.certainty === 'unknown' ? ` ${w.unknownYear}` : ''}
        {may ? <> <Link href={href}>{w.extend}<span className="cw-vh">: {deadline.label}</span></Link></> : null}
        {deadline.needsReason && !isElsewhere(model) ? <> <Link href={href}>{w.explain}<span className="cw-vh">: {deadline.label}</span></Link></> : null}
      </p>
    </>
  );
}
