// A dated case told in sentences, step by step, with where the case stood and how its clocks run: for people who read
// a finding, and for the diagram that plays it. It is told from a walkthrough that the engine has accepted.
import { dueInstants } from '../../case/clocks.ts';
import { compile, versionsOf, type CompiledProcedure } from '../../case/index.ts';
import type { Folded } from '../../case/folded.ts';
import { replay } from '../../case/replay.ts';
import { optionLabel, partyLabel, questionLabel, taskLabel, textOf } from '../../case/words.ts';
import { walk } from '../../case/walkthrough.ts';
import type { Walkthrough, WalkthroughStep } from '../../case/walkthrough-types.ts';
import { dayWords, listWords, londonDay, parseDateTime, parseDay, type Day } from '../../time/index.ts';
import type { Id, Procedure } from '../../procedure/types.ts';
import { clockWords } from './words.ts';

export interface StoryStep { readonly day: Day; /** “Mon 7 Sep 2026” */ readonly date: string; readonly words: string; readonly stages: readonly Id[]; /** The claim itself: the last look, or what was refused. */ readonly claim: boolean }
/** A clock of the claim, as whole days. */
export interface StoryClock { readonly timescale: Id; readonly label: string; readonly from: Day; readonly until: Day; readonly over: boolean }
export interface Story { readonly steps: readonly StoryStep[]; readonly clocks: readonly StoryClock[] }

/** Tells a walkthrough on the procedure, under the readings that it names. */
export function storyOf(procedure: Procedure, example: Walkthrough): Story {
  const compiled = compile(procedure, example.settings ? { settings: example.settings } : {});
  const { steps, case: held } = walk(example, versionsOf([compiled]));
  const told = example.steps.flatMap((step, index): StoryStep[] => {
    const day = londonDay(parseDateTime(step.at) ?? 0);
    const words = 'look' in step ? lookWords(compiled, step) : actWords(procedure, step);
    return words === undefined ? [] : [{ day, date: dayWords(day), words, stages: steps[index]?.stages ?? [], claim: 'look' in step || step.expect?.refused !== undefined }];
  });
  return { steps: [...earlier(procedure, example), ...together(told)], clocks: held ? clocksOf(compiled, example, held as Folded) : [] };
}

/** Acts of one day in one sentence each are one step, so that a story of many acts stays short. */
function together(steps: readonly StoryStep[]): readonly StoryStep[] {
  const told: StoryStep[] = [];
  for (const step of steps) {
    const last = told.at(-1);
    if (last && last.day === step.day && !last.claim && !step.claim && last.words.length < 120) told[told.length - 1] = { ...step, words: last.words.endsWith(step.words) ? last.words : `${last.words} ${step.words}` };
    else told.push(step);
  }
  return told;
}

/** A date given at the opening that lies days before it: what happened before anyone told. */
function earlier(procedure: Procedure, { steps: [first] }: Walkthrough): readonly StoryStep[] {
  if (!first || 'look' in first) return [];
  const opened = parseDay(first.at.slice(0, 10)) ?? 0;
  return Object.entries(first.do.answers ?? {}).flatMap(([id, value]) => {
    const day = typeof value === 'string' ? parseDay(value.slice(0, 10)) : undefined;
    if (day === undefined || day >= opened || !procedure.questions[id]?.type.startsWith('date')) return [];
    return [{ day, date: dayWords(day), words: `This is the day given for “${questionLabel(procedure, id)}”.`, stages: [], claim: false }];
  });
}

function lookWords({ procedure }: CompiledProcedure, { expect }: Extract<WalkthroughStep, { look: true }>): string | undefined {
  const due = Object.entries(expect.due ?? {}).map(([key, { date, state }]) => {
    const one = procedure.timescales?.[key.split('/')[0] ?? ''];
    const label = one ? (textOf(one.label) ?? taskLabel(procedure, one.for)) : key;
    const day = date === undefined ? undefined : parseDay(date.slice(0, 10));
    if (day === undefined) return `${label}: no date.`;
    return state === 'overdue' || state === 'met-late' ? `${label}: was due on ${dayWords(day)}, so it is late.` : `${label}: due on ${dayWords(day)}.`;
  });
  if (due.length > 0) return due.join(' ');
  if (expect.closed) return `The case is closed, and still open: ${listWords((expect.open ?? []).map((id) => `“${taskLabel(procedure, id)}”`))}.`;
  return expect.stages ? `The case stands in ${listWords(expect.stages.map((id) => `“${textOf(procedure.stages[id]?.label) ?? id}”`))}.` : undefined;
}

function actWords(procedure: Procedure, { do: act, as, expect }: Extract<WalkthroughStep, { do: unknown }>): string | undefined {
  const task = typeof act['task'] === 'string' ? `“${taskLabel(procedure, act['task'])}”` : '';
  if (expect?.refused) return `${partyLabel(procedure, as)} tries ${task} and is refused.`;
  switch (act.type) {
    case 'openCase':
      return `The case is opened: ${textOf(procedure.doors[String(act['door'])]?.label) ?? act['door']}.`;
    case 'completeTask':
      return `${task} is done.`;
    case 'sendExchange':
      return `${task} is sent.`;
    case 'recordReply':
      return `A reply to ${task} comes.`;
    case 'decide':
      return `${task}: ${listWords((act['options'] as readonly Id[]).map((option) => `“${optionLabel(procedure, String(act['task']), option)}”`))}.`;
    case 'takeTransition':
      return `A route is chosen: ${textOf(procedure.transitions.find(({ id }) => id === act['transition'])?.label) ?? act['transition']}.`;
    case 'planTask':
      return `${task} is planned for ${dayWords(parseDay(String(act['on']).slice(0, 10)) ?? 0)}.`;
    case 'recordAbsence':
      return `${partyLabel(procedure, String(act['party']))} is away.`;
    case 'reopenCase':
      return 'The case is opened again.';
    case 'recordRelation':
      return 'A related process is recorded.';
    default:
      return undefined;
  }
}

function clocksOf(compiled: CompiledProcedure, { steps }: Walkthrough, held: Folded): readonly StoryClock[] {
  const named = new Set(steps.flatMap((step) => Object.keys(step.expect?.due ?? {})).map((key) => key.split('/')[0]));
  const at = parseDateTime(steps.at(-1)?.at ?? '') ?? held.asOf;
  const now = replay(versionsOf([compiled]), held.events, at) as Folded;
  const clocks = dueInstants(compiled, now).flatMap(({ timescale, from, latest }): StoryClock[] => {
    const one = compiled.procedure.timescales?.[timescale];
    if (!named.has(timescale) || !from || latest === undefined || !one) return [];
    const start = 'day' in from ? from.day : londonDay(from.instant);
    const end = londonDay(latest);
    return [{ timescale, label: clockWords(compiled, one), from: Math.min(start, end), until: Math.max(start, end), over: latest < at }];
  });
  return [...new Map(clocks.map((clock) => [clock.timescale, clock])).values()];
}

