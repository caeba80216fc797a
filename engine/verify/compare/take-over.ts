// Taking a clock over from one procedure into a draft of another, where that is clean: the step is in both, the other
// has no clock there, and what the clock counts from has a counterpart. Where one of these fails it says which.
import { compile } from '../../case/index.ts';
import { kindOf } from '../findings/clock-claims.ts';
import { resolved } from '../findings/words.ts';
import type { DateExpression, Id, Procedure, Timescale } from '../../procedure/types.ts';
import type { Comparison, Row } from './compare.ts';
import type { Step } from './steps.ts';

export type TakenOver = { readonly ok: true; readonly procedure: Procedure; readonly timescale: Id } | { readonly ok: false; readonly why: string };

/** Adds to `into` the first clock that `from` sets for the step of this row. Neither procedure is changed. */
export function takeOver(from: Procedure, into: Procedure, comparison: Comparison, row: Row, side: 'a' | 'b'): TakenOver {
  const [source, target] = side === 'a' ? [row.a, row.b] : [row.b, row.a];
  if (!source || !target) return { ok: false, why: 'The step is only in one of the two; a step is drawn, not taken over.' };
  if (target.clocks.some(({ amount }) => amount !== undefined)) return { ok: false, why: 'The step has a clock already.' };
  const id = source.clocks.find(({ amount, unit }) => amount !== undefined && amount > 0 && unit !== 'next-meeting')?.timescale;
  const clock = id === undefined ? undefined : from.timescales?.[id];
  if (id === undefined || !clock) return { ok: false, why: 'There is no clock to take over.' };
  const start = counterpart(from, into, comparison, side, resolved(compile(from), clock.from));
  if (!start) return { ok: false, why: 'What the clock counts from has no counterpart.' };
  const plan = compile(from).timescales.get(id);
  const task = counterTask(source, target, clock.for);
  if (!plan || task === undefined || into.timescales?.[id]) return { ok: false, why: 'A clock of that name is there already.' };
  const { label, direction, basis } = clock;
  const added: Timescale = { ...(label !== undefined && { label }), for: task, direction, amount: plan.count.amount, unit: plan.count.unit, from: start, basis: basis === 'statutory' ? 'statutory' : 'local', inferred: true, note: `Taken over from ${from.id}.` };
  return { ok: true, timescale: id, procedure: { ...into, timescales: { ...into.timescales, [id]: added } } };
}

/** The task of the counterpart that the clock would bind: the one of the same place among those waited for. */
function counterTask({ tasks }: Step, { tasks: others }: Step, task: Id): Id | undefined {
  return others[Math.min(tasks.indexOf(task), others.length - 1)] ?? others[0];
}

function counterpart(from: Procedure, into: Procedure, { rows }: Comparison, side: 'a' | 'b', start: DateExpression): DateExpression | undefined {
  if ('opened' in start) return start;
  if ('var' in start) {
    const kind = kindOf(from, start);
    const question = Object.keys(into.questions).find((id) => into.questions[id]?.type.startsWith('date') && kind !== undefined && kindOf(into, { var: id }) === kind);
    return question === undefined ? undefined : { var: question };
  }
  const task = 'done' in start ? start.done : 'sent' in start ? start.sent : undefined;
  if (task === undefined) return undefined;
  const row = rows.find((one) => one[side]?.tasks.includes(task));
  const [mine, theirs] = side === 'a' ? [row?.a, row?.b] : [row?.b, row?.a];
  const other = mine && theirs && counterTask(mine, theirs, task);
  return other === undefined ? undefined : into.tasks[other]?.shape === 'exchange' ? { sent: other } : { done: other };
}
