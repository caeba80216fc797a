// Claims about clocks that the procedure itself shows: two clocks on one act that give two dates, a clock that is not
// as its own words say, one source counted from two starts, a start that a reading decides, a duty without any clock.
import type { CompiledProcedure } from '../../case/index.ts';
import { listWords } from '../../time/index.ts';
import { textOf } from '../../case/words.ts';
import type { DateExpression, Id, Procedure, Task, Timescale } from '../../procedure/types.ts';
import type { VerifyFinding } from './types.ts';
import { amountsIn, eventKind, saysBefore, saysSent, startPhrase, type EventKind } from './vocabulary.ts';
import { anchorKey, clockWords, parties, quoted, readAs, resolved, stagesOfTask, startWords, taskWords } from './words.ts';

type Named = readonly [Id, Timescale];

/** A claim without its example. */
export type Claim = Omit<VerifyFinding, 'example'>;

const timescalesOf = ({ timescales = {} }: Procedure): readonly Named[] => Object.entries(timescales);
const ends = new Set(['within', 'on', 'window', 'at-least-before']);

/** A clock with a last day that the procedure fixes: neither a gap, nor agreed in the case, nor a date that people enter. */
export function isFixed({ direction, amount }: Timescale): boolean {
  return ends.has(direction) && (typeof amount === 'number' ? amount > 0 : 'setting' in amount);
}

/** Two fixed clocks on the same act. */
export function twoClocks(compiled: CompiledProcedure): readonly (Claim & { readonly pair: readonly [Id, Id] })[] {
  const { procedure } = compiled;
  const fixed = timescalesOf(procedure).filter(([, one]) => isFixed(one));
  return fixed.flatMap(([id, one], index) => fixed.slice(index + 1).flatMap(([otherId, other]) => {
    if (one.for !== other.for || (one.act ?? 'done') !== (other.act ?? 'done') || (one.each ?? 'case') !== (other.each ?? 'case')) return [];
    const [from, otherFrom] = [anchorKey(resolved(compiled, one.from)), anchorKey(resolved(compiled, other.from))];
    const words = [clockWords(compiled, one), clockWords(compiled, other)];
    if (words[0] === words[1]) return [];
    const starts = from !== otherFrom;
    return [{
      code: 'V-202', severity: 'problem', title: 'One act, two clocks that disagree', pair: [id, otherId] as const,
      words: `${taskWords(procedure, one.for)} is due ${words[0]}, and also ${words[1]}. ${starts ? 'They start from two different things, so' : 'They allow different amounts of time, so'} one case has two last days for one act.`,
      pointer: `/timescales/${otherId}`, label: textOf(other.label) ?? taskWords(procedure, one.for), stages: stagesOfTask(procedure, one.for),
      remedies: [starts ? 'Count both from the same thing.' : 'Give both the same amount of time.', 'Keep both, and say in the guidance which of them staff work to.'],
      cites: [...(one.cites ?? []), ...(other.cites ?? [])],
    } as const];
  }));
}

/** Clocks that are not as the source's words beside them say. */
export function notAsWorded(compiled: CompiledProcedure): readonly Claim[] {
  const { procedure } = compiled;
  return timescalesOf(procedure).flatMap(([id, one]) => {
    const said = textOf(one.words);
    if (said === undefined) return [];
    const differs = amountDiffers(compiled, id, one, said) ?? startDiffers(compiled, one, said);
    return differs === undefined ? [] : [{
      code: 'V-203' as const, severity: 'problem' as const, title: 'A clock is not as its words say', pointer: `/timescales/${id}`, label: textOf(one.label) ?? taskWords(procedure, one.for),
      words: `The source says ${quoted(said)}. The clock on ${taskWords(procedure, one.for)} ${differs}`,
      stages: stagesOfTask(procedure, one.for), remedies: ['Change the clock to what the source says.', 'If the clock is right, correct the words beside it and the place they are cited from.'], cites: one.cites ?? [],
    }];
  });
}

function amountDiffers(compiled: CompiledProcedure, id: Id, one: Timescale, said: string): string | undefined {
  const plan = compiled.timescales.get(id);
  const amounts = amountsIn(said);
  if (!plan || plan.amount !== 'fixed' || amounts.length === 0 || plan.count.amount === 0) return undefined;
  const { unit, amount } = plan.count;
  const settable = typeof one.unit === 'object';
  const fits = amounts.some((other) => other.amount === amount && (other.unit === unit || (other.unit === 'days' && (unit === 'calendar-days' || unit === 'working-days')) || (settable && unit.endsWith('-days') && other.unit.endsWith('days'))));
  if (!fits) return `counts ${clockWords(compiled, one)}.`;
  const before = saysBefore(said) && startPhrase(said) !== undefined;
  return before && one.direction === 'within' ? `counts onward ${clockWords(compiled, one)}, where the words bound it before that.` : undefined;
}

/** The words name one kind of event and the clock counts from another, while something of the first kind is there to count from. */
function startDiffers(compiled: CompiledProcedure, one: Timescale, said: string): string | undefined {
  const phrase = startPhrase(said);
  const kind = phrase === undefined ? undefined : eventKind(phrase);
  const from = resolved(compiled, one.from);
  if (phrase === undefined || kind === undefined) return undefined;
  // A start whose own label names no such event is another one as well, where one of the kind is there.
  if (kind !== kindOf(compiled.procedure, from)) return hasStartOf(compiled, kind) ? `counts ${clockWords(compiled, one)}, which is another event.` : undefined;
  return saysSent(phrase) && isEntered(compiled, from) && hasSendingOf(compiled, kind) ? `counts ${clockWords(compiled, one)}, a date that somebody enters, and not from its being sent.` : undefined;
}

/** A date that is answered and whose question does not ask when something was sent. */
function isEntered({ procedure }: CompiledProcedure, from: DateExpression): boolean {
  return 'var' in from && !saysSent(textOf(procedure.questions[from.var]?.label) ?? '');
}

const hasSendingOf = ({ procedure }: CompiledProcedure, kind: EventKind): boolean => Object.values(procedure.tasks).some((task) => task.shape === 'exchange' && kindOfTask(task) === kind);

/** The kind of event a clock is counted from, by the label of what it names. */
export function kindOf(procedure: Procedure, from: DateExpression): EventKind | undefined {
  if ('earliest' in from) return from.earliest.map((one) => kindOf(procedure, one)).find((kind) => kind !== undefined);
  if ('latest' in from) return from.latest.map((one) => kindOf(procedure, one)).find((kind) => kind !== undefined);
  const act = 'done' in from ? from.done : 'sent' in from ? from.sent : 'planned' in from ? from.planned : 'raised' in from ? from.raised : undefined;
  if (act !== undefined) return kindOfTask(procedure.tasks[act]);
  return 'taken' in from ? 'decision' : 'var' in from ? eventKind(textOf(procedure.questions[from.var]?.label) ?? '') : undefined;
}

/** The kind of event that a task is. What is decided as advice for another decision is a recommendation. */
export function kindOfTask(task: Task | undefined): EventKind | undefined {
  if (task?.shape !== 'decide') return eventKind(textOf(task?.label) ?? '');
  return task.advises !== undefined || task.preset === 'recommendation' ? 'recommendation' : eventKind(`decision ${textOf(task.label) ?? ''}`);
}

function hasStartOf({ procedure }: CompiledProcedure, kind: EventKind): boolean {
  const dates = Object.values(procedure.questions).filter(({ type }) => type === 'date' || type === 'date-time');
  return dates.some(({ label }) => eventKind(textOf(label) ?? '') === kind) || Object.values(procedure.tasks).some((task) => kindOfTask(task) === kind);
}

/** One place of the source, counted alike, from two starts. */
export function oneSourceTwoStarts(compiled: CompiledProcedure): readonly Claim[] {
  const { procedure } = compiled;
  const fixed = timescalesOf(procedure).filter(([, one]) => isFixed(one) && (one.cites?.length ?? 0) > 0);
  return fixed.flatMap(([id, one], index) => fixed.slice(index + 1).flatMap(([otherId, other]) => {
    const [count, otherCount] = [compiled.timescales.get(id)?.count, compiled.timescales.get(otherId)?.count];
    const shared = one.cites?.filter((cite) => other.cites?.includes(cite)) ?? [];
    if (shared.length === 0 || one.for === other.for || count?.amount !== otherCount?.amount || count?.unit !== otherCount?.unit) return [];
    const [from, otherFrom] = [resolved(compiled, one.from), resolved(compiled, other.from)];
    if (anchorKey(from) === anchorKey(otherFrom)) return [];
    return [{
      code: 'V-204' as const, severity: 'problem' as const, title: 'One sentence of the source, counted from two starts',
      words: `${taskWords(procedure, one.for)} counts ${clockWords(compiled, one)}; ${taskWords(procedure, other.for)} counts ${clockWords(compiled, other)}. Both cite the same place (${listWords(shared)}).`,
      pointer: `/timescales/${otherId}`, label: textOf(other.label) ?? taskWords(procedure, other.for), stages: [...stagesOfTask(procedure, one.for), ...stagesOfTask(procedure, other.for)],
      remedies: ['Count both from the same thing.', 'If the source means two starts, cite the words for each.'], cites: shared,
    }];
  }));
}

/** Readings that decide from when, or in which days, a clock counts. */
export function readingsOfClocks(compiled: CompiledProcedure): readonly Claim[] {
  const { procedure } = compiled;
  return Object.entries(procedure.settings ?? {}).flatMap(([setting, { words, label, choices, cites, kind }]) => {
    const starts = timescalesOf(procedure).filter(([, { from }]) => 'choose' in from && from.choose.setting === setting);
    if (starts.length === 0 || kind !== 'reading') return [];
    const [[, first]] = starts as [Named, ...Named[]];
    const ways = choices.map(({ value }) => startWords(readAs(procedure, { [setting]: value }), first.from));
    return [{
      code: 'V-205' as const, severity: 'look' as const, title: 'The source does not say from when',
      words: `${words === undefined ? 'The source' : `The words ${quoted(textOf(words) ?? '')}`} can be read in ${choices.length} ways: ${listWords(ways.map((way) => `from ${way}`), 'or')}. ${starts.length === 1 ? 'The last day of one clock depends' : `The last days of ${starts.length} clocks depend`} on it.`,
      pointer: `/settings/${setting}`, label: textOf(label) ?? setting, stages: [...new Set(starts.flatMap(([, one]) => stagesOfTask(procedure, one.for)))],
      remedies: ['Ask whoever keeps the source which is meant, and record the answer as the reading.'], cites: cites ?? first.cites ?? [],
    }];
  });
}

/** Clocks counted from a date that nobody is asked for: they may never start. */
export function neverStarted(compiled: CompiledProcedure): readonly Claim[] {
  const { procedure } = compiled;
  const asked = new Set(Object.values(procedure.rules ?? {}).flatMap(({ then, strength }) => ('require' in then && 'fields' in then.require && strength !== 'may' ? then.require.fields : [])));
  return timescalesOf(procedure).flatMap(([id, one]) => {
    const from = resolved(compiled, one.from);
    if (!('var' in from) || !isFixed(one) || asked.has(from.var)) return [];
    const question = textOf(procedure.questions[from.var]?.label) ?? from.var;
    return [{
      code: 'V-207' as const, severity: 'look' as const, title: 'A clock that nobody has to start', pointer: `/timescales/${id}`, label: textOf(one.label) ?? taskWords(procedure, one.for),
      words: `The clock on ${taskWords(procedure, one.for)} counts ${clockWords(compiled, one)}. No rule asks for the answer to ${quoted(question)}, so a case can go by without the clock ever starting.`,
      stages: stagesOfTask(procedure, one.for), remedies: [`Require ${quoted(question)} where the case comes in.`], cites: one.cites ?? [],
    }];
  });
}

/** An agency or body that the authority has no hand in; a family or the public is none. */
export function isBodyOutside({ parties: all }: Procedure, id: Id): boolean {
  return all[id]?.outside === true && all[id]?.kind !== 'participant' && all[id]?.kind !== 'audience';
}

/** A procedure in which next to nothing has a date, though a case waits for a good many tasks. */
export function hardlyAnyClock(compiled: CompiledProcedure): readonly Claim[] {
  const { procedure } = compiled;
  const dated = timescalesOf(procedure).filter(([, { amount }]) => typeof amount !== 'object' || !('gap' in amount));
  const waited = new Set(procedure.transitions.flatMap(({ on }) => ('done' in on ? [on.done] : 'option' in on ? [on.option[0]] : [])));
  if (dated.length > 1 || waited.size < 6) return [];
  const only = dated.map(([, one]) => taskWords(procedure, one.for));
  return [{
    code: 'V-206', severity: 'problem', title: 'Hardly anything has a clock', pointer: '/timescales', label: textOf(procedure.label) ?? procedure.id, stages: [],
    words: `A case waits for ${waited.size} tasks, and ${only.length === 0 ? 'none of them has' : `only ${listWords(only)} has`} a clock. No other date is kept, so nobody is ever late and nobody is reminded.`,
    remedies: ['Add a clock where the law or guidance sets one.', 'Where the source sets no time, agree one and mark it as local.'], cites: dated.flatMap(([, one]) => one.cites ?? []),
  }];
}

/** Notifications to bodies outside that nothing bounds in time. */
export function withoutClock(compiled: CompiledProcedure): readonly Claim[] {
  const { procedure } = compiled;
  const dated = new Set(timescalesOf(procedure).filter(([, { amount }]) => typeof amount !== 'object' || !('gap' in amount)).map(([, one]) => one.for));
  return Object.entries(procedure.tasks).flatMap(([id, task]) => {
    const outside = (task.to ?? []).filter((to): to is Id => typeof to === 'string' && isBodyOutside(procedure, to));
    if (task.shape !== 'exchange' || outside.length === 0 || dated.has(id) || task.raised === 'by-choice') return [];
    return [{
      code: 'V-201' as const, severity: 'look' as const, title: 'A duty without a clock', pointer: `/tasks/${id}`, label: taskWords(procedure, id),
      words: `${taskWords(procedure, id)} goes to ${parties(procedure, outside)} and has no time by which it must have gone. Nobody can be late, and nothing will remind anyone.`,
      stages: stagesOfTask(procedure, id), remedies: ['Add a clock: how long, and from what.', 'If the source gives no time, leave it marked as a gap and tell staff to send it at once.'], cites: task.cites ?? [],
    }];
  });
}
