// What a procedure says about its tasks and rules, turned round for the fold: which tasks a stage raises, which
// rules bear on a task, in which order rules are asked. Built once for each procedure.
import type { Id, Procedure, Rule, Target, Task } from '../procedure/types.ts';
import { choosingIn, type Choosing } from './chosen.ts';
import { readsOf } from './reads.ts';
import { CompileError } from '../statechart/index.ts';

/** A task with its defaults filled in: a decision ends with its stage and is taken afresh, and what comes round comes afresh; other tasks end by hand and are kept. */
export interface TaskPlan {
  readonly id: Id;
  readonly task: Task;
  readonly raised: NonNullable<Task['raised']>;
  readonly withdrawn: NonNullable<Task['withdrawn']>;
  readonly again: NonNullable<Task['again']>;
  /** Rules with the effect `require: {task}`, and those that relieve of it. */
  readonly requiredBy: readonly Id[];
  readonly relievedBy: readonly Id[];
  /** Questions of the form that recipients fill; undefined where they fill none. */
  readonly replied: ReadonlySet<Id> | undefined;
}

function planOf({ forms }: Procedure, id: Id, task: Task, requiredBy: readonly Id[], relievedBy: readonly Id[]): TaskPlan {
  const decides = task.shape === 'decide';
  const form = forms?.[task.reply?.form ?? ''];
  return {
    id, task, requiredBy, relievedBy,
    replied: form && new Set(form.sections.flatMap(({ questions }) => questions)),
    raised: task.raised ?? 'on-entry',
    withdrawn: task.withdrawn ?? (decides ? 'with-stage' : 'by-hand'),
    again: task.again ?? (decides || (typeof task.raised === 'object' && 'every' in task.raised) ? 'afresh' : 'keep'),
  };
}

/** A rule's effect on one task or door. */
export interface Bearing { readonly rule: Id; readonly effect: 'require' | 'forbid' | 'relieve'; readonly target: Target }

export interface Plans {
  readonly tasks: ReadonlyMap<Id, TaskPlan>;
  /** Tasks that stand in a stage. */
  readonly standing: ReadonlyMap<Id, readonly TaskPlan[]>;
  /** Tasks that stand in no stage: they may be raised as soon as the case opens. */
  readonly onOpening: readonly TaskPlan[];
  readonly afterTask: ReadonlyMap<Id, readonly TaskPlan[]>;
  /** Tasks that a rule requires or relieves. */
  readonly byRule: ReadonlyMap<Id, readonly TaskPlan[]>;
  /** Rules that bear on a task or a door. */
  readonly bearings: ReadonlyMap<Id, readonly Bearing[]>;
  /** Rules that add recipients to an exchange, or take them out. */
  readonly onRecipients: ReadonlyMap<Id, readonly (Omit<Bearing, 'target'> & { readonly recipients: readonly Id[] })[]>;
  /** Exchanges whose replies rules ask something of. */
  readonly onReplies: ReadonlySet<Id>;
  /** Rules that forbid or relieve a transition. */
  readonly onTransition: ReadonlyMap<Id, readonly Bearing[]>;
  /** Rules that choose for a task or a timescale. */
  readonly choosing: ReadonlyMap<Id, readonly Choosing[]>;
  /** Rules that give the case a label. */
  readonly labelled: readonly Id[];
  /** Tasks that come up each period. */
  readonly periodic: readonly TaskPlan[];
  readonly exchanges: readonly TaskPlan[];
  /** Decisions that take more than one party. */
  readonly agreed: readonly TaskPlan[];
  /** Rules with the strength must that require or forbid an option of a decision. */
  readonly onOptions: readonly (Bearing & { readonly target: Extract<Target, { readonly option: unknown }> })[];
  /** Rules with the strength must that forbid the whole of a decision because of what was answered, and of nothing else. */
  readonly onDecisions: readonly { readonly rule: Id; readonly task: Id }[];
  /** Timescales whose running out asks for a reason. */
  readonly explained: readonly { readonly id: Id; readonly task: Id }[];
}

/** Turns the procedure's tasks and rules round. */
export function plansOf(procedure: Procedure): Plans {
  const bearings = Object.entries(procedure.rules ?? {}).flatMap(([id, rule]) => bearingOf(id, rule));
  const onTasks = grouped(bearings.filter(({ target }) => 'task' in target), ({ target, effect }) => [`${effect} ${subjectOf(target)}`]);
  const rulesWith = (effect: string, id: Id): readonly Id[] => (onTasks.get(`${effect} ${id}`) ?? []).map(({ rule }) => rule);
  const tasks = new Map(Object.entries(procedure.tasks).map(([id, task]) => [id, planOf(procedure, id, task, rulesWith('require', id), rulesWith('relieve', id))]));
  const plans = [...tasks.values()];
  const grounds = bearings.flatMap(({ rule, effect, target }) => (effect !== 'forbid' && 'task' in target ? [{ rule, plan: tasks.get(target.task) }] : []));
  return {
    tasks,
    standing: grouped(plans, ({ task }) => task.in ?? []),
    onOpening: plans.filter(({ task }) => !task.in),
    afterTask: grouped(plans, ({ raised }) => (typeof raised === 'object' && 'done' in raised ? [raised.done] : [])),
    byRule: new Map([...grouped(grounds, ({ rule }) => [rule])].map(([rule, ways]) => [rule, ways.flatMap(({ plan }) => plan ?? [])])),
    bearings: grouped(bearings.filter(({ target }) => !('transition' in target)), ({ target }) => [subjectOf(target)]),
    onRecipients: new Map([...grouped(bearings.filter(({ target }) => 'recipients' in target), ({ target }) => [subjectOf(target)])].map(([task, ruled]) => [task, ruled.flatMap(({ target, ...rest }) => ('recipients' in target ? [{ ...rest, recipients: target.recipients }] : []))])),
    onReplies: new Set(bearings.flatMap(({ target }) => ('reply' in target || ('fields' in target && tasks.get(target.of)?.replied) ? [subjectOf(target)] : []))),
    onTransition: grouped(bearings.filter(({ target }) => 'transition' in target), ({ target }) => [subjectOf(target)]),
    periodic: plans.filter(({ raised }) => typeof raised === 'object' && 'every' in raised),
    exchanges: plans.filter(({ task }) => task.shape === 'exchange'),
    agreed: plans.filter(({ task }) => (task.agreement?.by ?? 'one') !== 'one'),
    onOptions: bearings.flatMap(({ target, ...bearing }) => ('option' in target && bearing.effect !== 'relieve' && procedure.rules?.[bearing.rule]?.strength === 'must' ? [{ ...bearing, target }] : [])),
    onDecisions: bearings.flatMap(({ rule, effect, target }) => (effect === 'forbid' && 'task' in target && procedure.tasks[target.task]?.shape === 'decide' && procedure.rules?.[rule]?.strength === 'must' && restsOnAnswers(procedure, rule) ? [{ rule, task: target.task }] : [])),
    explained: Object.entries(procedure.timescales ?? {}).flatMap(([id, { onLapse, for: task }]) => (onLapse === 'reason' ? [{ id, task }] : [])),
    choosing: choosingIn(procedure),
    labelled: Object.entries(procedure.rules ?? {}).flatMap(([id, { then }]) => ('label' in then ? [id] : [])),
  };
}

/** A rule that reads the course of the case may come true later of a decision that was right when it was taken. */
function restsOnAnswers(procedure: Procedure, rule: Id): boolean {
  const keys = [...readsOf(procedure, procedure.rules?.[rule]?.if)];
  return keys.length > 0 && keys.every((key) => key.startsWith('answer:') || (key.startsWith('rule:') && restsOnAnswers(procedure, key.slice('rule:'.length))));
}

function bearingOf(rule: Id, { then }: Rule): readonly Bearing[] {
  if ('require' in then) return [{ rule, effect: 'require', target: then.require }];
  if ('forbid' in then) return [{ rule, effect: 'forbid', target: then.forbid }];
  return 'relieve' in then ? [{ rule, effect: 'relieve', target: then.relieve }] : [];
}

/** The task, door or transition that a target is about. */
export function subjectOf(target: Target): Id {
  if ('task' in target) return target.task;
  if ('option' in target) return target.option[0];
  if ('reasons' in target) return target.reasons;
  if ('reply' in target) return target.reply;
  return 'transition' in target ? target.transition : target.of;
}

/** Groups items by each of their keys, keeping their order. */
export function grouped<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

/** Rules in an order in which each is asked after those it reads. Throws CompileError when rules read each other in a circle. */
export function ruleOrder(reads: ReadonlyMap<Id, ReadonlySet<string>>): readonly Id[] {
  const order: Id[] = [];
  const state = new Map<Id, 'open' | 'placed'>();
  const place = (id: Id): void => {
    if (state.get(id) === 'placed' || !reads.has(id)) return;
    if (state.get(id) === 'open') throw new CompileError([{ code: 'criterion', at: `/rules/${id}/if`, words: `Rule "${id}" is asked of itself, by way of other rules.` }]);
    state.set(id, 'open');
    for (const key of reads.get(id) ?? []) if (key.startsWith('rule:')) place(key.slice('rule:'.length));
    state.set(id, 'placed');
    order.push(id);
  };
  for (const id of reads.keys()) place(id);
  return order;
}
