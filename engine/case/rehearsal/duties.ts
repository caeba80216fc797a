// What became of each duty of a rehearsal: acts that the scenario expects, then what the procedure's own clocks demand
// beyond them. A date that the scenario itself lets pass is nobody's fault as long as it is kept as well as there.
import type { Instant } from '../../time/types.ts';
import { deadlines } from '../deadlines.ts';
import { perform } from '../perform.ts';
import { partyLabel, questionLabel, taskLabel, textOf } from '../words.ts';
import type { Case, CommandBody, DeadlineView, TaskRecord } from '../types.ts';
import { taskOf } from './act-key.ts';
import type { Matched } from './matching.ts';
import type { DutyLine, Verdict } from './score-types.ts';
import type { ActEntry, ExpectedAct, Moment, Playbook } from './types.ts';

export interface Judged { readonly book: Playbook; readonly moments: readonly Moment[]; readonly held: Case; readonly clock: Instant; readonly matched: Matched }

/** The duties of a way up to its clock, in the order in which they were to be done. */
export function dutiesOf(judged: Judged): readonly DutyLine[] {
  const { book, held, clock } = judged;
  const clocks = deadlines(book.versions, held, clock);
  const modelled = modelClocks(judged);
  const lines = book.expected.filter(({ body }) => !TOLD.has(body.type)).map((act) => expectedLine(judged, act, clocks, modelled));
  return [...together(lines), ...demanded(judged, clocks, modelled)].toSorted((a, b) => a.expected - b.expected);
}

/** What the scenario tells of rather than asks for. */
const TOLD: ReadonlySet<CommandBody['type']> = new Set(['addNote', 'assignTask', 'recordAbsence']);

// A distance between two acts has a view at either end.
const clockKey = ({ timescale, task, recipient }: DeadlineView): string => `${timescale}/${task}/${recipient ?? ''}`;

/** How the clocks stand at the same moment when everything is done as written. */
function modelClocks({ book, clock }: Judged): ReadonlyMap<string, DeadlineView> {
  let held = book.opening;
  for (const { act, body, at, step, occurred } of book.expected) {
    if (at > clock) break;
    const id = `as-written-${step + 1}`;
    const acting = { now: at, role: act.as, person: act.person, procedure: book.compiled.procedure.id, ...(act.onBehalfOf === undefined ? {} : { onBehalfOf: act.onBehalfOf }) };
    const outcome = perform(book.versions, held, { ...body, id, salt: id, ...(occurred === undefined ? {} : { occurred }) }, acting);
    if (outcome.ok) held = outcome.case;
  }
  return new Map(deadlines(book.versions, held, clock).map((view) => [clockKey(view), view]));
}

/** True when what was expected misses this clock too, and by as much; `sooner`: the act was done no later than expected. */
function isModelled(modelled: ReadonlyMap<string, DeadlineView>, view: DeadlineView, sooner = false): boolean {
  const model = modelled.get(clockKey(view));
  return model !== undefined && (model.state === 'overdue' || model.state === 'met-late') && (sooner || (model.state === view.state ? model.lateWords === view.lateWords : view.state === 'met-late'));
}

function expectedLine(judged: Judged, expected: ExpectedAct, clocks: readonly DeadlineView[], modelled: ReadonlyMap<string, DeadlineView>): DutyLine {
  const { book, moments, matched } = judged;
  const place = matched.done.get(expected);
  const entry = place === undefined ? undefined : (moments[place]?.entry as ActEntry | undefined);
  const bound = boundOf(expected.body, clocks);
  const task = taskOf(expected.body);
  const sooner = entry && (entry.occurred ?? entry.at) <= (expected.occurred ?? expected.at);
  const late = bound && entry && (bound.state === 'met-late' || bound.state === 'overdue') && (bound.latest ?? Infinity) < (entry.occurred ?? entry.at) && !isModelled(modelled, bound, sooner) ? bound : undefined;
  const differently = entry && otherOptions(book, expected.body, entry.body);
  return {
    label: labelOf(book, expected.body), role: expected.act.as, expected: expected.occurred ?? expected.at, from: 'scenario',
    verdict: entry ? (late ? 'late' : 'well') : undoneVerdict(judged, expected, bound, bound?.state === 'overdue' && !isModelled(modelled, bound)),
    cites: bound?.cites ?? [],
    ...(task === undefined ? {} : { task }),
    ...(bound?.latest === undefined ? {} : { latest: bound.latest }),
    ...(bound === undefined ? {} : { sentence: bound.sentence }),
    ...(late?.lateWords === undefined ? {} : { lateWords: late.lateWords }),
    ...(entry && place !== undefined ? { done: entry.occurred ?? entry.at, moment: place + 1 } : {}),
    ...(entry && entry.role !== expected.act.as ? { by: entry.role } : {}),
    ...(differently === undefined ? {} : { differently }),
  };
}

/** The clock that bounds an act: of its recipient before any other, the earliest first. */
function boundOf(body: CommandBody, clocks: readonly DeadlineView[]): DeadlineView | undefined {
  const task = taskOf(body);
  const recipient = 'recipient' in body ? body.recipient : undefined;
  const bounding = clocks.filter((view) => view.task === task && view.latest !== undefined && (view.recipient === undefined || recipient === undefined || view.recipient === recipient));
  const own = bounding.filter((view) => view.recipient === recipient);
  return (own.length > 0 ? own : bounding).toSorted((a, b) => (a.latest ?? 0) - (b.latest ?? 0))[0];
}

/** Not done: to come while its time has not, missed once it was asked for, else never reached. `overdue`: by a clock that does not run out as written too. */
function undoneVerdict({ book, held, clock }: Judged, expected: ExpectedAct, bound: DeadlineView | undefined, overdue: boolean): Verdict {
  if (!overdue && (expected.at > clock || (bound?.latest ?? 0) > clock)) return 'to-come';
  const task = taskOf(expected.body);
  if (task === undefined) return isReached(book, held, expected) ? 'missed' : 'not-reached';
  return overdue || raisedFor(held.tasks[task], clock) ? 'missed' : 'not-reached';
}

const raisedFor = (records: readonly TaskRecord[] | undefined, clock: Instant): boolean => records !== undefined && records.some(({ raised }) => raised <= clock);

/** A way on can be missed only out of a stage that the case came to. */
function isReached({ compiled: { procedure } }: Playbook, held: Case, { body }: ExpectedAct): boolean {
  if (body.type !== 'takeTransition') return true;
  const from = procedure.transitions.find(({ id }) => id === body.transition)?.from ?? [];
  return held.visits.some(({ stage }) => from.includes(stage));
}

/** What was decided, where it is not what the scenario decides. */
function otherOptions({ compiled: { procedure } }: Playbook, expected: CommandBody, done: CommandBody): string | undefined {
  if (expected.type !== 'decide' || done.type !== 'decide') return undefined;
  const same = expected.options.length === done.options.length && expected.options.every((option) => done.options.includes(option));
  return same ? undefined : done.options.map((id) => textOf(procedure.tasks[done.task]?.options?.find((option) => option.id === id)?.label) ?? id).join(', ');
}

/** An act in the procedure's words: its task, or the way that was chosen. */
export function labelOf({ compiled: { procedure } }: Playbook, body: CommandBody): string {
  const task = taskOf(body);
  if (task !== undefined) return body.type === 'recordReply' ? `${taskLabel(procedure, task)}: replies` : body.type === 'planTask' ? `${taskLabel(procedure, task)}: date set` : taskLabel(procedure, task);
  const words = ACT_WORDS[body.type] ?? body.type;
  if (body.type === 'takeTransition') return textOf(procedure.transitions.find(({ id }) => id === body.transition)?.label) ?? words;
  if (body.type === 'recordAnswers') return Object.keys(body.answers).map((id) => questionLabel(procedure, id)).slice(0, 2).join('; ');
  if ('timescale' in body) return `${words}: ${textOf(procedure.timescales?.[body.timescale]?.label) ?? taskLabel(procedure, procedure.timescales?.[body.timescale]?.for ?? '')}`;
  return 'party' in body ? `${words}: ${partyLabel(procedure, body.party)}` : words;
}
const ACT_WORDS: Readonly<Partial<Record<CommandBody['type'], string>>> = {
  takeTransition: 'Went on', extendTimescale: 'More time', explainLapse: 'Why it is late', appoint: 'Appointment', endAppointment: 'End of an appointment',
  recordRelation: 'Related process', startHold: 'Put on hold', releaseHold: 'Taken off hold', agreeDate: 'Date agreed', closeCase: 'Case closed', reopenCase: 'Case reopened',
  addNote: 'Note', assignTask: 'Task assigned', recordAbsence: 'Absence', unlockSection: 'Part unlocked', confirmAct: 'Act confirmed', signOff: 'Signed off', chooseSetting: 'Setting of the case', confirmHold: 'Hold confirmed', moveCase: 'Moved to another version', undoMove: 'Move undone',
  mergeCase: 'Merged into another case', receiveMerge: 'Another case merged', undoMerge: 'Merge undone', transferCase: 'Transferred', takeBack: 'Taken back', takeIn: 'Taken in',
};

const WORST: readonly Verdict[] = ['missed', 'late', 'to-come', 'not-reached', 'well'];

/** Lines of one kind of act on one task become one: the worst of them speaks, and the last to be done dates it. */
function together(lines: readonly DutyLine[]): readonly DutyLine[] {
  const groups = new Map<string, DutyLine[]>();
  for (const line of lines) groups.set(line.label, [...(groups.get(line.label) ?? []), line]);
  return [...groups.values()].flatMap((group) => {
    const speaking = group.toSorted((a, b) => WORST.indexOf(a.verdict) - WORST.indexOf(b.verdict) || b.expected - a.expected)[0];
    return speaking ? [speaking] : [];
  });
}

/** Late, of a task that was asked for: a clock may run before anybody knows whether its task will be. */
function isOwed({ tasks }: Case, { state, task }: DeadlineView): boolean {
  return state === 'met-late' || (state === 'overdue' && tasks[task]?.at(-1)?.state === 'open');
}

/** Dates of the procedure that passed on a task which the scenario does not speak of. */
function demanded({ book, clock, held }: Judged, clocks: readonly DeadlineView[], modelled: ReadonlyMap<string, DeadlineView>): readonly DutyLine[] {
  const spoken = new Set(book.expected.map(({ body }) => taskOf(body)));
  return clocks.flatMap((view): readonly DutyLine[] => {
    if (!isOwed(held, view) || spoken.has(view.task) || isModelled(modelled, view) || view.latest === undefined || view.latest > clock) return [];
    const owner = book.compiled.procedure.tasks[view.task]?.by?.[0] ?? '';
    return [{ label: view.label, task: view.task, role: owner, verdict: view.state === 'overdue' ? 'missed' : 'late', expected: view.latest, latest: view.latest, sentence: view.sentence, cites: view.cites, from: 'procedure', ...(view.lateWords === undefined ? {} : { lateWords: view.lateWords }) }];
  });
}

/** Whether an act beyond the expected ones did something nobody needed: neither asked for then, nor keeping the record. */
export function isUnneeded(entry: ActEntry, before: Case): boolean {
  const task = taskOf(entry.body);
  if (KEEPING.has(entry.body.type)) return false;
  if (task === undefined) return true;
  return before.tasks[task]?.at(-1)?.state !== 'open';
}
const KEEPING: ReadonlySet<CommandBody['type']> = new Set(['addNote', 'assignTask', 'recordAnswers', 'explainLapse', 'planTask', 'recordAbsence', 'appoint', 'endAppointment', 'agreeDate', 'recordRelation']);
