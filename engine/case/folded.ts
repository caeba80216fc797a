// A case while it is being folded: the views' Case and, hidden behind a symbol, what only the fold needs
// (the machine's snapshot, rule results, waiting triggers, clocks). A draft copies a part when it first writes
// to it and shares the rest, so that one event costs what it changes and not what the case holds.
import type { AnyMachineSnapshot } from 'xstate';
import type { Id } from '../procedure/types.ts';
import type { Truth } from '../criteria/types.ts';
import type { Instant } from '../time/types.ts';
import type { Clock } from './due.ts';
import type { EntryIds } from './entry-ids.ts';
import type { Kind, Touched } from './reads.ts';
import type { Slots } from './slots.ts';
import type { Turn } from './turns.ts';
import type { Answer, Answers, Case, CaseEvent, Finding, Recipient, TaskRecord } from './types.ts';

/** Not enumerable by JSON or a structured clone: a case that comes back without it is folded anew from its events. */
export const inside: unique symbol = Symbol('inside');

/** A trigger whose criterion was unknown; it is offered again until it is taken or its stage is left. */
export interface Waiting { readonly event: string; readonly stage: Id; readonly since: Instant }

export interface Inside {
  /** Answers and records of tasks; the case itself shows them as records by name (`shown`). */
  readonly answers: Slots<Answer>;
  readonly tasks: Slots<readonly TaskRecord[]>;
  readonly snapshot: AnyMachineSnapshot;
  /** Result of each rule's criterion. */
  readonly truths: Slots<Truth>;
  /** Since when each rule that is true has been so. */
  readonly since: Slots<Instant>;
  readonly waiting: readonly Waiting[];
  /** How often each transition was taken. */
  readonly taken: Slots<number>;
  /** Stage from which the case last came into a stage. */
  readonly cameFrom: Slots<Id>;
  readonly clocks: Slots<readonly Clock[]>;
  /** Last complying instant of each clock that ran out, as it was when it did. */
  readonly lapsed: Readonly<Record<string, Instant>>;
  /** Reasons given for clocks that ran out. */
  readonly explained: Readonly<Record<Id, string>>;
  /** Moments to come at which the case changes though nobody acts, in order. */
  readonly turns: readonly Turn[];
  /** When the answers were given that are told on an earlier day. */
  readonly dated: Readonly<Record<Id, Instant>>;
  /** Instant of the last thing told: an event, or a clock that ran out. */
  readonly until: Instant;
  /** The event that comes last in the order of telling. */
  readonly last: CaseEvent | undefined;
  /** True when an entry that stands set the case aside. */
  readonly aside: boolean;
  readonly ids: EntryIds;
  /** The case as it stood at its last recorded event, where clocks ran out after it. */
  readonly settled: Folded | undefined;
  /** While a case is written: the case that it is a draft over, of which every part is the draft's own that differs from it, and what changed since rules were last asked. */
  readonly over: Folded | undefined;
  readonly touched: readonly Touched[];
  /** Findings that came with an act and stay; the others are found anew. */
  readonly noted: readonly Finding[];
}
export type Folded = Case & { readonly [inside]: Inside };

export const isFolded = (value: Case): value is Folded => Object.hasOwn(value, inside);

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A case being written. Its lists and maps may be changed only through `own…`; what a case may lack is undefined. */
export interface Draft extends Writable<Omit<Case, 'answers' | 'tasks' | 'source' | 'caseType' | 'documents' | 'instances' | 'settings' | 'closed'>> {
  source: Case['source'] | undefined;
  caseType: Case['caseType'] | undefined;
  documents: Case['documents'] | undefined;
  instances: Case['instances'] | undefined;
  settings: Case['settings'] | undefined;
  closed: Case['closed'] | undefined;
  readonly answers: Case['answers'];
  readonly tasks: Case['tasks'];
  [inside]: Writable<Omit<Inside, 'touched'>> & { touched: Touched[] };
}

/** A case as somebody handed it in. A copy in which they put other answers or records is read as they gave it: only what this engine made shows its own. */
export function asGiven(held: Folded): Folded {
  if (Object.getOwnPropertyDescriptor(held, 'answers')?.get !== undefined) return held;
  const draft = draftOf(held);
  draft[inside].answers = held[inside].answers.instead(held.answers);
  draft[inside].tasks = held[inside].tasks.instead(held.tasks);
  return finish(draft);
}

/** A draft over a case; the case itself never changes. */
export function draftOf(folded: Folded): Draft {
  return copyOf(folded, insideOf(folded[inside], folded));
}

/** The case at a later instant to which nothing happened. */
export function laterAs(folded: Folded, asOf: Instant): Folded {
  const later = copyOf(folded, folded[inside] as Draft[typeof inside]);
  later.asOf = asOf;
  return later as Folded;
}

/** The case as it would be with other appointments; for judging an act, never kept. */
export function asAppointed(folded: Folded, appointments: Case['appointments']): Folded {
  return Object.assign(copyOf(folded, folded[inside] as Draft[typeof inside]), { appointments }) as Folded;
}

/** The case as it would be with these records of a task; for judging an act, never kept. */
export function asRecorded(folded: Folded, task: Id, records: readonly TaskRecord[]): Folded {
  const draft = draftOf(folded);
  ownSlots(draft, 'tasks').set(task, records);
  return finish(draft);
}

// Part by part: all that one literal makes is of one make, which is read and copied many times faster than the ever
// new makes that spreading a copy of a copy leads to.
const copyOf = (of: Folded, held: Draft[typeof inside]): Draft => shown({
  id: of.id, reference: of.reference, procedure: of.procedure, events: of.events, head: of.head, asOf: of.asOf, door: of.door,
  source: of.source, opened: of.opened, state: of.state, stages: of.stages, visits: of.visits, caseType: of.caseType,
  labels: of.labels, absences: of.absences, appointments: of.appointments,
  relations: of.relations, holds: of.holds, signed: of.signed, documents: of.documents, instances: of.instances, settings: of.settings, extensions: of.extensions, closed: of.closed, findings: of.findings,
  [inside]: held,
} satisfies Record<keyof Unshown, unknown>);

/** A case before its answers and records are shown by name. */
export type Unshown = Omit<Draft, 'answers' | 'tasks'>;

// An act writes to a few answers and records of many: a list by place is copied in no time, a record of so many names
// took longer than all else that the act did. So the records are put together when somebody asks for them.
const byName = {
  answers: { enumerable: true, configurable: true, get(this: Unshown) { return this[inside].answers.record(); } },
  tasks: { enumerable: true, configurable: true, get(this: Unshown) { return this[inside].tasks.record(); } },
};

export function shown(unshown: Unshown): Draft {
  Object.defineProperty(unshown, 'answers', byName.answers);
  return Object.defineProperty(unshown, 'tasks', byName.tasks) as Draft;
}

const insideOf = (of: Inside, over: Folded): Draft[typeof inside] => ({
  answers: of.answers, tasks: of.tasks, snapshot: of.snapshot, truths: of.truths, since: of.since, waiting: of.waiting, taken: of.taken, cameFrom: of.cameFrom,
  clocks: of.clocks, lapsed: of.lapsed, explained: of.explained, turns: of.turns, dated: of.dated, until: of.until, last: of.last,
  aside: of.aside, ids: of.ids, settled: of.settled, noted: of.noted, over, touched: [],
} satisfies Record<keyof Inside, unknown>);

/** Ends the draft: it is the case from now on, and nobody may write to it afterwards. */
export function finish(draft: Draft): Folded {
  const written: Writable<Inside> = draft[inside];
  written.over = undefined;
  written.touched = untouched;
  return draft as Folded; // what is undefined in it reads as what a case lacks
}

const untouched: readonly Touched[] = [];

/** Notes that something was written, for those who read it; noted twice it does no harm. */
export function touch(draft: Draft, kind: Kind, name: Id = ''): void {
  draft[inside].touched.push({ kind, name });
}

type ListKey = 'visits' | 'absences' | 'appointments' | 'relations' | 'holds' | 'signed' | 'extensions';

/** The draft's own list, to be written to. */
export function ownList<K extends ListKey>(draft: Draft, key: K): Case[K][number][] {
  // One key at a time: the list copied is the list assigned.
  if (draft[key] === draft[inside].over?.[key]) (draft as unknown as Record<K, unknown>)[key] = [...draft[key]];
  return draft[key] as unknown as Case[K][number][];
}

type SlotsKey = 'answers' | 'tasks' | 'truths' | 'since' | 'taken' | 'cameFrom' | 'clocks';

/** The draft's own values of its inside, to be written to. */
export function ownSlots<K extends SlotsKey>(draft: Draft, key: K): Inside[K] {
  const kept = draft[inside];
  // One key at a time: the values copied are the values assigned.
  if (kept[key] === kept.over?.[inside][key]) (kept as unknown as Record<K, unknown>)[key] = kept[key].copy();
  return kept[key];
}

type MapKey = 'lapsed' | 'explained' | 'dated';

/** The draft's own map of its inside, to be written to. */
export function ownMap<K extends MapKey>(draft: Draft, key: K): Record<string, Inside[K][string]> {
  const kept = draft[inside];
  if (kept[key] === kept.over?.[inside][key]) (kept as Record<K, unknown>)[key] = { ...kept[key] };
  return kept[key] as Record<string, Inside[K][string]>;
}

/** Puts an answer into the case; undefined takes it out. */
export function setAnswer(draft: Draft, question: Id, answer: Answer | undefined): void {
  ownSlots(draft, 'answers').set(question, answer);
  touch(draft, 'answer', question);
}

/** A case, or what was kept of one: read by place where it can be. */
export type Holding<K extends 'answers' | 'tasks'> = Pick<Case, K> & { readonly [inside]?: Pick<Inside, K> };

/** The records of a task, oldest first. */
export function recordsOf(held: Holding<'tasks'>, task: Id): readonly TaskRecord[] | undefined {
  const kept = held[inside];
  return kept ? kept.tasks.get(task) : held.tasks[task];
}

/** The current record of a task. */
export const recordOf = (held: Holding<'tasks'>, task: Id): TaskRecord | undefined => recordsOf(held, task)?.at(-1);

/** The answer to a question; what is said with an act comes before what the case was told. Read so, an act can be judged without a copy of all that a long case was told. */
export function answerOf(held: Holding<'answers'>, said: Answers | undefined, question: Id): Answer | undefined {
  if (said !== undefined && Object.hasOwn(said, question)) return said[question];
  const kept = held[inside];
  return kept ? kept.answers.get(question) : held.answers[question];
}

/** A record being written; the case itself shows it as one that never changes. */
export type OwnRecord = Writable<TaskRecord>;

/** Adds a record, made for this draft: the task is raised. */
export function addRecord(draft: Draft, record: OwnRecord): OwnRecord {
  const before = recordsOf(draft, record.task);
  ownSlots(draft, 'tasks').set(record.task, before ? [...before, record] : [record]);
  touch(draft, 'task', record.task);
  return record;
}

/** The draft's own current record of a task, to be written to at once: those who read it are asked again. */
export function ownRecord(draft: Draft, task: Id): OwnRecord | undefined {
  const last = recordOf(draft, task);
  if (!last) return undefined;
  touch(draft, 'task', task);
  const { over } = draft[inside];
  if (over && recordOf(over, task) !== last) return last;
  const own = copyOfRecord(last);
  const records = recordsOf(draft, task) ?? [];
  ownSlots(draft, 'tasks').set(task, records.with(records.length - 1, own));
  return own;
}

/** A copy to be written to, part by part as those of cases are. */
export const copyOfRecord = (of: TaskRecord): OwnRecord => ({
  task: of.task, raised: of.raised, visit: of.visit, state: of.state, done: of.done, sent: of.sent, planned: of.planned, by: of.by,
  options: of.options, reasons: of.reasons, views: of.views, meeting: of.meeting, recipients: of.recipients, evidence: of.evidence, signing: of.signing,
  answers: of.answers, form: of.form, departures: of.departures,
} satisfies Record<keyof TaskRecord, unknown> as OwnRecord);

/** A recipient being written; what is undefined in it reads as what it lacks. */
export type OwnRecipient = { -readonly [K in keyof Recipient]: Recipient[K] | undefined } & Pick<Recipient, 'party'>;

/** The same of a recipient: to take a part out of a copy would make it slow to read ever after. */
export const copyOfRecipient = (of: Recipient): OwnRecipient => ({
  party: of.party, state: of.state, sent: of.sent, changed: of.changed, received: of.received, resubmitted: of.resubmitted, signing: of.signing,
  chased: of.chased, answers: of.answers, told: of.told, formVersion: of.formVersion, reason: of.reason, evidence: of.evidence, late: of.late,
} satisfies Record<keyof Recipient, unknown>);

/** Notes a finding that stays with the case. */
export function note(draft: Draft, finding: Finding): void {
  draft[inside].noted = [...draft[inside].noted, finding];
}
