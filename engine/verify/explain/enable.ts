// Why an act may not be done in a case now, and the least that would make it possible: who would have to do it, which
// answers, reasons, people present and earlier acts it needs, or from when. Found by trying: each refusal says what is
// missing, it is supplied on a copy of the case, and in the end what proved unneeded is left out again.
import { perform, versionsOf, type CompiledProcedure, type Versions } from '../../case/index.ts';
import { recordOf, type Folded } from '../../case/folded.ts';
import type { Command, CommandBody, Refusal } from '../../case/types.ts';
import { optionLabel, partyLabel, questionLabel, stageLabel, taskLabel } from '../../case/words.ts';
import { commandOf } from '../../case/walkthrough.ts';
import type { RawAnswer, WalkthroughCommand } from '../../case/walkthrough-types.ts';
import { listWords, momentWords } from '../../time/index.ts';
import type { Id, Procedure } from '../../procedure/types.ts';
import type { Instant } from '../../time/types.ts';
import { valueWords } from './words.ts';
import { commandFor, doingAs, type Doing } from '../runs/acts.ts';
import { mend } from '../runs/mending.ts';
import { answersFor } from '../runs/situation.ts';

/** The act asked about: a task, with options where it is decided, and what of it is filled in already. */
export interface Asked { readonly task: Id; readonly options?: readonly Id[]; readonly as: Id; readonly now: Instant; readonly given?: CommandBody }
export type Need =
  | { readonly kind: 'role'; readonly party: Id }
  | { readonly kind: 'answer'; readonly question: Id; readonly value: RawAnswer; /** Another answer would not do. */ readonly only?: boolean }
  | { readonly kind: 'part'; readonly part: 'reason' | 'reasons' | 'evidence' | 'meeting' | 'recipients' | 'variant'; readonly value: unknown }
  | { readonly kind: 'first'; readonly task: Id; readonly option?: Id }
  | { readonly kind: 'date'; readonly at: Instant };
export type Enabled =
  | { readonly enabled: true; readonly words: string }
  | { readonly enabled: false; readonly refusal: Refusal; readonly needs: readonly Need[]; readonly words: string }
  /** Nothing that can be supplied here would do: it comes up elsewhere, or a rule stands against it whatever is known. */
  | { readonly enabled: false; readonly refusal: Refusal; readonly needs: undefined; readonly words: string };

const MOST_TRIES = 16;

/** Says whether an act may be done now, and if not the least that would enable it. */
export function wouldEnable(compiled: CompiledProcedure, held: Folded, asked: Asked): Enabled {
  const versions = versionsOf([compiled]);
  const refusal = tried(versions, compiled, held, asked, []);
  if (!refusal) return { enabled: true, words: 'It may be done now.' };
  const needs: Need[] = [];
  let last: Refusal | undefined = refusal;
  for (let tries = 0; last && tries < MOST_TRIES; tries++) {
    const more = needsFor(compiled, held, asked, needs, last);
    if (more.every((need) => has(needs, need))) return { enabled: false, refusal, needs: undefined, words: elsewhere(compiled, asked, refusal) };
    for (const need of more) put(needs, need);
    last = tried(versions, compiled, held, asked, needs);
  }
  if (last) return { enabled: false, refusal, needs: undefined, words: elsewhere(compiled, asked, refusal) };
  const enough = (some: readonly Need[]): boolean => tried(versions, compiled, held, asked, some) === undefined;
  const least = marked(compiled.procedure, without(needs, enough), enough);
  return { enabled: false, refusal, needs: least, words: `${refusal.words} It needs ${listWords(least.map((need) => needWords(compiled.procedure, need)))}.` };
}

/** The act with its needs supplied; undefined when it is accepted. Each need is supplied as what it is and no more. */
export function tried(versions: Versions, compiled: CompiledProcedure, held: Folded, asked: Asked, needs: readonly Need[]): Refusal | undefined {
  const now = Math.max(asked.now, ...needs.flatMap((need) => (need.kind === 'date' ? [need.at] : [])));
  let at = held;
  for (const need of needs) {
    if (need.kind !== 'first') continue;
    const done = doFirst(versions, compiled, at, need, now);
    if (!done) return refusalOf(perform(versions, at, command(compiled, asked, needs), actor(compiled.procedure, asked, needs, now)));
    at = done;
  }
  return refusalOf(perform(versions, at, command(compiled, asked, needs), actor(compiled.procedure, asked, needs, now)));
}

const refusalOf = (outcome: ReturnType<typeof perform>): Refusal | undefined => (outcome.ok ? undefined : outcome.refusal);

function actor(procedure: Procedure, { as }: Asked, needs: readonly Need[], now: Instant): Doing & { readonly role: Id; readonly now: Instant } {
  const role = needs.findLast((need) => need.kind === 'role');
  const doing = doingAs(procedure, role?.kind === 'role' ? role.party : as);
  return { ...doing, role: doing.as, now };
}

function command({ procedure }: CompiledProcedure, { task, given, options = given && 'options' in given ? given.options : [] }: Asked, needs: readonly Need[]): Command {
  const bare: WalkthroughCommand = { type: commandFor(procedure, task, options).type, task, ...(procedure.tasks[task]?.shape === 'decide' && { options }) };
  const answers = Object.fromEntries(needs.flatMap((need) => (need.kind === 'answer' ? [[need.question, need.value]] : [])));
  const parts = Object.fromEntries(needs.flatMap((need) => (need.kind === 'part' ? [[need.part, need.value]] : [])));
  const whole = { ...bare, ...parts, ...(Object.keys(answers).length > 0 && { answers }) };
  const made = commandOf({ at: '', as: '', person: '', do: whole }, 'asked', 0);
  return given ? { ...given, ...made, ...('answers' in given && { answers: { ...given.answers, ...('answers' in made ? made.answers : {}) } }) } as Command : made;
}

/** Another act done first, with all it needs itself. */
function doFirst(versions: Versions, compiled: CompiledProcedure, held: Folded, { task, option }: Extract<Need, { kind: 'first' }>, now: Instant, depth = 0): Folded | undefined {
  if (depth > 3) return undefined;
  const doer = compiled.procedure.tasks[task]?.by?.[0] ?? Object.keys(compiled.procedure.parties)[0] ?? '';
  const asked: Asked = { task, as: doer, now, ...(option !== undefined && { options: [option] }) };
  const enabled = wouldEnable(compiled, held, asked);
  const needs = enabled.enabled ? [] : enabled.needs;
  if (!needs || needs.some(({ kind }) => kind === 'first')) return undefined;
  const outcome = perform(versions, held, { ...command(compiled, asked, needs), id: `first-${task}` }, actor(compiled.procedure, asked, needs, now));
  return outcome.ok ? (outcome.case as Folded) : undefined;
}

function needsFor(compiled: CompiledProcedure, held: Folded, asked: Asked, needs: readonly Need[], refusal: Refusal): readonly Need[] {
  if (refusal.code === 'not-open' || refusal.code === 'not-due-here') return needsToRise(compiled, held, asked);
  const { salt: _salt, id: _id, ...body } = command(compiled, asked, needs) as unknown as WalkthroughCommand & { readonly salt: string; readonly id: string };
  const plain: WalkthroughCommand = { ...body, ...(body.answers && { answers: Object.fromEntries(needs.flatMap((need) => (need.kind === 'answer' ? [[need.question, need.value]] : []))) }) };
  const mended = mend({ compiled, held, command: plain, refusal, dates: { now: asked.now, dates: new Map() } });
  if (!mended) return [];
  if (mended.kind === 'later') return [{ kind: 'date', at: mended.at }];
  if (mended.kind === 'first') return [{ kind: 'first', task: mended.task, ...(mended.option !== undefined && { option: mended.option }) }];
  if (mended.kind === 'answers') return Object.entries(mended.answers).map(([question, value]) => ({ kind: 'answer', question, value }));
  if (mended.as !== undefined) return [{ kind: 'role', party: mended.as }];
  const answers = Object.entries(mended.command.answers ?? {}).map(([question, value]): Need => ({ kind: 'answer', question, value }));
  const parts = (['reason', 'reasons', 'evidence', 'meeting', 'recipients', 'variant'] as const).flatMap((part): Need[] => (mended.command[part] === undefined ? [] : [{ kind: 'part', part, value: mended.command[part] }]));
  return [...answers, ...parts];
}

/** What raises the task, where it stands in a stage the case is in. */
function needsToRise(compiled: CompiledProcedure, held: Folded, { task, now }: Asked): readonly Need[] {
  const plan = compiled.plans.tasks.get(task);
  if (!plan || recordOf(held, task)?.state === 'done') return [];
  const { raised, requiredBy } = plan;
  if (typeof raised === 'object' && 'done' in raised && (!plan.task.in || plan.task.in.some((stage) => held.stages.includes(stage)))) {
    const [option] = compiled.procedure.tasks[raised.done]?.options ?? [];
    return [{ kind: 'first', task: raised.done, ...(option && { option: option.id }) }];
  }
  const criterion = raised === 'when-required' ? requiredBy.map((id) => compiled.procedure.rules?.[id]?.if).find((one) => one !== undefined) : undefined;
  const answers = criterion && answersFor({ compiled, held, now }, criterion);
  return Object.entries(answers ?? {}).map(([question, value]) => ({ kind: 'answer', question, value }));
}

const keyOf = (need: Need): string => (need.kind === 'answer' ? `answer ${need.question}` : need.kind === 'part' ? `part ${need.part}` : need.kind === 'first' ? `first ${need.task}` : need.kind);
const has = (needs: readonly Need[], need: Need): boolean => needs.some((one) => JSON.stringify(one) === JSON.stringify(need));
function put(needs: Need[], need: Need): void {
  const at = needs.findIndex((one) => keyOf(one) === keyOf(need));
  if (at >= 0) needs[at] = need;
  else needs.push(need);
}

/** Leaves out, one after another, what is not needed. */
function without(needs: readonly Need[], enough: (some: readonly Need[]) => boolean): readonly Need[] {
  return needs.reduce<readonly Need[]>((kept, need) => { const fewer = kept.filter((one) => one !== need); return enough(fewer) ? fewer : kept; }, needs);
}

/** Marks the answers in whose place another one would not do. */
function marked({ questions }: Procedure, needs: readonly Need[], enough: (some: readonly Need[]) => boolean): readonly Need[] {
  return needs.map((need) => {
    if (need.kind !== 'answer') return need;
    const others: readonly RawAnswer[] = typeof need.value === 'boolean' ? [!need.value] : (questions[need.question]?.options ?? []).map(({ id }) => id).filter((id) => id !== need.value);
    return others.length > 0 && !others.some((value) => enough(needs.map((one) => (one === need ? { ...need, value } : one)))) ? { ...need, only: true } : need;
  });
}

function elsewhere({ procedure }: CompiledProcedure, { task }: Asked, { words, remedy }: Refusal): string {
  const stages = procedure.tasks[task]?.in;
  return `${words} ${stages ? `It comes up in ${listWords(stages.map((id) => `“${stageLabel(procedure, id)}”`), 'or')}.` : remedy}`;
}

/** One need: “an answer to “Is the child looked after?”: no”, where another answer would not do. */
export function needWords(procedure: Procedure, need: Need): string {
  switch (need.kind) {
    case 'role':
      return `${partyLabel(procedure, need.party)} to do it`;
    case 'answer':
      return `an answer to “${questionLabel(procedure, need.question)}”${need.only ? valueWords(procedure, need.question, need.value) : ''}`;
    case 'first':
      return `“${taskLabel(procedure, need.task)}” done first${need.option === undefined ? '' : ` (“${optionLabel(procedure, need.task, need.option)}”)`}`;
    case 'date':
      return `to be done from ${momentWords(need.at)}`;
    case 'part':
      return { reason: 'a reason', reasons: 'reasons', evidence: 'evidence', meeting: 'a record of who was present', recipients: 'somebody it goes to', variant: 'another variant of the document' }[need.part];
  }
}
