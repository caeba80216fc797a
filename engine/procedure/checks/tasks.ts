// Tasks and parties: somebody does each task, decisions have options, sendings have recipients, deputies stand in for something.
// Whether the names in them exist is checked with all names.
import { pointerTo } from '../pointer.ts';
import { problem, type Problem } from '../problems.ts';
import { doersOf } from '../structure.ts';
import type { Effect, Id, Procedure, Target, Task, TaskShape } from '../types.ts';
import { inCircles, when, type Check } from './finder.ts';

export const checkTasks: Check = (procedure) => [
  ...Object.entries(procedure.tasks).flatMap(([id, task]) => checkTask(procedure, id, task)),
  ...checkOrder(procedure), ...Object.keys(procedure.parties).flatMap((id) => checkDeputies(procedure, id)),
];

function checkTask(procedure: Procedure, id: Id, task: Task): Problem[] {
  const at = pointerTo('tasks', id);
  const body = task.meeting ? procedure.parties[task.meeting.body] : undefined;
  return [
    ...checkDoers(procedure, task, at), ...checkForeignParts(procedure, task, at), ...checkRaising(procedure, id, task, at),
    ...(task.shape === 'decide' ? checkDecision(procedure, task, at) : []),
    ...when(task.shape === 'exchange' && !hasRecipients(procedure, id, task), 'P-083', procedure, at),
    ...(task.signOff ?? []).flatMap(({ by, may }, index) => when(task.shape !== 'decide' && may.includes('overturn'), 'P-121', procedure, `${at}/signOff/${index}`, { found: by })),
    ...when(task.in?.length === 0, 'P-091', procedure, `${at}/in`),
    ...when(body !== undefined && body.kind !== 'body', 'P-089', procedure, `${at}/meeting/body`, { found: task.meeting?.body ?? '' }),
  ];
}

function checkDoers(procedure: Procedure, task: Task, at: string): Problem[] {
  if (doersOf(procedure, task).length > 0 || task.in?.length === 0) return [];
  const voters = task.agreement?.of ?? [];
  return task.shape === 'decide' ? when(voters.length === 0, 'P-082', procedure, at) : when(true, 'P-080', procedure, at);
}

const partsOfShape: Readonly<Record<TaskShape, readonly (keyof Task)[]>> = {
  record: ['evidence', 'system'],
  exchange: ['to', 'per', 'channel', 'expects', 'reply', 'complete', 'document', 'attach', 'evidence', 'system'],
  decide: ['options', 'choose', 'advises', 'agreement', 'reasons'],
};

const allParts = Object.values(partsOfShape).flat();

function checkForeignParts(procedure: Procedure, task: Task, at: string): Problem[] {
  const own = partsOfShape[task.shape];
  const foreign = allParts.filter((part) => task[part] !== undefined && !own.includes(part));
  return foreign.flatMap((part) => when(true, 'P-084', procedure, `${at}/${part}`, { found: part }));
}

function checkDecision(procedure: Procedure, task: Task, at: string): Problem[] {
  const options = task.options?.length ?? 0;
  const voters = task.agreement?.of ?? doersOf(procedure, task);
  const otherwise = task.agreement?.otherwise;
  const number = typeof task.agreement?.by === 'number' ? task.agreement.by : 0;
  const { least, most } = task.choose ?? { least: 0, most: 0 };
  return [
    ...when(options < 2, 'P-081', procedure, at),
    ...when(number > seatsAmong(procedure, voters), 'P-088', procedure, `${at}/agreement/by`, { found: String(number), expected: `at most ${seatsAmong(procedure, voters)} who agree` }),
    ...when(otherwise !== undefined && !task.options?.some(({ id }) => id === otherwise), 'P-048', procedure, `${at}/agreement/otherwise`, { found: otherwise ?? '' }),
    ...when(least > most || most > options, 'P-088', procedure, `${at}/choose`, { found: `${least} to ${most}`, expected: `at least one and at most ${options} options` }),
  ];
}

/** How many can have a voice: a body counts its members. */
function seatsAmong(procedure: Procedure, parties: readonly Id[]): number {
  return parties.reduce((sum, id) => sum + (procedure.parties[id]?.seats?.length ?? 1), 0);
}

function effects(procedure: Procedure): readonly Effect[] {
  return Object.values(procedure.rules ?? {}).map((rule) => rule.then);
}

function requirements(procedure: Procedure): readonly Target[] {
  return effects(procedure).flatMap((effect) => ('require' in effect ? [effect.require] : []));
}

function hasRecipients(procedure: Procedure, id: Id, task: Task): boolean {
  return (task.to?.length ?? 0) > 0 || task.per !== undefined || requirements(procedure).some((target) => 'recipients' in target && target.of === id);
}

function checkRaising(procedure: Procedure, id: Id, task: Task, at: string): Problem[] {
  if (task.raised !== 'when-required') return [];
  const lapses = Object.values(procedure.timescales ?? {}).some((clock) => typeof clock.onLapse === 'object' && clock.onLapse.task === id);
  const asked = lapses || requirements(procedure).some((target) => 'task' in target && target.task === id);
  return when(!asked, 'P-085', procedure, `${at}/raised`);
}

function checkOrder(procedure: Procedure): Problem[] {
  const after = (id: Id): readonly Id[] => {
    const raised = procedure.tasks[id]?.raised;
    return typeof raised === 'object' && 'done' in raised ? [raised.done] : [];
  };
  return [...inCircles(Object.keys(procedure.tasks), after)].map((id) => problem('P-086', procedure, pointerTo('tasks', id, 'raised'), { found: after(id).join('') }));
}

function checkDeputies(procedure: Procedure, id: Id): Problem[] {
  return (procedure.parties[id]?.deputies ?? []).flatMap((deputy, index) => {
    const at = pointerTo('parties', id, 'deputies', index);
    const foreign = deputy.tasks.filter((task) => procedure.tasks[task] !== undefined && !doesTask(procedure, id, procedure.tasks[task]));
    return [
      ...when(deputy.tasks.length === 0, 'P-090', procedure, `${at}/tasks`),
      ...foreign.flatMap((task) => when(true, 'P-087', procedure, `${at}/tasks/${deputy.tasks.indexOf(task)}`, { found: task })),
    ];
  });
}

/** The party does it, votes in it, or belongs to a body that does. */
function doesTask(procedure: Procedure, party: Id, task: Task): boolean {
  const parties = [...doersOf(procedure, task), ...(task.agreement?.of ?? [])];
  return parties.some((id) => id === party || procedure.parties[id]?.seats?.includes(party) === true);
}
