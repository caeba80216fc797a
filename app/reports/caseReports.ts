// Reports of one case as parts of a document, from the case as it stands: nothing is typed for them, nothing is judged.
import { verifyChain } from '../../engine/case/hash.ts';
import type { DocumentBlock } from '../../engine/case/document-types.ts';
import type { TaskRecord, TaskView } from '../../engine/case/types.ts';
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import type { AccessEntry } from '../../engine/store/types.ts';
import { listWords } from '../../engine/time/words.ts';
import { partyLabel } from '../cases/actors.ts';
import { factsOf } from '../cases/around/facts.ts';
import { eventWords, procedureAt } from '../cases/events.ts';
import { answerWords } from '../cases/form/answerWords.ts';
import { ageOf, initialsOf } from '../cases/identity.ts';
import { line, paragraph, table, title } from '../cases/letters/blocks.ts';
import { byUrgency, deadlineState } from '../cases/states.ts';
import { stageWords } from '../cases/registerRow.ts';
import type { CaseModel } from '../cases/types.ts';
import { civilWords, recordWords } from '../dates.ts';
import { textOf } from '../procedures/catalogue.ts';
import { withoutIdentity, withoutNames } from './anonymous.ts';
import { reportWords as w } from './words.ts';

export type CaseReport = keyof typeof w.reports;
const heading = (text: string): DocumentBlock => ({ kind: 'heading', level: 2, runs: [{ text, is: 'words' }] });
const some = (blocks: readonly DocumentBlock[], head: string): readonly DocumentBlock[] => (blocks.length === 0 ? [] : [heading(head), ...blocks]);
const rowsOr = (label: string, columns: readonly string[], rows: readonly (readonly string[])[], none: string): DocumentBlock => (rows.length === 0 ? paragraph(none) : table(label, columns, rows));

/** The parts of a report; `access`: the entries of the access log about the case. `without`: names and what identifies somebody left out. */
export function caseReport(report: CaseReport, model: CaseModel, access: readonly AccessEntry[], without = false): readonly DocumentBlock[] {
  const { case: item, now } = model;
  const shown = without ? withoutIdentity(model) : model;
  const body = { summary, decisions, plan: actionPlan, audit: (one: CaseModel) => audit(one, access) }[report](shown);
  const blocks = [title(w.reports[report].title), paragraph(w.made(recordWords(now), item.reference)), ...body, paragraph(w.head(item.head))];
  return without ? withoutNames(blocks, model) : blocks;
}

function summary(model: CaseModel): readonly DocumentBlock[] {
  const { case: item, procedure, now } = model;
  const visits = item.visits.map((visit) => [textOf(procedure.stages[visit.stage]?.label), recordWords(visit.entered), visit.left === undefined ? w.still : recordWords(visit.left)]);
  const open = model.tasks.filter((view) => view.state === 'open' || view.state === 'waiting').map((view) => [view.label, listWords(view.doers.map(({ label }) => label), 'or'), view.deadlines.find((one) => one.date !== undefined)?.date ?? ''].map((text, column) => (column === 2 && text !== '' ? civilWords(text) : text)));
  const clocks = model.deadlines.toSorted(byUrgency).map((one) => [one.recipient === undefined ? one.label : `${one.label}: ${partyLabel(procedure, one.recipient)}`, deadlineState(one, now).words, one.date === undefined ? '' : civilWords(one.date), one.sentence]);
  return [
    { kind: 'answers', lines: about(model) }, heading(w.open), rowsOr(w.open, [w.task, w.by, w.due], open, w.noneOpen), ...decidedLines(model),
    heading(w.stages), table(w.stages, [w.stage, w.entered, w.left], visits), ...some(clocks.length === 0 ? [] : [table(w.clocks, [w.clock, w.state, w.date, w.counted], clocks)], w.clocks),
    ...some(facts(model), w.known), ...some(item.findings.map((finding) => paragraph(finding.words)), w.findings),
  ];
}
function about({ case: item, procedure, now }: CaseModel) {
  const who = [initialsOf(procedure, item.answers), ageOf(procedure, item.answers, now)].filter(Boolean).join(', ');
  return [
    line(w.reference, item.reference), ...(who === '' ? [] : [line(w.who, who)]), line(w.opened, recordWords(item.opened)), line(w.door, textOf(procedure.doors[item.door]?.label)), line(w.stage, stageWords(procedure, item)),
    ...(item.caseType === undefined ? [] : [line(w.type, item.caseType)]), line(w.procedure, `${textOf(procedure.label)}, version ${item.procedure.version}`), line(w.closed, item.closed === undefined ? w.notClosed : recordWords(item.closed)),
  ];
}
function facts({ case: item, procedure }: CaseModel): readonly DocumentBlock[] {
  return factsOf(procedure, item.answers).flatMap((group): readonly DocumentBlock[] => {
    const lines = group.questions.flatMap((id) => { const question = procedure.questions[id]; return question === undefined ? [] : [line(textOf(question.label), answerWords(procedure, question, item.answers[id]))]; });
    return [{ kind: 'heading', level: 3, runs: [{ text: group.label, is: 'words' }] }, { kind: 'answers', lines }];
  });
}

interface Decided { readonly view: TaskView; readonly record: TaskRecord }
/** Every decision taken, oldest first, those taken afresh since included. */
function decidedIn({ case: item, tasks }: CaseModel): readonly Decided[] {
  const all = tasks.filter(({ shape }) => shape === 'decide').flatMap((view) => (item.tasks[view.id] ?? []).filter((record) => record.done !== undefined && record.options !== undefined).map((record) => ({ view, record })));
  return all.toSorted((a, b) => (a.record.done ?? 0) - (b.record.done ?? 0));
}
const optionWords = ({ view }: Pick<Decided, 'view'>, options: readonly Id[]): string => (options.length === 0 ? w.abstained : listWords(options.map((id) => view.options.find((one) => one.id === id)?.label ?? id)));
const byWords = (procedure: Procedure, { by }: Pick<TaskRecord, 'by'>): string => (by === undefined ? '' : `${by.person}, ${partyLabel(procedure, by.onBehalfOf ?? by.role)}`);
function decidedLines(model: CaseModel): readonly DocumentBlock[] {
  const rows = decidedIn(model).map((one) => [one.view.label, optionWords(one, one.record.options ?? []), recordWords(one.record.done ?? 0)]);
  return rows.length === 0 ? [] : [heading(w.decided), table(w.decided, [w.task, w.outcome, w.when], rows)];
}
function decisions(model: CaseModel): readonly DocumentBlock[] {
  const all = decidedIn(model);
  const ways = model.case.events.filter(({ type }) => type === 'transitionChosen').map((event) => { const said = eventWords(model.procedure, event, model.now); return [said.title, said.when, said.body ?? '']; });
  return [...(all.length === 0 ? [paragraph(w.noDecisions)] : all.flatMap((one) => decision(model, one))), ...some(ways.length === 0 ? [] : [table(w.ways, [w.what, w.when, w.reasons], ways)], w.ways)];
}
function decision({ procedure, case: item }: CaseModel, one: Decided): readonly DocumentBlock[] {
  const { view, record } = one;
  const names = (ids: readonly Id[]) => listWords(ids.map((id) => partyLabel(procedure, id)));
  const meeting = record.meeting;
  const departures = record.departures.map(({ rule, reason }) => [textOf(procedure.rules?.[rule]?.label ?? rule), reason].filter(Boolean).join(': '));
  const lines = [
    line(w.outcome, optionWords(one, record.options ?? [])), line(w.when, recordWords(record.done ?? 0)), line(w.decidedBy, byWords(procedure, record)), line(w.reasons, record.reasons ?? w.noReasons), ...(departures.length === 0 ? [] : [line(w.departs, departures.join('\n'))]),
    ...(meeting === undefined ? [] : [line(w.meeting, names(meeting.present)), ...(meeting.apologies === undefined ? [] : [line(w.apologies, names(meeting.apologies))]), ...(meeting.interests ?? []).map((interest) => line(w.interests, `${partyLabel(procedure, interest.seat)}: ${interest.words}`))]),
    ...(item.tasks[view.id]?.at(-1) === record ? [] : [line(w.state, w.takenBack)]),
  ];
  const views = record.views.map((held) => [partyLabel(procedure, held.party), optionWords(one, held.options), held.reasons ?? '']);
  return [heading(view.label), { kind: 'answers', lines }, ...(views.length === 0 ? [] : [table(w.views, [w.who, w.view, w.reasons], views)])];
}

/** Tables that a form of the action plan asks for, then the plan's own tasks. */
function actionPlan(model: CaseModel): readonly DocumentBlock[] {
  const { case: item, procedure } = model;
  const stages = new Set(Object.keys(procedure.stages).filter((id) => procedure.stages[id]?.kind === 'action-plan'));
  const of = Object.entries(procedure.tasks).filter(([, task]) => (task.in ?? []).some((stage) => stages.has(stage)));
  const asked = new Set(of.flatMap(([, task]) => procedure.forms?.[task.form ?? '']?.sections.flatMap(({ questions }) => questions) ?? []));
  const tables = [...asked].flatMap((id): readonly DocumentBlock[] => {
    const [question, answer] = [procedure.questions[id], item.answers[id]];
    if (question?.type !== 'table' || answer === undefined || !('value' in answer) || !Array.isArray(answer.value)) return [];
    const columns = Object.entries(question.columns ?? {});
    const rows = (answer.value as readonly Readonly<Record<string, string>>[]).map((row) => columns.map(([name, column]) => (row[name] === undefined ? '' : answerWords(procedure, column, { value: row[name] }))));
    return [table(textOf(question.label), columns.map(([, column]) => textOf(column.label)), rows)];
  });
  const ids = new Set(of.map(([id]) => id));
  const tasks = model.tasks.filter((view) => ids.has(view.id)).map((view) => [view.label, listWords(view.doers.map(({ label }) => label), 'or'), view.record?.done === undefined ? view.deadlines.map((one) => (one.date === undefined ? one.sentence : civilWords(one.date))).join('; ') : w.doneOn(recordWords(view.record.done))]);
  return tables.length + tasks.length === 0 ? [paragraph(w.noPlan)] : [...some(tables, w.actions), ...some(tasks.length === 0 ? [] : [table(w.followUp, [w.task, w.by, w.due], tasks)], w.followUp)];
}

function audit(model: CaseModel, access: readonly AccessEntry[]): readonly DocumentBlock[] {
  const { case: item } = model;
  const procedureOf = procedureAt(model);
  const check = verifyChain(item.events);
  const entries = item.events.map((event) => {
    const procedure = procedureOf(event);
    const said = eventWords(procedure, event, event.recorded);
    return [String(event.seq), recordWords(event.occurred), recordWords(event.recorded), `${event.actor.person}, ${partyLabel(procedure, event.actor.role)}${event.actor.onBehalfOf === undefined ? '' : ` for ${partyLabel(procedure, event.actor.onBehalfOf)}`}`, [said.title, said.body].filter(Boolean).join('. '), event.hash.slice(0, 8)];
  });
  const looked = access.map((entry) => [recordWords(entry.at), entry.person, w.kinds[entry.what], entry.words]);
  return [
    paragraph(check.ok ? w.whole(item.events.length) : w.broken(check.position)), heading(w.entries(entries.length)), table(w.entries(entries.length), [w.number, w.happened, w.recorded, w.by, w.what, w.hash], entries),
    heading(w.access), rowsOr(w.access, [w.when, w.by, w.state, w.what], looked, w.noAccess),
  ];
}
