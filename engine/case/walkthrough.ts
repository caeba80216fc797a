// Runs a walkthrough: its acts as commands, in order, and its expectations held against the case after each of them.
// Every id comes from the walkthrough's own, so that the same file always gives the same case, hash for hash.
// It does not know where the file came from (walkthrough-read.ts) nor how failures are printed.
import type { Procedure } from '../procedure/types.ts';
import type { Instant } from '../time/types.ts';
import { parseDateTime } from '../time/index.ts';
import { compile, versionsOf } from './compile.ts';
import type { Versions } from './compile.ts';
import { expectationFailures, innermost } from './expectations.ts';
import { EndlessLoop, NotTaken } from '../statechart/index.ts';
import { perform } from './perform.ts';
import type { Acting } from './perform.ts';
import { replay } from './replay.ts';
import type { Answer, Case, Command, Outcome } from './types.ts';
import type { RawAnswer, Walk, WalkFailure, WalkedStep, Walkthrough, WalkthroughAct, WalkthroughCommand, WalkthroughStep } from './walkthrough-types.ts';

export interface WalkOptions {
  /** Steps recorded later than this are left out: a practice case stops half-way. */
  readonly until?: Instant;
  /** Id of the case and start of its events' ids; the walkthrough's own id when absent. */
  readonly case?: string;
}

/** The procedure ready for this walkthrough, with the readings that it changes. Throws CompileError as `compile` does. */
export function versionsFor(walkthrough: Walkthrough, procedure: Procedure): Versions {
  return versionsOf([compile(procedure, walkthrough.settings ? { settings: walkthrough.settings } : {})]);
}

/** Runs a walkthrough on the latest of the versions given; a step that fails does not stop those after it. Never throws for what the walkthrough says. */
export function walk(walkthrough: Walkthrough, versions: Versions, options: WalkOptions = {}): Walk {
  const steps: WalkedStep[] = [];
  const failures: WalkFailure[] = [];
  let held: Case | undefined;
  for (const [index, step] of walkthrough.steps.entries()) {
    const at = parseDateTime(step.at);
    if (at === undefined) { failures.push(unreadable(index, 'at', step.at)); continue; }
    if (options.until !== undefined && at > options.until) break;
    const taken = take(versions, walkthrough, options.case ?? walkthrough.id, index, at, held);
    held = taken.held;
    steps.push(taken.step);
    failures.push(...taken.failures);
    if (held) failures.push(...expectationFailures(versions, held, at, step.expect ?? {}, index));
  }
  return { steps, failures, events: held?.events ?? [], ...(held ? { case: held } : {}) };
}

interface Taken { readonly held: Case | undefined; readonly step: WalkedStep; readonly failures: readonly WalkFailure[] }

function take(versions: Versions, walkthrough: Walkthrough, caseId: string, index: number, at: Instant, held: Case | undefined): Taken {
  const step = walkthrough.steps[index];
  const later = held && replay(versions, held.events, at);
  const taken = (outcome: WalkedStep['outcome'], after: Case | undefined, failures: readonly WalkFailure[], refusal: Pick<WalkedStep, 'refusal'> = {}): Taken =>
    ({ held: after, step: { step: index + 1, at: step?.at ?? '', outcome, stages: after ? innermost(versions, after) : [], ...refusal }, failures });
  if (!step || 'look' in step) return taken('looked', later, []);
  if (!held && step.do.type !== 'openCase') return taken('refused', held, [failure(index, 'do', 'an open case', 'none', 'No case has been opened yet, so nothing can be done in it.')]);
  const outcome = tried(versions, held, commandOf(step, caseId, index), actingOf(walkthrough, step, at));
  if (outcome instanceof Error) return taken('refused', later, [failure(index, 'do', 'accepted', 'the procedure cannot go on', outcome.message)]);
  const failures = refusalFailures(step, outcome, index);
  return outcome.ok ? taken('accepted', outcome.case, failures) : taken('refused', later, failures, { refusal: outcome.refusal });
}

/** The outcome, or the error of a procedure that does not come to rest. */
function tried(versions: Versions, held: Case | undefined, command: Command, acting: Acting): Outcome | Error {
  try {
    return perform(versions, held ?? [], command, acting);
  } catch (error) {
    if (error instanceof EndlessLoop || error instanceof NotTaken) return error;
    throw error;
  }
}

function actingOf(walkthrough: Walkthrough, step: WalkthroughAct, now: Instant): Acting {
  return { now, role: step.as, person: step.person, procedure: walkthrough.procedure, ...(step.onBehalfOf === undefined ? {} : { onBehalfOf: step.onBehalfOf }) };
}

/** The command of an act, its ids made from the case's id and the step's index (0 for the first), so that each run gives the same. */
export function commandOf(step: WalkthroughAct, caseId: string, index: number): Command {
  const id = `${caseId}-${index + 1}`;
  const occurred = parseDateTime(step.occurred ?? '');
  const { step: confirmed, ...act } = step.do;
  const named = step.do.type === 'openCase' ? { case: caseId } : step.do.type === 'confirmAct' ? { event: `${caseId}-${String(confirmed)}` } : {};
  // The cast is what the schema establishes: the fields are those of the command's type.
  return { ...act, ...answersOf(step.do), ...named, id, salt: id, ...(occurred === undefined ? {} : { occurred }) } as unknown as Command;
}

function answersOf({ type, answers }: WalkthroughCommand): { readonly answers?: Readonly<Record<string, Answer>> } {
  if (answers === undefined) return type === 'openCase' ? { answers: {} } : {};
  return { answers: Object.fromEntries(Object.entries(answers).map(([question, raw]) => [question, isStatus(raw) ? raw : { value: raw }])) };
}

function isStatus(raw: RawAnswer): raw is Extract<RawAnswer, { readonly status: unknown }> {
  return typeof raw === 'object' && 'status' in raw;
}

function refusalFailures(step: WalkthroughAct, outcome: Outcome, index: number): readonly WalkFailure[] {
  const expected = step.expect?.refused;
  if (outcome.ok) return expected ? [failure(index, 'expect/refused', `a refusal (${expected.code})`, 'accepted', 'The act was to be refused, and was accepted.')] : [];
  const { code, words, rule } = outcome.refusal;
  if (!expected) return [failure(index, 'do', 'accepted', `refused (${code})`, `The act was refused: ${words}`)];
  const same = code === expected.code && (expected.rule === undefined || expected.rule === rule);
  const said = (refused: { readonly code: string; readonly rule?: string }): string => (refused.rule === undefined ? refused.code : `${refused.code} by ${refused.rule}`);
  return same ? [] : [failure(index, 'expect/refused', said(expected), said(outcome.refusal), `The act was refused for another reason: ${words}`)];
}

function unreadable(index: number, field: keyof WalkthroughStep, found: string): WalkFailure {
  return failure(index, field, 'a moment such as 2026-12-10T09:05', found, 'The step has no time that can be read, so it was left out.');
}

function failure(index: number, place: string, expected: string, found: string, words: string): WalkFailure {
  return { step: index + 1, pointer: `/steps/${index}/${place}`, expected, found, words };
}
