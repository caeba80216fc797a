// What makes filling in and sending different: the fields at the end, what must be there, and the command.
import type { ReactNode } from 'react';
import type { Answers, CommandBody, TaskView } from '../../../engine/case/types.ts';
import type { Id } from '../../../engine/procedure/types.ts';
import { Checkboxes } from '../../../ui/index.ts';
import { partyLabel } from '../actors.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';
import { ChannelField, EvidenceField, ReasonField } from './ExtraFields.tsx';
import { MeetingFields } from './MeetingFields.tsx';
import type { ExtraProps } from './ExtraFields.tsx';
import { fieldId, meetingOf, withText } from './fields.ts';
import type { FieldErrors, TaskTyped } from './fields.ts';
import { possibleRecipients } from './recipients.ts';

export interface Job {
  /** Key of what is typed, apart from the task's. */ readonly key: string;
  readonly button: (typed: TaskTyped, answers: Answers) => string;
  readonly fields: (props: ExtraProps, answers: Answers) => ReactNode;
  readonly faults: (typed: TaskTyped, answers: Answers) => FieldErrors;
  readonly body: (typed: TaskTyped, answers: Answers) => CommandBody;
}

/** Fill in and record as done. */
export function recordJob(model: CaseModel, view: TaskView, hasQuestions: boolean): Job {
  const { procedure } = model;
  const task = procedure.tasks[view.id];
  return {
    key: '', button: () => caseWords.task.finishShort, faults: () => ({}),
    fields: (props) => (
      <>
        {!hasQuestions && task?.meeting === undefined ? <p className="cw-hint">{caseWords.task.noForm}</p> : null}
        {task?.meeting === undefined ? null : <MeetingFields procedure={procedure} view={view} body={task.meeting.body} {...props} />}
        {task?.evidence === 'optional' || task?.evidence === 'required' ? <EvidenceField required={task.evidence === 'required'} {...props} /> : null}
        {view.required.reasons || props.errors['reason'] !== undefined || props.typed.reason !== '' ? <ReasonField {...props} /> : null}
      </>
    ),
    body: (typed, answers) => {
      const meeting = meetingOf(procedure, view.id, typed.meeting);
      return { type: 'completeTask', task: view.id, answers, ...withText('evidence', typed.evidence), ...withText('reason', typed.reason), ...(meeting === undefined ? {} : { meeting }) };
    },
  };
}

/** Record as sent: to whom, by which way, with what proof. `again`: it has gone out before; these are chosen at first. */
export function sendJob(model: CaseModel, view: TaskView, again?: readonly Id[]): Job {
  const w = caseWords.exchange;
  const required = model.procedure.tasks[view.id]?.evidence === 'required';
  const possible = (answers: Answers) => possibleRecipients(model.procedure, view, { ...model.case.answers, ...answers });
  const chosen = (typed: TaskTyped, answers: Answers) => typed.recipients ?? again ?? possible(answers).map((one) => one.id);
  return {
    key: again === undefined ? '/send' : '/send-again',
    button: (typed, answers) => (chosen(typed, answers).length === possible(answers).length ? w.sendButton(Math.max(1, chosen(typed, answers).length)) : w.sendSome(chosen(typed, answers).length)),
    faults: (typed, answers) => (possible(answers).length > 0 && chosen(typed, answers).length === 0 ? { recipients: w.pickOne } : {}),
    fields: (props, answers) => (
      <>
        {possible(answers).length === 0 ? <p className="cw-hint">{w.noRecipients}</p> : (
          <Checkboxes id={fieldId('recipients')} label={w.to} error={props.errors['recipients']} values={chosen(props.typed, answers)} onChange={(recipients) => props.set((before) => ({ ...before, recipients }))}
            choices={possible(answers).map((one) => ({ value: one.id, label: partyLabel(model.procedure, one.id), ...(one.required ? { hint: w.must } : {}) }))} />
        )}
        <ChannelField view={view} {...props} />
        <EvidenceField required={required} {...props} />
        {props.errors['reason'] !== undefined || props.typed.reason !== '' ? <ReasonField {...props} /> : null}
      </>
    ),
    body: (typed, answers) => {
      const all = again === undefined && chosen(typed, answers).length === possible(answers).length;
      return { type: 'sendExchange', task: view.id, answers, ...(all ? {} : { recipients: chosen(typed, answers) }), ...withText('channel', typed.channel), ...withText('evidence', typed.evidence), ...withText('reason', typed.reason) };
    },
  };
}
