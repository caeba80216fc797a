// What leaves: where a class of information has a gate, an act to a party outside has it or says why it needs none.
// And documents: each piece of a template is one thing, and what stands in braces can be filled in.
import { placeholderKinds, placeholdersOf } from '../placeholders.ts';
import { pointerTo } from '../pointer.ts';
import { problem, type Problem } from '../problems.ts';
import type { Id, Procedure, Task, TemplateBlock } from '../types.ts';
import { when, type Check } from './finder.ts';

export const checkDisclosure: Check = (procedure) => [...checkGates(procedure), ...checkTemplates(procedure)];

function checkGates(procedure: Procedure): Problem[] {
  const gates = Object.entries(procedure.disclosure ?? {}).flatMap(([id, { gate }]) => (gate === undefined ? [] : [{ id, gate }]));
  const askable = gates.flatMap(({ id, gate }) => {
    const question = procedure.questions[gate];
    return when(question !== undefined && (question.type !== 'yes-no' || question.each !== 'act'), 'P-094', procedure, pointerTo('disclosure', id, 'gate'), { found: gate });
  });
  return [...askable, ...(gates.length === 0 ? [] : Object.entries(procedure.tasks).flatMap(([id, task]) => (task.shape === 'exchange' ? checkLeaving(procedure, id, task, gates) : [])))];
}

/** Parties that an exchange may go to: those it names, those that rules name, and the kind that its lists list. */
function addressees(procedure: Procedure, id: Id, { to = [], per }: Task): readonly Id[] {
  const ruled = Object.values(procedure.rules ?? {}).flatMap(({ then }) => ('require' in then && 'recipients' in then.require && then.require.of === id ? then.require.recipients : []));
  const lists = [...to.flatMap((one) => (typeof one === 'string' ? [] : [one.answer])), ...(typeof per?.over === 'string' ? [per.over] : [])];
  return [...new Set([...to.flatMap((one) => (typeof one === 'string' ? [one] : [])), ...ruled, ...lists.flatMap((question) => procedure.questions[question]?.of ?? [])])];
}

function checkLeaving(procedure: Procedure, id: Id, task: Task, gates: readonly { readonly id: Id; readonly gate: Id }[]): Problem[] {
  const at = pointerTo('tasks', id);
  const outside = addressees(procedure, id, task).filter((party) => procedure.parties[party]?.outside);
  const asked = askedIn(procedure, id, task);
  const unasked = gates.filter(({ id: one, gate }) => !asked.has(gate) && outside.some((party) => barred(procedure, task, party, one)));
  return [
    ...outside.filter((party) => procedure.parties[party]?.maySee === undefined).map((party) => problem('P-092', procedure, at, { found: party })),
    ...[...new Set(unasked.map(({ gate }) => gate))].map((gate) => problem('P-093', procedure, at, { found: gate })),
  ];
}

function barred({ parties }: Procedure, task: Task, party: Id, one: Id): boolean {
  const { maySee, exempt } = parties[party] ?? {};
  return maySee !== undefined && !maySee.includes(one) && !(task.document !== undefined && exempt?.includes(task.document.id));
}

/** Questions that the form of the sending asks, or a rule asks of it. */
function askedIn({ forms, rules = {} }: Procedure, id: Id, { form, section }: Task): ReadonlySet<Id> {
  const sections = (forms?.[form ?? '']?.sections ?? []).filter((one) => section === undefined || one.id === section);
  const ruled = Object.values(rules).flatMap(({ then }) => ('require' in then && 'fields' in then.require && then.require.of === id ? then.require.fields : []));
  return new Set([...sections.flatMap(({ questions }) => questions), ...ruled]);
}

const contents = ['heading', 'words', 'answers', 'table', 'form', 'decision', 'replies'] as const satisfies readonly (keyof TemplateBlock)[];

function checkTemplates(procedure: Procedure): Problem[] {
  return Object.entries(procedure.documents ?? {}).flatMap(([id, { template = [] }]) => template.flatMap((block, index) => {
    const at = pointerTo('documents', id, 'template', index);
    const said = contents.filter((key) => block[key] !== undefined);
    const strange = (['heading', 'words'] as const).flatMap((key) => placeholdersOf(block[key]).filter(({ kind, name }) => !isKnown(kind, name)).map(({ whole }) => ({ key, whole })));
    return [
      ...when(said.length !== 1, 'P-108', procedure, at, { found: said.join(' and ') || 'nothing' }),
      ...strange.map(({ key, whole }) => problem('P-109', procedure, `${at}/${key}`, { found: whole.slice(1, -1) })),
    ];
  }));
}

const facts: readonly string[] = ['reference', 'opened', 'stage', 'case-type', 'source', 'door', 'closed', 'initials'];
const isKnown = (kind: string, name: string): boolean => placeholderKinds.includes(kind) && (kind !== 'case' || facts.includes(name));
