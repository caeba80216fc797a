// How a procedure hangs together: what lies within what, who does what, what is asked where.
// It reads a procedure that the schema allows and that may still make no sense: loops and missing names do no harm.
import { grouped } from './grouped.ts';
import { remembered } from './remembered.ts';
import type { Id, Procedure, Question, Task, Transition } from './types.ts';

const stagesByGroup = remembered((stages: Procedure['stages']) => grouped(Object.keys(stages), (id) => stages[id]?.within));
const routesByStart = remembered((transitions: Procedure['transitions']) => {
  const starts = transitions.flatMap((route) => [...new Set(route.from)].map((id) => ({ id, route })));
  return new Map([...grouped(starts, ({ id }) => id)].map(([id, list]) => [id, list.map(({ route }) => route)]));
});

/** Stages directly within a stage, or at the top level when none is given; in the file's order. */
export function stagesWithin(procedure: Procedure, group?: Id): readonly Id[] {
  return stagesByGroup(procedure.stages).get(group) ?? [];
}

/** Routes out of this stage itself, in the file's order. */
export function routesFrom(procedure: Procedure, stage: Id): readonly Transition[] {
  return routesByStart(procedure.transitions).get(stage) ?? [];
}

/** Groups within groups beyond this many levels are not followed; no diagram could show them. */
const deepest = 64;

/** The groups a stage lies in, nearest first. A loop is gone through once. */
export function groupsAround(procedure: Procedure, stage: Id): readonly Id[] {
  const around = new Set<Id>();
  let group = procedure.stages[stage]?.within;
  while (group !== undefined && !around.has(group) && around.size < deepest) {
    around.add(group);
    group = procedure.stages[group]?.within;
  }
  return [...around];
}

/** True when some stage lies within it. */
export function isGroup(procedure: Procedure, stage: Id): boolean {
  return stagesWithin(procedure, stage).length > 0;
}

/** The stages a route leads to; none when it ends a lane or goes back to where the case came from. */
export function destinations({ to }: Transition): readonly Id[] {
  if (to === undefined) return [];
  if (typeof to === 'string') return [to];
  if ('history' in to) return [to.history];
  return 'return' in to ? [] : to;
}

/** The stages that a case which is opened again goes to. */
export function reopensTo({ closing }: Pick<Procedure, 'closing'>): readonly Id[] {
  const to = closing?.reopen?.to ?? [];
  return typeof to === 'string' ? [to] : to;
}

/** Two stages that a case may be in at the same time, neither within the other: lanes of one group hold them. */
export function areBeside(procedure: Procedure, one: Id, other: Id): boolean {
  const [line, beside] = [one, other].map((id) => [id, ...groupsAround(procedure, id)]) as [Id[], Id[]];
  const meeting = line.find((id) => beside.includes(id));
  return meeting !== undefined && meeting !== one && meeting !== other && procedure.stages[meeting]?.parallel === true;
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

/** The fixed rows of a matrix, as criteria over it ask for them. */
const namedRows = ({ type, label, rows = [] }: Question): readonly [Id, Question][] => (type === 'matrix' ? [['row', { type: 'choice', label, options: rows }]] : []);

/** Every question by name, columns of tables included (a column's name may repeat; the first stays). */
export const allQuestions = remembered((procedure: Procedure): ReadonlyMap<Id, Question> => {
  const found = new Map<Id, Question>();
  const open = Object.entries(procedure.questions);
  for (const [id, question] of open) {
    if (!found.has(id)) found.set(id, question);
    open.push(...Object.entries(question.columns ?? {}), ...namedRows(question));
  }
  return found;
});

/** Questions that a form asks or a rule asks for, computed ones, and the columns of any of them. */
export const askedQuestions = remembered((procedure: Procedure): ReadonlySet<Id> => {
  const sections = Object.values(procedure.forms ?? {}).flatMap((form) => form.sections);
  const required = Object.values(procedure.rules ?? {}).flatMap((rule) => ('require' in rule.then && 'fields' in rule.then.require ? rule.then.require.fields : []));
  const computed = Object.entries(procedure.questions).filter(([, question]) => question.type === 'computed').map(([id]) => id);
  const asked = [...sections.flatMap((section) => [...section.questions, ...(section.signature === undefined ? [] : [section.signature])]), ...required, ...computed];
  for (const id of asked) asked.push(...[...Object.keys(procedure.questions[id]?.columns ?? {}), ...(procedure.questions[id]?.type === 'matrix' ? ['row'] : [])].filter((column) => !asked.includes(column)));
  return new Set(asked);
});
