// Seeded defects: each shipped procedure with one thing changed. It imports nothing of verification; whether a change
// is a defect is for the oracle to say.
import type { DateExpression, Procedure, Task, Timescale, Transition } from '../../../../engine/procedure/types.ts';

export type Kind = 'working and calendar days swapped' | 'start of a clock moved' | 'deadline shortened' | 'escape dropped' | 'loop added' | 'owner removed' | 'deputy removed' | 'criterion widened' | 'adviser decides';
export interface Mutant { readonly kind: Kind; readonly procedure: Procedure; /** What was changed: an id. */ readonly at: string; readonly words: string }

export function mutantsOf(procedure: Procedure): readonly Mutant[] {
  return [...clockMutants(procedure), ...routeMutants(procedure), ...peopleMutants(procedure)];
}

const withClock = (procedure: Procedure, id: string, clock: Timescale): Procedure => ({ ...procedure, timescales: { ...procedure.timescales, [id]: clock } });

function clockMutants(procedure: Procedure): readonly Mutant[] {
  return Object.entries(procedure.timescales ?? {}).flatMap(([id, clock]): Mutant[] => {
    const made = (kind: Kind, changed: Timescale, words: string): Mutant => ({ kind, at: id, words, procedure: withClock(procedure, id, changed) });
    const swapped = clock.unit === 'working-days' ? 'calendar-days' : clock.unit === 'calendar-days' ? 'working-days' : undefined;
    const { amount } = clock;
    return [
      ...(swapped === undefined || typeof amount !== 'number' || amount === 0 ? [] : [made('working and calendar days swapped', { ...clock, unit: swapped }, `${id}: ${swapped}`)]),
      ...(typeof amount === 'number' && amount > 1 ? [...new Set([1, Math.floor(amount / 2), amount - 1])].map((less) => made('deadline shortened', { ...clock, amount: less }, `${id}: ${amount} to ${less}`)) : []),
      ...startsFor(procedure, clock).map((from) => made('start of a clock moved', { ...clock, from }, `${id}: from ${JSON.stringify(from)}`)),
    ];
  });
}

/** Other starts that the procedure has: its dates, its notifications, its decisions. */
function startsFor({ questions, tasks }: Procedure, { from, for: own }: Timescale): readonly DateExpression[] {
  const dates = Object.entries(questions).filter(([, { type, past }]) => type.startsWith('date') && past === true).map(([id]): DateExpression => ({ var: id }));
  const decisions = Object.entries(tasks).filter(([id, { shape }]) => shape === 'decide' && id !== own).slice(0, 2).map(([id]): DateExpression => ({ done: id }));
  const sent = Object.entries(tasks).filter(([id, { shape, in: stages }]) => shape === 'exchange' && stages !== undefined && id !== own).slice(0, 2).map(([id]): DateExpression => ({ sent: id }));
  return [...dates, ...decisions, ...sent].filter((one) => JSON.stringify(one) !== JSON.stringify(from));
}

function routeMutants(procedure: Procedure): readonly Mutant[] {
  const { transitions } = procedure;
  const first = Object.keys(procedure.stages);
  const changed = (index: number, route: Transition): Procedure => ({ ...procedure, transitions: transitions.map((one, at) => (at === index ? route : one)) });
  return transitions.flatMap((route, index): Mutant[] => {
    const back = typeof route.to === 'string' ? transitions.slice(0, index).findLast((other) => other.from.length === 1 && other.to === route.from[0] && procedure.stages[other.from[0] ?? '']?.within === procedure.stages[route.from[0] ?? '']?.within)?.from[0] : undefined;
    const { if: _criterion, otherwise: _otherwise, ...open } = route;
    return [
      { kind: 'escape dropped', at: route.id, words: `${route.id} removed`, procedure: { ...procedure, transitions: transitions.filter((_, at) => at !== index) } },
      ...(back === undefined || back === route.to || first.length === 0 ? [] : [{ kind: 'loop added' as const, at: route.id, words: `${route.id} leads back to ${back}`, procedure: changed(index, { ...route, to: back }) }]),
      ...(route.if === undefined ? [] : [{ kind: 'criterion widened' as const, at: route.id, words: `${route.id} without its criterion`, procedure: changed(index, open) }]),
    ];
  });
}

function peopleMutants(procedure: Procedure): readonly Mutant[] {
  const { tasks, stages, parties } = procedure;
  const task = (id: string, changed: Task, more: Partial<Procedure> = {}): Procedure => ({ ...procedure, ...more, tasks: { ...tasks, [id]: changed } });
  const ownerless = (ids: readonly string[]): Procedure['stages'] => Object.fromEntries(Object.entries(stages).map(([id, stage]) => { const { owner: _owner, ...rest } = stage; return [id, ids.includes(id) ? rest : stage]; }));
  const around = (id: string): readonly string[] => { const found = [id]; for (let at = stages[id]?.within; at !== undefined; at = stages[at]?.within) found.push(at); return found; };
  const owners = Object.entries(tasks).filter(([, one]) => one.by !== undefined && one.raised !== 'by-choice').map(([id, one]): Mutant => {
    const { by: _by, agreement: _agreement, ...rest } = one;
    return { kind: 'owner removed', at: id, words: `${id} names nobody`, procedure: task(id, rest, { stages: ownerless((one.in ?? []).flatMap(around)) }) };
  });
  const deputies = Object.entries(parties).filter(([, { deputies: named }]) => named !== undefined).map(([id, party]): Mutant => {
    const { deputies: _deputies, ...rest } = party;
    return { kind: 'deputy removed', at: id, words: `${id} has no deputy`, procedure: { ...procedure, parties: { ...parties, [id]: rest } } };
  });
  const advisers = Object.entries(tasks).flatMap(([id, one]): Mutant[] => {
    const decision = one.advises === undefined ? undefined : tasks[one.advises];
    if (one.advises === undefined || !decision || !one.by) return [];
    const { agreement: _agreement, ...rest } = decision;
    return [{ kind: 'adviser decides', at: one.advises, words: `${one.advises} by those of ${id}`, procedure: task(one.advises, { ...rest, by: one.by }) }];
  });
  return [...owners, ...deputies, ...advisers];
}
