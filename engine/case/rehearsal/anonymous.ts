// A real case as a scenario without what could tell whose it was: people become invented initials, words are left out,
// dates move together. Only what is known to be safe is let through: ids of the procedure, dates, yes and no, numbers.
// It reads a log and gives plain data; nothing of the log is kept in it.
import type { Id, Procedure, Question } from '../../procedure/types.ts';
import type { Value } from '../../criteria/types.ts';
import { civilDateTime, londonDay, type Day, type Instant } from '../../time/index.ts';
import type { CompiledProcedure, Versions } from '../compile.ts';
import { deadlines } from '../deadlines.ts';
import { replay } from '../replay.ts';
import type { Answer, CaseEvent, CommandType, EventType } from '../types.ts';
import { walk } from '../walkthrough.ts';
import { textOf } from '../words.ts';
import type { RawAnswer, WalkthroughAct, WalkthroughCommand } from '../walkthrough-types.ts';
import { versionsOf } from '../compile.ts';
import { isWrittenDate, movingDates, type Keeping, type Moving } from './moved-dates.ts';
import type { Scenario } from './types.ts';

export interface AnonymousOptions { readonly id: string; readonly title: string; /** The day from which it is to happen. */ readonly from: Day; readonly keeping: Keeping }
/** A clock that comes out otherwise in the scenario than in the case. */
export interface ChangedClock { readonly label: string; readonly before: string; readonly after: string }
/** Something of the case that stands otherwise in the scenario. `where`: the question or part it stood in, in words. */
export interface Replaced { readonly kind: 'person' | 'organisation' | 'reference' | 'initials' | 'words'; readonly where: string; readonly before: string; readonly after: string }
export interface Anonymous { readonly scenario: Scenario; /** Each once, in the order in which they came up. */ readonly replaced: readonly Replaced[]; readonly changed: readonly ChangedClock[]; /** Acts of the case that the scenario could not keep, in words. */ readonly dropped: readonly string[] }

const LEFT_OUT = 'Left out.';
const INVENTED = 'People are invented and words left out; the dates are not those of any case.';

const COMMANDS: Readonly<Partial<Record<EventType, CommandType>>> = {
  caseOpened: 'openCase', answersRecorded: 'recordAnswers', taskCompleted: 'completeTask', exchangeSent: 'sendExchange', replyRecorded: 'recordReply', recipientAdded: 'addRecipient', taskPlanned: 'planTask',
  viewRecorded: 'decide', decisionTaken: 'decide', transitionChosen: 'takeTransition', taskRaised: 'raiseTask', taskWithdrawn: 'withdrawTask', timescaleExtended: 'extendTimescale', lapseExplained: 'explainLapse',
  absenceRecorded: 'recordAbsence', appointmentMade: 'appoint', appointmentEnded: 'endAppointment', relationRecorded: 'recordRelation', holdStarted: 'startHold', holdReleased: 'releaseHold', dateAgreed: 'agreeDate', noteAdded: 'addNote', sectionUnlocked: 'unlockSection', signedOff: 'signOff', settingChosen: 'chooseSetting', holdConfirmed: 'confirmHold', caseClosed: 'closeCase', caseReopened: 'reopenCase',
};

const NOT_TOLD: Readonly<Partial<Record<EventType, string>>> = { actConfirmed: 'The confirming of an act', taskAssigned: 'Who a task was assigned to', caseMoved: 'The move to another version', moveUndone: 'The undoing of a move', caseMerged: 'The merging into another case', mergeReceived: 'The merging of another case', mergeUndone: 'The undoing of a merge', caseTransferred: 'The transfer of the case', transferTakenBack: 'The taking back of the case', caseTakenIn: 'The taking in of the case' };

/** The scenario of a case. Throws UnreadableLog when the log cannot be told. */
export function anonymousScenario(versions: Versions, compiled: CompiledProcedure, events: readonly CaseEvent[], options: AnonymousOptions): Anonymous {
  const [opening] = events;
  const calendar = compiled.calendars.get(compiled.procedure.conventions.calendar);
  if (!opening || !calendar) throw new RangeError('There is no case here to make a scenario of.');
  const moving = movingDates(calendar, londonDay(opening.occurred), options.from, options.keeping);
  const hiding = new Hiding(compiled.procedure, moving);
  const known = events.filter(({ id }, index) => !/\.\d+$/.test(id) || !events.slice(0, index).some((one) => id.startsWith(`${one.id}.`)));
  const told = inTurn(known.flatMap((event) => hiding.step(event, options.id)));
  const scenario = reasoned(compiled, { format: 1, id: options.id, title: options.title, procedure: compiled.procedure.id, invented: INVENTED, guided: 'facilitated', steps: told });
  const { steps } = scenario;
  const { failures } = walk(scenario, versionsOf([compiled]));
  const refused = new Set(failures.map(({ step }) => step - 1));
  const whole: Scenario = { ...scenario, steps: steps.filter((_, index) => !refused.has(index)) };
  const dropped = [...failures.map(({ words }) => words), ...known.filter(({ type }) => COMMANDS[type] === undefined).map(({ type }) => `${NOT_TOLD[type] ?? 'An entry'} is not part of a scenario.`)];
  return { scenario: whole, replaced: hiding.replaced, dropped, changed: changedClocks(versions, compiled, events, whole) };
}

/** With a reason, left out like any other, at each act that needs one now: a reason given with an act is part of its words, and a date that is late only here asks for one too. */
function reasoned(compiled: CompiledProcedure, scenario: Scenario, rounds = MOST_ROUNDS): Scenario {
  const asking = walk(scenario, versionsOf([compiled])).steps.find(({ refusal }) => refusal?.code === 'missing-reason')?.step;
  if (asking === undefined || rounds === 0) return scenario;
  const steps = scenario.steps.map((step, index) => (index === asking - 1 && 'do' in step ? { ...step, do: { ...step.do, [step.do.type === 'decide' ? 'reasons' : 'reason']: LEFT_OUT } } : step));
  return reasoned(compiled, { ...scenario, steps }, rounds - 1);
}
const MOST_ROUNDS = 8;

/** Times that never go back: an act moved onto the day of a later one stays before it. */
function inTurn(steps: readonly WalkthroughAct[]): readonly WalkthroughAct[] {
  let last = '';
  return steps.map((step) => {
    last = step.at < last ? last : step.at;
    return { ...step, at: last, ...(step.occurred !== undefined && step.occurred > last ? { occurred: last } : {}) };
  });
}

class Hiding {
  private readonly procedure: Procedure;
  private readonly moving: Moving;
  private readonly people = new Map<string, string>();
  private readonly organisations: string[] = [];
  private readonly noted = new Map<string, Replaced>();
  private readonly ids: ReadonlySet<string>;
  constructor(procedure: Procedure, moving: Moving) {
    this.procedure = procedure;
    this.moving = moving;
    this.ids = idsOf(procedure);
  }

  get replaced(): readonly Replaced[] { return [...this.noted.values()]; }
  /** Gives what stands in place of something, and remembers it. */
  private instead<T>(kind: Replaced['kind'], where: string, before: unknown, after: T): T {
    const one: Replaced = { kind, where, before: String(before), after: String(after) };
    if (one.before !== one.after) this.noted.set(`${kind} ${where} ${one.before}`, one);
    return after;
  }

  step(event: CaseEvent, reference: string): readonly WalkthroughAct[] {
    const type = COMMANDS[event.type];
    if (type === undefined) return [];
    const at = this.at(event.recorded);
    return [{
      at, as: event.actor.role, person: this.person(event.actor.person), do: this.command(event, type, reference),
      ...(event.occurred === event.recorded ? {} : { occurred: this.at(event.occurred) }),
      ...(event.actor.onBehalfOf === undefined ? {} : { onBehalfOf: event.actor.onBehalfOf }),
    }];
  }
  private at(instant: Instant): string { return civilDateTime(this.moving.instant(instant)); }
  /** A.A., B.B. and so on, in the order in which people come up. */
  private person(name: string): string {
    const known = this.people.get(name) ?? `${letter(this.people.size)}.${letter(this.people.size)}.`;
    this.people.set(name, known);
    return this.instead('person', 'Who acted', name, known);
  }
  /** A party of the procedure by its id; any other organisation by a number, the same each time: rules ask whether two are the same. */
  private organisation(name: string): string {
    if (this.ids.has(name)) return name;
    if (!this.organisations.includes(name)) this.organisations.push(name);
    return this.instead('organisation', 'Organisation', name, `Organisation ${this.organisations.indexOf(name) + 1}`);
  }
  private command(event: CaseEvent, type: CommandType, reference: string): WalkthroughCommand {
    const { answers, person, organisation, departures, case: _case, views, ...rest } = event.payload as Readonly<Record<string, unknown>>;
    const kept = Object.fromEntries(Object.entries(rest).filter(([key]) => key !== 'reference' || type !== 'openCase').map(([key, value]) => [key, this.safe(value, PARTS[key] ?? 'Words')]));
    // Not told again, and still words of the case that somebody reading over the replaced ones looks for.
    this.safe(views, 'Reasons of one who decided');
    for (const { reason } of Array.isArray(departures) ? (departures as readonly { readonly reason?: unknown }[]) : []) this.safe(reason, 'Reason for a departure');
    if (type === 'openCase') this.instead('reference', 'Case reference', rest['reference'], reference.toUpperCase());
    return {
      ...kept, ...(type === 'openCase' ? { reference: reference.toUpperCase() } : {}), type, ...ownView(event, views),
      ...(typeof person === 'string' ? { person: this.person(person) } : {}), ...(typeof organisation === 'string' ? { organisation: this.organisation(organisation) } : {}),
      ...(typeof answers === 'object' && answers !== null ? { answers: this.answers(answers as Readonly<Record<Id, Answer>>) } : {}),
    };
  }
  /** Ids of the procedure, dates and what is no text; every other text is left out. */
  private safe(value: unknown, where: string): unknown {
    if (typeof value === 'string') return this.ids.has(value) ? value : isWrittenDate(value) ? this.moving.written(value) : this.instead('words', where, value, LEFT_OUT);
    if (Array.isArray(value)) return value.map((one, index) => numbered(this.safe(one, where), index));
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.safe(one, where)])) : value;
  }
  private answers(answers: Readonly<Record<Id, Answer>>): Readonly<Record<Id, RawAnswer>> {
    return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, 'value' in answer ? this.value(id, this.procedure.questions[id], answer.value) : this.status(id, answer)]));
  }
  private status(id: Id, { status, reason }: Extract<Answer, { readonly status: unknown }>): RawAnswer {
    return { status, ...(reason === undefined ? {} : { reason: this.instead('words', textOf(this.procedure.questions[id]?.label) ?? id, reason, LEFT_OUT) }) };
  }
  private value(id: Id, question: Question | undefined, value: Value): Value {
    const where = textOf(question?.label) ?? id;
    if (id === this.procedure.subject?.initials) return this.instead('initials', where, value, 'Q.Q.');
    if (Array.isArray(value)) return value.map((one, index) => (typeof one === 'object' ? Object.fromEntries(Object.entries(one).map(([column, cell]) => [column, this.cell(question?.columns?.[column], column, cell, where)])) : numbered(this.safe(one, where), index))) as Value;
    return this.cell(question, id, value, where) as Value;
  }
  private cell(question: Question | undefined, id: Id, value: unknown, where: string): unknown {
    if (typeof value === 'string' && (question?.options?.some((option) => option.id === value) === true || (question?.rows !== undefined && id === 'row'))) return value;
    return question?.type === 'text' && !(typeof value === 'string' && isWrittenDate(value)) ? this.instead('words', where, value, LEFT_OUT) : this.safe(value, where);
  }
}

/** Entries of a list stay apart from each other. */
const numbered = (value: unknown, index: number): unknown => (value === LEFT_OUT ? `Left out ${index + 1}.` : value);

const PARTS: Readonly<Record<string, string>> = { reason: 'Reason', reasons: 'Reasons', evidence: 'Evidence', words: 'Note', channel: 'How it was sent', meeting: 'Meeting', lateReason: 'Reason for a late opening', lead: 'Who leads', reference: 'Reference' };

const letter = (index: number): string => String.fromCharCode(65 + (index % 26));

/** A view is told as its party gave it: the options of the one who acted, without reasons. */
function ownView(event: CaseEvent, views: unknown): { readonly options?: readonly Id[]; readonly reasons?: string } {
  if (event.type !== 'viewRecorded' || !Array.isArray(views)) return {};
  const own = (views as readonly { readonly party: Id; readonly options: readonly Id[] }[]).findLast(({ party }) => party === event.actor.onBehalfOf || party === event.actor.role) ?? (views as readonly { readonly options: readonly Id[] }[]).at(-1);
  return { options: own?.options ?? [], reasons: LEFT_OUT };
}

/** Every name that the procedure itself gives: nothing of a case is among them. */
function idsOf(procedure: Procedure): ReadonlySet<string> {
  const found = new Set<string>(STATES);
  const walkThrough = (part: unknown): void => {
    if (typeof part === 'string' && ID.test(part)) found.add(part);
    if (Array.isArray(part)) { part.forEach(walkThrough); return; }
    if (typeof part !== 'object' || part === null) return;
    for (const [key, value] of Object.entries(part)) { found.add(key); walkThrough(value); }
  };
  for (const part of ['parties', 'questions', 'forms', 'doors', 'stages', 'transitions', 'tasks', 'timescales', 'holds', 'relations', 'documents', 'calendars', 'settings'] as const) walkThrough(procedure[part]);
  for (const { system, channel } of Object.values(procedure.tasks)) for (const words of [textOf(system), textOf(channel)]) if (words !== undefined) found.add(words);
  return found;
}
const ID = /^[a-z][a-z0-9-]*$/;
const STATES = ['asked', 'acknowledged', 'received', 'accepted', 'sent-back', 'declined', 'no-answer', 'not-needed', 'withdrawn', 'change', 'correct', 'open', 'ended', 'holder', 'deputy', 'proxy', 'representative', 'guest', 'observer', 'row', 'accept', 'send-back', 'amend', 'ratify', 'overturn'];

function changedClocks(versions: Versions, compiled: CompiledProcedure, events: readonly CaseEvent[], scenario: Scenario): readonly ChangedClock[] {
  const made = walk(scenario, versionsOf([compiled])).case;
  const last = events.at(-1);
  if (!made || !last) return [];
  const key = (view: { readonly timescale: Id; readonly task: Id; readonly recipient?: Id }): string => `${view.timescale}/${view.task}/${view.recipient ?? ''}`;
  const after = new Map(deadlines(versionsOf([compiled]), made, made.asOf).map((view) => [key(view), view]));
  const said = (view: { readonly state: string; readonly lateWords?: string } | undefined): string => (view === undefined ? 'not there' : `${view.state.replaceAll('-', ' ')}${view.lateWords === undefined ? '' : `, ${view.lateWords}`}`);
  return deadlines(versions, replay(versions, events, last.recorded), last.recorded).flatMap((view) => {
    const other = after.get(key(view));
    return said(view) === said(other) ? [] : [{ label: view.label, before: said(view), after: said(other) }];
  });
}
