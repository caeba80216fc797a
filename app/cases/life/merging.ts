// Merging two cases that were opened for one child or incident: told to both, tried on both before either is written,
// and undone on both. The case that goes on is told first, so that a write that breaks off leaves both in sight.
import { mergesInto, partingOf, standingEvents } from '../../../engine/case/parting.ts';
import { perform } from '../../../engine/case/perform.ts';
import type { Answers, Case, CaseEvent, CommandBody, OtherCase } from '../../../engine/case/types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import type { World } from '../../world/types.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { answerWords } from '../form/answerWords.ts';
import { history, procedureAt } from '../events.ts';
import { act, loadCase } from '../session.ts';
import type { LoadedCase } from '../session.ts';
import type { Act, ActResult } from '../types.ts';
import { lifeWords } from './words.ts';

const w = lifeWords.merge;

/** What the case that closes has to give: answers that the other lacks or has otherwise, and what was noted, sent and decided. */
export interface Carriable {
  readonly answers: readonly { readonly id: Id; readonly label: string; readonly words: string; /** What the case that goes on says; undefined where it says nothing. */ readonly other?: string }[];
  readonly entries: readonly { readonly id: string; readonly title: string; readonly words: string; readonly when: string }[];
}
/** What the person chose of it, by question and by entry. */
export interface Carried { readonly answers: readonly Id[]; readonly entries: readonly string[] }

const TOLD: readonly CaseEvent['type'][] = ['noteAdded', 'taskCompleted', 'exchangeSent', 'replyRecorded', 'decisionTaken'];

/** Looks at two cases side by side. Answers that agree, and questions that the other's version does not ask, are left out. */
export function carriable(from: LoadedCase, into: LoadedCase): Carriable {
  // What is carried over is read for years: each day says its year.
  const told = new Map(history(procedureAt(from), from.case.events, 0).map((one) => [one.id, one]));
  const entries = standingEvents(from.case.events).filter(({ type }) => TOLD.includes(type)).flatMap(({ id }) => {
    const words = told.get(id);
    return words === undefined ? [] : [{ id, title: words.title, words: words.body ?? '', when: words.when }];
  });
  return { answers: answersToCarry(from, into), entries };
}
function answersToCarry(from: LoadedCase, into: LoadedCase): Carriable['answers'] {
  return Object.entries(from.case.answers).flatMap(([id, answer]) => {
    const question = into.procedure.questions[id];
    const there = into.case.answers[id];
    if (question === undefined || question.type === 'computed' || JSON.stringify(answer) === JSON.stringify(there)) return [];
    return [{ id, label: textOf(question.label), words: wordsIn(from.procedure, id, from.case.answers), ...(there === undefined ? {} : { other: wordsIn(into.procedure, id, into.case.answers) }) }];
  });
}
function wordsIn(procedure: Procedure, id: Id, answers: Answers): string {
  const question = procedure.questions[id];
  return question === undefined ? '' : answerWords(procedure, question, answers[id]);
}

/** One step of several: on which case, under which id. */
interface Step { readonly case: string; readonly id: string; readonly body: CommandBody }

/** Merges the case of `wanted` into another, or says why not; then nothing is written on either. */
export async function mergeCases(world: World, wanted: Act, carry: Carried): Promise<ActResult> {
  if (wanted.body.type !== 'mergeCase') return act(world, wanted);
  const { into, reason } = wanted.body;
  const [from, to] = [await loadCase(world, wanted.case), await loadCase(world, into.case)];
  if (from === undefined || to === undefined) return { kind: 'failed', words: w.gone };
  const self: OtherCase = { case: from.case.id, reference: from.case.reference };
  const received: Step = { case: into.case, id: wanted.id, body: { type: 'receiveMerge', from: self, reason } };
  return inTurn(world, wanted, [received, ...carrySteps(from, to, carry, wanted.id), { case: self.case, id: wanted.id, body: wanted.body }]);
}
function carrySteps(from: LoadedCase, into: LoadedCase, carry: Carried, merge: string): readonly Step[] {
  const gives = carriable(from, into);
  const origin = { case: from.case.id, reference: from.case.reference, merge };
  const answers = Object.fromEntries(carry.answers.flatMap((id) => { const answer = from.case.answers[id]; return answer === undefined ? [] : [[id, answer]]; }));
  const told: Step[] = Object.keys(answers).length === 0 ? [] : [{ case: into.case.id, id: `${merge}.answers`, body: { type: 'recordAnswers', mode: 'change', answers, reason: w.carriedFrom(gives.answers.filter(({ id }) => id in answers).map(({ label }) => label)), origin } }];
  return [...told, ...carry.entries.flatMap((id): readonly Step[] => {
    const one = gives.entries.find((entry) => entry.id === id);
    return one === undefined ? [] : [{ case: into.case.id, id: `${merge}.${id}`, body: { type: 'addNote', words: w.note(one.title, one.words, one.when), origin: { ...origin, event: id } } }];
  })];
}

/** Finishes a merge that only one of the two cases knows of: `from` is the case that closes, `event` the entry by which the one knows. */
export async function finishMerge(world: World, wanted: Act, { from, event }: { readonly from: string; readonly event: string }): Promise<ActResult> {
  return mergeCases(world, { ...wanted, case: from, id: event }, { answers: [], entries: [] });
}

/** Parts two merged cases again; `wanted` is on either. What one side knows already is left as it is. */
export async function undoMerge(world: World, wanted: Act, other: string): Promise<ActResult> {
  if (wanted.body.type !== 'undoMerge') return act(world, wanted);
  const [here, there] = [await loadCase(world, wanted.case), await loadCase(world, other)];
  const steps = [here, there].flatMap((one): readonly (Step & { readonly first: boolean })[] => {
    const beside = one === here ? other : wanted.case;
    if (one === undefined || !isMergedWith(one.case, beside)) return [];
    const received = partingOf(one.case.events) === undefined;
    return [{ case: one.case.id, id: wanted.id, first: received, body: { type: 'undoMerge', reason: wanted.body.type === 'undoMerge' ? wanted.body.reason : '', ...(received ? { other: beside } : {}) } }];
  });
  // The case that went on says whether something left; it is asked, and told, first.
  const ordered = steps.toSorted((a, b) => Number(b.first) - Number(a.first));
  return ordered.length === 0 ? act(world, wanted) : inTurn(world, wanted, ordered);
}
/** Whether this case says that it was merged into the other, or the other into it. */
export function isMergedWith({ events }: Pick<Case, 'events'>, other: string): boolean {
  const parting = partingOf(events);
  if (parting !== undefined) return parting.type === 'caseMerged' && (parting.payload['into'] as OtherCase).case === other;
  return mergesInto(events).some(({ payload }) => (payload['from'] as OtherCase).case === other);
}

/** Tries every step, then writes them one after the other; a step written before is recognised by its id. The result is that of the case of `wanted`. */
async function inTurn(world: World, wanted: Act, steps: readonly Step[]): Promise<ActResult> {
  const acts = steps.map((step): Act => ({ ...wanted, ...step }));
  const refused = await firstRefused(world, acts);
  if (refused !== undefined) return refused.kind === 'tried' ? act(world, refused.act) : refused;
  let own: ActResult | undefined;
  for (const one of acts) {
    const result = await act(world, one);
    if (result.kind !== 'saved') return result;
    if (one.case === wanted.case) own = result;
  }
  return own ?? { kind: 'failed', words: w.gone };
}
/** The first of the acts that would be refused, each tried on the case as the ones before leave it. */
async function firstRefused(world: World, acts: readonly Act[]): Promise<{ readonly kind: 'tried'; readonly act: Act } | { readonly kind: 'failed'; readonly words: string } | undefined> {
  const cases = new Map<string, LoadedCase>();
  for (const wanted of acts) {
    const loaded = cases.get(wanted.case) ?? await loadCase(world, wanted.case);
    if (loaded === undefined) return { kind: 'failed', words: w.gone };
    const outcome = perform(loaded.versions, loaded.case, { ...wanted.body, id: wanted.id, salt: wanted.salt }, { now: world.now(), role: wanted.role, person: wanted.person });
    if (!outcome.ok) return { kind: 'tried', act: wanted };
    cases.set(wanted.case, { ...loaded, case: outcome.case });
  }
  return undefined;
}
