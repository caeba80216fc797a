// Why a clock has no date yet and a stage is not entered, and the least that would bring it about from where the case
// stands: which acts, decisions, answers and times, in their order. A shortest way is found on the chart, tried on a copy
// of the case with the engine, and in the end what proved unneeded is left out again.
import { recordOf, type Folded } from '../../case/folded.ts';
import { isOffered } from '../../case/lifecycle.ts';
import { deadlinesOf } from '../../case/deadlines.ts';
import type { Id } from '../../procedure/types.ts';
import type { Instant } from '../../time/types.ts';
import { owing } from '../runs/acts.ts';
import { answersFor, openTasks, wantedAnswers, type Situation } from '../runs/situation.ts';
import { cameAbout, happen, supplied, type Happening, type RawAnswers, type Refused, type Stand } from './happen.ts';
import { answering, answersIn, comesUp, enters, starts, unheld, type Outlook, type Plan, type Planned } from './plans.ts';
import { aheadWords } from './words.ts';

/** What would bring something about. */
export type Coming =
  | { readonly there: true; readonly words: string }
  | { readonly there: false; readonly needs: readonly Happening[]; readonly words: string }
  /** Nothing was found that would; `words` say how far it was looked. */
  | { readonly there: false; readonly needs: undefined; readonly words: string };

/** How a case would come to a stage. */
export function wouldEnter(outlook: Outlook, stage: Id): Coming {
  const { stand } = outlook;
  if (stand.held.stages.includes(stage)) return { there: true, words: aheadWords.standsThere };
  return leastOf(outlook, enters(outlook, stage), isEntered(stage, stand.held));
}

/** What would give a clock its date. */
export function wouldStart(outlook: Outlook, timescale: Id): Coming {
  const { stand } = outlook;
  if (isDated(timescale)(stand)) return { there: true, words: aheadWords.counted };
  const own = stand.compiled.timescales.get(timescale)?.timescale;
  if (typeof own?.amount === 'object' && 'gap' in own.amount) return { there: false, needs: undefined, words: aheadWords.gap };
  return leastOf(outlook, starts(outlook, timescale, []), isDated(timescale));
}

/** How a task would come up that is not asked for where the case stands. */
export function wouldComeUp(outlook: Outlook, task: Id): Coming {
  if (isUp(task)(outlook.stand)) return { there: true, words: aheadWords.isUp };
  return leastOf(outlook, comesUp(outlook, task), isUp(task));
}

/** Whether a task is open or offered. */
export const isUp = (task: Id) => ({ compiled, held, now }: Stand): boolean => {
  const plan = compiled.plans.tasks.get(task);
  return recordOf(held, task)?.state === 'open' || (plan !== undefined && isOffered(compiled, held, plan, now));
};

/** Whether a stage was entered since the case stood as it does here. */
export function isEntered(stage: Id, { visits }: Folded): (after: Stand) => boolean {
  return ({ held }) => held.visits.slice(visits.length).some((visit) => visit.stage === stage);
}

/** Whether a clock of the timescale has a date, or has been met with one. */
export const isDated = (timescale: Id) => ({ compiled, held, now }: Stand): boolean => deadlinesOf(compiled, held, now).some((one) => one.timescale === timescale && one.date !== undefined);

/** More ways than this are not tried. */
const MOST_WAYS = 6;

function leastOf(outlook: Outlook, plans: readonly Plan[], is: (after: Stand) => boolean): Coming {
  let why = '';
  for (const plan of plans.slice(0, MOST_WAYS)) {
    const tried = walked(outlook.stand, plan);
    if ('words' in tried) { why ||= tried.words; continue; }
    const enough = (some: readonly Happening[]): boolean => { const after = supplied(outlook.stand, some); return after !== undefined && is(after); };
    if (!enough(tried.needs)) continue;
    const needs = least(tried.needs, enough);
    return { there: false, needs, words: aheadWords.needs(outlook.stand.compiled, needs) };
  }
  return { there: false, needs: undefined, words: why === '' ? aheadWords.nothing(outlook.ahead().whole) : aheadWords.stopped(why) };
}

/** Walks a plan on a copy, and says exactly what came about; facts and acts that are needed are found where each stands. */
function walked(stand: Stand, plan: Plan): { readonly needs: readonly Happening[] } | { readonly words: string } {
  const needs: Happening[] = [];
  let at = stand;
  const pending = [...plan];
  for (let [planned, tries] = [pending.shift(), 0]; planned; planned = pending.shift()) {
    const [one, ...rest] = happeningsOf(at, planned);
    if (!one) continue;
    const came = happen(at, one, true);
    if (!cameAbout(came)) {
      const before = firstly(at, one, came);
      if (!before || ++tries > MOST_BEFORE) return came;
      pending.unshift(before, planned);
      continue;
    }
    needs.push(learnt(one, came.answers, came.from));
    at = came.stand;
    pending.unshift(...rest.map((happening) => ({ happening })));
  }
  return { needs };
}

/** Acts put before others because a refusal asked for them. */
const MOST_BEFORE = 12;

/** What has to be done before: what the refusal names, or, before a case is opened again, what still keeps it from closing. */
function firstly({ compiled, held }: Stand, one: Happening, { first }: Refused): Planned | undefined {
  if (first) return { task: first.task, ...(first.option !== undefined && { options: [first.option] }) };
  const [open] = one.kind === 'reopen' && held.closed === undefined ? openTasks(compiled, held) : [];
  return open === undefined ? undefined : { task: open };
}

function learnt(one: Happening, answers: RawAnswers, from: Instant | undefined): Happening {
  if (one.kind !== 'do') return one;
  const all = { ...one.answers, ...answers };
  return { ...one, ...(Object.keys(all).length > 0 && { answers: all }), ...(from !== undefined && { from }) };
}

function happeningsOf(stand: Stand, planned: Planned): readonly Happening[] {
  if ('happening' in planned) return [planned.happening];
  if ('task' in planned) return doing(stand, planned, []);
  const { move, takes } = planned.step;
  switch (move.kind) {
    case 'do': return doing(stand, { task: move.task }, takes);
    case 'decide': return doing(stand, { task: move.task, options: move.options }, takes);
    case 'choose': return [{ kind: 'choose', transition: move.transition, ...answersIn(unheld(stand, wantedAnswers(stand, takes, undefined))) }];
    case 'lapse': return [...answering(unheld(stand, wantedAnswers(stand, takes, undefined))), { kind: 'lapse', timescale: move.timescale }];
    case 'relate': return [...answering(unheld(stand, wantedAnswers(stand, takes, undefined))), { kind: 'relate', relation: move.relation, state: move.state }];
    case 'reopen': return [{ kind: 'reopen' }];
    case 'open': return [];
  }
}

/** An act with the facts that lead on; before it, the facts for which a rule asks for it. */
function doing(stand: Stand, { task, options = [], part }: { readonly task: Id; readonly options?: readonly Id[]; readonly part?: 'sent' | 'replies' }, takes: readonly Id[]): readonly Happening[] {
  const rest = part ?? (recordOf(stand.held, task)?.sent !== undefined && owing(stand.compiled, stand.held, task).length > 0 ? 'replies' as const : undefined);
  const chosen = options.length > 0 ? options : (stand.compiled.procedure.tasks[task]?.options ?? []).slice(0, 1).map(({ id }) => id);
  const answers = unheld(stand, wantedAnswers(stand, takes, { task, options: chosen }));
  return [...raising(stand, task), { kind: 'do', task, ...(chosen.length > 0 && { options: chosen }), ...(rest && { part: rest }), ...answersIn(answers) }];
}

function raising(stand: Stand, task: Id): readonly Happening[] {
  const plan = stand.compiled.plans.tasks.get(task);
  if (plan?.raised !== 'when-required' || recordOf(stand.held, task)?.state === 'open') return [];
  const criterion = plan.requiredBy.map((id) => stand.compiled.procedure.rules?.[id]?.if).find((one) => one !== undefined);
  return criterion ? answering(unheld(stand, answersFor(stand as Situation, criterion) ?? {})) : [];
}

/** Leaves out, one after another, what is not needed: whole happenings, then single facts. */
function least(needs: readonly Happening[], enough: (some: readonly Happening[]) => boolean): readonly Happening[] {
  let kept = needs;
  for (const one of needs) { const fewer = kept.filter((other) => other !== one); if (enough(fewer)) kept = fewer; }
  for (const [index, one] of kept.entries()) for (const fewer of partsLess(one)) { const without = kept.with(index, fewer); if (enough(without)) return least(without, enough); }
  return kept;
}

/** The same happening with one fact or date less, in each way there is. */
export function partsLess(one: Happening): readonly Happening[] {
  if (one.kind !== 'do' && one.kind !== 'choose') return [];
  const fewer = Object.keys(one.answers ?? {}).map((id): Happening => { const { [id]: _gone, ...rest } = one.answers ?? {}; const { answers: _answers, ...bare } = one; return { ...bare, ...answersIn(rest) }; });
  if (one.kind !== 'do' || one.from === undefined) return fewer;
  const { from: _from, ...soon } = one;
  return [...fewer, soon];
}
