// How a procedure hangs together: what lies within what, who does what, what is asked where.
// It reads a procedure that the schema allows and that may still make no sense: loops and missing names do no harm.
import type { Id, Procedure, Question, Task, Transition } from './types.ts';

/** Stages directly within a stage, or at the top level when none is given; in the file's order. */
export function stagesWithin(procedure: Procedure, group?: Id): Id[] {
  return Object.entries(procedure.stages).filter(([, stage]) => stage.within === group).map(([id]) => id);
}

/** The groups a stage lies in, nearest first. A loop is gone through once. */
export function groupsAround(procedure: Procedure, stage: Id): Id[] {
  const around: Id[] = [];
  let group = procedure.stages[stage]?.within;
  while (group !== undefined && !around.includes(group)) {
    around.push(group);
    group = procedure.stages[group]?.within;
  }
  return around;
}

/** True when some stage lies within it. */
export function isGroup(procedure: Procedure, stage: Id): boolean {
  return Object.values(procedure.stages).some((other) => other.within === stage);
}

/** The stages a route leads to; none when it ends a lane or goes back to where the case came from. */
export function destinations({ to }: Transition): readonly Id[] {
  if (to === undefined) return [];
  if (typeof to === 'string') return [to];
  if ('history' in to) return [to.history];
  return 'return' in to ? [] : to;
}

/** Who does a task: those it names, else the owners of its stages (nearest group with an owner). */
export function doersOf(procedure: Procedure, task: Task): readonly Id[] {
  if (task.by !== undefined && task.by.length > 0) return task.by;
  const owners = (task.in ?? []).flatMap((stage) => ownerOf(procedure, stage) ?? []);
  return [...new Set(owners)];
}

/** The owner of a stage, or of the nearest group around it that has one. */
export function ownerOf(procedure: Procedure, stage: Id): Id | undefined {
  return [stage, ...groupsAround(procedure, stage)].map((id) => procedure.stages[id]?.owner).find((owner) => owner !== undefined);
}

/** Every question by name, columns of tables included (a column's name may repeat; the first stays). */
export function allQuestions(procedure: Procedure): ReadonlyMap<Id, Question> {
  const found = new Map<Id, Question>();
  const open = Object.entries(procedure.questions);
  for (const [id, question] of open) {
    if (!found.has(id)) found.set(id, question);
    open.push(...Object.entries(question.columns ?? {}));
  }
  return found;
}

/** Questions that a form asks or a rule asks for, computed ones, and the columns of any of them. */
export function askedQuestions(procedure: Procedure): ReadonlySet<Id> {
  const sections = Object.values(procedure.forms ?? {}).flatMap((form) => form.sections);
  const required = Object.values(procedure.rules ?? {}).flatMap((rule) => ('require' in rule.then && 'fields' in rule.then.require ? rule.then.require.fields : []));
  const computed = Object.entries(procedure.questions).filter(([, question]) => question.type === 'computed').map(([id]) => id);
  const asked = [...sections.flatMap((section) => [...section.questions, ...(section.signature === undefined ? [] : [section.signature])]), ...required, ...computed];
  for (const id of asked) asked.push(...Object.keys(procedure.questions[id]?.columns ?? {}).filter((column) => !asked.includes(column)));
  return new Set(asked);
}
