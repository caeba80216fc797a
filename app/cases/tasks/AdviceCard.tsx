import { Link } from 'wouter';
import type { TaskView, View } from '../../../engine/case/types.ts';
import { listWords } from '../../../engine/time/words.ts';
import { Panel, Table } from '../../../ui/index.ts';
import { instantWords } from '../../dates.ts';
import { partyLabel } from '../actors.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';
import { whoDecides } from './whoDecides.ts';

const w = caseWords.decide;

/** What was advised, read only, with every view and the reasons of those who differ. */
export function AdviceCard({ model, advice }: { readonly model: CaseModel; readonly advice: TaskView }) {
  const { record } = advice;
  const label = (ids: readonly string[]) => listWords(ids.map((id) => advice.options.find((one) => one.id === id)?.label ?? id));
  if (record?.options === undefined) return <Panel big over={w.advice} title={advice.label}><p>{w.noAdvice}</p><p>{whoDecides(model, advice)}. <Link href={`/cases/${model.case.id}/tasks/${advice.id}`}>{advice.label}</Link></p></Panel>;
  return (
    <Panel big over={w.advice} title={w.recommends(label(record.options))}>
      {record.done === undefined ? null : <p>{w.given(instantWords(record.done, model.now))}</p>}
      {record.views.length > 0 ? <ViewTable model={model} views={record.views} label={label} /> : null}
      {record.reasons === undefined ? null : <p className="cw-s"><b>{w.reasons}.</b> {record.reasons}</p>}
    </Panel>
  );
}
/** Each party's view, those asked and not yet heard included. */
export function ViewTable({ model, views, label, asked = [] }: { readonly model: CaseModel; readonly views: readonly View[]; readonly label: (ids: readonly string[]) => string; readonly asked?: readonly string[] }) {
  const silent = asked.filter((id) => !views.some((view) => view.party === id));
  const rows = [
    ...views.map((view) => ({ id: view.party, cells: [<>{partyLabel(model.procedure, view.party)}{view.party === model.actor.role ? <span className="cw-s cw-q"> ({caseWords.now.you})</span> : null}</>, <>{label(view.options)}{view.reasons === undefined ? null : <span className="case-sub">{view.reasons}</span>}</>] })),
    ...silent.map((id) => ({ id, cells: [<>{partyLabel(model.procedure, id)}{id === model.actor.role ? <span className="cw-s cw-q"> ({caseWords.now.you})</span> : null}</>, <span key="not" className="cw-q">{w.notYet}</span>] })),
  ];
  return <Table caption={w.view} hideCaption columns={[{ id: 'who', head: w.who }, { id: 'view', head: w.view }]} rows={rows} />;
}
