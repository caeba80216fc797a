// Cases that the traps are tried on: a shipped walkthrough up to a moment, with acts of ours after it, or a case of our
// own. Only what a page would ask of the engine is read from them.
import { commandOf, deadlines, perform, replay, rules, tasks, time, versionsFor, walk, type Case, type DeadlineView, type Procedure, type Refusal, type RuleView, type TaskView, type Versions, type Walkthrough, type WalkthroughStep } from '../../engine/index.ts';
import { shippedProcedure, shippedWalkthroughs } from '../engine/case/shipped.ts';

export type Act = Extract<WalkthroughStep, { readonly do: unknown }>;
export type Facts = NonNullable<Act['do']['answers']>;
export type Readings = Readonly<Record<string, string | number>>;

/** The folders under procedures/. */
export const slugs = ['bath-and-north-east-somerset', 'kscp', 'stockport', 'tower-hamlets', 'trafford'] as const;
export const procedures: ReadonlyMap<string, Procedure> = new Map(slugs.map((slug) => [slug, shippedProcedure(slug)]));
const walkthroughs: ReadonlyMap<string, Walkthrough> = new Map(shippedWalkthroughs().map(({ file, walkthrough }) => [file.replace('.json', ''), walkthrough]));

export function procedureOf(slug: string): Procedure {
  const found = procedures.get(slug);
  if (!found) throw new Error(`the procedure ${slug} is missing`);
  return found;
}

export const act = (at: string, as: string, body: Act['do'], more: Partial<Pick<Act, 'occurred' | 'onBehalfOf'>> = {}): Act => ({ at, as, person: 'X.Y.', do: body, ...more });
export const correct = (at: string, as: string, answers: Facts): Act => act(at, as, { type: 'recordAnswers', mode: 'correct', answers, reason: 'Invented.' });

/** The act of a shipped walkthrough at a moment, with some of its fields changed. */
export function shippedAct(file: string, at: string, changes: Readonly<Record<string, unknown>> = {}): Act {
  const found = walkthroughs.get(file)?.steps.find((step): step is Act => 'do' in step && step.at === at);
  if (!found) throw new Error(`${file} has no act at ${at}`);
  const { expect: _, ...bare } = found;
  return { ...bare, do: { ...bare.do, ...changes } };
}

interface Standing { readonly versions: Versions; readonly held: Case; /** Of the last act; absent when it was accepted. */ readonly refusal?: Refusal }
const standings = new Map<string, Standing>();

/** A shipped case as it stands after all it did up to a moment, then after further acts; under other readings, where given. */
export function upTo(file: string, moment: string, further: readonly Act[] = [], settings?: Readings) {
  const shipped = walkthroughs.get(file);
  if (!shipped) throw new Error(`the walkthrough ${file} is missing`);
  const key = JSON.stringify([file, moment, settings]);
  const own = (): Standing => standing({ ...shipped, ...(settings && { settings }), steps: shipped.steps.filter(({ at }) => at <= moment).map(({ expect: _, ...step }) => step as WalkthroughStep) });
  const before = standings.get(key) ?? own();
  standings.set(key, before);
  return told(further.reduce((so, step, index) => tried(so, step, shipped.procedure, 1000 + index), before));
}

/** A case of our own on a shipped procedure. */
export const invented = (procedure: string, steps: readonly Act[], settings: Readings = {}) =>
  told(standing({ format: 1, id: 'invented', title: 'Invented', procedure, invented: 'All invented.', settings, steps }));

function standing(walkthrough: Walkthrough): Standing {
  const versions = versionsFor(walkthrough, procedureOf(walkthrough.procedure));
  const { case: held, steps } = walk(walkthrough, versions);
  if (!held) throw new Error('the case was not opened');
  const refusal = steps.at(-1)?.refusal;
  return { versions, held, ...(refusal && { refusal }) };
}

function tried({ versions, held }: Standing, step: Act, procedure: string, index: number): Standing {
  const now = time.parseDateTime(step.at) ?? 0;
  const outcome = perform(versions, held, commandOf(step, held.id, index), { now, role: step.as, person: step.person, procedure, ...(step.onBehalfOf !== undefined && { onBehalfOf: step.onBehalfOf }) });
  return outcome.ok ? { versions, held: outcome.case } : { versions, held: replay(versions, held.events, now), refusal: outcome.refusal };
}

function told({ versions, held, refusal }: Standing) {
  const clocks = deadlines(versions, held, held.asOf);
  return {
    held, versions, clocks, refusal,
    clock: (timescale: string, recipient?: string): DeadlineView | undefined => clocks.find((one) => one.timescale === timescale && (recipient === undefined || one.recipient === recipient)),
    state: (task: string): string | undefined => held.tasks[task]?.at(-1)?.state,
    sentTo: (task: string): readonly string[] => sentTo(held, task),
    task: (id: string, role?: string): TaskView | undefined => tasks(versions, held, held.asOf, role).find((one) => one.id === id),
    rule: (id: string): RuleView['result'] | undefined => rules(versions, held).find(({ rule }) => rule === id)?.result,
    departures: held.findings.flatMap(({ code, rule }) => (code === 'departure' && rule ? [rule] : [])),
  };
}

function sentTo(held: Case, task: string): readonly string[] {
  return (held.tasks[task]?.at(-1)?.recipients ?? []).flatMap(({ party, sent }) => (sent === undefined ? [] : [party]));
}

/** A Tower Hamlets report of an incident, known to the authority on a day; the rest is of no moment. */
export const reported = (at: string, incident: string, aware: string, more: Partial<Pick<Act, 'occurred'>> = {}): Act =>
  act(at, 'team-manager', { type: 'openCase', reference: 'TH-2027-099', door: 'incident-report', source: 'mash', lateReason: 'Invented.', answers: { 'child-initials': 'Q.X.', 'incident-at': incident, 'aware-on': aware, 'first-account': 'Invented.' } }, more);
