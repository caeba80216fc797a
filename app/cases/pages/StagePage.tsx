import { Link } from 'wouter';
import { Details, SummaryList } from '../../../ui/index.ts';
import { instantWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { partyLabel } from '../actors.ts';
import { NotYet, WhatLeadsHere } from '../ahead/WaysAhead.tsx';
import { CaseFrame } from '../CaseFrame.tsx';
import { Cites } from '../Cites.tsx';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';
import { TaskTable } from './TasksPage.tsx';

/** One stage of the procedure in this case: what happens there, whose it is, when the case was in it, what it asks. */
export function StagePage({ model, stage: id }: { readonly model: CaseModel; readonly stage: string }) {
  const { case: item, procedure } = model;
  const stage = procedure.stages[id];
  const title = stage === undefined ? caseWords.task.notAsked : textOf(stage.label);
  const views = model.tasks.filter((view) => procedure.tasks[view.id]?.in?.includes(id) === true);
  const visits = item.visits.filter((visit) => visit.stage === id);
  return (
    <CaseFrame model={model} title={title}>
      <p className="cw-caption"><Link href={`/cases/${item.id}`}>{caseWords.frame.back}</Link></p>
      <h1 className="cw-h1 case-h1">{title}</h1>
      {stage?.guidance === undefined ? null : <p className="cw-prose">{textOf(stage.guidance)}</p>}
      <SummaryList rows={[...(stage?.owner === undefined ? [] : [{ id: 'owner', name: caseWords.task.who, value: partyLabel(procedure, stage.owner) }]), ...visits.map((visit, index) => ({ id: `v${index}`, name: 'In this stage', value: `${instantWords(visit.entered, model.now)}${visit.left === undefined ? '' : ` to ${instantWords(visit.left, model.now)}`}` }))]} />
      {views.length === 0 ? null : <TaskTable model={model} views={views} title={title} />}
      <NotYet model={model} stages={[id]} />
      {stage === undefined || item.stages.includes(id) ? null : <WhatLeadsHere model={model} stage={id} />}
      {(stage?.cites ?? []).length === 0 ? null : <Details summary={caseWords.task.why}><Cites procedure={procedure} cites={stage?.cites ?? []} /></Details>}
    </CaseFrame>
  );
}
