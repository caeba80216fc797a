// Every place of a procedure where one element names another: what is named, and where.
// The check of names, the edits that take something out, and "used by" lists all read this one list.
// It does not know whether what is named exists.
import { templateReferences } from './document-references.ts';
import { criterionReferences, dateReferences, effectReferences, operandReferences } from './expression-references.ts';
import { pointerTo } from './pointer.ts';
import { cited, named, namedAll, namedKeys, optionOf, stepOf, settingIn, type Reference } from './reference.ts';
import { latest } from './remembered.ts';
import type { Cited, Id, Procedure, Question, Stage, Task, Timescale, Transition } from './types.ts';

type Walker<T> = (element: T, pointer: string, id: Id) => readonly Reference[];

function each<T extends Cited>(elements: Readonly<Record<Id, T>> | undefined, collection: string, walk: Walker<T>): Reference[] {
  return Object.entries(elements ?? {}).flatMap(([id, element]) => {
    const pointer = pointerTo(collection, id);
    return [...cited(element, pointer), ...walk(element, pointer, id)];
  });
}

/** Every reference of the procedure, collection by collection; found once when several ask one after another. */
export const references = latest((procedure: Procedure): readonly Reference[] => {
  const p = procedure;
  return [
    ...cited(p, ''), ...named('question', p.subject?.initials, '/subject/initials'), ...named('question', p.subject?.born, '/subject/born'), ...named('question', p.subject?.age, '/subject/age'), ...named('question', p.subject?.incident, '/subject/incident'),
    ...named('calendar', p.conventions.calendar, '/conventions/calendar'),
    ...settingIn(p.conventions.triggerDay, '/conventions/triggerDay'), ...settingIn(p.conventions.roll, '/conventions/roll'),
    ...criterionReferences(p.edition.appliesWhen, '/edition/appliesWhen'),
    ...each(p.settings, 'settings', () => []), ...each(p.calendars, 'calendars', () => []),
    ...each(p.meetings, 'meetings', (one, at) => named('party', one.body, `${at}/body`)),
    ...each(p.parties, 'parties', partyReferences), ...each(p.questions, 'questions', questionReferences),
    ...each(p.forms, 'forms', formReferences), ...each(p.doors, 'doors', doorReferences),
    ...each(p.stages, 'stages', stageReferences), ...p.transitions.flatMap((one, index) => routeReferences(one, pointerTo('transitions', index))),
    ...each(p.tasks, 'tasks', taskReferences), ...each(p.rules, 'rules', ruleReferences),
    ...each(p.timescales, 'timescales', timescaleReferences), ...closingReferences(p),
    ...each(p.registers, 'registers', registerReferences), ...each(p.documents, 'documents', documentReferences),
    ...each(p.relations, 'relations', relationReferences), ...each(p.holds, 'holds', holdReferences), ...each(p.duties, 'duties', dutyReferences),
    ...each(p.disclosure, 'disclosure', disclosureReferences), ...each(p.tables, 'tables', () => []), ...each(p.sources, 'sources', () => []),
    ...(p.gaps ?? []).flatMap((gap, index) => cited(gap, pointerTo('gaps', index))),
    ...namedKeys('stage', p.layout, '/layout'),
  ];
});

const partyReferences: Walker<Procedure['parties'][Id]> = (party, at) => [
  ...named('party', party.successor, `${at}/successor`), ...namedAll('party', party.appointedBy, `${at}/appointedBy`), ...named('party', party.belongsTo, `${at}/belongsTo`),
  ...namedAll('party', party.seats, `${at}/seats`), ...namedAll('class', party.maySee, `${at}/maySee`), ...namedAll('document', party.exempt, `${at}/exempt`),
  ...(party.titles ?? []).flatMap((title, index) => cited(title, `${at}/titles/${index}`)),
  ...(party.deputies ?? []).flatMap((deputy, index) => {
    const place = `${at}/deputies/${index}`;
    const when = deputy.when === 'absent' ? undefined : deputy.when;
    return [...cited(deputy, place), ...named('party', deputy.party, `${place}/party`), ...namedAll('task', deputy.tasks, `${place}/tasks`), ...criterionReferences(when, `${place}/when`)];
  }),
];

function questionReferences(question: Question, at: string): Reference[] {
  const compute = question.compute;
  const union = typeof compute === 'object' && 'union' in compute ? { ...compute.union, recipient: compute.recipient } : undefined;
  return [
    ...named('class', question.class, `${at}/class`), ...operandReferences(question.prefill, `${at}/prefill`),
    ...(union ? [...unionTasks(union.task, `${at}/compute/union/task`), ...named('question', union.question, `${at}/compute/union/question`), ...named('question', union.recipient, `${at}/compute/recipient`)] : operandReferences(plainOperand(compute), `${at}/compute`)),
    ...(question.options ?? []).flatMap((option, index) => cited(option, `${at}/options/${index}`)),
    ...Object.entries(question.columns ?? {}).flatMap(([id, column]) => [...cited(column, at + pointerTo('columns', id)), ...questionReferences(column, at + pointerTo('columns', id))]),
  ];
}

const unionTasks = (task: Id | readonly Id[], at: string): Reference[] => (typeof task === 'string' ? named('task', task, at) : namedAll('task', task, at));

/** The computation, unless it is a union of replies. */
function plainOperand(compute: Question['compute']): Exclude<Question['compute'], { readonly union: unknown }> {
  return typeof compute === 'object' && 'union' in compute ? undefined : compute;
}

const formReferences: Walker<NonNullable<Procedure['forms']>[Id]> = (form, at) => form.sections.flatMap((section, index) => {
  const place = `${at}/sections/${index}`;
  return [...cited(section, place), ...named('party', section.by, `${place}/by`), ...named('question', section.signature, `${place}/signature`), ...namedAll('question', section.questions, `${place}/questions`)];
});

const doorReferences: Walker<Procedure['doors'][Id]> = (door, at) => [
  ...namedAll('party', door.by, `${at}/by`), ...named('form', door.form, `${at}/form`), ...namedAll('stage', door.to, `${at}/to`),
  ...(door.sources ?? []).flatMap((source, index) => cited(source, `${at}/sources/${index}`)),
];

const documentReferences: Walker<NonNullable<Procedure['documents']>[Id]> = (document, at) => [
  ...templateReferences(document.template, `${at}/template`), ...namedAll('class', document.carries, `${at}/carries`),
  ...Object.entries(document.leavesOut ?? {}).flatMap(([variant, classes]) => namedAll('class', classes, at + pointerTo('leavesOut', variant))),
  ...(document.signOff ?? []).flatMap((step, index) => named('party', step.by, `${at}/signOff/${index}/by`)),
];

const disclosureReferences: Walker<NonNullable<Procedure['disclosure']>[Id]> = ({ exempt, pseudonyms, gate }, at) => [
  ...namedAll('party', exempt, `${at}/exempt`), ...named('question', pseudonyms?.question, `${at}/pseudonyms/question`), ...named('question', pseudonyms?.name, `${at}/pseudonyms/name`),
  ...named('question', pseudonyms?.pseudonym, `${at}/pseudonyms/pseudonym`), ...named('question', gate, `${at}/gate`),
];

function stageReferences(stage: Stage, at: string): Reference[] {
  return [
    ...named('stage', stage.within, `${at}/within`), ...named('stage', stage.initial, `${at}/initial`), ...named('party', stage.owner, `${at}/owner`),
    ...named('fragment', stage.call?.fragment, `${at}/call/fragment`), ...repeatReferences(stage, `${at}/per/over`), ...namedAll('party', stage.per?.by, `${at}/per/by`),
  ];
}

function routeReferences(route: Transition, at: string): Reference[] {
  return [
    ...cited(route, at), ...namedAll('stage', route.from, `${at}/from`), ...triggerReferences(route, `${at}/on`), ...criterionReferences(route.if, `${at}/if`),
    ...destinationReferences(route, `${at}/to`),
  ];
}

function destinationReferences({ to }: Transition, at: string): Reference[] {
  if (to === undefined) return [];
  if (typeof to === 'string') return named('stage', to, at);
  if (isList(to)) return namedAll('stage', to, at);
  return 'history' in to ? named('stage', to.history, `${at}/history`) : [];
}

function isList(value: unknown): value is readonly Id[] {
  return Array.isArray(value);
}

function triggerReferences({ on }: Transition, at: string): Reference[] {
  if ('done' in on) return named('task', on.done, `${at}/done`);
  if ('option' in on) return optionOf(on.option, `${at}/option`);
  if ('ended' in on) return named('stage', on.ended, `${at}/ended`);
  if ('lapsed' in on) return named('timescale', on.lapsed, `${at}/lapsed`);
  if ('chosen' in on) return namedAll('party', on.chosen.by, `${at}/chosen/by`);
  return named('relation', on.relation[0], `${at}/relation/0`);
}

function taskReferences(task: Task, at: string): Reference[] {
  const raised = typeof task.raised === 'object' && 'done' in task.raised ? task.raised.done : undefined;
  return [
    ...namedAll('stage', task.in, `${at}/in`), ...namedAll('party', task.by, `${at}/by`), ...named('task', raised, `${at}/raised/done`),
    ...repeatReferences(task, `${at}/per/over`), ...named('form', task.form, `${at}/form`), ...recipientReferences(task, `${at}/to`),
    ...named('form', task.reply?.form, `${at}/reply/form`), ...named('party', task.reply?.author, `${at}/reply/author`),
    ...named('document', task.document?.id, `${at}/document/id`), ...namedAll('task-or-form', task.attach, `${at}/attach`),
    ...(task.options ?? []).flatMap((option, index) => cited(option, `${at}/options/${index}`)),
    ...named('task', task.advises, `${at}/advises`), ...namedAll('party', task.agreement?.of, `${at}/agreement/of`), ...named('party', task.agreement?.casting, `${at}/agreement/casting`), ...namedAll('party', task.agreement?.named, `${at}/agreement/named`),
    ...named('party', task.meeting?.body, `${at}/meeting/body`), ...(task.signOff ?? []).flatMap((step, index) => named('party', step.by, `${at}/signOff/${index}/by`)),
  ];
}

/** A repetition over the answer to a list question; ids written out name parties. */
function repeatReferences({ per }: Pick<Task, 'per'>, at: string): Reference[] {
  if (per === undefined) return [];
  return typeof per.over === 'string' ? named('question', per.over, at) : [];
}

function recipientReferences(task: Task, at: string): Reference[] {
  return (task.to ?? []).flatMap((recipient, index) => (typeof recipient === 'string' ? named('party', recipient, `${at}/${index}`) : named('question', recipient.answer, `${at}/${index}/answer`)));
}

const ruleReferences: Walker<NonNullable<Procedure['rules']>[Id]> = (rule, at) => [
  ...criterionReferences(rule.if, `${at}/if`), ...effectReferences(rule.then, `${at}/then`),
  ...namedAll('rule', rule.implies, `${at}/implies`), ...namedAll('rule', rule.excludes, `${at}/excludes`),
];

function timescaleReferences(clock: Timescale, at: string): Reference[] {
  const lookup = typeof clock.amount === 'object' && 'lookup' in clock.amount ? clock.amount.lookup : undefined;
  const lapse = typeof clock.onLapse === 'object' ? clock.onLapse.task : undefined;
  return [
    ...named('task', clock.for, `${at}/for`), ...(clock.step === undefined ? [] : stepOf([clock.for, clock.step], at).map((one) => ({ ...one, pointer: `${at}/step` })).slice(1)), ...settingIn(clock.amount, `${at}/amount`), ...settingIn(clock.unit, `${at}/unit`), ...settingIn(clock.triggerDay, `${at}/triggerDay`), ...settingIn(clock.roll, `${at}/roll`), ...settingIn(clock.sentBack, `${at}/sentBack`),
    ...(lookup ? operandReferences({ lookup }, `${at}/amount`) : []), ...named('meeting', clock.meeting, `${at}/meeting`), ...named('calendar', clock.calendar, `${at}/calendar`),
    ...dateReferences(clock.from, `${at}/from`), ...namedAll('party', clock.adjust?.by, `${at}/adjust/by`), ...namedAll('party', clock.adjust?.agreedBy, `${at}/adjust/agreedBy`),
    ...namedAll('party', clock.adjust?.tell, `${at}/adjust/tell`), ...named('task', lapse, `${at}/onLapse/task`), ...namedAll('party', clock.explainedBy, `${at}/explainedBy`), ...namedAll('hold', clock.holdable, `${at}/holdable`),
  ];
}

const relationReferences: Walker<NonNullable<Procedure['relations']>[Id]> = (relation, at) => [
  ...named('party', relation.lead, `${at}/lead`), ...namedAll('question', relation.shares, `${at}/shares`),
  ...relation.effects.flatMap((effect, index) => (typeof effect === 'object' ? named('hold', effect.mayHold, `${at}/effects/${index}/mayHold`) : [])),
];

const holdReferences: Walker<NonNullable<Procedure['holds']>[Id]> = ({ by, stops, until }, at) => [
  ...namedAll('party', by, `${at}/by`), ...namedAll('task', stops.tasks, `${at}/stops/tasks`), ...namedAll('timescale', stops.timescales, `${at}/stops/timescales`),
  ...named('relation', until.ended, `${at}/until/ended`), ...criterionReferences(until.if, `${at}/until/if`),
];

const dutyReferences: Walker<NonNullable<Procedure['duties']>[Id]> = (duty, at) => [
  ...namedAll('party', duty.by, `${at}/by`), ...namedAll('party', duty.to, `${at}/to`), ...named('register', duty.register, `${at}/register`),
  ...settingIn(duty.counted, `${at}/counted`), ...('meeting' in duty.every ? named('meeting', duty.every.meeting, `${at}/every/meeting`) : []),
];

function closingReferences({ closing }: Procedure): Reference[] {
  if (!closing) return [];
  return [
    ...cited(closing, '/closing'), ...criterionReferences(closing.if, '/closing/if'), ...namedAll('party', closing.by, '/closing/by'),
    ...namedAll('party', closing.reopen?.by, '/closing/reopen/by'), ...(typeof closing.reopen?.to === 'object' ? namedAll('stage', closing.reopen.to, '/closing/reopen/to') : named('stage', closing.reopen?.to, '/closing/reopen/to')),
  ];
}

const registerReferences: Walker<NonNullable<Procedure['registers']>[Id]> = (register, at) => [
  ...named('party', register.keeper, `${at}/keeper`), ...named('question', register.rows, `${at}/rows`), ...criterionReferences(register.filter, `${at}/filter`),
  ...register.columns.flatMap(({ value }, index) => {
    const place = `${at}/columns/${index}/value`;
    if ('var' in value) return named('question', value.var, `${place}/var`);
    if ('taken' in value) return named('task', value.taken, `${place}/taken`);
    if ('done' in value) return named('task', value.done, `${place}/done`);
    if ('row' in value) return named('question', value.row, `${place}/row`);
    return 'due' in value ? named('timescale', value.due, `${place}/due`) : [];
  }),
];
