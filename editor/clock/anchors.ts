// What a clock can be counted from: the dates a procedure asks for and the acts it holds, as choices.
import type { DateExpression, Procedure } from '../../engine/procedure/types.ts';
import { anchorWords } from '../../engine/procedure/words/clock.ts';

export interface AnchorChoice { readonly from: DateExpression; readonly words: string }

/** Dates asked for first, then the case opening, then acts; what the clock has now comes first when it is none of them. */
export function anchorChoices(procedure: Procedure, now: DateExpression): readonly AnchorChoice[] {
  const dates = Object.entries(procedure.questions).filter(([, question]) => question.type === 'date' || question.type === 'date-time').map(([id]): DateExpression => ({ var: id }));
  const tasks = Object.entries(procedure.tasks);
  const sent = tasks.filter(([, task]) => task.shape === 'exchange').map(([id]): DateExpression => ({ sent: id }));
  const done = tasks.map(([id]): DateExpression => ({ done: id }));
  const entered = Object.keys(procedure.stages).map((id): DateExpression => ({ entered: id }));
  const all = [...dates, { opened: true } as const, ...done, ...sent, ...entered];
  const known = all.some((each) => same(each, now));
  return (known ? all : [now, ...all]).map((from) => ({ from, words: anchorWords(procedure, from) }));
}

/** Whether two anchors are written alike. */
export const same = (a: DateExpression, b: DateExpression): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether people know the hour of this anchor: an act, or a question that asks for the time. */
export function hasTime(procedure: Procedure, from: DateExpression): boolean {
  return 'var' in from ? procedure.questions[from.var]?.type === 'date-time' : true;
}
