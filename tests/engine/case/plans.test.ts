// What a procedure says of its tasks and rules, turned round, held whole: with the defaults of each task, what bears on what,
// and in which order rules are asked.
import { describe, expect, test } from 'vitest';
import { compile } from '../../../engine/case/compile.ts';
import type { Plans, TaskPlan } from '../../../engine/case/plans.ts';
import { ruleOrder } from '../../../engine/case/plans.ts';
import type { Procedure, Rule, Task, Timescale } from '../../../engine/procedure/types.ts';
import { CompileError } from '../../../engine/statechart/index.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

const base = procedureWith({ asked: { ...fiveDays, onLapse: 'reason' } as Timescale, quiet: { ...fiveDays, for: 'copy' }, shown: { ...fiveDays, for: 'copy', onLapse: 'nothing' } as Timescale });
const rule = (then: Rule['then'], more: Partial<Rule> = {}): Rule => ({ label: 'R', then, strength: 'must', ...more });
const plansOf = (changes: Partial<Procedure>): Plans => compile({ ...base, rules: {}, ...changes }, { version: 1, hash: 'h' }).plans;
const ids = (plans: readonly TaskPlan[] | undefined) => plans?.map(({ id }) => id);
const record: Task = { shape: 'record', label: 'T', by: ['manager'] };
const decide: Task = { ...record, shape: 'decide', options: [{ id: 'yes', label: 'Yes' }] } as Task;
const exchange: Task = { ...record, shape: 'exchange', to: ['health'], expects: 'reply' } as Task;

describe('a task', () => {
  const plan = (task: Task, forms?: Procedure['forms']) => { const { task: _task, ...one } = plansOf({ tasks: { ...base.tasks, t: task }, ...(forms ? { forms } : {}) }).tasks.get('t') ?? ({} as TaskPlan); return one; };
  const usual = { id: 't', raised: 'on-entry', withdrawn: 'by-hand', again: 'keep', requiredBy: [], relievedBy: [], replied: undefined };
  test.each<[name: string, task: Task, changes: object]>([
    ['is raised on entry, withdrawn by hand and kept', record, {}], ['that decides ends with its stage and is taken afresh', decide, { withdrawn: 'with-stage', again: 'afresh' }],
    ['that comes round comes afresh', { ...record, raised: { every: { months: 1 } } } as unknown as Task, { raised: { every: { months: 1 } }, again: 'afresh' }], ['after another is kept', { ...record, raised: { done: 'write' } }, { raised: { done: 'write' } }],
    ['is as it says', { ...decide, raised: 'by-choice', withdrawn: 'by-hand', again: 'once' }, { raised: 'by-choice', withdrawn: 'by-hand', again: 'once' }], ['may be kept though it comes round', { ...record, raised: { every: { months: 1 } }, again: 'keep' } as unknown as Task, { raised: { every: { months: 1 } } }],
  ])('%s', (_name, task, changes) => {
    expect(plan(task)).toStrictEqual({ ...usual, ...changes });
  });
  test('has the questions that its recipients fill, where they fill any', () => {
    const forms = { reply: { label: 'Reply', sections: [{ id: 'a', label: 'A', questions: ['aware'] }, { id: 'b', label: 'B', questions: ['died', 'aware'] }] } };
    expect([plan({ ...exchange, reply: { form: 'reply' } } as Task, forms).replied, plan(exchange, forms).replied, plan({ ...exchange, reply: { form: 'none' } } as Task, forms).replied]).toStrictEqual([new Set(['aware', 'died']), undefined, undefined]);
  });
});

describe('turned round', () => {
  const tasks: Procedure['tasks'] = {
    here: { ...record, in: ['alert'] }, both: { ...record, in: ['alert', 'review'] }, nowhere: record, after: { ...record, raised: { done: 'here' } }, round: { ...record, raised: { every: { months: 1 } } } as unknown as Task,
    asks: { ...exchange, in: ['alert'], reply: { form: 'reply' } } as Task, tells: { ...exchange, in: ['alert'] }, alone: { ...decide, in: ['alert'] }, one: { ...decide, in: ['alert'], agreement: { by: 'one' } } as Task, all: { ...decide, in: ['alert'], agreement: { by: 'all' } } as Task,
  };
  const plans = (rules: Procedure['rules'] = {}): Plans => plansOf({ tasks, rules: rules ?? {}, forms: { reply: { label: 'Reply', sections: [{ id: 'a', label: 'A', questions: ['aware'] }] } }, transitions: [{ id: 'go', from: ['alert'], on: { chosen: { by: ['manager'] } }, to: 'review' }, { id: 'end', from: ['review'], on: { chosen: { by: ['manager'] } }, to: 'ended' }] as unknown as Procedure['transitions'], timescales: {} });
  test('are the tasks of each stage, those of none, those after another, those that come round, exchanges, joint decisions', () => {
    const { standing, onOpening, afterTask, periodic, exchanges, agreed } = plans();
    expect([ids(standing.get('alert')), ids(standing.get('review')), standing.has('ended')]).toStrictEqual([['here', 'both', 'asks', 'tells', 'alone', 'one', 'all'], ['both'], false]);
    expect([ids(onOpening), [...afterTask.keys()], ids(afterTask.get('here')), ids(periodic), ids(exchanges), ids(agreed)]).toStrictEqual([['nowhere', 'after', 'round'], ['here'], ['after'], ['round'], ['asks', 'tells'], ['all']]);
  });

  const rules: Procedure['rules'] = {
    need: rule({ require: { task: 'nowhere' } }), free: rule({ relieve: { task: 'nowhere' } }), need2: rule({ require: { task: 'here' } }), bar: rule({ forbid: { task: 'here' } }), call: rule({ label: 'Called' }), choose: rule({ choose: { party: 'health', of: 'here' } }),
    option: rule({ require: { option: ['alone', 'yes'] } }), option2: rule({ forbid: { option: ['alone', 'yes'] } }, { strength: 'should' }), option3: rule({ relieve: { option: ['alone', 'yes'] } }), reasons: rule({ require: { reasons: 'alone' } }),
    fields: rule({ require: { fields: ['aware'], of: 'asks' } }), fields2: rule({ require: { fields: ['aware'], of: 'here' } }), reply: rule({ forbid: { reply: 'tells' } }), to: rule({ require: { recipients: ['police'], of: 'tells' } } as never), way: rule({ forbid: { transition: 'go' } }),
  };
  test('are the rules that bear on each task, and the tasks that each rule asks for or relieves of', () => {
    const { tasks: of, byRule, bearings } = plans(rules);
    expect([of.get('nowhere')?.requiredBy, of.get('nowhere')?.relievedBy, of.get('here')?.requiredBy, of.get('here')?.relievedBy]).toStrictEqual([['need'], ['free'], ['need2'], []]);
    expect([...byRule].map(([id, ways]) => [id, ids(ways)])).toStrictEqual([['need', ['nowhere']], ['free', ['nowhere']], ['need2', ['here']]]);
    expect([...bearings].map(([id, all]) => [id, all.map(({ rule: one, effect }) => `${one} ${effect}`)])).toStrictEqual([
      ['nowhere', ['need require', 'free relieve']], ['here', ['need2 require', 'bar forbid', 'fields2 require']], ['alone', ['option require', 'option2 forbid', 'option3 relieve', 'reasons require']], ['asks', ['fields require']], ['tells', ['reply forbid', 'to require']]]);
  });
  test('are the rules on recipients, replies, ways on and options, those that give a label, and clocks that ask why', () => {
    const { onRecipients, onReplies, onTransition, onOptions, labelled, choosing } = plans(rules);
    expect([...onRecipients]).toStrictEqual([['tells', [{ rule: 'to', effect: 'require', recipients: ['police'] }]]]);
    expect([[...onReplies], [...onTransition].map(([id, all]) => [id, all.map((one) => one.rule)]), onOptions, labelled, [...choosing.keys()]]).toStrictEqual([['asks', 'tells'], [['go', ['way']]], [{ rule: 'option', effect: 'require', target: { option: ['alone', 'yes'] } }], ['call'], ['here']]);
    expect(plansOf({}).explained).toStrictEqual([{ id: 'asked', task: 'write' }]);
  });

  test('are the musts that forbid a whole decision because of answers, and of nothing else', () => {
    const forbids = (more: Partial<Rule>, task = 'alone'): Rule => rule({ forbid: { task } }, more);
    const died = { var: 'died' } as const;
    const { onDecisions } = plans({
      said: forbids({ if: died }), ruled: forbids({ if: { rule: 'said' } }), course: forbids({ if: { done: 'here' } }), mixed: forbids({ if: { and: [died, { done: 'here' }] } }), through: forbids({ if: { rule: 'course' } }), always: forbids({}), should: forbids({ if: died, strength: 'should' }), record: forbids({ if: died }, 'here'), need: rule({ require: { task: 'alone' } }, { if: died }),
    });
    expect(onDecisions).toStrictEqual([{ rule: 'said', task: 'alone' }, { rule: 'ruled', task: 'alone' }]);
  });
});

describe('the order of rules', () => {
  const order = (reads: Readonly<Record<string, readonly string[]>>) => ruleOrder(new Map(Object.entries(reads).map(([id, keys]) => [id, new Set(keys)])));
  test('asks each after those it reads, once, and else as they are written', () => {
    expect([order({ a: [], b: [], c: [] }), order({ a: ['rule:c', 'answer:x'], b: ['rule:c'], c: [] }), order({ a: ['rule:b'], b: ['rule:c'], c: ['rule:none'] }), order({})]).toStrictEqual([['a', 'b', 'c'], ['c', 'a', 'b'], ['c', 'b', 'a'], []]);
  });
  test('is none where rules read each other in a circle, and that is said of one of them', () => {
    const said = (reads: Parameters<typeof order>[0]): unknown => { try { return order(reads); } catch (error) { return error instanceof CompileError ? error.faults : error; } };
    const circle = (id: string) => [{ code: 'criterion', at: `/rules/${id}/if`, words: `Rule "${id}" is asked of itself, by way of other rules.` }];
    expect([said({ a: ['rule:a'] }), said({ a: ['rule:b'], b: ['rule:a'] }), said({ a: [], b: ['rule:c'], c: ['rule:b'] })]).toStrictEqual([circle('a'), circle('a'), circle('b')]);
  });
});
