// Exploring with what was worked out kept, against the same walker asked anew in every situation and a past that is a
// plain set of facts: the same situations, each by as few moves, and the same ways between them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, type CompiledProcedure } from '../../../engine/case/index.ts';
import type { Criterion, Procedure, Stage, Task, Transition } from '../../../engine/procedure/types.ts';
import { walkerOf, type Walker } from '../../../engine/verify/explore/follow.ts';
import { rememberedOf } from '../../../engine/verify/explore/memory.ts';
import { movesOf } from '../../../engine/verify/explore/moves.ts';
import { newCell, pastOf, pastsOf, type Past } from '../../../engine/verify/explore/past.ts';
import { search, wayTo } from '../../../engine/verify/explore/search.ts';
import { waysOf } from '../../../engine/verify/explore/ways.ts';
import { tableOf } from '../../../engine/verify/table/table.ts';
import { orchard } from '../../fixtures/engine/orchard.ts';
import { shippedAs } from './shipped.ts';

const MOST = 3_000;
/** Situations with the moves it takes to come to them, and what leads from which to which. */
interface Explored { readonly far: ReadonlyMap<string, number>; readonly edges: ReadonlySet<string> }

function kept(compiled: CompiledProcedure, change: (walker: Walker) => Walker = (walker) => walker): Explored | undefined {
  const [table, moves, remembered] = [tableOf(compiled.config), movesOf(compiled), rememberedOf(compiled)];
  const pasts = pastsOf(remembered);
  const ways = waysOf(moves, pasts, change(walkerOf(compiled, table, remembered)));
  const found = search([table.start, 0], ways.follow, { most: MOST, keepEdges: true, late: ways.late });
  if (!found.whole) return undefined;
  const facts = (past: number): string => pasts.recall(newCell<string>(), past, (seen) => [...remembered.keys()].filter((fact) => seen.has(fact)).sort().join(' '));
  const names = found.configs.map((config, state) => `${table.active(config).join(' ')} | ${facts(found.memories[state] ?? 0)}`);
  const edges = new Set<string>();
  for (let at = 0; at < found.edges.length; at += 3) edges.add(`${names[found.edges[at] ?? 0]} > ${names[found.edges[at + 1] ?? 0]} by ${JSON.stringify(ways.made(found.edges[at + 2] ?? 0))}`);
  return { far: new Map(names.map((name, state) => [name, wayTo(found, state).length])), edges };
}

/** Nothing is kept: sets of facts by name, every move asked in every situation. A case that is over is reopened only once all else is followed. */
function anew(compiled: CompiledProcedure): Explored {
  const [table, moves, remembered] = [tableOf(compiled.config), movesOf(compiled), rememberedOf(compiled)];
  const walker = walkerOf(compiled, table, remembered);
  const nameOf = (config: number, facts: ReadonlySet<string>): string => `${table.active(config).join(' ')} | ${[...facts].sort().join(' ')}`;
  const [start, edges] = [{ config: table.start, facts: new Set<string>() as ReadonlySet<string>, far: 0 }, new Set<string>()];
  const seen = new Map([[nameOf(start.config, start.facts), start]]);
  const led = (from: { readonly config: number; readonly facts: ReadonlySet<string>; readonly far: number }, late: boolean): void => {
    const own = nameOf(from.config, from.facts);
    for (const move of moves) {
      if ((move.kind === 'reopen') !== late) continue;
      for (const { config, past, takes } of walker.after(move, from.config, pastOf(remembered, (fact) => from.facts.has(fact)))) {
        const facts = afterwards(from.facts, past);
        const name = nameOf(config, facts);
        if (name === own && takes.length === 0) continue;
        edges.add(`${own} > ${name} by ${JSON.stringify({ move, takes })}`);
        if (!seen.has(name)) seen.set(name, { config, facts, far: from.far + 1 });
      }
    }
  };
  const done = new Set<string>();
  for (let size = -1; size !== seen.size;) {
    size = seen.size;
    for (const [name, one] of seen) if (!done.has(name)) { done.add(name); led(one, false); }
    for (const one of seen.values()) led(one, true);
  }
  return { far: new Map([...seen].map(([name, { far }]) => [name, far])), edges };
}

function afterwards(facts: ReadonlySet<string>, { since }: Past): ReadonlySet<string> {
  const after = new Set(facts);
  for (const [fact, to] of since) if (to) after.add(fact); else after.delete(fact);
  return after;
}

const criteria: readonly Criterion[] = [
  { done: 'a' }, { done: 'b' }, { '!': { done: 'a' } }, { taken: ['c', 'go'] }, { '!': { taken: ['c', 'stop'] } }, { entered: 's1' }, { at: 'l1' }, { var: 'harmed' },
  { and: [{ done: 'b' }, { var: 'harmed' }] }, { or: [{ taken: ['c', 'stop'] }, { '!': { var: 'harmed' } }] },
];
const STAGES = ['s0', 's1', 's2', 's3', 'l1', 'l2', 'lanes', 'over'] as const;
interface DrawnTask { readonly in: readonly string[]; readonly raised: 'on-entry' | 'by-choice' | 'after'; readonly withdrawn: 'with-stage' | 'by-hand'; readonly again: 'afresh' | 'keep' | 'once' }
const taskOf: fc.Arbitrary<DrawnTask> = fc.record({ in: fc.uniqueArray(fc.constantFrom(...STAGES.slice(0, 6)), { minLength: 1, maxLength: 4 }), raised: fc.constantFrom('on-entry', 'on-entry', 'by-choice', 'after'), withdrawn: fc.constantFrom('with-stage', 'by-hand'), again: fc.constantFrom('afresh', 'keep', 'once') });
const triggers: readonly Transition['on'][] = [{ done: 'a' }, { done: 'b' }, { option: ['c', 'go'] }, { option: ['c', 'stop'] }, { done: 'c' }, { chosen: { by: ['clerk'] } }];
const routeOf = fc.record({ from: fc.constantFrom(...STAGES.slice(0, 6)), on: fc.constantFrom(...triggers), to: fc.constantFrom('s1', 's2', 's3', 'lanes', 'over'), if: fc.option(fc.constantFrom(...criteria), { nil: undefined }) });

const stage: Stage = { kind: 'other', label: 'Stage' };
const stages: Procedure['stages'] = { s0: stage, s1: stage, s2: stage, s3: stage, lanes: { ...stage, parallel: true }, l1: { ...stage, within: 'lanes' }, l2: { ...stage, within: 'lanes' }, over: { ...stage, final: true } };
const ended: readonly Transition[] = [{ id: 'e1', from: ['l1'], on: { done: 'a' } }, { id: 'e2', from: ['l2'], on: { done: 'b' }, if: { '!': { taken: ['c', 'go'] } } }, { id: 'joined', from: ['lanes'], on: { ended: 'lanes' }, to: 's3' }];

/** A few stages and two lanes, tasks a and b that are recorded and c that is decided, and random routes that ask about what was done, taken, entered and answered. */
const asking: fc.Arbitrary<Procedure> = fc.record({ routes: fc.array(routeOf, { minLength: 4, maxLength: 10 }), a: taskOf, b: taskOf, c: taskOf }).map(({ routes, a, b, c }) => {
  const task = (drawn: DrawnTask, label: string, before: string): Task => ({ shape: 'record', label, by: ['clerk'], in: drawn.in, raised: drawn.raised === 'after' ? { done: before } : drawn.raised, withdrawn: drawn.withdrawn, again: drawn.again });
  const transitions = [...routes.map((route, index): Transition => ({ id: `t${index}`, from: [route.from], on: route.on, to: route.to, ...(route.if && { if: route.if }) })), ...ended];
  const decided: Task = { ...task(c, 'C', 'a'), shape: 'decide', options: [{ id: 'go', label: 'Go' }, { id: 'stop', label: 'Stop' }] };
  return { ...orchard, stages, transitions, tasks: { a: task(a, 'A', 'b'), b: task(b, 'B', 'c'), c: decided }, doors: { referral: { label: 'Referral', by: ['clerk'], to: ['s0'] } }, rules: {}, timescales: {}, registers: {}, closing: { reopen: { by: ['clerk'], to: 's1', reason: true } } };
});

function compiledOf(procedure: Procedure): CompiledProcedure | undefined {
  try { return compile(procedure); } catch { return undefined; }
}

describe('what is kept is what is found anew', () => {
  test('over random procedures', { timeout: 120_000 }, () => {
    const counted = { compiled: 0, remembering: 0, largest: 0 };
    fc.assert(fc.property(asking, (procedure) => {
      const compiled = compiledOf(procedure);
      const found = compiled && kept(compiled);
      if (!compiled || !found) return;
      counted.compiled += 1;
      counted.largest = Math.max(counted.largest, found.far.size);
      if (rememberedOf(compiled).size > 2) counted.remembering += 1;
      const { far, edges } = anew(compiled);
      expect(found.edges).toEqual(edges);
      expect(found.far).toEqual(far);
    }), { numRuns: 100 });
    expect(counted.remembering).toBeGreaterThan(20);
  });

  test.each(['tower-hamlets', 'bath-and-north-east-somerset', 'trafford'])('over %s', { timeout: 120_000 }, (id) => {
    const compiled = compile(shippedAs(id));
    expect(kept(compiled)).toEqual(anew(compiled));
  });

  test('and the comparison can fail: a walker that forgets that something was done is told apart', () => {
    const compiled = compile(shippedAs('tower-hamlets'));
    const forgetful = (walker: Walker): Walker => ({ ...walker, inexact: walker.inexact, stagesOf: (config) => walker.stagesOf(config), leadsTo: (id) => walker.leadsTo(id), mayLead: (move, config) => walker.mayLead(move, config), isUp: (task, config, past) => walker.isUp(task, config, past), after: (move, config, past) => walker.after(move, config, { ...past, has: (fact) => (fact.startsWith('done:') ? false : past.has(fact)) }) });
    expect(kept(compiled, forgetful)).not.toEqual(anew(compiled));
  });
});
