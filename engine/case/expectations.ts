// What a walkthrough expects of a case at one moment, held against the case. Each expectation that does not hold is told
// with its place in the file, what was expected and what was found. It runs nothing (walkthrough.ts does).
import type { Id } from '../procedure/types.ts';
import type { Instant } from '../time/types.ts';
import type { Versions } from './compile.ts';
import { compiledOf } from './replay.ts';
import { deadlines } from './deadlines.ts';
import type { Case, DeadlineView } from './types.ts';
import type { Expectation, WalkFailure } from './walkthrough-types.ts';

/** The active stages that hold no other active stage. */
export function innermost(versions: Versions, held: Case): readonly Id[] {
  const { stages } = held;
  const definitions = compiledOf(versions, held).procedure.stages;
  const holding = new Set(stages.map((stage) => definitions[stage]?.within));
  return stages.filter((stage) => !holding.has(stage));
}

/** What a check compares: place below `expect`, what is expected, what came, and a sentence for when they differ. */
interface Check { readonly place: string; readonly expected: string; readonly found: string; readonly words: string }

/**
 * The expectations that do not hold at a moment.
 * @param index place of the step, from 0
 */
export function expectationFailures(versions: Versions, held: Case, at: Instant, expected: Expectation, index: number): readonly WalkFailure[] {
  const checks = [...stageChecks(versions, held, expected), ...taskChecks(held, expected), ...sentChecks(held, expected), ...dueChecks(versions, held, at, expected)];
  return checks.filter((check) => check.expected !== check.found)
    .map(({ place, ...told }) => ({ step: index + 1, pointer: `/steps/${index}/expect/${place}`, ...told }));
}

function stageChecks(versions: Versions, held: Case, { stages, caseType, closed }: Expectation): readonly Check[] {
  return [
    ...(stages ? [{ place: 'stages', expected: listed(stages), found: listed(innermost(versions, held)), words: 'The case is in other stages.' }] : []),
    ...(caseType === undefined ? [] : [{ place: 'caseType', expected: caseType, found: held.caseType ?? 'none', words: 'The case has another case type.' }]),
    ...(closed === undefined ? [] : [{ place: 'closed', expected: openness(closed), found: openness(held.closed !== undefined), words: closed ? 'The case is not closed.' : 'The case is closed.' }]),
  ];
}

const openness = (closed: boolean): string => (closed ? 'closed' : 'open');

function taskChecks(held: Case, { open = [], notOpen = [] }: Expectation): readonly Check[] {
  const state = (task: Id): string => held.tasks[task]?.at(-1)?.state ?? 'not raised';
  return [
    ...open.map((task, index) => ({ place: `open/${index}`, expected: `${task} open`, found: `${task} ${state(task)}`, words: `The task ${task} is not open.` })),
    ...notOpen.filter((task) => state(task) === 'open').map((task) => ({ place: `notOpen/${notOpen.indexOf(task)}`, expected: `${task} not open`, found: `${task} open`, words: `The task ${task} is open.` })),
  ];
}

function sentChecks(held: Case, { sent = {} }: Expectation): readonly Check[] {
  return Object.entries(sent).map(([task, parties]) => {
    const recipients = held.tasks[task]?.at(-1)?.recipients ?? [];
    const reached = recipients.filter((recipient) => recipient.sent !== undefined).map(({ party }) => party);
    return { place: `sent/${task}`, expected: listed(parties), found: listed(reached), words: `The exchange ${task} went to others.` };
  });
}

function dueChecks(versions: Versions, held: Case, at: Instant, { due = {} }: Expectation): readonly Check[] {
  const { timescales = {} } = compiledOf(versions, held).procedure;
  // A distance between two acts also sets a date at its other end, under the same timescale; the key means the task it is for.
  const views = Object.keys(due).length === 0 ? [] : deadlines(versions, held, at).filter(({ timescale, task }) => timescales[timescale]?.for === task);
  return Object.entries(due).flatMap(([key, { date, state }]) => {
    const place = `due/${key.replaceAll('/', '~1')}`;
    const [view, ...more] = views.filter((one) => answersTo(one, key));
    if (!view) return [{ place, expected: 'a deadline', found: 'none', words: `There is no deadline ${key}.` }];
    if (more.length > 0) return [{ place, expected: 'one deadline', found: `${more.length + 1}`, words: `There are several deadlines ${key}; name the recipient after a stroke.` }];
    return [
      ...(date === undefined ? [] : [{ place: `${place}/date`, expected: date, found: view.date ?? 'no date', words: `The deadline ${key} falls on another date. ${view.sentence}` }]),
      ...(state === undefined ? [] : [{ place: `${place}/state`, expected: state, found: view.state, words: `The deadline ${key} stands otherwise. ${view.sentence}` }]),
    ];
  });
}

function answersTo({ timescale, recipient }: DeadlineView, key: string): boolean {
  return key === timescale || key === `${timescale}/${recipient ?? ''}`;
}

function listed(ids: readonly Id[]): string {
  return ids.length === 0 ? 'none' : ids.toSorted().join(', ');
}
