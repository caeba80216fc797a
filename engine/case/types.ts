// The shapes of a case: commands in, events kept, views out. Everything but the log is computed.
import type { Id, ReplyState, Strength, StageKind, TaskShape, Scalar } from '../procedure/types.ts';
import type { Instances } from '../procedure/instances.ts';
import type { Instant } from '../time/types.ts';
import type { Clause, Value } from '../criteria/types.ts';

export type AnswerStatus = 'unknown' | 'not-applicable' | 'declined' | 'to-be-supplied';
/** An answer has a value or a status. Dates are `2026-12-10`, date-times `2026-12-10T14:20` (Europe/London). */
export type Answer = { readonly value: Value } | { readonly status: AnswerStatus; readonly reason?: string };
export type Answers = Readonly<Record<Id, Answer>>;

/** Who acts: an opaque person (initials or staff number, never sent anywhere) in one role of the procedure. */
export interface Actor { readonly person: string; readonly role: Id; /** Set when entering for somebody without an account. */ readonly onBehalfOf?: Id }
export interface Meeting { readonly present: readonly Id[]; readonly apologies?: readonly Id[]; readonly interests?: readonly { readonly seat: Id; readonly words: string }[]; readonly place?: string }
/** A party's view on a decision; without options it abstained, or was not there. */
export interface View { readonly party: Id; readonly options: readonly Id[]; readonly reasons?: string; readonly abstained?: true; readonly absent?: true }

/** Who fills a seat of a case. Days are local, both ends included; without `until` it has no end yet. */
export interface Appointment {
  readonly seat: Id;
  /** Opaque, as an actor's. */
  readonly person: string;
  readonly capacity: 'holder' | 'deputy' | 'proxy' | 'representative' | 'guest' | 'observer';
  readonly from: string; readonly until?: string;
  /** Where the person comes from: a party of the procedure, or words. */
  readonly organisation?: string;
  /** Interests and involvements that the person declared. */
  readonly declared?: readonly string[];
}

/** A related process as told; it is open while it has not ended. */
export interface RelationRecord { readonly relation: Id; readonly opened: Instant; readonly ended?: Instant; readonly lead?: string; readonly words?: string; readonly reference?: string }

/** A hold as placed; `ended` is the first instant after it, whatever ended it. */
export interface HoldRecord { readonly hold: Id; readonly from: Instant; readonly reason: string; readonly until?: string; readonly ended?: Instant; readonly by: Actor; /** When a reminder last came, and when somebody last said that it still stands. */ readonly reminded?: Instant; readonly confirmed?: Instant }

/** Every command carries the caller's ids, so that a retry is recognised, and when the act happened. */
interface CommandHeader { readonly id: string; /** Random text that salts the payload's digest. */ readonly salt: string; readonly occurred?: Instant }
export type CommandBody =
  | { readonly type: 'openCase'; readonly case: string; readonly reference: string; readonly door: Id; readonly source?: Id; readonly answers: Answers; readonly lateReason?: string }
  | { readonly type: 'recordAnswers'; readonly task?: Id; readonly mode: 'change' | 'correct'; readonly answers: Answers; readonly from?: string; readonly reason?: string; readonly origin?: Origin }
  | { readonly type: 'completeTask'; readonly task: Id; readonly instance?: Id; readonly answers?: Answers; readonly evidence?: string; readonly meeting?: Meeting; readonly reason?: string }
  | { readonly type: 'sendExchange'; readonly task: Id; readonly recipients?: readonly Id[]; /** Of the document that goes. */ readonly variant?: Id; readonly channel?: string; readonly evidence?: string; readonly answers?: Answers; readonly reason?: string }
  | { readonly type: 'recordReply'; readonly task: Id; readonly recipient: Id; readonly state: ReplyState; readonly answers?: Answers; readonly reason?: string; readonly evidence?: string; /** Of a chase, which records the state as asked: when they are chased again. Local date or date-time. */ readonly chaseNext?: string }
  | { readonly type: 'addRecipient'; readonly task: Id; readonly recipient: Id; readonly reason?: string }
  | { readonly type: 'planTask'; readonly task: Id; /** Local date or date-time. */ readonly on: string }
  | { readonly type: 'decide'; readonly task: Id; readonly options: readonly Id[]; readonly reasons?: string; readonly answers?: Answers; readonly views?: readonly View[]; /** Takes no side, with no options; only where several decide. */ readonly abstains?: true; readonly meeting?: Meeting }
  | { readonly type: 'takeTransition'; readonly transition: Id; readonly reason?: string }
  | { readonly type: 'raiseTask'; readonly task: Id; readonly reason?: string }
  | { readonly type: 'withdrawTask'; readonly task: Id; readonly reason: string }
  | { readonly type: 'extendTimescale'; readonly timescale: Id; readonly to: string; readonly reason: string; readonly agreedBy?: readonly Id[] }
  | { readonly type: 'explainLapse'; readonly timescale: Id; readonly reason: string }
  | { readonly type: 'recordAbsence'; readonly party: Id; readonly from: string; readonly until?: string }
  | { readonly type: 'appoint' } & Appointment & { readonly reason?: string }
  | { readonly type: 'endAppointment'; readonly seat: Id; readonly person: string; /** Last day. */ readonly until: string; readonly reason?: string }
  | { readonly type: 'recordRelation'; readonly relation: Id; readonly state: 'open' | 'ended'; /** Who leads it. */ readonly lead?: string; readonly words?: string; /** Its own reference, where it has one. */ readonly reference?: string; /** What it told: answers to questions that the two share. */ readonly answers?: Answers }
  | { readonly type: 'startHold'; readonly hold: Id; readonly reason: string; /** Last day, where it ends by date. */ readonly until?: string }
  | { readonly type: 'releaseHold'; readonly hold: Id; readonly reason?: string }
  | { readonly type: 'agreeDate'; readonly timescale: Id; /** Local date or date-time. */ readonly on: string; readonly agreedBy?: readonly Id[]; readonly reason?: string }
  | { readonly type: 'unlockSection'; readonly form: Id; readonly section: Id; readonly reason: string }
  /** Of an act that a correction left without support, by the id of its event: it is to stand. */
  | { readonly type: 'confirmAct'; readonly event: string; readonly reason: string }
  | { readonly type: 'addNote'; readonly words: string; readonly origin?: Origin }
  /** Who of a role does an open task; an empty `person` gives it back to the role. `note`: what whoever takes it over has to know. */
  | { readonly type: 'assignTask'; readonly task: Id; readonly person: string; readonly note?: string }
  | { readonly type: 'closeCase'; readonly reason?: string }
  | { readonly type: 'reopenCase'; readonly reason: string }
  /** Takes the case over to another version. `stages`: where it goes on for each stage that the other version does not have. */
  | { readonly type: 'moveCase'; readonly to: ProcedurePin; readonly stages?: Readonly<Record<Id, Id>>; readonly reason: string }
  | { readonly type: 'undoMove'; readonly reason: string }
  | PartingBody
  | SignOffBody
  | { readonly type: 'chooseSetting'; readonly setting: Id; readonly value: Scalar; readonly reason?: string }
  /** Says that a hold still stands, once a reminder has come. */
  | { readonly type: 'confirmHold'; readonly hold: Id; readonly reason?: string };
/** A case opened twice is merged into the other; a case is handed to somebody else, and taken in or back. */
export type PartingBody =
  | { readonly type: 'mergeCase'; readonly into: OtherCase; readonly reason: string }
  | { readonly type: 'receiveMerge'; readonly from: OtherCase; readonly reason: string }
  /** `other`: of a case that several were merged into, which of them. */
  | { readonly type: 'undoMerge'; readonly reason: string; readonly other?: string }
  | { readonly type: 'transferCase'; /** Whom it goes to, in words. */ readonly to: string; readonly reason: string }
  | { readonly type: 'takeBack'; readonly reason: string }
  /** `file`: what was taken in. `copyOf`: of a second copy kept as a case of its own, the case it is a copy of and the entries they share. */
  | { readonly type: 'takeIn'; readonly from: string; readonly reason?: string; readonly file?: { readonly head: string; readonly made: Instant; readonly fingerprint: string }; readonly copyOf?: OtherCase & { readonly shared: number } };
/** Another case, as this one names it. */
export interface OtherCase { readonly case: string; readonly reference: string }
/** Where a note or an answer was carried over from: the case, its entry, and the entry here by which that case was merged. */
export interface Origin extends OtherCase { readonly event?: string; readonly merge: string }
/** Without `document`, of what was done in a task, or of one recipient's reply. `options`, `answers`: in place of those signed, where it is overturned or amended. */
export type SignOffBody = { readonly type: 'signOff'; readonly task?: Id; readonly recipient?: Id; readonly document?: Id; readonly does: SignOffDoes; readonly reason?: string; readonly options?: readonly Id[]; readonly answers?: Answers };
export type Command = CommandHeader & CommandBody;
export type CommandType = CommandBody['type'];

/** What the log keeps. `payload` is the command's body in the past tense, so that it can be erased while the chain verifies. */
export type EventType = 'caseOpened' | 'answersRecorded' | 'taskCompleted' | 'exchangeSent' | 'replyRecorded' | 'recipientAdded' | 'taskPlanned' | 'viewRecorded' | 'decisionTaken' | 'transitionChosen' | 'taskRaised' | 'taskWithdrawn' | 'timescaleExtended' | 'lapseExplained' | 'absenceRecorded' | 'appointmentMade' | 'appointmentEnded' | 'relationRecorded' | 'holdStarted' | 'holdReleased' | 'dateAgreed' | 'sectionUnlocked' | 'actConfirmed' | 'noteAdded' | 'taskAssigned' | 'caseClosed' | 'caseReopened' | 'caseMoved' | 'moveUndone' | 'signedOff' | 'settingChosen' | 'holdConfirmed' | 'caseMerged' | 'mergeReceived' | 'mergeUndone' | 'caseTransferred' | 'transferTakenBack' | 'caseTakenIn';
export interface ProcedurePin { readonly id: Id; readonly version: number; readonly hash: string }
export type CaseEvent = LogEvent<EventType>;
/** One entry of a log: of a case, or of the duties that belong to no case (`duties/types.ts`). */
export interface LogEvent<T extends string> {
  readonly id: string; readonly case: string; readonly seq: number;
  readonly type: T; readonly procedure: ProcedurePin;
  readonly occurred: Instant; readonly recorded: Instant;
  readonly actor: Actor;
  readonly payload: EventPayload;
  readonly salt: string;
  /** SHA-256, hex, of the salt and the canonical payload. */
  readonly digest: string;
  /** Hash of the event before; '' for the first. */
  readonly previous: string;
  readonly hash: string;
}
/** The command body without its `type`; for the decision it holds the views that made it. */
export type EventPayload = { readonly [key: string]: unknown };

/** A command that was not accepted; the case is unchanged. */
export interface Refusal {
  readonly code: RefusalCode;
  /** A plain sentence for the person who tried. */
  readonly words: string;
  readonly missing: readonly Missing[];
  /** Rule that refused, with the source's citations. */
  readonly rule?: Id; readonly cites?: readonly string[];
  /** What would make it possible, one sentence. */
  readonly remedy: string;
}
export type Missing = { readonly kind: 'role' | 'field' | 'reason' | 'quorum' | 'option' | 'evidence' | 'date' | 'task' | 'interest' | 'recipient'; readonly id: Id; readonly label: string };
export type RefusalCode = 'wrong-role' | 'not-open' | 'closed' | 'unknown-task' | 'not-due-here' | 'missing-field' | 'bad-answer' | 'forced-option' | 'missing-reason' | 'quorum' | 'declared-interest' | 'not-independent' | 'not-anonymised' | 'forbidden' | 'already-done' | 'in-future' | 'bad-date' | 'missing-evidence' | 'unknown-recipient' | 'waits' | 'limit' | 'on-hold' | 'contradictory' | 'locked' | 'wrong-channel' | 'elsewhere';

/** Accepted: new events and the case after them. A retry of a known id gives no events. */
export type Outcome = { readonly ok: true; readonly events: readonly CaseEvent[]; readonly case: Case; readonly repeated?: boolean } | { readonly ok: false; readonly refusal: Refusal };

/** A part of a form that was signed: answers to it stand until it is unlocked. */
export interface SignedSection { readonly form: Id; readonly section: Id; readonly by: Actor; readonly at: Instant; readonly unlocked?: { readonly by: Actor; readonly at: Instant; readonly reason: string } }

export interface Visit { readonly stage: Id; readonly entered: Instant; readonly left?: Instant; readonly by?: Id /* transition */ }
export interface Recipient { readonly party: Id; readonly state: ReplyState; readonly sent?: Instant; readonly changed: Instant; /** When a reply first came, whatever was made of it later. Sending anew begins anew. */ readonly received?: Instant; /** When it came again after it was last sent back. */ readonly resubmitted?: Instant; readonly signing?: Signing; /** How often it was chased since it was last sent, when last, and when it is to be again: local date or date-time. */ readonly chased?: { readonly times: number; readonly last: Instant; readonly next?: string }; readonly answers?: Answers; /** What was said with its own sending, of the questions that are asked afresh for each. */ readonly told?: Answers; /** The version of the form that the reply came on, where it has one. */ readonly formVersion?: string; readonly reason?: string; readonly evidence?: string; readonly late?: boolean }
export type SignOffDoes = 'accept' | 'send-back' | 'amend' | 'ratify' | 'overturn';
export interface SignOffAct { /** Place of the step, from 0. */ readonly step: number; readonly round: number; readonly does: SignOffDoes; readonly by: Actor; readonly at: Instant; readonly reason?: string }
/** How far a sign-off has come. A sending back begins the next round. */
export interface Signing {
  readonly round: number;
  /** Place of the step that it waits for; absent once all have signed, and while it is back with whoever did it. */
  readonly step?: number;
  /** When it was first put to the signers, and last. */
  readonly first: Instant; readonly since: Instant;
  readonly acts: readonly SignOffAct[];
  readonly signed?: Instant;
}
export interface TaskRecord {
  readonly task: Id; readonly raised: Instant; readonly visit: number;   // 1 for the first time, 2 when taken afresh
  readonly state: 'open' | 'done' | 'withdrawn';
  readonly done?: Instant; readonly sent?: Instant; readonly planned?: string; readonly by?: Actor;
  readonly options?: readonly Id[]; readonly reasons?: string; readonly views: readonly View[];
  readonly meeting?: Meeting; readonly recipients: readonly Recipient[]; readonly evidence?: string;
  /** Of a record or decision; a reply has its own. */
  readonly signing?: Signing;
  /** What was said in this act, of the questions that are asked afresh for each. */
  readonly answers?: Answers;
  /** The form it was done on, where that has a version of its own, as it was then. */
  readonly form?: { readonly id: Id; readonly version: string };
  /** Rules it departs from, with the reason given. */
  readonly departures: readonly { readonly rule: Id; readonly reason?: string }[];
}
/** The case as replayed: immutable, cheap to extend by one event. */
export interface Case {
  readonly id: string; readonly reference: string; readonly procedure: ProcedurePin;
  readonly events: readonly CaseEvent[]; readonly head: string; readonly asOf: Instant;
  readonly door: Id; readonly source?: Id; readonly opened: Instant;
  /** XState's persisted snapshot value: stage ids, nested for groups. */
  readonly state: unknown;
  /** Active stages, outermost first, in the procedure's order. */
  readonly stages: readonly Id[];
  readonly visits: readonly Visit[];
  readonly caseType?: string; readonly labels: readonly string[];
  readonly answers: Answers;
  readonly tasks: Readonly<Record<Id, readonly TaskRecord[]>>;   // oldest first; last is current
  readonly absences: readonly { readonly party: Id; readonly from: string; readonly until?: string }[];
  readonly appointments: readonly Appointment[];
  readonly relations: readonly RelationRecord[];
  readonly holds: readonly HoldRecord[];
  /** Entries of the lists that stages are repeated over, by stage, in the order in which they came. */
  readonly instances?: Instances;
  /** Values of the settings that each case chooses for itself. */
  readonly settings?: Readonly<Record<Id, Scalar>>;
  /** Sign-offs of documents, by document. */
  readonly documents?: Readonly<Record<Id, Signing>>;
  /** Parts of forms that were signed, oldest first, those unlocked since included. */
  readonly signed: readonly SignedSection[];
  readonly extensions: readonly { readonly timescale: Id; readonly to: string; readonly reason: string; readonly by: Actor; /** When it was agreed. */ readonly at?: Instant; /** True for a date that was to be agreed, and no change of one. */ readonly first?: true }[];
  readonly closed?: Instant;
  readonly findings: readonly Finding[];
}
/** What a person should look at: stuck, gone on while something was outstanding, an act a correction no longer supports, a departure. */
export interface Finding { readonly code: 'hold-reminder' | 'gone-on' | 'stuck' | 'unsupported-act' | 'departure' | 'lapsed-without-reason' | 'uncertain-date' | 'not-told' | 'contradiction'; readonly words: string; readonly task?: Id; readonly rule?: Id; readonly event?: string; readonly remedy?: string }

export interface DeadlineView {
  readonly timescale: Id; readonly task: Id; readonly recipient?: Id; readonly label: string;
  readonly state: 'met' | 'met-late' | 'due' | 'overdue' | 'pending' | 'not-yet' /* at-least-after: still too early */ | 'stopped' | 'no-date';
  /** `2026-12-31` or `2026-12-31T20:15`; absent while pending or with no date. */
  readonly date?: string; readonly latest?: Instant; readonly earliest?: Instant;
  readonly extendedFrom?: string;
  /** "5 working days after Tue 22 Dec 2026, leaving out the bank holidays Fri 25 and Mon 28 Dec: Thu 31 Dec 2026." */
  readonly sentence: string;
  /** What it is counted from, in the procedure's labels: “Send the alert” sent. Absent while that is not known. */
  readonly countedFrom?: string;
  /** "2 working days late", "35 hours 45 minutes late". */
  readonly lateWords?: string;
  /** Day n of N, counting the working day we are in. */
  readonly day?: number; readonly days?: number;
  readonly basis: 'statutory' | 'local' | 'normally' | 'aim'; readonly words?: string; readonly cites: readonly string[];
  readonly needsReason: boolean;
  readonly certainty: 'published' | 'expected' | 'unknown';
}
export interface SignOffView {
  /** Whose reply, or which document; neither for what was done in the task itself. */
  readonly recipient?: Id; readonly document?: Id;
  readonly by: Id; readonly label: string; readonly may: readonly SignOffDoes[];
  /** Step n of N, from 1. */
  readonly step: number; readonly of: number; readonly round: number;
  /** How often it may still be sent back; absent without a limit. */
  readonly left?: number;
  readonly mine: boolean;
}
export interface TaskView {
  readonly id: Id; readonly label: string; readonly shape: TaskShape; readonly guidance?: string;
  readonly stage?: Id; readonly stageLabel?: string; readonly kind?: StageKind;
  readonly state: 'open' | 'waiting' /* for others' replies, views or signatures */ | 'done' | 'withdrawn' | 'offered' /* by choice */;
  /** Parties who may do it now, deputies included when they stand in. */
  readonly doers: readonly { readonly party: Id; readonly label: string; /** Its other titles. */ readonly also?: readonly string[]; readonly deputy?: boolean }[];
  readonly mine: boolean;
  readonly strength: Strength;
  /** Why it is asked: rule or stage in words, with citations. */
  readonly why: string; readonly cites: readonly string[];
  readonly deadlines: readonly DeadlineView[];
  readonly record?: TaskRecord;
  /** Signatures that it waits for: of what was done, of each reply, of the document that goes. */
  readonly signOffs?: readonly SignOffView[];
  /** Why it may not be done now, while a hold stops it. */
  readonly held?: string;
  /** Fields, seats, recipients that rules ask for now. */
  readonly required: { readonly fields: readonly Id[]; readonly recipients: readonly Id[]; readonly seats: readonly Id[]; readonly reasons: boolean; /** Ways by one of which it goes; absent where none is asked for. */ readonly channels?: readonly string[] };
  /** Variants of the document to choose from when it is sent, and recipients who may not see what goes when none is chosen, with the classes and the variants that would do. Absent where nothing is withheld. */
  readonly disclosure?: { readonly variants: readonly Id[]; readonly withheld: readonly { readonly party: Id; readonly label: string; readonly classes: readonly string[]; readonly fit: readonly Id[] }[] };
  /** The form to fill, and the one that recipients fill. */
  readonly form?: FormView; readonly replyForm?: FormView;
  /** Options that a rule forces or forbids, with the rule. */
  readonly options: readonly { readonly id: Id; readonly label: string; readonly hint?: string; readonly forced?: Id; readonly forbidden?: Id; /** How strongly a rule speaks against it that does not bar it. */ readonly against?: Exclude<Strength, 'must' | 'may'> }[];
}
/** A form as it is to be filled now. */
export interface FormView {
  readonly id: Id; readonly label: string;
  /** Its own version as printed on it: "v3, Thu 1 Jan 2026". */
  readonly version?: string;
  /** `asked`: this task fills the part. `by`: the only party that may. `signed`: it is locked. */
  readonly sections: readonly { readonly id: Id; readonly label: string; readonly asked: boolean; readonly questions: readonly Id[]; readonly by?: { readonly party: Id; readonly label: string }; readonly signed?: { readonly by: Actor; readonly at: Instant } }[];
  /** Values that stand in fields which nobody has answered; they become answers when somebody gives them. */
  readonly prefilled: Answers;
}
export interface RuleView { readonly rule: Id; readonly result: true | false | 'unknown'; readonly strength: Strength; readonly clause?: Clause; readonly words: string; readonly cites: readonly string[] }
