// A storyboard run on the engine: the case after each step, and why a step was not accepted. Steps that did not change
// since the last run are not run again. And everything that keeps it from being played, in words, each at its place.
import { civilDateTime, instantOf, parseDateTime, type Day, type Instant } from '../../time/index.ts';
import type { Id, Procedure } from '../../procedure/types.ts';
import { EndlessLoop, NotTaken } from '../../statechart/index.ts';
import { versionsOf, type CompiledProcedure } from '../compile.ts';
import { perform } from '../perform.ts';
import { replay } from '../replay.ts';
import type { Case, Outcome, Refusal } from '../types.ts';
import { commandOf } from '../walkthrough.ts';
import type { WalkthroughProblem } from '../walkthrough-read.ts';
import type { WalkthroughAct, WalkthroughStep } from '../walkthrough-types.ts';
import { scenarioProblems } from './scenario-read.ts';
import type { Scenario } from './types.ts';

/** Why a step was not accepted. `waits`: only because no case was open. */
export interface Refused { readonly words: string; readonly remedy: string; /** Questions that it lacks an answer to. */ readonly fields?: readonly Id[]; readonly waits?: true }
/** A step after it was run. `case` is the case as it then stands; absent until one is open. */
export interface RunStep { readonly step: WalkthroughStep; readonly case?: Case; readonly refusal?: Refused }
export interface StoryRun { readonly compiled: CompiledProcedure; readonly id: string; readonly steps: readonly RunStep[] }

/** Runs the steps. `before` is the run of an earlier state of the same storyboard, of which the beginning is kept. */
export function storyRun(compiled: CompiledProcedure, { id, steps, procedure }: Pick<Scenario, 'id' | 'steps' | 'procedure'>, before?: StoryRun): StoryRun {
  const known = before?.compiled === compiled && before.id === id ? before.steps : [];
  const done: RunStep[] = [];
  let unchanged = true;
  for (const [index, step] of steps.entries()) {
    const kept: RunStep | undefined = unchanged && known[index]?.step === step ? known[index] : undefined;
    unchanged = kept !== undefined;
    done.push(kept ?? runStep(compiled, id, procedure, step, index, done.at(-1)?.case));
  }
  return { compiled, id, steps: done };
}

const NONE_OPEN: Refused = { words: 'No case has been opened before this.', remedy: 'Put the step that opens the case first.', waits: true };

function runStep(compiled: CompiledProcedure, id: string, procedure: string, step: WalkthroughStep, index: number, held: Case | undefined): RunStep {
  const now = parseDateTime(step.at);
  const standing = held === undefined ? {} : { case: held };
  if (!('do' in step) || now === undefined) return { step, ...standing };
  if (held === undefined && step.do.type !== 'openCase') return { step, refusal: NONE_OPEN };
  const outcome = tried(compiled, held, { step, id, procedure, index, now });
  if (!outcome.ok) return { step, ...standing, refusal: refusedOf(outcome.refusal) };
  return { step, case: outcome.case };
}

function refusedOf({ words, remedy, missing = [] }: Pick<Refusal, 'words' | 'remedy'> & Partial<Pick<Refusal, 'missing'>>): Refused {
  const fields = missing.flatMap(({ kind, id }) => (kind === 'field' ? [id] : []));
  return { words, remedy, ...(fields.length === 0 ? {} : { fields }) };
}

interface Trying { readonly step: WalkthroughAct; readonly id: string; readonly procedure: string; readonly index: number; readonly now: Instant }

/** The outcome, or in its place why the procedure does not come to rest. */
function tried(compiled: CompiledProcedure, held: Case | undefined, { step, id, procedure, index, now }: Trying): Outcome | { readonly ok: false; readonly refusal: Refused } {
  try {
    return perform(versionsOf([compiled]), held ?? [], commandOf(step, id, index), { now, role: step.as, person: step.person, procedure, ...(step.onBehalfOf === undefined ? {} : { onBehalfOf: step.onBehalfOf }) });
  } catch (error) {
    if (error instanceof EndlessLoop || error instanceof NotTaken) return { ok: false, refusal: { words: error.message, remedy: '' } };
    throw error;
  }
}

/** The case as it stands at a moment of the story, after the steps up to it; undefined before one is open. */
export function storyCaseAt({ compiled, steps }: StoryRun, at: string, through?: number): Case | undefined {
  const last = through === undefined ? steps.findLastIndex(({ step }) => step.at <= at) : through;
  const held = steps[last]?.case;
  const now = parseDateTime(at);
  return held === undefined || now === undefined ? held : replay(versionsOf([compiled]), held.events, Math.max(now, held.asOf));
}

/** Everything that keeps a storyboard from being played, each with its place. At most one of the engine's for all steps that wait for a case to be open. */
export function storyProblems(run: StoryRun, scenario: Scenario, procedure: Procedure): readonly WalkthroughProblem[] {
  return [...emptyProblems(scenario), ...scenarioProblems(scenario, procedure), ...refusals(run)];
}

function refusals({ steps }: StoryRun): readonly WalkthroughProblem[] {
  let waiting = false;
  return steps.flatMap(({ step, refusal }, index): readonly WalkthroughProblem[] => {
    const meant = 'do' in step && step.expect?.refused !== undefined;
    if (refusal === undefined) return meant ? [problem(`/steps/${index}/do`, 'a refusal', 'accepted', 'This step is there to be refused, and is accepted.')] : [];
    if (meant) return [];
    if (refusal.waits === true && waiting) return [];
    waiting ||= refusal.waits === true;
    return [problem(`/steps/${index}/do`, 'an act that is accepted', 'refused', `${refusal.words} ${refusal.remedy}`.trim())];
  });
}

function problem(pointer: string, expected: string, found: string, words: string): WalkthroughProblem {
  return { pointer, expected, found, words };
}

/** Words that have to be there and are not. */
function emptyProblems({ title, aims = [], cast = [], opening, injects = [], questions = [], notes = [], steps }: Scenario): readonly WalkthroughProblem[] {
  const empty = (pointer: string, words: string, text: string | undefined): readonly WalkthroughProblem[] => (text === undefined || text.trim() !== '' ? [] : [problem(pointer, 'words', 'nothing', words)]);
  return [
    ...empty('/title', 'The scenario has no title.', title),
    ...aims.flatMap((aim, index) => empty(`/aims/${index}`, 'A learning aim is empty.', aim)),
    ...cast.flatMap(({ person, brief }, index) => [...empty(`/cast/${index}/person`, 'Somebody in the cast has no initials.', person), ...empty(`/cast/${index}/brief`, 'What a role knows is empty.', brief)]),
    ...empty('/opening/words', 'Nothing says how it begins.', opening?.words), ...(opening?.facts ?? []).flatMap((fact, index) => empty(`/opening/facts/${index}`, 'A fact that is known at the beginning is empty.', fact)),
    ...injects.flatMap((one, index) => [...empty(`/injects/${index}/title`, 'News has no title.', one.title), ...empty(`/injects/${index}/words`, 'News does not say what the room is told.', one.words)]),
    ...questions.flatMap((one, index) => [...empty(`/questions/${index}/ask`, 'A question does not say what is asked.', one.ask), ...choiceProblems(one.choices, index)]),
    ...notes.flatMap(({ words }, index) => empty(`/notes/${index}/words`, 'A note for the facilitator is empty.', words)),
    ...steps.flatMap((step, index) => ('do' in step ? empty(`/steps/${index}/person`, 'A step does not say who acts.', step.person) : [])),
    ...(steps.length === 0 ? [problem('/steps', 'a step that opens the case', 'nothing', 'No step opens a case.')] : []),
  ];
}
function choiceProblems(choices: readonly { readonly words: string; readonly feedback: string }[], index: number): readonly WalkthroughProblem[] {
  const few = choices.length < 2 ? [problem(`/questions/${index}/choices`, 'two answers or more', String(choices.length), 'A question needs two answers to choose from.')] : [];
  const empty = choices.flatMap(({ words, feedback }, place) => (words.trim() === '' || feedback.trim() === '' ? [problem(`/questions/${index}/choices/${place}`, 'words', 'nothing', words.trim() === '' ? 'An answer has no words.' : 'Nothing is said after an answer was chosen.')] : []));
  return [...few, ...empty];
}

/** A storyboard to begin with: the case opened at a door on a day at nine, by the first who may. */
export function newScenario(procedure: Procedure, id: string, on: Day, words: { readonly title: string; readonly opening: string; readonly invented: string }): Scenario {
  const [door, { by = [], sources } = { by: [] }] = Object.entries(procedure.doors)[0] ?? ['', undefined];
  const role = by[0] ?? Object.keys(procedure.parties)[0] ?? '';
  const at = civilDateTime(instantOf(on, 9 * 60));
  const source = sources?.[0]?.id;
  return {
    format: 1, id, title: words.title, procedure: procedure.id, invented: words.invented, guided: 'facilitated', minutes: 30, aims: [], cast: [{ role, person: 'A.A.' }],
    opening: { until: at, words: words.opening }, injects: [], questions: [], notes: [],
    steps: [{ at, as: role, person: 'A.A.', do: { type: 'openCase', reference: 'REHEARSAL-1', door, answers: {}, ...(source === undefined ? {} : { source }) } }],
  };
}
