// What a clock is counted from, in the procedure's own labels: as a thing that happened (“Send the alert” sent),
// or, while it has not, as what the clock waits for (“Send the alert” to be sent).
import type { DateExpression, Procedure } from '../procedure/types.ts';
import { instantOfMoment, listWords } from '../time/index.ts';
import { anchorOf, chosenOf, type Anchoring } from './anchors.ts';
import { optionLabel, questionLabel, signerLabel, ruleLabel, stageLabel, taskLabel, textOf } from './words.ts';

/** The start in words; of several the one that set it. Undefined while none is known. */
export function startWords(expression: DateExpression, anchoring: Anchoring): string | undefined {
  const start = anchorOf(expression, anchoring);
  if (!start) return undefined;
  if ('choose' in expression) {
    const one = chosenOf(expression, anchoring.compiled);
    return one && startWords(one, anchoring);
  }
  const several = 'earliest' in expression ? expression.earliest : 'latest' in expression ? expression.latest : undefined;
  if (!several) return startOne(anchoring.compiled.procedure, expression);
  const setBy = several.find((one) => {
    const moment = anchorOf(one, anchoring);
    return moment && instantOfMoment(moment) === instantOfMoment(start);
  });
  return setBy && startWords(setBy, anchoring);
}

function startOne(procedure: Procedure, expression: DateExpression): string {
  if ('var' in expression) return `“${questionLabel(procedure, expression.var)}”`;
  if ('opened' in expression) return 'the opening of the case';
  if ('raised' in expression) return `“${taskLabel(procedure, expression.raised)}” coming up`;
  if ('planned' in expression) return `the planned date of “${taskLabel(procedure, expression.planned)}”`;
  if ('done' in expression) return `“${taskLabel(procedure, expression.done)}” done`;
  if ('sent' in expression) return `“${taskLabel(procedure, expression.sent)}” sent`;
  if ('submitted' in expression) return `“${taskLabel(procedure, expression.submitted)}” put to those who sign it off`;
  if ('signed' in expression) return `“${taskLabel(procedure, expression.signed[0])}” signed off by ${signerLabel(procedure, ...expression.signed)}`;
  if ('entered' in expression) return `“${stageLabel(procedure, expression.entered)}” beginning`;
  if ('left' in expression) return `“${stageLabel(procedure, expression.left)}” ending`;
  if ('taken' in expression) return `“${taskLabel(procedure, expression.taken[0])}” deciding “${optionLabel(procedure, ...expression.taken)}”`;
  if ('true-since' in expression) return `this holding: ${ruleLabel(procedure, expression['true-since'])}`;
  if ('due' in expression) return `the date of “${textOf(procedure.timescales?.[expression.due]?.label) ?? expression.due}”`;
  return 'a date that is set for the procedure';
}

/** The parts of a date expression that are not known, in words. */
export function missingWords(expression: DateExpression, anchoring: Anchoring): readonly string[] {
  const { compiled } = anchoring;
  if ('latest' in expression) return expression.latest.filter((one) => !anchorOf(one, anchoring)).flatMap((one) => missingWords(one, anchoring));
  if ('earliest' in expression) return [listWords(expression.earliest.flatMap((one) => missingWords(one, anchoring)), 'or')];
  if ('choose' in expression) {
    const one = chosenOf(expression, compiled);
    return one ? missingWords(one, anchoring) : ['the setting that says what it is counted from'];
  }
  return [missingOne(compiled.procedure, expression)];
}

function missingOne(procedure: Procedure, expression: DateExpression): string {
  if ('var' in expression) return `an answer to “${questionLabel(procedure, expression.var)}”`;
  if ('raised' in expression) return `“${taskLabel(procedure, expression.raised)}” to come up`;
  if ('planned' in expression) return `a planned date for “${taskLabel(procedure, expression.planned)}”`;
  if ('done' in expression) return `“${taskLabel(procedure, expression.done)}” to be done`;
  if ('sent' in expression) return `“${taskLabel(procedure, expression.sent)}” to be sent`;
  if ('submitted' in expression) return `“${taskLabel(procedure, expression.submitted)}” to be put to those who sign it off`;
  if ('signed' in expression) return `“${taskLabel(procedure, expression.signed[0])}” to be signed off by ${signerLabel(procedure, ...expression.signed)}`;
  if ('entered' in expression) return `“${stageLabel(procedure, expression.entered)}” to begin`;
  if ('left' in expression) return `“${stageLabel(procedure, expression.left)}” to end`;
  if ('taken' in expression) return `“${taskLabel(procedure, expression.taken[0])}” to decide “${optionLabel(procedure, ...expression.taken)}”`;
  if ('true-since' in expression) return `this to hold: ${ruleLabel(procedure, expression['true-since'])}`;
  if ('due' in expression) return `the date of “${textOf(procedure.timescales?.[expression.due]?.label) ?? expression.due}”`;
  return 'the date it is counted from';
}
