// A shipped walkthrough told to a moment on the public engine, with other readings or further acts, and what is asked
// of the case afterwards. It runs on a damaged procedure too: whatever could not be done is then simply not there.
import { expect } from 'vitest';
import { deadlines, explain, rules, tasks, versionsFor, walk } from '../../engine/index.ts';
import type { Case, CaseRecipient, DeadlineView, Explanation, Id, Procedure, Refusal, RuleView, Scalar, TaskView, Versions, Walkthrough, WalkthroughStep } from '../../engine/index.ts';
import { shippedWalkthroughs } from '../engine/case/shipped.ts';

type Act = Exclude<WalkthroughStep, { readonly look: true }>;
type RawAnswers = NonNullable<Act['do']['answers']>;

export interface Told {
  readonly held: Case | undefined;
  readonly versions: Versions;
  /** Innermost stages after the last step. */
  readonly stages: readonly Id[];
  /** Stages in the order in which they were entered, each visit once. */
  readonly visited: readonly Id[];
  /** Refusal of the last step. */
  readonly refusal: Refusal | undefined;
  readonly refusals: readonly { readonly at: string; readonly code: string; readonly rule?: Id }[];
  readonly rule: (id: Id) => RuleView | undefined;
  readonly why: (id: Id) => Explanation | undefined;
  readonly state: (task: Id) => string | undefined;
  readonly records: (task: Id) => NonNullable<Case['tasks'][Id]>;
  readonly recipients: (task: Id) => readonly CaseRecipient[];
  readonly sent: (task: Id) => readonly Id[];
  readonly task: (id: Id, role?: Id) => TaskView | undefined;
  readonly clock: (id: Id, recipient?: Id) => DeadlineView | undefined;
  readonly departures: (task: Id) => readonly Id[];
}
export interface Telling {
  /** Steps after this moment are left out; the whole walkthrough without it. */
  readonly until?: string;
  readonly settings?: Readonly<Record<Id, Scalar>>;
  /** Acts after those of the walkthrough. */
  readonly then?: readonly WalkthroughStep[];
  /** The walkthrough's own steps, changed. */
  readonly step?: (step: Act) => Act;
}

const shipped = new Map(shippedWalkthroughs().map(({ walkthrough }) => [walkthrough.id, walkthrough]));

/** A shipped walkthrough by its id. */
export function shippedStory(id: Id): Walkthrough {
  const found = shipped.get(id);
  if (!found) throw new Error(`the walkthrough ${id} is missing`);
  return found;
}

/** The case of a shipped walkthrough, on the procedure given. */
export function told(procedure: Procedure, id: Id, { until, settings, then = [], step = (same) => same }: Telling = {}): Told {
  const story = shippedStory(id);
  const own = story.steps.filter(({ at }) => until === undefined || at <= until).map((one) => ('look' in one ? one : step(bare(one))));
  const readings = settings ?? story.settings;
  return tell(procedure, { ...story, steps: [...own, ...then], ...(readings && { settings: readings }) });
}

/** A walkthrough on the procedure given; what was not to be done is left undone. */
export function tell(procedure: Procedure, walkthrough: Walkthrough): Told {
  const versions = versionsFor(walkthrough, procedure);
  const { case: held, steps } = walk(walkthrough, versions);
  const records = (task: Id) => held?.tasks[task] ?? [];
  const recipients = (task: Id): readonly CaseRecipient[] => records(task).at(-1)?.recipients ?? [];
  return {
    held, versions, records, recipients,
    stages: steps.at(-1)?.stages ?? [],
    visited: held?.visits.map(({ stage }) => stage) ?? [],
    refusal: steps.at(-1)?.refusal,
    refusals: steps.flatMap(({ at, refusal }) => (refusal ? [{ at, code: refusal.code, ...(refusal.rule !== undefined && { rule: refusal.rule }) }] : [])),
    rule: (id) => (held ? rules(versions, held).find(({ rule }) => rule === id) : undefined),
    why: (id) => (held ? explain(versions, held, { rule: id }) : undefined),
    state: (task) => records(task).at(-1)?.state,
    sent: (task) => recipients(task).filter(({ sent }) => sent !== undefined).map(({ party }) => party),
    task: (id, role) => (held ? tasks(versions, held, held.asOf, role).find((one) => one.id === id) : undefined),
    clock: (id, recipient) => (held ? deadlines(versions, held, held.asOf).find((one) => one.timescale === id && (recipient === undefined || one.recipient === recipient)) : undefined),
    departures: (task) => (held?.findings ?? []).flatMap((finding) => (finding.code === 'departure' && finding.task === task ? [finding.rule ?? ''] : [])),
  };
}

function bare({ expect: _, ...act }: Act): Act {
  return act;
}

/** One act by a party, its person invented. */
export function act(at: string, as: Id, body: Act['do'], more: Partial<Act> = {}): Act {
  return { at, as, person: 'X.Y.', do: body, ...more };
}

/** The walkthrough's acts on one task, with answers added to theirs. */
export function answering(task: Id, answers: RawAnswers): (step: Act) => Act {
  return (step) => (step.do['task'] === task ? { ...step, do: { ...step.do, answers: { ...step.do.answers, ...answers } } } : step);
}

/** The opening of the case with answers added to its own. */
export function opening(answers: RawAnswers): (step: Act) => Act {
  return (step) => (step.do.type === 'openCase' ? { ...step, do: { ...step.do, answers: { ...step.do.answers, ...answers } } } : step);
}

/** The last act was refused with this code, and by this rule where one is named. */
export function expectRefused({ refusal }: Told, code: string, rule?: Id): void {
  expect([refusal?.code, ...(rule === undefined ? [] : [refusal?.rule])]).toEqual([code, ...(rule === undefined ? [] : [rule])]);
}

/** The last act was accepted. */
export function expectAccepted({ refusal }: Told): void {
  expect(refusal?.words).toBeUndefined();
}
