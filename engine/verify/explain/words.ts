// What lies ahead, in words: each thing that has to come about as a step, and the steps as a sentence.
import { partiesFor } from '../../case/doers.ts';
import { recordOf, type Folded } from '../../case/folded.ts';
import type { CompiledProcedure } from '../../case/index.ts';
import { optionLabel, partyLabel, questionLabel, taskLabel, textOf } from '../../case/words.ts';
import type { Id, Procedure } from '../../procedure/types.ts';
import { listWords, momentWords } from '../../time/index.ts';
import type { Happening, RawAnswers } from './happen.ts';

export const aheadWords = {
  standsThere: 'The case stands there now.', isUp: 'It may be done now.',
  counted: 'It has its date.',
  gap: 'The procedure gives no number, so nothing in the case can start it.',
  nothing: (whole: boolean) => (whole ? 'Nothing leads there from where the case stands.' : 'Nothing near leads there: what is further away than 20,000 situations was not looked at.'),
  stopped: (why: string) => `The nearest way there cannot be gone as the case stands: ${why}`,
  needs: ({ procedure }: CompiledProcedure, needs: readonly Happening[]) => `It takes ${listWords(needs.map((one) => happeningWords(procedure, one)))}.`,
};

/** One thing that has to come about: “Send the alert” sent. */
export function happeningWords(procedure: Procedure, one: Happening): string {
  switch (one.kind) {
    case 'do': return `${one.part === 'replies' ? 'what is still to come back on ' : ''}${actWords(procedure, one.task, one.options)}${one.part === 'sent' ? ' sent' : one.part === 'replies' || one.options ? '' : ' done'}${factWords(procedure, one.answers)}${one.from === undefined ? '' : `, from ${momentWords(one.from)}`}`;
    case 'answer': return `an answer to “${questionLabel(procedure, one.question)}”${valueWords(procedure, one.question, one.value)}`;
    case 'plan': return `a date planned for “${taskLabel(procedure, one.of)}”`;
    case 'agree': return `a date agreed for “${textOf(procedure.timescales?.[one.of]?.label) ?? taskLabel(procedure, procedure.timescales?.[one.of]?.for ?? '')}”`;
    case 'choose': return `the way on “${textOf(procedure.transitions.find(({ id }) => id === one.transition)?.label) ?? one.transition}” chosen${factWords(procedure, one.answers)}`;
    case 'lapse': return `the time of “${textOf(procedure.timescales?.[one.timescale]?.label) ?? taskLabel(procedure, procedure.timescales?.[one.timescale]?.for ?? '')}” running out`;
    case 'relate': return `“${textOf(procedure.relations?.[one.relation]?.label) ?? one.relation}” recorded as ${one.state === 'open' ? 'open' : 'ended'}`;
    case 'reopen': return 'the case opened again';
  }
}

/** Whose it is, where the case can say. */
export function happeningDoers(compiled: CompiledProcedure, held: Folded, one: Happening): readonly string[] {
  const { procedure } = compiled;
  if (one.kind === 'choose') { const on = compiled.transitions.get(one.transition)?.transition.on; return on && 'chosen' in on ? on.chosen.by.map((id) => partyLabel(procedure, id)) : []; }
  if (one.kind !== 'do') return [];
  const doers = recordOf(held, one.task) ? partiesFor(compiled, held, one.task) : (procedure.tasks[one.task]?.by ?? []);
  return doers.map((id) => partyLabel(procedure, id));
}

function actWords(procedure: Procedure, task: Id, options: readonly Id[] = []): string {
  const label = `“${taskLabel(procedure, task)}”`;
  return options.length === 0 ? label : `${label} deciding ${listWords(options.map((option) => `“${optionLabel(procedure, task, option)}”`))}`;
}

function factWords(procedure: Procedure, answers: RawAnswers = {}): string {
  const facts = Object.entries(answers).map(([id, value]) => `“${questionLabel(procedure, id)}”${valueWords(procedure, id, value)}`);
  return facts.length === 0 ? '' : ` with ${listWords(facts)}`;
}

/** A yes, a no or a choice is said; dates and texts are invented and are not. */
export function valueWords(procedure: Procedure, question: Id, value: unknown): string {
  if (value === true) return ': yes';
  if (value === false) return ': no';
  const options = procedure.questions[question]?.options ?? [];
  const chosen = [value].flat().map((one) => textOf(options.find(({ id }) => id === one)?.label));
  if (chosen.length > 0 && chosen.every((one) => one !== undefined)) return `: ${chosen.join(', ')}`;
  return typeof value === 'object' && value !== null && 'status' in value ? ': not known' : '';
}
