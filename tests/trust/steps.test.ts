// Random steps on every shipped procedure: acts of any kind, by anybody, at any time, with answers drawn from what the
// questions allow and from what they do not. No step throws, no case is left broken, and a case that cannot go on says so.
import { expect, test } from 'vitest';
import { breakIn } from '../../app/trust/audit.ts';
import { compile, versionsOf } from '../../engine/case/compile.ts';
import { perform } from '../../engine/case/perform.ts';
import { tasks } from '../../engine/case/tasks.ts';
import type { Answers, Case, Command, CommandBody } from '../../engine/case/types.ts';
import type { Id, Procedure, Question } from '../../engine/procedure/types.ts';
import { shippedProcedure, shippedWalkthroughs } from '../engine/case/shipped.ts';
import { chance, figure, pick, runs, seed } from './runs.ts';

type Random = () => number;
const slugs = [...new Set(shippedWalkthroughs().map(({ walkthrough }) => walkthrough.procedure))];
const compiledOf = (procedure: Procedure) => versionsOf([compile(procedure, { version: 1 })]);
const HOUR = 3_600_000;
const LONGEST = 60;

const days = ['2026-01-05', '2026-03-29', '2026-12-24', '2027-02-28', '1900-01-01', '2026-02-30'];
function valueFor(random: Random, question: Question): unknown {
  if (random() < 0.04) return pick(random, ['', 'x', -1, 1e9, true, [], {}, null, '2026-13-40']);
  switch (question.type) {
    case 'yes-no': return random() < 0.5;
    case 'choice': { const ids = (question.options ?? []).map(({ id }) => id); return question.many === true ? ids.filter(() => random() < 0.4) : ids.length > 0 ? pick(random, ids) : 'x'; }
    case 'number': return Math.floor(random() * 20);
    case 'date': return pick(random, days);
    case 'date-time': return `${pick(random, days)}T${pick(random, ['09:00', '23:59', '01:30'])}`;
    default: return pick(random, ['Q.X.', 'Some words.', '']);
  }
}
function answersFor(random: Random, procedure: Procedure): Answers {
  const ids = Object.keys(procedure.questions).filter(() => random() < 0.15);
  return Object.fromEntries(ids.map((id) => [id, random() < 0.1 ? { status: pick(random, ['unknown', 'not-applicable', 'declined'] as const) } : { value: valueFor(random, procedure.questions[id] as Question) as string }]));
}
function bodyFor(random: Random, procedure: Procedure, held: Case, open: readonly Id[]): CommandBody {
  const task = open.length > 0 && random() < 0.8 ? pick(random, open) : pick(random, Object.keys(procedure.tasks));
  const one = procedure.tasks[task];
  const reason = 'Because.';
  const way = random();
  if (way < 0.12) return { type: 'recordAnswers', mode: pick(random, ['change', 'correct'] as const), answers: answersFor(random, procedure), reason };
  if (way < 0.17) return { type: 'takeTransition', transition: pick(random, procedure.transitions).id, reason };
  if (way < 0.19) return { type: 'raiseTask', task, reason };
  if (way < 0.21) return { type: 'withdrawTask', task, reason };
  if (way < 0.23) return { type: 'planTask', task, on: pick(random, days) };
  if (way < 0.25) return { type: 'addNote', words: 'A note.' };
  if (way < 0.26) return { type: 'closeCase', reason };
  if (way < 0.27) return { type: 'reopenCase', reason };
  if (way < 0.29 && Object.keys(procedure.timescales ?? {}).length > 0) return { type: 'explainLapse', timescale: pick(random, Object.keys(procedure.timescales ?? {})), reason };
  if (one?.shape === 'exchange') {
    const recipients = held.tasks[task]?.at(-1)?.recipients ?? [];
    if (recipients.length > 0 && random() < 0.6) return { type: 'recordReply', task, recipient: pick(random, recipients).party, state: pick(random, ['received', 'declined', 'acknowledged', 'accepted', 'sent-back'] as const), answers: answersFor(random, procedure), reason };
    return { type: 'sendExchange', task, answers: answersFor(random, procedure), reason };
  }
  if (one?.shape === 'decide') return { type: 'decide', task, options: (one.options ?? []).filter(() => random() < 0.5).map(({ id }) => id), reasons: reason, answers: answersFor(random, procedure) };
  return { type: 'completeTask', task, answers: answersFor(random, procedure), evidence: 'ref', reason };
}

interface Sum { steps: number; accepted: number; cases: number; closed: number; thrown: number; broken: number; still: number }
/** A case that has neither an open task nor a way on nor a finding that says why is stuck in silence. */
function silentlyStuck(held: Case, open: readonly Id[], procedure: Procedure): boolean {
  const ways = procedure.transitions.some(({ from, on }) => 'chosen' in on && from.some((stage) => held.stages.includes(stage)));
  return held.closed === undefined && open.length === 0 && !ways && held.findings.length === 0 && held.stages.length > 0 && !held.stages.some((stage) => procedure.stages[stage]?.final === true);
}

type Step = typeof perform;
function course(random: Random, procedure: Procedure, versions: ReturnType<typeof compiledOf>, sum: Sum, told: string[], step: Step): void {
  let now = Date.UTC(2026, 0, 5, 9);
  const [door, { by = [] }] = pick(random, Object.entries(procedure.doors));
  const opening: Command = { type: 'openCase', id: 'o', salt: 's', case: 'c', reference: 'R-1', door, answers: answersFor(random, procedure), lateReason: 'Because.' };
  let held: Case | undefined;
  for (let n = 0; n < LONGEST; n += 1) {
    sum.steps += 1;
    now += Math.floor(random() ** 4 * 900) * HOUR + 60_000;
    try {
      const open = held === undefined ? [] : tasks(versions, held, now).filter(({ state }) => state === 'open' || state === 'waiting' || state === 'offered');
      const task = held === undefined || open.length === 0 ? undefined : pick(random, open);
      const role = held === undefined ? pick(random, by.length > 0 ? by : Object.keys(procedure.parties)) : random() < 0.8 && task !== undefined && task.doers.length > 0 ? pick(random, task.doers).party : pick(random, Object.keys(procedure.parties));
      const command: Command = held === undefined ? opening : { ...bodyFor(random, procedure, held, task === undefined ? [] : [task.id]), id: `s${n}`, salt: 's', ...(random() < 0.15 ? { occurred: now - Math.floor(random() * 200) * HOUR } : {}) };
      const outcome = step(versions, held ?? [], command, { now, role, person: 'A.B.' });
      if (outcome.ok) { held = outcome.case; sum.accepted += 1; } else if (held === undefined) return;
      if (held !== undefined && silentlyStuck(held, open.map(({ id }) => id), procedure) && outcome.ok && tasks(versions, held, now).every(({ state }) => state === 'done' || state === 'withdrawn')) { sum.still += 1; told.push(`${procedure.id} still in ${held.stages.join()}`); return; }
    } catch (error) { sum.thrown += 1; told.push(`${procedure.id}: ${String(error)} ${error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 3).join(' ') : ''}`); return; }
  }
  if (held === undefined) return;
  sum.cases += 1;
  if (held.closed !== undefined) sum.closed += 1;
  if (breakIn(held.events) !== undefined) sum.broken += 1;
}
function walkAtRandom(count: number, step: Step = perform): { readonly sum: Sum; readonly told: readonly string[] } {
  const random = chance(seed);
  const known = slugs.map((slug) => { const procedure = shippedProcedure(slug); return { procedure, versions: compiledOf(procedure) }; });
  const sum: Sum = { steps: 0, accepted: 0, cases: 0, closed: 0, thrown: 0, broken: 0, still: 0 };
  const told: string[] = [];
  while (sum.steps < count) {
    const { procedure, versions } = pick(random, known);
    course(random, procedure, versions, sum, told, step);
    if (sum.steps % 50_000 < LONGEST) figure(`… ${JSON.stringify(sum)}`);
  }
  return { sum, told };
}

test('random steps on the shipped procedures throw nothing, break no record, and leave no case standing still in silence', () => {
  const { sum, told } = walkAtRandom(runs(1500));
  figure(`random steps (seed ${seed}): ${JSON.stringify(sum)}\n  ${[...new Set(told)].slice(0, 8).join('\n  ')}`);
  expect(sum.accepted).toBeGreaterThan(sum.steps / 20);
  expect([...new Set(told)].slice(0, 5)).toEqual([]);
  expect(sum.broken).toBe(0);
});

test('an engine that throws now and then is caught by this harness', () => {
  let turn = 0;
  const faulty: Step = (...args) => { turn += 1; if (turn % 150 === 0) throw new TypeError('planted'); return perform(...args); };
  expect(walkAtRandom(1200, faulty).sum.thrown).toBeGreaterThan(0);
});
