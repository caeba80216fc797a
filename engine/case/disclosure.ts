// What a sending carries that its recipient may not see: classes of information in the document, in what is attached
// and in the form of the sending, less those that the variant leaves out. It decides nothing about who acts or when.
// Procedures in which every party may see everything pay nothing.
import { remembered } from '../procedure/remembered.ts';
import type { Id, Party, Procedure, Question, Task } from '../procedure/types.ts';
import { formsFor } from './chosen.ts';
import type { Instant } from '../time/index.ts';
import { standsAt } from './in-force.ts';
import { questionsOf, sectionsOf } from './form-sections.ts';

/** A recipient together with the classes that would reach it and may not. */
export interface Withheld { readonly party: Id; readonly classes: readonly Id[] }

const isOpen = remembered((procedure: Procedure): boolean => Object.values(procedure.parties).every(({ maySee }) => maySee === undefined));

/**
 * Recipients that may not see what the exchange carries in this variant; empty when all may.
 * `variant`: absent means that nothing is left out.
 */
export function withheldFrom(procedure: Procedure, task: Task, variant: Id | undefined, recipients: readonly Id[], at: Instant): readonly Withheld[] {
  if (isOpen(procedure)) return [];
  const classes = carriedBy(procedure, task, variant).filter((one) => standsAt(procedure.disclosure?.[one], at));
  return recipients.flatMap((party) => {
    const barred = classes.filter((one) => !maySee(procedure, task, party, one));
    return barred.length > 0 ? [{ party, classes: barred }] : [];
  });
}

/** The variants that the sender may choose from: the one that the task names, else all of the document. */
export function variantsFor(procedure: Procedure, { document }: Task): readonly Id[] {
  if (!document) return [];
  return document.variant === undefined ? (procedure.documents?.[document.id]?.variants ?? []) : [document.variant];
}

/** The variant that goes when the sender names none. */
export function usualVariant(procedure: Procedure, task: Task): Id | undefined {
  const [first, ...others] = variantsFor(procedure, task);
  return others.length === 0 ? first : undefined;
}

/** Variants in which the exchange may go to all of these recipients. */
export function fitVariants(procedure: Procedure, task: Task, recipients: readonly Id[], at: Instant): readonly Id[] {
  return variantsFor(procedure, task).filter((variant) => withheldFrom(procedure, task, variant, recipients, at).length === 0);
}

/** The party that a recipient is, or one of which it is. */
export const partyOf = (procedure: Procedure, task: Task, recipient: Id): Party | undefined => procedure.parties[recipient] ?? procedure.parties[kindOf(procedure, task) ?? ''];

/** True when a recipient may see a class in what this exchange carries. */
export function maySee(procedure: Procedure, task: Task, recipient: Id, one: Id): boolean {
  const party = partyOf(procedure, task, recipient);
  const exempt = task.document !== undefined && party?.exempt?.includes(task.document.id);
  return exempt === true || party?.maySee === undefined || party.maySee.includes(one);
}

/** A recipient without a title of its own is one of those that the list lists. */
function kindOf({ questions }: Procedure, { per, to = [] }: Task): Id | undefined {
  const lists = [...(typeof per?.over === 'string' ? [per.over] : []), ...to.flatMap((one) => (typeof one === 'string' ? [] : [one.answer]))];
  return lists.map((question) => questions[question]?.of).find((of) => of !== undefined);
}

const carried = remembered((_procedure: Procedure) => new Map<Task, Map<Id | undefined, readonly Id[]>>());

/** Asked of every sending, and found once for each task and variant. */
function carriedBy(procedure: Procedure, task: Task, variant: Id | undefined): readonly Id[] {
  const ofTask = carried(procedure).get(task) ?? new Map<Id | undefined, readonly Id[]>();
  const known = ofTask.get(variant) ?? classesIn(procedure, task, variant);
  carried(procedure).set(task, ofTask.set(variant, known));
  return known;
}

function classesIn(procedure: Procedure, task: Task, variant: Id | undefined): readonly Id[] {
  const { documents, disclosure = {} } = procedure;
  const document = documents?.[task.document?.id ?? ''];
  const left = document?.leavesOut?.[variant ?? ''] ?? [];
  const inDocument = document ? (document.carries ?? Object.keys(disclosure)) : [];
  const attached = (task.attach ?? []).flatMap((id) => [...inTask(procedure, id), ...inForm(procedure, { form: id })]);
  return [...new Set([...inDocument, ...attached, ...inForm(procedure, task), ...chosenIn(procedure, task)])].filter((one) => !left.includes(one));
}

function inTask(procedure: Procedure, id: Id): readonly Id[] {
  const task = procedure.tasks[id];
  return task ? [...inForm(procedure, task), ...chosenIn(procedure, task), ...inForm(procedure, task.reply ?? {})] : [];
}

/** What stands on a form that a rule may choose goes as what stands on the usual one. */
const chosenIn = (procedure: Procedure, task: Task): readonly Id[] => (idsOf(procedure).get(task) ?? []).flatMap((form) => inForm(procedure, { form }));
const idsOf = remembered((procedure: Procedure): ReadonlyMap<Task, readonly Id[]> => new Map(Object.entries(procedure.tasks).map(([id, task]) => [task, formsFor(procedure, id).filter((form) => form !== task.form)])));

function inForm(procedure: Procedure, task: Pick<Task, 'form' | 'section'>): readonly Id[] {
  return sectionsOf(procedure, task).flatMap(questionsOf).flatMap((id) => classesOf(procedure.questions[id]));
}

function classesOf(question: Question | undefined): readonly Id[] {
  if (!question) return [];
  return [...(question.class === undefined ? [] : [question.class]), ...Object.values(question.columns ?? {}).flatMap(classesOf)];
}
