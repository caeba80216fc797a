// What a clock says of itself: how its date was counted, what it waits for, why it has none, how it was extended.
import { civilDate, dayWords, explain, listWords, momentWords, parseMoment, type Counted } from '../time/index.ts';
import { missingWords, startWords } from './anchor-words.ts';
import { anchoringOf, type Reckoning } from './clocks.ts';
import type { CompiledProcedure } from './compile.ts';
import { recordOf } from './folded.ts';
import type { Held } from './scope.ts';
import type { TimescalePlan } from './timescale-count.ts';
import { taskLabel, textOf } from './words.ts';

/** One or two sentences for a clock; `counted` is what its count gave before any extension. */
export function clockSentence(compiled: CompiledProcedure, held: Held, plan: TimescalePlan, clock: Reckoning, counted: Counted | undefined): string {
  const { procedure } = compiled;
  if (clock.state === 'stopped') return `No longer needed: “${taskLabel(procedure, plan.timescale.for)}” was withdrawn.`;
  if (clock.state === 'pending') return `Waits for: ${listWords(waitsFor(compiled, held, plan, clock))}.`;
  const how = counted ? countedWords(plan, clock, counted) : undefined;
  if (clock.state === 'no-date') return how ?? gapWords(plan);
  return [how, extensionWords(clock)].filter((words) => words !== undefined).join(' ');
}

/** How the date was counted; a day that an answer gives and nothing moves was agreed, not counted. */
function countedWords({ timescale }: TimescalePlan, { count, from }: Reckoning, counted: Counted): string | undefined {
  if (!count || !from) return undefined;
  const agreed = 'var' in timescale.from && 'day' in from && count.amount === 0 && counted.date === civilDate(from.day);
  return agreed ? `Agreed for this case: ${dayWords(from.day)}.` : explain(count, from, counted);
}

function gapWords({ amount }: TimescalePlan): string {
  if (amount === 'agreed') return 'No date has been agreed yet.';
  const words = typeof amount === 'object' && 'gap' in amount ? textOf(amount.gap) : undefined;
  return words ?? 'The source gives no time.';
}

function extensionWords({ extension, from, count }: Reckoning): string | undefined {
  if (!extension) return undefined;
  const to = parseMoment(extension.to);
  const date = to === undefined ? extension.to : 'day' in to ? dayWords(to.day) : momentWords(to.instant);
  if (extension.first && extension.reason.trim() === '') return `Agreed: ${date}.`;
  return `${from && count ? 'Extended' : 'Agreed'} to ${date}: ${extension.reason}`;
}

/** What is missing before the clock can run, one phrase each. */
function waitsFor(compiled: CompiledProcedure, held: Held, plan: TimescalePlan, clock: Reckoning): readonly string[] {
  const { procedure } = compiled;
  if (plan.timescale.each === 'recipient' && clock.recipient === undefined) return [`“${taskLabel(procedure, plan.timescale.for)}” to be sent`];
  if (!clock.from) return missingWords(plan.timescale.from, anchoringOf(compiled, held, plan));
  return ['the answer that sets how long it is'];
}

/** What the clock is counted from, in words; undefined while it is not known. */
export function countedFromWords(compiled: CompiledProcedure, held: Held, plan: TimescalePlan, clock: Reckoning): string | undefined {
  if (!clock.from) return undefined;
  const recipient = recordOf(held, plan.timescale.for)?.recipients.find(({ party }) => party === clock.recipient);
  return startWords(plan.timescale.from, anchoringOf(compiled, held, plan, recipient));
}
