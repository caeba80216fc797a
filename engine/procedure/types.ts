// DRAFT CONTRACT. The JSON Schema becomes the source and this file is generated from it; the exported names stay.

/** Lower-case words joined by hyphens: `^[a-z][a-z0-9-]*$`. */
export type Id = string;
/** Words a person reads: one language, or one text per language code. */
export type Text = string | { readonly [language: string]: string };
/** Source id and lines: `th#57` or `th#57-59`. */
export type Citation = string;
export type Scalar = string | number | boolean;
/** A value written out, or read from a setting (a reading, a variant, an argument). */
export type Setting<T> = T | { readonly setting: Id };

/** What any element may carry. */
export interface Cited {
  readonly cites?: readonly Citation[];
  /** A remark for the people who keep the procedure; staff do not see it. */
  readonly note?: Text;
  /** True when the element was read into the source, not stated by it. */
  readonly inferred?: boolean;
  /** What the source leaves out at this place, in words; reported by `check`, never filled silently. */
  readonly gap?: Text;
  /** Part of the time in which the element is in force; inclusive dates. */
  readonly inForce?: { readonly from?: string; readonly until?: string };
}

export interface Procedure extends Cited {
  readonly $schema?: string;
  readonly format: 1;
  readonly id: Id;
  readonly label: Text;
  readonly summary?: Text;
  /** Which text this models: title of the process, version words, edition of the law. */
  readonly edition: {
    readonly words: Text;            // "Version 6, Feb 2022"
    readonly law: Text;              // "Working Together 2018"
    readonly appliesWhen?: Criterion;
    readonly from?: string; readonly until?: string; readonly reviewBy?: string;
    readonly supersedes?: Text;
  };
  /** Prefix of case references: "TH" gives TH-2026-014. */
  readonly casePrefix: string;
  readonly conventions: Conventions;
  readonly settings?: Record<Id, SettingDefinition>;
  readonly calendars: Record<Id, Calendar>;
  readonly meetings?: Record<Id, MeetingCalendar>;
  readonly parties: Record<Id, Party>;
  readonly questions: Record<Id, Question>;
  readonly forms?: Record<Id, Form>;
  readonly doors: Record<Id, Door>;
  readonly stages: Record<Id, Stage>;
  readonly transitions: readonly Transition[];
  readonly tasks: Record<Id, Task>;
  readonly rules?: Record<Id, Rule>;
  readonly timescales?: Record<Id, Timescale>;
  readonly closing?: Closing;
  readonly registers?: Record<Id, Register>;
  readonly documents?: Record<Id, DocumentDefinition>;
  readonly disclosure?: Record<Id, DisclosureClass>;
  readonly tables?: Record<Id, DecisionTable>;
  // The engine does not run these yet: `check` says so in words.
  readonly holds?: Record<Id, Hold>;
  readonly relations?: Record<Id, Relation>;
  readonly duties?: Record<Id, Duty>;
  readonly fragments?: Record<Id, Fragment>;
  readonly sources: Record<Id, Source>;
  /** What the source refers to and does not contain; each is shown, none is filled. */
  readonly gaps?: readonly { readonly id: Id; readonly words: Text; readonly cites?: readonly Citation[] }[];
  /** Where a person put boxes on the diagram; no meaning. A stage without one is placed automatically. */
  readonly layout?: Record<Id, { readonly x: number; readonly y: number }>;
}

/** How dates are counted unless one timescale says otherwise. */
export interface Conventions {
  readonly calendar: Id;
  readonly triggerDay: Setting<0 | 1>;                    // 0: the day of the trigger is not counted
  readonly roll: Setting<'none' | 'forward' | 'back'>;     // a due date on a non-working day
  /** After this local time the trigger counts as the next day; absent: never. */
  readonly cutOff?: string;
  readonly timeZone: 'Europe/London';
}
export interface SettingDefinition extends Cited {
  readonly label: Text; readonly scope: 'procedure' | 'case' | 'fragment';
  readonly kind: 'reading' | 'variant' | 'argument';
  readonly default: Scalar;
  readonly choices: readonly { readonly value: Scalar; readonly label: Text }[];
  /** The words of the source that are ambiguous. */
  readonly words?: Text;
}
export interface Calendar extends Cited {
  readonly label: Text;
  readonly days: readonly ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
  readonly holidays: 'england-and-wales' | 'scotland' | 'northern-ireland' | 'none';
  readonly closures?: readonly { readonly date: string; readonly label: Text }[];
  /** Extra bank holidays that a manager added. */
  readonly additional?: readonly { readonly date: string; readonly label: Text }[];
  readonly hours?: { readonly opens: string; readonly closes: string };
}
export interface MeetingCalendar extends Cited {
  readonly label: Text; readonly body?: Id;
  /** Dates as agreed, or a monthly pattern. */
  readonly dates?: readonly string[];
  readonly monthly?: { readonly week: 1 | 2 | 3 | 4 | -1; readonly day: 'mon' | 'tue' | 'wed' | 'thu' | 'fri' } | { readonly lastWorkingDay: true };
}
export interface Party extends Cited {
  readonly kind: 'role' | 'body' | 'agency' | 'participant' | 'audience';
  readonly title: Text;
  /** Other titles used for the same party, with dates where renamed. */
  readonly titles?: readonly { readonly title: Text; readonly from?: string; readonly until?: string; readonly cites?: readonly Citation[] }[];
  readonly successor?: Id; readonly belongsTo?: Id;
  /** True when staff enter what this party says; it has no account. */
  readonly outside?: boolean;
  /** True when a case may fill it several times (agencies). */
  readonly many?: boolean;
  /** Members of a body: parties of this procedure. */
  readonly seats?: readonly Id[];
  /** Who acts instead, for which tasks only, and on what condition. */
  readonly deputies?: readonly ({ readonly party: Id; readonly tasks: readonly Id[]; readonly when: 'absent' | Criterion } & Cited)[];
  readonly maySee?: readonly Id[];
}
export type QuestionType = 'yes-no' | 'choice' | 'number' | 'date' | 'date-time' | 'text' | 'table' | 'matrix' | 'list' | 'file' | 'signature' | 'party' | 'computed';
export interface Question extends Cited {
  readonly type: QuestionType; readonly label: Text; readonly hint?: Text;
  /** choice: several may be ticked. */
  readonly many?: boolean;
  readonly options?: readonly ({ readonly id: Id; readonly label: Text } & Cited)[];
  /** text: more than one line. */
  readonly long?: boolean;
  readonly maxLength?: number; readonly min?: number; readonly max?: number;
  /** date, date-time: must not be later than the moment of answering. */
  readonly past?: boolean;
  /** table, matrix: columns are questions of their own. */
  readonly columns?: Record<Id, Question>;
  readonly rows?: readonly { readonly id: Id; readonly label: Text }[];
  /** list: what it lists, a party kind or party id ("agency"), or free text. */
  readonly of?: Id; 
  /** computed */
  readonly compute?: Operand | { readonly union: { readonly task: Id; readonly question: Id }; readonly sortBy?: Id };
  /** Disclosure class. */
  readonly class?: Id;
  readonly prefill?: Operand;
}
export interface Form extends Cited {
  readonly label: Text;
  readonly version?: { readonly words: Text; readonly date?: string };
  readonly sections: readonly FormSection[];
}
export interface FormSection extends Cited {
  readonly id: Id; readonly label: Text; readonly hint?: Text;
  /** Who fills it; absent: whoever does the task. */
  readonly by?: Id; readonly signature?: Id;
  readonly questions: readonly Id[];
}
export interface Door extends Cited {
  readonly label: Text;
  /** Who may open a case here; parties. */
  readonly by: readonly Id[];
  /** Where the information came from; one is recorded. */
  readonly sources?: readonly ({ readonly id: Id; readonly label: Text; readonly kind: 'person' | 'process' } & Cited)[];
  /** Asked at the door. */
  readonly form?: Id;
  readonly to: readonly Id[];
  /** A case opened when one of its clocks has run out asks why; the case is opened all the same. */
  readonly late?: 'reason' | 'nothing';
}
export type StageKind = 'alert' | 'triage' | 'notify' | 'agency-checks' | 'panel' | 'decision' | 'review' | 'publish' | 'action-plan' | 'learning' | 'other';
export interface Stage extends Cited {
  readonly kind: StageKind; readonly label: Text;
  /** Said where the case is: what happens here, one or two sentences. */
  readonly guidance?: Text;
  /** The stage this one lies within; absent: top level. A stage with children is a group. */
  readonly within?: Id;
  /** Group: its children run at the same time. */
  readonly parallel?: boolean;
  /** Group that is not parallel: where it begins. */
  readonly initial?: Id;
  readonly final?: boolean;
  /** Party that answers for the stage; a task without `by` is done by it. */
  readonly owner?: Id;
  /** Case-type label from here on ("Statutory Review case"). */
  readonly caseType?: Text;
  /** Repetition over a list, or a call of a fragment: not run yet. */
  readonly per?: Repeat; readonly call?: { readonly fragment: Id; readonly settings?: Record<Id, Scalar> };
}
export type Trigger =
  | { readonly done: Id }                       // task complete
  | { readonly option: readonly [Id, Id] }      // decision took an option
  | { readonly ended: Id }                      // group reached its end
  | { readonly lapsed: Id }                     // timescale passed
  | { readonly chosen: { readonly by: readonly Id[]; readonly reason?: boolean } }
  | { readonly relation: readonly [Id, 'open' | 'ended'] };   // not run yet
export interface Transition extends Cited {
  readonly id: Id;
  /** One stage or a set: the transition leaves whichever of them the case is in. */
  readonly from: readonly Id[];
  readonly on: Trigger;
  readonly if?: Criterion;
  /** Taken when every earlier transition on the same trigger was definitely false. */
  readonly otherwise?: boolean;
  /** Absent: the lane or group that `from` lies in ends here. Several: they start together (not run yet). */
  readonly to?: Id | readonly Id[] | { readonly return: true } | { readonly history: Id };
  /** Most times it may be taken in one case. */
  readonly limit?: number;
  readonly label?: Text;
}
export interface Repeat {
  /** A list question, a table question, or ids written out. */
  readonly over: Id | readonly Id[];
  readonly join?: 'all' | number | { readonly named: readonly Id[] };
}
export type TaskShape = 'record' | 'exchange' | 'decide';
export interface Task extends Cited {
  readonly shape: TaskShape;
  readonly label: Text;
  readonly preset?: 'alert-form' | 'notification' | 'agency-check' | 'meeting' | 'recommendation' | 'decision' | 'publication' | 'action-plan' | 'case-note' | 'review';
  /** Help at the point of work; never says what to decide. */
  readonly guidance?: Text;
  readonly in?: readonly Id[];
  readonly afterClosing?: boolean;
  /** Who does it; any of them unless `agreement` asks for more. Absent: owner of the stage. */
  readonly by?: readonly Id[];
  /** Default on-entry. `when-required`: a rule with `require: {task}` raises it. */
  readonly raised?: 'on-entry' | 'when-required' | 'by-choice' | { readonly done: Id } | { readonly every: MonthlyPeriod };
  readonly withdrawn?: 'with-stage' | 'unless-required' | 'by-hand';
  readonly again?: 'once' | 'afresh' | 'keep';
  readonly per?: Repeat;
  readonly form?: Id;
  // record
  readonly evidence?: 'none' | 'optional' | 'required';
  /** Outside system in which the act is done ("DfE online notification"). */
  readonly system?: Text;
  // exchange
  readonly to?: readonly Recipient[];
  readonly channel?: Text;
  readonly expects?: 'nothing' | 'acknowledgement' | 'reply';
  readonly reply?: { readonly form?: Id; readonly author?: Id };
  /** Replies in one of these states count as complete. Default: accepted, received, declined, not-needed, withdrawn. */
  readonly complete?: readonly ReplyState[];
  readonly document?: { readonly id: Id; readonly variant?: Id };
  /** Tasks or forms whose content goes with it. */
  readonly attach?: readonly Id[];
  // decide
  readonly options?: readonly ({ readonly id: Id; readonly label: Text; readonly hint?: Text } & Cited)[];
  readonly choose?: { readonly least: number; readonly most: number };
  /** The decision this one is advice for. */
  readonly advises?: Id;
  readonly agreement?: { readonly by: 'one' | 'all' | 'majority' | number; readonly of?: readonly Id[]; readonly casting?: Id };
  readonly reasons?: 'required' | 'optional';
  /** Performed by a body that meets: date planned and held, attendance, apologies, declared interests. */
  readonly meeting?: { readonly body: Id };
  readonly signOff?: readonly SignOffStep[];   // not run yet
}
export interface MonthlyPeriod { readonly months: number }
export type Recipient = Id | { readonly answer: Id };
export type ReplyState = 'asked' | 'acknowledged' | 'received' | 'accepted' | 'sent-back' | 'declined' | 'no-answer' | 'not-needed' | 'withdrawn';
export interface SignOffStep { readonly by: Id; readonly may: readonly ('accept' | 'send-back' | 'amend' | 'ratify' | 'overturn')[]; readonly limit?: number }

export type Strength = 'must' | 'should-always' | 'should' | 'consider' | 'may';
export interface Rule extends Cited {
  readonly label?: Text;
  /** Absent: always. */
  readonly if?: Criterion;
  /** What an unknown result does: count as true, refuse until known, or leave the rule waiting. Default wait. */
  readonly unknown?: 'force' | 'block' | 'wait';
  readonly then: Effect;
  readonly strength: Strength;
  readonly implies?: readonly Id[]; readonly excludes?: readonly Id[];
}
export type Target =
  | { readonly task: Id }
  | { readonly option: readonly [Id, Id] }
  | { readonly fields: readonly Id[]; readonly of: Id }        // questions, of which task or door
  | { readonly reasons: Id }                                     // reasons on that decide task
  | { readonly recipients: readonly Id[]; readonly of: Id }    // parties, of which exchange
  | { readonly seats: readonly Id[]; readonly of: Id }         // seats present, of which meeting task
  | { readonly seat: Id; readonly of: Id }                      // forbid: a person in that seat who declared an interest
  | { readonly transition: Id };
export type Effect =
  | { readonly require: Target } | { readonly forbid: Target } | { readonly relieve: Target }
  | { readonly label: Text }
  | { readonly choose: { readonly party?: Id; readonly form?: Id; readonly amount?: number; readonly of: Id } }  // not run yet
  | { readonly allowHold: Id };                                                                                    // not run yet

/** Closed, JsonLogic-shaped, three-valued. */
export type Criterion =
  | { readonly and: readonly Criterion[] } | { readonly or: readonly Criterion[] } | { readonly '!': Criterion }
  | { readonly var: Id }
  | { readonly '==': readonly [Operand, Operand] } | { readonly '!=': readonly [Operand, Operand] }
  | { readonly '<': readonly [Operand, Operand] } | { readonly '<=': readonly [Operand, Operand] }
  | { readonly '>': readonly [Operand, Operand] } | { readonly '>=': readonly [Operand, Operand] }
  | { readonly in: readonly [Operand, Operand | readonly Scalar[]] }
  | { readonly some: readonly [Operand, Criterion] } | { readonly all: readonly [Operand, Criterion] } | { readonly none: readonly [Operand, Criterion] }
  | { readonly rule: Id }
  | { readonly answered: Id }
  | { readonly entered: Id } | { readonly at: Id }
  | { readonly done: Id } | { readonly taken: readonly [Id, Id] } | { readonly differs: readonly [Id, Id] }
  | { readonly met: Id } | { readonly lapsed: Id } | { readonly pending: Id }
  | { readonly absent: Id }
  | { readonly vacant: Id } | { readonly open: Id } | { readonly appointed: { readonly of: Id; readonly declared: string } };  // not run yet
export type Operand = Scalar | { readonly var: Id } | { readonly setting: Id }
  | { readonly age: { readonly born: Id; readonly at: Id } }                       // whole years
  | { readonly distance: { readonly from: Id; readonly to: Id; readonly unit: 'days' | 'working-days' } }
  | { readonly count: readonly [Operand, Criterion] | Operand }
  | { readonly lookup: { readonly table: Id; readonly with: Operand } };

export type Unit = 'hours' | 'business-hours' | 'calendar-days' | 'working-days' | 'weeks' | 'months' | 'years' | 'next-meeting';
export interface Timescale extends Cited {
  readonly label?: Text;
  readonly for: Id;
  /** Which moment of the task meets it. Default `done`; `replied` is per recipient. */
  readonly act?: 'done' | 'sent' | 'planned' | 'replied';
  readonly each?: 'case' | 'recipient';
  readonly direction: 'within' | 'at-least-before' | 'at-least-after' | 'not-before' | 'at-least-for' | 'on' | 'window';
  readonly amount: Setting<number> | { readonly gap: Text } | { readonly agreed: true } | { readonly lookup: { readonly table: Id; readonly with: Operand } };
  /** window: closing amount. */
  readonly until?: number;
  readonly unit: Setting<Unit>;
  readonly meeting?: Id;
  readonly from: DateExpression;
  /** Default `anchor`: moves when its anchor moves. */
  readonly follows?: 'anchor' | 'first';
  readonly basis: 'statutory' | 'local' | 'normally' | 'aim';
  /** The source's own words. */
  readonly words?: Text;
  readonly strength?: 'must' | 'should';
  readonly calendar?: Id; readonly triggerDay?: Setting<0 | 1>; readonly roll?: Setting<'none' | 'forward' | 'back'>; readonly cutOff?: string;
  readonly adjust?: { readonly by: readonly Id[]; readonly reason: boolean; readonly agreedBy?: readonly Id[]; readonly limit?: number; readonly tell?: readonly Id[] };
  readonly onLapse?: 'nothing' | 'reason' | { readonly task: Id };
  readonly holdable?: readonly Id[];
}
export type DateExpression =
  | { readonly var: Id } | { readonly opened: true }
  | { readonly raised: Id } | { readonly planned: Id } | { readonly done: Id } | { readonly sent: Id }
  | { readonly entered: Id } | { readonly left: Id }
  | { readonly taken: readonly [Id, Id] } | { readonly 'true-since': Id } | { readonly due: Id }
  | { readonly setting: Id }                                  // a reading whose choices name keys of `choices`
  | { readonly choose: { readonly setting: Id; readonly of: Record<Id, DateExpression> } }
  | { readonly earliest: readonly DateExpression[] } | { readonly latest: readonly DateExpression[] };

export interface Closing extends Cited {
  /** Beside a final stage: what must hold before the case is closed. */
  readonly if?: Criterion; readonly by?: readonly Id[];
  readonly reopen?: { readonly by: readonly Id[]; readonly to: Id; readonly reason: boolean };
}
export interface Register extends Cited {
  readonly label: Text; readonly keeper?: Id;
  readonly filter?: Criterion;
  readonly columns: readonly { readonly id: Id; readonly label: Text; readonly value: RegisterValue }[];
  readonly sortBy?: Id;
}
export type RegisterValue = { readonly var: Id } | { readonly case: 'reference' | 'opened' | 'stage' | 'case-type' | 'source' | 'door' | 'closed' | 'initials' } | { readonly taken: Id } | { readonly done: Id } | { readonly due: Id };
export interface DocumentDefinition extends Cited { readonly label: Text; readonly template?: Text; readonly variants?: readonly Id[]; readonly signOff?: readonly SignOffStep[] }
export interface DisclosureClass extends Cited { readonly label: Text }
export interface DecisionTable extends Cited { readonly label: Text; readonly rows: readonly { readonly when: Scalar; readonly then: Scalar }[]; readonly otherwise?: Scalar }
export interface Hold extends Cited { readonly label: Text; readonly by: readonly Id[]; readonly stops: { readonly tasks?: readonly Id[]; readonly timescales?: readonly Id[] }; readonly until: { readonly date?: true; readonly ended?: Id; readonly if?: Criterion; readonly released?: true }; readonly remindEvery?: { readonly amount: number; readonly unit: Unit }; readonly resume: 'remainder' | 'restart' | 'run-on' }
export interface Relation extends Cited { readonly label: Text; readonly outside: boolean; readonly lead?: Id; readonly arises?: Text; readonly shares?: readonly Id[]; readonly effects: readonly ('informs' | 'adds-recipients' | 'gates' | 'extends' | 'relieves' | 're-opens' | { readonly mayHold: Id })[] }
export interface Duty extends Cited { readonly label: Text; readonly by: readonly Id[]; readonly every: MonthlyPeriod | { readonly meeting: Id }; readonly register?: Id; readonly to?: readonly Id[] }
export interface Fragment extends Cited { readonly label: Text; readonly settings?: Record<Id, SettingDefinition>; readonly stages: Record<Id, Stage>; readonly transitions: readonly Transition[] }
export interface Source extends Cited { readonly title: Text; readonly words?: Text; readonly section?: Text; readonly supersededOn?: string;
  /** Passages quoted on screen: lines to the source's own words, people's names left out. */
  readonly passages?: Record<string, Text> }
