// Ways by which a clock would get its date and a stage be entered, as plans: steps on the chart and what is brought
// about besides, shortest first. Whether a plan works out the engine says, on a copy of the case.
import { chosenOf } from '../../case/anchors.ts';
import { recordOf, type Folded } from '../../case/folded.ts';
import type { CompiledProcedure } from '../../case/index.ts';
import type { Criterion, DateExpression, Id } from '../../procedure/types.ts';
import type { Instant } from '../../time/types.ts';
import { solve } from '../criteria/solve.ts';
import type { Step } from '../explore/explore.ts';
import { filled } from '../runs/filling.ts';
import { answersFor, happened } from '../runs/situation.ts';
import { aheadOf, type Ahead } from './ahead.ts';
import { weekFrom, type Happening, type RawAnswers, type Stand } from './happen.ts';

/** A case that is asked about, and what lies ahead of it, which is looked for once. */
export interface Outlook { readonly stand: Stand; ahead(): Ahead }

/** Makes a case ready to be asked. */
export function outlookOf(compiled: CompiledProcedure, held: Folded, now: Instant): Outlook {
  let ahead: Ahead | undefined;
  return { stand: { compiled, held, now }, ahead: () => (ahead ??= aheadOf(compiled, held, now)) };
}

/** What is to come about: steps on the chart, or something said in full. */
export type Planned = { readonly step: Step } | { readonly happening: Happening } | { readonly task: Id; readonly options?: readonly Id[]; readonly part?: 'sent' | 'replies' };
export type Plan = readonly Planned[];

const planOf = (steps: readonly Step[]): Plan => steps.map((step) => ({ step }));

/** Ways to a stage: to the stage itself, or, for a group, to what lies in it. */
export function enters({ stand: { compiled }, ahead }: Outlook, stage: Id): readonly Plan[] {
  const around = compiled.tree.ancestors.get(stage) ?? [];
  const inside = Object.keys(compiled.procedure.stages).filter((id) => compiled.tree.ancestors.get(id)?.includes(stage));
  // Coming into a group begins where it begins: whether that is this stage the engine says.
  return ahead().toStages(new Set([stage, ...inside, ...around])).map(planOf);
}

/** Ways to a date: what it is counted from brought about, by each of its starts where any of them would do. */
export function starts(outlook: Outlook, timescale: Id, asking: readonly Id[]): readonly Plan[] {
  const own = outlook.stand.compiled.timescales.get(timescale)?.timescale;
  if (!own || asking.includes(timescale)) return [];
  if (typeof own.amount === 'object' && 'agreed' in own.amount) return [[{ happening: { kind: 'agree', of: timescale, on: weekFrom(outlook.stand.now) } }]];
  const from = anchored(outlook, own.from, [...asking, timescale]);
  if (own.each !== 'recipient' || recordOf(outlook.stand.held, own.for)?.sent !== undefined) return from;
  // Each recipient's clock needs the recipient, and so the sending.
  const up = acting(outlook, { task: own.for, part: 'sent' });
  return [...from, ...up, ...up.flatMap((sent) => from.map((start) => [...sent, ...start]))];
}

function anchored(outlook: Outlook, expression: DateExpression, asking: readonly Id[]): readonly Plan[] {
  const { stand: { compiled, now } } = outlook;
  const again = (one: DateExpression): readonly Plan[] => anchored(outlook, one, asking);
  if ('choose' in expression) { const one = chosenOf(expression, compiled); return one ? again(one) : []; }
  if ('earliest' in expression) return expression.earliest.flatMap(again).sort((a, b) => a.length - b.length);
  if ('latest' in expression) return joined(expression.latest.map(again));
  if ('var' in expression) return compiled.computed.has(expression.var) ? [] : [[{ happening: { kind: 'answer', question: expression.var, value: filled(compiled.procedure, expression.var, { now, dates: new Map() }) as string } }]];
  if ('due' in expression) return starts(outlook, expression.due, asking);
  if ('true-since' in expression) { const criterion = compiled.procedure.rules?.[expression['true-since']]?.if; return criterion ? [answering(unheld(outlook.stand, answersFor(outlook.stand, criterion) ?? {})).map((happening) => ({ happening }))] : []; }
  if ('entered' in expression) return enters(outlook, expression.entered);
  if ('left' in expression) { const out = outlook.ahead().outOf(expression.left); return out ? [planOf(out)] : []; }
  return acted(outlook, expression);
}

function acted(outlook: Outlook, expression: DateExpression): readonly Plan[] {
  if ('taken' in expression) return acting(outlook, { task: expression.taken[0], options: [expression.taken[1]] });
  if ('sent' in expression) return acting(outlook, { task: expression.sent, part: 'sent' });
  if ('planned' in expression) return acting(outlook, { happening: { kind: 'plan', of: expression.planned, on: weekFrom(outlook.stand.now) } });
  if ('done' in expression) return acting(outlook, { task: expression.done });
  if ('submitted' in expression) return acting(outlook, { task: expression.submitted });
  if ('signed' in expression) return acting(outlook, { task: expression.signed[0] });
  if ('raised' in expression) { const way = outlook.ahead().toTask(expression.raised); return way ? [planOf(way)] : []; }
  return [];
}

/** Ways to where a task may be done, by which it is asked for as well. */
export function comesUp({ stand, ahead }: Outlook, task: Id): readonly Plan[] {
  const way = ahead().toTask(task);
  const plan = stand.compiled.plans.tasks.get(task);
  const criterion = plan?.raised === 'when-required' ? plan.requiredBy.map((id) => stand.compiled.procedure.rules?.[id]?.if).find((one) => one !== undefined) : undefined;
  const facts = criterion ? answering(unheld(stand, answersFor(stand, criterion) ?? {})).map((happening): Planned => ({ happening })) : [];
  // What another act raises may stand after its own stage was left, where the chart alone shows no way to it.
  const raising = typeof plan?.raised === 'object' && 'done' in plan.raised ? acting({ stand, ahead }, { task: plan.raised.done }) : [];
  return [...(way ? [[...planOf(way), ...facts]] : []), ...raising, ...(criterion ? required({ stand, ahead }, criterion) : [])];
}

/** What has to be done, decided, entered and answered for a rule's criterion to hold, each at the end of a way to it. */
function required(outlook: Outlook, criterion: Criterion): readonly Plan[] {
  const { stand, stand: { compiled } } = outlook;
  const known = happened(stand, undefined);
  const { witness } = solve(compiled.procedure, [{ criterion, want: true }], { fact: (key) => (known(key) === true ? true : undefined), settings: compiled.settings });
  const acts = Object.entries(witness?.facts ?? {}).filter(([key, holds]) => holds && /^(done|taken|entered|at):/.test(key) && known(key) !== true);
  const plans = acts.map(([key]) => {
    const [name = '', argument = ''] = key.split(/:(.*)/s, 2);
    const [task = '', option] = argument.split('.');
    return name === 'entered' || name === 'at' ? enters(outlook, argument) : acting(outlook, { task, ...(option !== undefined && { options: [option] }) });
  });
  const told = Object.entries(witness?.answers ?? {}).flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const]));
  const facts = answering(unheld(stand, Object.fromEntries(told))).map((happening): Planned => ({ happening }));
  return acts.length === 0 ? [] : joined(plans).map((plan) => [...plan, ...facts]);
}

function acting(outlook: Outlook, planned: Exclude<Planned, { readonly step: Step }>): readonly Plan[] {
  const task = 'task' in planned ? planned.task : 'of' in planned.happening ? planned.happening.of : '';
  if (recordOf(outlook.stand.held, task)?.state === 'open') return [[planned]];
  const way = outlook.ahead().toTask(task);
  return way ? [[...planOf(way), planned]] : [];
}

/** Where all are needed: the first way to each, one after another. */
function joined(each: readonly (readonly Plan[])[]): readonly Plan[] {
  return each.some((plans) => plans.length === 0) ? [] : [each.flatMap(([plan = []]) => plan)];
}

/** Answers given by themselves. */
export const answering = (answers: RawAnswers): readonly Happening[] => Object.entries(answers).map(([question, value]) => ({ kind: 'answer', question, value }));
/** A part of a happening, where there are any. */
export const answersIn = (answers: RawAnswers): { readonly answers?: RawAnswers } => (Object.keys(answers).length > 0 ? { answers } : {});

/** Answers that the case does not hold as they are. */
export function unheld({ held }: Stand, answers: RawAnswers): RawAnswers {
  return Object.fromEntries(Object.entries(answers).filter(([id, value]) => { const own = held.answers[id]; return !(own && 'value' in own && JSON.stringify(own.value) === JSON.stringify(value)); }));
}
