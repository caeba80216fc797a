// What a clock says of itself: how its date was counted, what it waits for, why it has none, how it was extended.
import { anchorOf, chosenOf, type Anchoring } from './anchors.ts';
import type { DateExpression, Procedure } from '../procedure/types.ts';
import { dayWords, explain, listWords, momentWords, parseMoment, type Counted } from '../time/index.ts';
import type { Reckoning } from './clocks.ts';
import type { CompiledProcedure } from './compile.ts';
import type { Held } from './scope.ts';
import type { TimescalePlan } from './timescale-count.ts';
import { optionLabel, questionLabel, ruleLabel, stageLabel, taskLabel, textOf } from './words.ts';

/** One or two sentences for a clock; `counted` is what its count gave before any extension. */
export function clockSentence(compiled: CompiledProcedure, held: Held, plan: TimescalePlan, clock: Reckoning, counted: Counted | undefined): string {
  const { procedure } = compiled;
  if (clock.state === 'stopped') return `No longer needed: “${taskLabel(procedure, plan.timescale.for)}” was withdrawn.`;
  if (clock.state === 'pending') return `Waits for: ${listWords(waitsFor(compiled, held, plan, clock))}.`;
  const how = clock.count && clock.from && counted ? explain(clock.count, clock.from, counted) : undefined;
  if (clock.state === 'no-date') return how ?? gapWords(plan);
  return [how, extensionWords(clock)].filter((words) => words !== undefined).join(' ');
}

function gapWords({ amount }: TimescalePlan): string {
  const words = typeof amount === 'object' && 'gap' in amount ? textOf(amount.gap) : undefined;
  return words ?? 'The source gives no time.';
}

function extensionWords({ extension, from, count }: Reckoning): string | undefined {
  if (!extension) return undefined;
  const to = parseMoment(extension.to);
  const date = to === undefined ? extension.to : 'day' in to ? dayWords(to.day) : momentWords(to.instant);
  return `${from && count ? 'Extended' : 'Agreed'} to ${date}: ${extension.reason}`;
}

/** What is missing before the clock can run, one phrase each. */
function waitsFor(compiled: CompiledProcedure, held: Held, plan: TimescalePlan, clock: Reckoning): readonly string[] {
  const { procedure } = compiled;
  if (plan.timescale.each === 'recipient' && clock.recipient === undefined) return [`“${taskLabel(procedure, plan.timescale.for)}” to be sent`];
  if (!clock.from) return missing(plan.timescale.from, { compiled, held, dueOf: () => undefined });
  return plan.amount === 'agreed' ? ['a date to be agreed'] : ['the answer that sets how long it is'];
}

/** The parts of a date expression that are not known, in words. */
function missing(expression: DateExpression, anchoring: Anchoring): readonly string[] {
  const { compiled } = anchoring;
  if ('latest' in expression) return expression.latest.filter((one) => !anchorOf(one, anchoring)).flatMap((one) => missing(one, anchoring));
  if ('earliest' in expression) return [listWords(expression.earliest.flatMap((one) => missing(one, anchoring)), 'or')];
  if ('choose' in expression) {
    const one = chosenOf(expression, compiled);
    return one ? missing(one, anchoring) : ['the setting that says what it is counted from'];
  }
  return [missingOne(compiled.procedure, expression)];
}

function missingOne(procedure: Procedure, expression: DateExpression): string {
  if ('var' in expression) return `an answer to “${questionLabel(procedure, expression.var)}”`;
  if ('raised' in expression) return `“${taskLabel(procedure, expression.raised)}” to come up`;
  if ('planned' in expression) return `a planned date for “${taskLabel(procedure, expression.planned)}”`;
  if ('done' in expression) return `“${taskLabel(procedure, expression.done)}” to be done`;
  if ('sent' in expression) return `“${taskLabel(procedure, expression.sent)}” to be sent`;
  if ('entered' in expression) return `“${stageLabel(procedure, expression.entered)}” to begin`;
  if ('left' in expression) return `“${stageLabel(procedure, expression.left)}” to end`;
  if ('taken' in expression) return `“${taskLabel(procedure, expression.taken[0])}” to decide “${optionLabel(procedure, ...expression.taken)}”`;
  if ('true-since' in expression) return `this to hold: ${ruleLabel(procedure, expression['true-since'])}`;
  if ('due' in expression) return `the date of “${textOf(procedure.timescales?.[expression.due]?.label) ?? expression.due}”`;
  return 'the date it is counted from';
}
