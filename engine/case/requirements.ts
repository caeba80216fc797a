// What rules ask of one act now: fields, reasons, seats, options, that it is not done at all. Each is judged on the
// case as it would be with the act done, and each has the strength of its rule.
import { remembered } from '../procedure/remembered.ts';
import type { Id, Procedure, Strength } from '../procedure/types.ts';
import type { Instant } from '../time/index.ts';
import type { Scope } from '../criteria/types.ts';
import type { CompiledProcedure } from './compile.ts';
import { asRecorded, copyOfRecord, recordOf, recordsOf, type Folded } from './folded.ts';
import { standsAt } from './in-force.ts';
import { freshRecord } from './lifecycle.ts';
import type { Bearing } from './plans.ts';
import { readsOf } from './reads.ts';
import { askRule, scopeOf } from './scope.ts';
import type { Answers, TaskRecord } from './types.ts';

/** A rule's effect that applies now, or that waits for an answer which it blocks on. */
export interface Demand extends Bearing { readonly strength: Strength; readonly waits: boolean }

/** The tasks of which a rule that bears on them asks whether, or how, they are done; itself, or by way of other rules. */
const askedOfThemselves = remembered((compiled: CompiledProcedure): ReadonlySet<Id> => new Set([...compiled.plans.bearings].flatMap(([task, bearings]) => (bearings.some(({ rule }) => allReads(compiled, rule).has(`task:${task}`)) ? [task] : []))));

/** What a rule reads, and the rules that it reads. */
function allReads({ rules, procedure }: CompiledProcedure, first: Id): ReadonlySet<string> {
  const found = new Set([`rule:${first}`]);
  for (const key of found) if (key.startsWith('rule:')) for (const one of readsOf(procedure, rules.get(key.slice('rule:'.length))?.rule.if)) found.add(one);
  return found;
}

/** The case as it would be with this task done so, as far as the rules that bear on it ask. */
export function asIfDone(compiled: CompiledProcedure, folded: Folded, task: Id, at: Instant, done: Partial<TaskRecord>): Folded {
  return askedOfThemselves(compiled).has(task) ? asRecorded(folded, task, withDone(folded, task, at, done)) : folded;
}

function withDone(folded: Folded, task: Id, at: Instant, done: Partial<TaskRecord>): readonly TaskRecord[] {
  const records = recordsOf(folded, task) ?? [];
  const last = recordOf(folded, task);
  const base = last?.state === 'open' ? last : freshRecord(folded, task, at);
  const others = last?.state === 'open' ? records.slice(0, -1) : records;
  const record: TaskRecord = Object.assign(copyOfRecord(base), { state: 'done' }, done);
  return [...others, record];
}

/** What rules ask of a task or door now, relieved demands left out; `said`: with these answers besides. */
export function demandsOn(compiled: CompiledProcedure, held: Folded, subject: Id, at: Instant, said?: Answers): readonly Demand[] {
  const bearings = compiled.plans.bearings.get(subject) ?? [];
  if (bearings.length === 0) return [];
  const scope = scopeOf(compiled, held, at, true, said);
  const demands: Demand[] = [];
  const relieved: Demand[] = [];
  for (const bearing of bearings) {
    const demand = demandOf(compiled, bearing, scope);
    if (!demand) continue;
    if (demand.effect !== 'relieve') demands.push(demand);
    else if (!demand.waits) relieved.push(demand);
  }
  const asked = relieved.length === 0 ? demands : demands.flatMap((demand) => without(demand, relieved) ?? []);
  return hasDatedQuestions(compiled.procedure) ? asked.flatMap((demand) => ofTheDay(compiled.procedure, demand, at) ?? []) : asked;
}

const hasDatedQuestions = remembered(({ questions }: Procedure): boolean => Object.values(questions).some(({ inForce }) => inForce !== undefined));

/** Fields are asked on the days on which their questions are in force. */
function ofTheDay({ questions }: Procedure, demand: Demand, at: Instant): Demand | undefined {
  const { target } = demand;
  return 'fields' in target ? lessened(demand, { ...target, fields: target.fields.filter((id) => !standsAt(questions[id], at)) }) : demand;
}

/** What is asked of a reply and not of the sending: fields of the form that recipients fill, and rules about the reply. */
export function splitByReply({ plans }: CompiledProcedure, task: Id, demands: readonly Demand[]): { readonly ofTask: readonly Demand[]; readonly ofReply: readonly Demand[] } {
  const replied = plans.tasks.get(task)?.replied;
  if (!replied && !demands.some(({ target }) => 'reply' in target)) return { ofTask: demands, ofReply: [] };
  const [ofTask, ofReply]: [Demand[], Demand[]] = [[], []];
  for (const demand of demands) {
    const { target } = demand;
    if ('fields' in target) {
      const isReplied = (id: Id): boolean => replied?.has(id) ?? false;
      addFields(ofReply, demand, target, target.fields.filter(isReplied));
      addFields(ofTask, demand, target, target.fields.filter((id) => !isReplied(id)));
    } else ('reply' in target ? ofReply : ofTask).push(demand);
  }
  return { ofTask, ofReply };
}

/** Adds what a demand asks of these fields; the demand itself where they are all. */
function addFields(demands: Demand[], demand: Demand, target: Extract<Bearing['target'], { fields: unknown }>, fields: readonly Id[]): void {
  if (fields.length > 0) demands.push(fields.length === target.fields.length ? demand : { ...demand, target: { ...target, fields } });
}

function demandOf(compiled: CompiledProcedure, bearing: Bearing, scope: Scope): Demand | undefined {
  const rule = compiled.rules.get(bearing.rule)?.rule;
  const truth = askRule(compiled, bearing.rule, scope);
  if (!rule || truth === false) return undefined;
  const onUnknown = rule.unknown ?? 'wait';
  if (truth === 'unknown' && onUnknown === 'wait') return undefined;
  return { rule: bearing.rule, effect: bearing.effect, target: bearing.target, strength: rule.strength, waits: truth === 'unknown' && onUnknown === 'block' };
}

/** The demand less what others relieve of; undefined when nothing is left. */
function without(demand: Demand, relieved: readonly Demand[]): Demand | undefined {
  let rest: Demand | undefined = demand;
  for (const { target } of relieved) rest = rest && lessened(rest, target);
  return rest;
}

function lessened(demand: Demand, relief: Bearing['target']): Demand | undefined {
  const { target } = demand;
  if ('fields' in target && 'fields' in relief) {
    const fields = target.fields.filter((id) => !relief.fields.includes(id));
    return fields.length > 0 ? { ...demand, target: { ...target, fields } } : undefined;
  }
  if ('seats' in target && 'seats' in relief) {
    const seats = target.seats.filter((id) => !relief.seats.includes(id));
    return seats.length > 0 ? { ...demand, target: { ...target, seats } } : undefined;
  }
  if ('recipients' in target && 'recipients' in relief) {
    const recipients = target.recipients.filter((id) => !relief.recipients.includes(id));
    return recipients.length > 0 ? { ...demand, target: { ...target, recipients } } : undefined;
  }
  if ('channels' in target && 'channels' in relief) return undefined;
  if ('option' in target && 'option' in relief) return target.option[1] === relief.option[1] ? undefined : demand;
  if ('seat' in target && 'seat' in relief) return target.seat === relief.seat ? undefined : demand;
  if ('doer' in target && 'doer' in relief) return target.doer === relief.doer ? undefined : demand;
  const same = ('reasons' in target && 'reasons' in relief) || ('task' in target && 'task' in relief) || ('reply' in target && 'reply' in relief);
  return same ? undefined : demand;
}
