// What the payload of each event holds: the body of its command without its type, and what the engine worked out
// when it accepted it (the recipients, the views that made a decision, the rules departed from).
import type { Id } from '../procedure/types.ts';
import type { Answers, Appointment, CaseEvent, CommandBody, CommandType, EventType, SignOffBody, TaskRecord, View } from './types.ts';

type Body<T extends CommandType> = Omit<Extract<CommandBody, { readonly type: T }>, 'type'>;
interface Departing { readonly departures?: TaskRecord['departures'] }

export interface Payloads extends Record<EventType, object> {
  readonly caseOpened: Body<'openCase'>;
  readonly answersRecorded: Body<'recordAnswers'>;
  readonly taskCompleted: Body<'completeTask'> & Departing;
  readonly exchangeSent: Omit<Body<'sendExchange'>, 'recipients'> & { readonly recipients: readonly Id[] } & Departing;
  readonly replyRecorded: Body<'recordReply'>;
  readonly recipientAdded: Body<'addRecipient'>;
  readonly taskPlanned: Body<'planTask'>;
  readonly viewRecorded: { readonly task: Id; readonly views: readonly View[]; readonly answers?: Answers };
  readonly decisionTaken: Body<'decide'> & Departing;
  readonly transitionChosen: Body<'takeTransition'>;
  readonly taskRaised: Body<'raiseTask'>;
  readonly taskWithdrawn: Body<'withdrawTask'>;
  readonly timescaleExtended: Body<'extendTimescale'>;
  readonly lapseExplained: Body<'explainLapse'>;
  readonly absenceRecorded: Body<'recordAbsence'>;
  readonly appointmentMade: Appointment & Departing & { readonly reason?: string };
  readonly appointmentEnded: Body<'endAppointment'>;
  readonly relationRecorded: Body<'recordRelation'>;
  readonly holdStarted: Body<'startHold'>;
  readonly holdReleased: Body<'releaseHold'>;
  readonly dateAgreed: Body<'agreeDate'>;
  readonly sectionUnlocked: Body<'unlockSection'>;
  /** `rules`: those that spoke against the act when it was confirmed. */
  readonly actConfirmed: Body<'confirmAct'> & { readonly rules: readonly Id[] };
  readonly noteAdded: Body<'addNote'>;
  readonly taskAssigned: Body<'assignTask'>;
  readonly caseClosed: Body<'closeCase'>;
  readonly caseReopened: Body<'reopenCase'>;
  readonly caseMoved: Body<'moveCase'>;
  /** `event`: the move that it undoes. */
  readonly settingChosen: Body<'chooseSetting'>;
  readonly holdConfirmed: Body<'confirmHold'>;
  readonly signedOff: Omit<SignOffBody, 'type'> & { readonly step: number } & Departing;
  readonly moveUndone: Body<'undoMove'> & { readonly event: string };
  readonly caseMerged: Body<'mergeCase'>;
  readonly mergeReceived: Body<'receiveMerge'>;
  /** `event`, here and in the next two: the entry that it ends. */
  readonly mergeUndone: Body<'undoMerge'> & { readonly event: string };
  readonly caseTransferred: Body<'transferCase'>;
  readonly transferTakenBack: Body<'takeBack'> & { readonly event: string };
  /** None where the case came as a file that was not a transfer. */
  readonly caseTakenIn: Body<'takeIn'> & { readonly event?: string };
}

/** What an event written by `perform` holds. An erased payload reads as empty: replaying needs the whole log. */
export const readPayload = <T extends EventType>(event: CaseEvent & { readonly type: T }): Payloads[T] => event.payload as unknown as Payloads[T];

/** The same of an event that is known to be of this type. */
export const payloadAs = <T extends EventType>({ payload }: CaseEvent, _type: T): Payloads[T] => payload as unknown as Payloads[T];

/** The answers an event brought into the case, if any; those of a reply stay with its recipient. */
export function answersIn(event: CaseEvent): Answers | undefined {
  return event.type === 'replyRecorded' ? undefined : (event.payload['answers'] as Answers | undefined);
}
