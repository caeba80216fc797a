// What may come about in a case, brought about on a copy of it: an act with what it needs, an answer, a way chosen, time
// passing. What the form, the meeting and the hands of an act ask for belongs to the act and is supplied with it. Facts
// that a rule or a route asks for, an earliest date and other acts do not: they are said, or nothing comes of it.
import { advance } from '../../case/fold.ts';
import { recordOf, type Folded } from '../../case/folded.ts';
import { perform, versionsOf, type CompiledProcedure } from '../../case/index.ts';
import { completeStates } from '../../case/recipients.ts';
import { commandOf } from '../../case/walkthrough.ts';
import type { RawAnswer, WalkthroughCommand } from '../../case/walkthrough-types.ts';
import type { Id } from '../../procedure/types.ts';
import { civilDate, londonDay } from '../../time/index.ts';
import type { Instant } from '../../time/types.ts';
import { commandFor, deciders, doersNow, doingAs, expectsReply, insider, owing, type Doing } from '../runs/acts.ts';
import { lastFor } from '../runs/clocks.ts';
import { mend } from '../runs/mending.ts';
import { minuteAfter, written } from '../runs/moments.ts';
import { nextSignature } from '../runs/signing.ts';

export type RawAnswers = Readonly<Record<Id, RawAnswer>>;
/** `part`: only the sending, or only what is still to come back; `answers`: facts without which it would not lead there; `from`: the first moment at which it may be done. */
export type Happening =
  | { readonly kind: 'do'; readonly task: Id; readonly options?: readonly Id[]; readonly part?: 'sent' | 'replies'; readonly answers?: RawAnswers; readonly from?: Instant }
  | { readonly kind: 'answer'; readonly question: Id; readonly value: RawAnswer }
  | { readonly kind: 'plan' | 'agree'; readonly of: Id; readonly on: string }
  | { readonly kind: 'choose'; readonly transition: Id; readonly answers?: RawAnswers }
  | { readonly kind: 'lapse'; readonly timescale: Id }
  | { readonly kind: 'relate'; readonly relation: Id; readonly state: 'open' | 'ended' }
  | { readonly kind: 'reopen' };

/** A copy of a case on which things are brought about. */
export interface Stand { readonly compiled: CompiledProcedure; readonly held: Folded; readonly now: Instant }
/** What came of it: the copy after it, with facts and a date that had to be found where `learn` allowed it. */
export interface Came { readonly stand: Stand; readonly answers: RawAnswers; readonly from?: Instant }
/** Why nothing came of it; `first`: what would have to be done before. */
export interface Refused { readonly words: string; readonly first?: { readonly task: Id; readonly option?: Id } }
export const cameAbout = (one: Came | Refused): one is Came => 'stand' in one;

/** Brings all about, one after another; undefined where one does not come about. Nothing is found that is not said. */
export function supplied(stand: Stand, happenings: readonly Happening[]): Stand | undefined {
  let at = stand;
  for (const one of happenings) {
    const came = happen(at, one, false);
    if (!cameAbout(came)) return undefined;
    at = came.stand;
  }
  return at;
}

/** Brings one about. With `learn`, facts and dates that it turns out to need are found and told. */
export function happen(stand: Stand, one: Happening, learn: boolean): Came | Refused {
  const { compiled: { procedure } } = stand;
  switch (one.kind) {
    case 'do': return doTask(stand, one, learn);
    case 'lapse': return lapse(stand, one.timescale);
    case 'answer': return act(stand, anybody(stand), { type: 'recordAnswers', mode: 'change', answers: { [one.question]: one.value } }, learn);
    case 'plan': return act(stand, firstDoer(stand, one.of), { type: 'planTask', task: one.of, on: one.on }, learn);
    case 'agree': return act(stand, anybody(stand), { type: 'agreeDate', timescale: one.of, on: one.on }, learn);
    case 'relate': return act(stand, anybody(stand), { type: 'recordRelation', relation: one.relation, state: one.state }, learn);
    case 'reopen': return act(stand, doingAs(procedure, procedure.closing?.reopen?.by[0] ?? ''), { type: 'reopenCase', reason: 'Reason as discussed.' }, learn);
    case 'choose': return choose(stand, one, learn);
  }
}

const anybody = ({ compiled: { procedure } }: Stand): Doing => doingAs(procedure, insider(procedure) ?? '');
const firstDoer = (stand: Stand, task: Id): Doing => doersNow(stand.compiled, stand.held, task)[0] ?? anybody(stand);

function choose(stand: Stand, { transition, answers }: Extract<Happening, { kind: 'choose' }>, learn: boolean): Came | Refused {
  const on = stand.compiled.transitions.get(transition)?.transition.on;
  const by = doingAs(stand.compiled.procedure, on && 'chosen' in on ? (on.chosen.by[0] ?? '') : '');
  const told = answers && Object.keys(answers).length > 0 ? act(stand, anybody(stand), { type: 'recordAnswers', mode: 'change', answers }, learn) : { stand, answers: {} };
  return cameAbout(told) ? act(told.stand, by, { type: 'takeTransition', transition, reason: 'Reason as discussed.' }, learn) : told;
}

function lapse(stand: Stand, timescale: Id): Came | Refused {
  const { compiled, held, now } = stand;
  const task = compiled.timescales.get(timescale)?.timescale.for;
  const latest = task === undefined ? undefined : lastFor(compiled, held, task, ['done', 'sent', 'planned', 'replied']);
  if (latest === undefined) return { words: 'Its clock does not run.' };
  const later = minuteAfter(Math.max(now, latest));
  return { stand: { compiled, held: advance(compiled, held, later), now: later }, answers: {} };
}

type Do = Extract<Happening, { kind: 'do' }>;

function doTask(before: Stand, { task, options = [], part, answers = {}, from }: Do, learn: boolean): Came | Refused {
  const { compiled } = before;
  const stand = from !== undefined && from > before.now ? { ...before, now: from } : before;
  const bare = commandFor(compiled.procedure, task, options);
  const command = Object.keys(answers).length > 0 ? { ...bare, answers } : bare;
  const doers = bare.type === 'decide' ? deciders(compiled, stand.held, task) : doersNow(compiled, stand.held, task).slice(0, 1);
  let came: Came | Refused = doers.length === 0 ? { words: 'Nobody may do it.' } : { stand, answers: {} };
  if (part !== 'replies') for (const [index, doer] of doers.entries()) if (cameAbout(came) && (index === 0 || recordOf(came.stand.held, task)?.state !== 'done')) came = onward(came, (at) => act(at, doer, command, learn));
  if (part === 'sent' || !cameAbout(came)) return came;
  if (bare.type === 'sendExchange') came = replies(came, task, doers[0] as Doing, learn);
  for (let next = cameAbout(came) ? nextSignature(compiled, came.stand.held, task) : undefined; next && cameAbout(came); next = cameAbout(came) ? nextSignature(compiled, came.stand.held, task) : undefined) { const { doing, command: signs } = next; came = onward(came, (at) => act(at, doing, signs, learn)); }
  return came;
}

function replies(sent: Came, task: Id, asker: Doing, learn: boolean): Came | Refused {
  const { compiled, held } = sent.stand;
  const definition = compiled.procedure.tasks[task];
  if (!definition || !expectsReply(compiled.procedure, task)) return sent;
  const states = completeStates(definition);
  const state = definition.expects === 'acknowledgement' && states.includes('acknowledged') ? 'acknowledged' : states.includes('received') ? 'received' : (states[0] ?? 'received');
  return owing(compiled, held, task).reduce<Came | Refused>((came, recipient) => (cameAbout(came) ? onward(came, (at) => act(at, asker, { type: 'recordReply', task, recipient, state }, learn)) : came), sent);
}

/** What comes next on the copy, with what was found on the way there. */
function onward(came: Came, next: (stand: Stand) => Came | Refused): Came | Refused {
  const after = next(came.stand);
  const from = came.from ?? (cameAbout(after) ? after.from : undefined);
  return cameAbout(after) ? { stand: after.stand, answers: { ...came.answers, ...after.answers }, ...(from !== undefined && { from }) } : after;
}

const MOST_TRIES = 14;
/** Refusals that facts would lift: those facts are none of the act's own. */
const BY_FACTS = new Set(['forced-option', 'forbidden', 'waits', 'contradictory']);

function act({ compiled, held, now }: Stand, doing: Doing, command: WalkthroughCommand, learn: boolean): Came | Refused {
  const versions = versionsOf([compiled]);
  const found: Record<Id, RawAnswer> = {};
  let [current, by, at, from, why] = [command, doing, now, undefined as Instant | undefined, ''];
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const step = { at: written(at), as: by.as, person: by.person, do: current };
    const outcome = perform(versions, held, commandOf(step, `ahead-${held.events.length}`, tries), { now: at, role: by.as, person: by.person, procedure: compiled.procedure.id, ...(by.onBehalfOf !== undefined && { onBehalfOf: by.onBehalfOf }) });
    // A case that perform gives is folded.
    if (outcome.ok) return { stand: { compiled, held: outcome.case as Folded, now: at }, answers: found, ...(from !== undefined && { from }) };
    why = outcome.refusal.words;
    const factual = BY_FACTS.has(outcome.refusal.code);
    const mended = factual && !learn ? undefined : mend({ compiled, held, command: current, refusal: outcome.refusal, dates: { now: at, dates: new Map() } });
    if (mended?.kind === 'first') return { words: why, first: mended };
    if (!mended || mended.kind === 'answers' || (mended.kind === 'later' && !learn)) break;
    if (mended.kind === 'later') { at = Math.max(mended.at, minuteAfter(at)); from = at; continue; }
    if (factual) Object.assign(found, changedIn(current, mended.command));
    current = mended.command;
    if (mended.as !== undefined) by = doingAs(compiled.procedure, mended.as);
  }
  return { words: why };
}

const changedIn = (before: WalkthroughCommand, after: WalkthroughCommand): RawAnswers => Object.fromEntries(Object.entries(after.answers ?? {}).filter(([id, value]) => JSON.stringify(before.answers?.[id]) !== JSON.stringify(value)));

/** A day for a plan or an agreement: a week from now. */
export const weekFrom = (now: Instant): string => civilDate(londonDay(now) + 7);
