import { useState } from 'react';
import { Link } from 'wouter';
import type { TaskView } from '../../../engine/case/types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import { listWords } from '../../../engine/time/index.ts';
import { Details, Table, Tag } from '../../../ui/index.ts';
import type { Row } from '../../../ui/index.ts';
import { civilWords, instantWords } from '../../dates.ts';
import { partyLabel } from '../actors.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { countIn, expectsReply, isIn, replyTag } from '../replies.ts';
import type { CaseModel } from '../types.ts';
import { useTyped } from '../useTyped.ts';
import { caseWords } from '../words.ts';
import { ChasePanel } from '../agencies/ChasePanel.tsx';
import { chronologyQuestions } from '../agencies/chronology.ts';
import { agencyWords } from '../agencies/words.ts';
import { signingWords } from '../signing/words.ts';
import { letterWords } from '../letters/words.ts';
import { SignOffs } from '../signing/SignOffPanel.tsx';
import { AddRecipient } from './AddRecipient.tsx';
import { TaskAside } from './Aside.tsx';
import { FormPart } from './FormPart.tsx';
import { FormTask } from './FormTask.tsx';
import { sendJob } from './jobs.tsx';
import { emptyTyped, usualChannel } from './fields.ts';
import type { TaskTyped } from './fields.ts';
import { unsentTo } from './recipients.ts';

const w = caseWords.exchange;

/** Something sent to one or more: what was sent, and what came back from each. */
export function ExchangeTask({ model, view }: { readonly model: CaseModel; readonly view: TaskView }) {
  const sent = view.record?.sent !== undefined || (view.record?.recipients ?? []).some((one) => one.sent !== undefined);
  const replies = expectsReply(model.procedure, view.id);
  if (!sent && view.state !== 'withdrawn') return <><p className="cw-s case-drafts"><Link href={draftAddress(model, view)}>{letterWords.open}</Link></p><FormTask model={model} view={view} job={sendJob(model, view)} /></>;
  return (
    <div className="case-form plain">
      <div><Sent model={model} view={view} replies={replies} /></div>
      <TaskAside model={model} view={view} />
    </div>
  );
}

/** The document that the task sends where it has a template, else a letter for each who is told. */
function draftAddress({ case: item, procedure }: CaseModel, view: TaskView): string {
  const document = procedure.tasks[view.id]?.document;
  if (document === undefined || procedure.documents?.[document.id]?.template === undefined) return `/cases/${item.id}/tasks/${view.id}/letter`;
  return `/cases/${item.id}/documents/${document.id}${document.variant === undefined ? '' : `?variant=${document.variant}`}`;
}
function asksChronology(procedure: Procedure, task: string): boolean {
  const questions = chronologyQuestions(procedure);
  return procedure.forms?.[procedure.tasks[task]?.reply?.form ?? '']?.sections.some((section) => section.questions.some((id) => questions.includes(id))) === true;
}
function Sent({ model, view, replies }: { readonly model: CaseModel; readonly view: TaskView; readonly replies: boolean }) {
  const [again, setAgain] = useState(false);
  const { done, of } = countIn(model.procedure, view);
  const record = view.record;
  const late = view.deadlines.filter((one) => one.state === 'overdue' && one.recipient !== undefined).length;
  const unsent = view.state === 'open' ? unsentTo(view) : [];
  return (
    <>
      <p className="cw-caption">{view.stageLabel ?? ''}</p>
      <h1 className="cw-h1 case-h1">{view.label}{replies ? `: ${w.inCount(done, of)}` : ''} {view.state === 'done' ? <Tag kind="met" sign="met">{caseWords.task.done}</Tag> : null}</h1>
      <p className="case-lead">{record?.sent === undefined ? null : `${w.sentWhen(instantWords(record.sent, model.now))}. `}{replies ? w.outstanding(late, of - done) : null}{record?.evidence === undefined ? null : ` ${caseWords.task.evidence}: ${record.evidence}`}</p>
      <SignOffs model={model} view={view} />
      <ChasePanel model={model} view={view} />
      <Replies model={model} view={view} replies={replies} />
      {replies && asksChronology(model.procedure, view.id) ? <p><Link href={`/cases/${model.case.id}/chronology`}>{agencyWords.open}</Link></p> : null}
      {view.state === 'withdrawn' ? null : <p className="cw-s"><Link href={`/cases/${model.case.id}/tasks/${view.id}/letter`}>{letterWords.open}</Link></p>}
      {replies && view.state !== 'done' && view.state !== 'withdrawn' ? <AddRecipient model={model} view={view} /> : null}
      {unsent.length > 0 ? <section><h2 className="cw-h2">{w.stillToSend(listWords(unsent.map((id) => partyLabel(model.procedure, id))))}</h2><SendAgain model={model} view={view} to={unsent} /></section> : null}
      {unsent.length > 0 || view.state === 'withdrawn' ? null : <Details summary={w.sendAgain} open={again}>{again ? <SendAgain model={model} view={view} to={[]} /> : <button type="button" className="cw-link" onClick={() => setAgain(true)}>{w.sendAgain}</button>}</Details>}
      <p><Link href={`/cases/${model.case.id}`}>{caseWords.frame.back}</Link></p>
    </>
  );
}

/** The same thing sent on, again or to somebody new; `to`: who is chosen at first. The answers stay as they are unless they are changed first. */
function SendAgain({ model, view, to }: { readonly model: CaseModel; readonly view: TaskView; readonly to: readonly Id[] }) {
  const typed = useTyped<TaskTyped>(`${model.case.id}/${view.id}/${view.record?.visit ?? 0}/send-again`, { ...emptyTyped, channel: usualChannel(view, textOf(model.procedure.tasks[view.id]?.channel)) });
  return <FormPart bare model={model} view={view} job={sendJob(model, view, to)} parts={[]} at={0} typed={typed} />;
}
/** Each of those it went to, with what came back. */
export function Replies({ model, view, replies }: { readonly model: CaseModel; readonly view: TaskView; readonly replies: boolean }) {
  const rank = (row: { readonly late: boolean; readonly in: boolean }) => (row.late ? 0 : row.in ? 2 : 1);
  const rows = (view.record?.recipients ?? []).map((one) => {
    const clock = view.deadlines.find((deadline) => deadline.recipient === one.party);
    return { one, clock, late: clock?.state === 'overdue', in: isIn(model.procedure, view.id, one.state) };
  }).toSorted((a, b) => rank(a) - rank(b));
  const columns = [{ id: 'who', head: w.agency }, { id: 'state', head: w.state }, { id: 'when', head: w.when }, ...(replies ? [{ id: 'next', head: w.next }] : [])];
  const row = ({ one, clock, late }: (typeof rows)[number]): Row => {
    const tag = replyTag(one.state, late);
    const when = late ? clock?.lateWords ?? '' : one.state === 'asked' && clock?.date !== undefined ? w.by(civilWords(clock.date, false)) : instantWords(one.changed, model.now);
    return {
      id: one.party,
      cells: [
        <>{partyLabel(model.procedure, one.party)}{one.late === true ? <span className="case-sub">{w.lateAdd}</span> : null}{one.formVersion === undefined ? null : <span className="case-sub">{signingWords.form(one.formVersion)}</span>}</>,
        one.sent === undefined && one.state === 'asked' ? <Tag key="state" kind="soon">{w.notSent}</Tag> : <Tag key="state" kind={replies ? tag.kind : 'met'} sign={replies ? tag.sign : 'met'}>{replies || one.sent === undefined ? w.states[one.state] : w.sent}</Tag>,
        <>{when}{one.chased === undefined ? null : <span className="case-sub">{agencyWords.chased(one.chased.times, instantWords(one.chased.last, model.now))}{one.chased.next === undefined || isIn(model.procedure, view.id, one.state) ? '' : `, ${agencyWords.nextDue(civilWords(one.chased.next, false))}`}</span>}{one.reason === undefined ? null : <span className="case-sub">{one.reason}</span>}</>,
        ...(replies ? [<Link key="next" href={`/cases/${model.case.id}/tasks/${view.id}/replies/${one.party}`}>{w.record}<span className="cw-vh"> {partyLabel(model.procedure, one.party)}</span></Link>] : []),
      ],
    };
  };
  const missing = view.state === 'open' ? unsentTo(view).filter((id) => rows.every(({ one }) => one.party !== id)) : [];
  const unsent = (id: Id): Row => ({ id, cells: [partyLabel(model.procedure, id), <Tag key="state" kind="soon">{w.notSent}</Tag>, '', ...(replies ? [''] : [])] });
  return <Table caption={view.label} hideCaption columns={columns} rows={[...missing.map(unsent), ...rows.map(row)]} />;
}
