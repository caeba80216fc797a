// A draft tried on an invented case, by the rehearsal's engine: what the act needs and nobody gave is invented, as in
// the stories of findings. Pure; the trial is immutable. It draws in the engine, so it is loaded when somebody tries.
import { compile, tasks, deadlines } from '../../engine/case/index.ts';
import { begin, caseOf, moveTo, nextDeadline, pathOf, playbookOf, stepTo, tryAct, wayOf, type Playbook, type Rehearsal, type Scenario } from '../../engine/case/rehearsal/index.ts';
import type { Folded } from '../../engine/case/folded.ts';
import { perform } from '../../engine/case/perform.ts';
import type { Case, CommandBody, DeadlineView, TaskView } from '../../engine/case/types.ts';
import { faultSentences } from '../../engine/statechart/faults.ts';
import { commandOf } from '../../engine/case/walkthrough.ts';
import type { WalkthroughCommand } from '../../engine/case/walkthrough-types.ts';
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import type { Instant } from '../../engine/time/types.ts';
import { commandFor, deciders, doersNow, doingAs, insider, owing, type Doing } from '../../engine/verify/runs/acts.ts';
import { mend } from '../../engine/verify/runs/mending.ts';
import { realise } from '../../engine/verify/runs/realise.ts';
import { optionWords } from '../../engine/procedure/words/clock.ts';
import { partyTitle, stageTitle, taskTitle, wordsOf } from '../model/text.ts';
import type { Tried } from './state.ts';
import { words } from './words.ts';

export interface Trying { /** What was drawn when it began. */ readonly of: Procedure; readonly book: Playbook; readonly rehearsal: Rehearsal; /** What was done, in words, one for each moment told. */ readonly said: readonly string[] }
export type Began = { readonly ok: true; readonly trying: Trying } | { readonly ok: false; readonly words: string };
/** One thing that can be done now. */
export interface Offer { readonly key: string; readonly task: string; readonly label: string; readonly who: string; readonly offered: boolean; readonly acts: readonly { readonly command: WalkthroughCommand; readonly doing: Doing }[] }

/** What the key of a route begins with; a task's id holds no space. */
const WAY = 'way ';
const MOST_TRIES = 14;
const MOST_DEPTH = 4;

/** An invented case that comes in by a door at a moment. */
export function beginTrying(procedure: Procedure, door: Id, at: Instant): Began {
  try {
    const compiled = compile(procedure);
    const run = realise(compiled, [{ move: { kind: 'open', door, events: [] }, takes: [], stages: [] }], { start: at, pace: 'prompt', id: 'try', title: words.title });
    if (!run.finished) return { ok: false, words: run.stopped?.words ?? words.stopped };
    const scenario: Scenario = run.walkthrough;
    const book = playbookOf(scenario, compiled);
    return { ok: true, trying: { of: procedure, book, rehearsal: begin(book, 'trial'), said: [] } };
  } catch (error) {
    return { ok: false, words: faultSentences(error) || words.stopped };
  }
}

export const clockOf = ({ rehearsal }: Trying): Instant => wayOf(rehearsal).clock;
export const heldOf = ({ book, rehearsal }: Trying): Case => caseOf(book, wayOf(rehearsal));

/** What can be done now, each with whom it falls to. */
export function offersOf(trying: Trying): readonly Offer[] {
  const { book } = trying;
  const held = heldOf(trying) as Folded;
  if (held.closed !== undefined) return [];
  const views = tasks(book.versions, held, clockOf(trying)).filter(({ state }) => state === 'open' || state === 'waiting' || state === 'offered');
  const all = [...views.flatMap((view) => ofTask(trying, held, view)), ...waysOf(trying, held)];
  const place = ({ offered, key }: Offer): number => (!offered ? 0 : key.startsWith(WAY) ? 1 : 2);
  return all.toSorted((a, b) => place(a) - place(b));
}

function ofTask({ book: { compiled } }: Trying, held: Folded, view: TaskView): readonly Offer[] {
  const { procedure } = compiled;
  const who = view.doers.map((doer) => doer.label).join(', ');
  const base = { task: view.label, who, offered: view.state === 'offered' };
  const does = doersNow(compiled, held, view.id).slice(0, 1);
  if (view.shape === 'decide') {
    return view.options.filter((option) => option.forbidden === undefined).map(({ id, label }): Offer => ({ ...base, key: `${view.id} ${id}`, label: label || optionWords(procedure, view.id, id), acts: deciders(compiled, held, view.id).map((doing) => ({ doing, command: commandFor(procedure, view.id, [id]) })) }));
  }
  const replies = view.shape === 'exchange' ? owing(compiled, held, view.id) : [];
  if (replies.length > 0) {
    const asker = does[0] ?? doingAs(procedure, insider(procedure) ?? '');
    const states: readonly string[] = procedure.tasks[view.id]?.complete ?? ['received'];
    const state = states.includes('received') ? 'received' : states[0] ?? 'received';
    return replies.map((recipient): Offer => ({ ...base, key: `${view.id} ${recipient}`, label: words.reply(partyTitle(procedure, recipient)), acts: [{ doing: asker, command: { type: 'recordReply', task: view.id, recipient, state } }] }));
  }
  if (view.state === 'waiting') return [];
  return [{ ...base, key: view.id, label: view.shape === 'exchange' ? words.sent : words.done, acts: does.map((doing) => ({ doing, command: commandFor(procedure, view.id) })) }];
}

/** Routes that somebody chooses. */
function waysOf({ book: { compiled: { procedure } } }: Trying, held: Case): readonly Offer[] {
  return procedure.transitions.flatMap((route): readonly Offer[] => {
    if (!('chosen' in route.on) || !route.from.some((stage) => held.stages.includes(stage))) return [];
    const [by] = route.on.chosen.by;
    const label = wordsOf(route.label) || (typeof route.to === 'string' ? stageTitle(procedure, route.to) : route.id);
    return [{ key: `${WAY}${route.id}`, task: words.way(label), label: words.take, who: by === undefined ? '' : partyTitle(procedure, by), offered: true, acts: [{ doing: doingAs(procedure, by ?? ''), command: { type: 'takeTransition', transition: route.id, reason: 'Reason as discussed.' } }] }];
  });
}

/** The trial after something was done; or why it cannot be. */
export function doIt(trying: Trying, offer: Offer): Began {
  let now = trying;
  for (const [index, { command, doing }] of offer.acts.entries()) {
    const after = act(now, command, doing, `${offer.task}: ${offer.label}`, 0);
    // Where the first of several has decided it, the others need not.
    if (!after.ok) return index === 0 ? after : { ok: true, trying: now };
    now = after.trying;
  }
  return { ok: true, trying: now };
}

/** Tries an act, supplies what its refusal asks for, and tries again. */
function act(start: Trying, command: WalkthroughCommand, doing: Doing, said: string, depth: number): Began {
  let [trying, current, by, why] = [start, command, doing, ''];
  for (let tries = 0; tries < MOST_TRIES && depth <= MOST_DEPTH; tries++) {
    const { book, rehearsal } = trying;
    const held = heldOf(trying) as Folded;
    const now = clockOf(trying);
    const { id: _, salt: __, ...body } = commandOf({ at: '', as: by.as, person: by.person, do: current }, 'try', tries) as CommandBody & { readonly id: string; readonly salt: string };
    const onBehalfOf = by.onBehalfOf === undefined ? {} : { onBehalfOf: by.onBehalfOf };
    const outcome = perform(book.versions, held, { ...(body as CommandBody), id: 'dry', salt: 'dry' }, { now, role: by.as, person: by.person, procedure: book.compiled.procedure.id, ...onBehalfOf });
    if (outcome.ok) {
      const done = tryAct(book, rehearsal, body as CommandBody, { role: by.as, person: by.person, ...onBehalfOf });
      return { ok: true, trying: { ...trying, rehearsal: done.rehearsal, said: [...trying.said.slice(0, wayOf(rehearsal).told), said] } };
    }
    why = outcome.refusal.words;
    const mended = mend({ compiled: book.compiled, held, command: current, refusal: outcome.refusal, dates: { now, dates: new Map() } });
    if (mended === undefined) break;
    const next = supplied(trying, mended, depth);
    if (next === undefined) break;
    trying = next;
    if (mended.kind === 'again') { current = mended.command; if (mended.as !== undefined) by = doingAs(book.compiled.procedure, mended.as); }
  }
  return { ok: false, words: words.refused(why) };
}

/** What has to be there before the act; undefined where it cannot be. */
function supplied(trying: Trying, mended: NonNullable<ReturnType<typeof mend>>, depth: number): Trying | undefined {
  const { procedure } = trying.book.compiled;
  if (mended.kind === 'again') return trying;
  if (mended.kind === 'later') return { ...trying, rehearsal: moveTo(trying.book, trying.rehearsal, mended.at) };
  const somebody = doingAs(procedure, insider(procedure) ?? Object.keys(procedure.parties)[0] ?? '');
  const after = mended.kind === 'answers'
    ? act(trying, { type: 'recordAnswers', mode: 'change', answers: mended.answers }, somebody, words.invented(Object.keys(mended.answers).length), depth + 1)
    : act(trying, commandFor(procedure, mended.task, mended.option === undefined ? [] : [mended.option]), doersNow(trying.book.compiled, heldOf(trying) as Folded, mended.task)[0] ?? somebody, taskTitle(procedure, mended.task), depth + 1);
  return after.ok ? after.trying : undefined;
}

/** The clock moved on. */
export const later = (trying: Trying, to: Instant): Trying => ({ ...trying, rehearsal: moveTo(trying.book, trying.rehearsal, to) });
/** Before the last thing that was done. */
export function backOne(trying: Trying): Trying {
  const told = Math.max(0, wayOf(trying.rehearsal).told - 1);
  return { ...trying, rehearsal: stepTo(trying.book, trying.rehearsal, told), said: trying.said.slice(0, told) };
}
/** The next day on which something is due. */
export const nextDue = (trying: Trying) => nextDeadline(trying.book, trying.rehearsal);
export const dueOf = (trying: Trying): readonly DeadlineView[] => deadlines(trying.book.versions, heldOf(trying), clockOf(trying)).filter(({ state }) => state === 'due' || state === 'overdue');

/** What the diagram shows of it. */
export function triedOf(trying: Trying): Tried {
  const { book, rehearsal } = trying;
  const held = heldOf(trying);
  const legs = pathOf(book, wayOf(rehearsal), () => true).map(({ from, to }) => ({ from, to }));
  const parts = new Set(Object.values(book.compiled.procedure.stages).map((stage) => stage.within));
  return { now: held.stages.filter((id) => !parts.has(id)), been: [...new Set(held.visits.map(({ stage }) => stage))], legs };
}
