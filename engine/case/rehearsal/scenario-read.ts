// Reading a scenario file, which may come from anybody: the gates and the schema that every walkthrough passes, then
// its meaning on one procedure, with each problem in words. A plain walkthrough is a scenario too.
import type { Id, Procedure } from '../../procedure/types.ts';
import { parseDateTime } from '../../time/index.ts';
import { readWalkthrough, type WalkthroughProblem, type WalkthroughSchema } from '../walkthrough-read.ts';
import type { Scenario } from './types.ts';

export type ScenarioRead = { readonly ok: true; readonly scenario: Scenario } | { readonly ok: false; readonly problems: readonly WalkthroughProblem[] };

/**
 * The scenario in the text of a file, or the problems that keep it from being one. Never throws.
 * @param schema the parsed examples/scenario.schema.json
 */
export function readScenario(text: string, schema: WalkthroughSchema): ScenarioRead {
  const foreign = foreignFile(text);
  if (foreign) return { ok: false, problems: [foreign] };
  const read = readWalkthrough(text, schema);
  // The cast is what the schema has just established.
  return read.ok ? { ok: true, scenario: read.walkthrough as Scenario } : read;
}

/** A copy of cases or a single case is told apart by its own parts, so that the refusal can say what it is. */
function foreignFile(text: string): WalkthroughProblem | undefined {
  if (!/"(hash|digest|salt)"\s*:/.test(text.slice(0, 2_000_000))) return undefined;
  return { pointer: '', expected: 'a scenario', found: 'a record of cases', words: 'This file holds the record of a case. A rehearsal never opens one: make a scenario of the case where it is kept, with names taken out and dates moved.' };
}

/** What a scenario names that the procedure does not have, and times that do not fit. */
export function scenarioProblems(scenario: Scenario, procedure: Procedure): readonly WalkthroughProblem[] {
  return [...castProblems(scenario, procedure), ...stepProblems(scenario, procedure), ...timeProblems(scenario), ...questionProblems(scenario)];
}

function problem(pointer: string, expected: string, found: string, words: string): WalkthroughProblem {
  return { pointer, expected, found, words };
}

function unknownRole(procedure: Procedure, pointer: string, role: Id): readonly WalkthroughProblem[] {
  return procedure.parties[role] ? [] : [problem(pointer, 'a role of the procedure', role, `The procedure has no role “${role}”.`)];
}

function castProblems({ cast = [], injects = [] }: Scenario, procedure: Procedure): readonly WalkthroughProblem[] {
  return [
    ...cast.flatMap(({ role }, index) => unknownRole(procedure, `/cast/${index}/role`, role)),
    ...injects.flatMap(({ to = [] }, index) => to.flatMap((role, place) => unknownRole(procedure, `/injects/${index}/to/${place}`, role))),
  ];
}

function stepProblems({ steps }: Scenario, procedure: Procedure): readonly WalkthroughProblem[] {
  return steps.flatMap((step, index) => {
    if (!('do' in step)) return [];
    const task = typeof step.do['task'] === 'string' ? step.do['task'] : undefined;
    const known = task === undefined || procedure.tasks[task] !== undefined;
    return [...unknownRole(procedure, `/steps/${index}/as`, step.as), ...(known ? [] : [problem(`/steps/${index}/do/task`, 'a task of the procedure', task, `The procedure has no task “${task}”.`)])];
  });
}

/** Steps go forward; nothing that comes to the room comes before it begins. */
function timeProblems({ steps, opening, injects = [], questions = [] }: Scenario): readonly WalkthroughProblem[] {
  const begins = parseDateTime(opening?.until ?? steps[0]?.at ?? '') ?? 0;
  const early = (list: string, all: readonly { readonly at: string }[]): readonly WalkthroughProblem[] =>
    all.flatMap(({ at }, index) => ((parseDateTime(at) ?? 0) < begins ? [problem(`/${list}/${index}/at`, 'a moment of the rehearsal', at, 'This comes before the rehearsal begins.')] : []));
  const backwards = steps.flatMap(({ at }, index) => (index > 0 && (parseDateTime(at) ?? 0) < (parseDateTime(steps[index - 1]?.at ?? '') ?? 0) ? [problem(`/steps/${index}/at`, 'a moment not before the step above', at, 'Steps are recorded one after the other.')] : []));
  return [...backwards, ...early('injects', injects), ...early('questions', questions)];
}

function questionProblems({ questions = [] }: Scenario): readonly WalkthroughProblem[] {
  return questions.flatMap(({ choices }, index) => (choices.some(({ right }) => right === true) ? [] : [problem(`/questions/${index}/choices`, 'one choice that is right', 'none', 'No answer to this question is marked as right.')]));
}
