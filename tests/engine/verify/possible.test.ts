// What would make an act possible, as a page asks it: by the act's own needs where it is asked for, and else by the
// shortest way to where it is, which is supplied exactly and of which one part less is not enough.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, replay, tasks, versionsOf, type CompiledProcedure } from '../../../engine/case/index.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Folded } from '../../../engine/case/folded.ts';
import { walk } from '../../../engine/case/walkthrough.ts';
import type { Walkthrough } from '../../../engine/case/walkthrough-types.ts';
import type { Id } from '../../../engine/procedure/types.ts';
import { wouldEnable } from '../../../engine/verify/explain/enable.ts';
import { supplied, type Stand } from '../../../engine/verify/explain/happen.ts';
import { outlookOf, type Outlook } from '../../../engine/verify/explain/plans.ts';
import { wouldAllow } from '../../../engine/verify/explain/possible.ts';
import { wouldComeUp } from '../../../engine/verify/explain/start.ts';
import { shippedAs } from './shipped.ts';

const walkthroughOf = (id: string): Walkthrough => JSON.parse(readFileSync(new URL(`../../../examples/${id}/walkthrough.json`, import.meta.url), 'utf8'));

/** The shipped case after so many of its entries. */
function standing(id: string, length: number): { readonly compiled: CompiledProcedure; readonly outlook: Outlook } {
  const compiled = compile(shippedAs(id));
  const versions = versionsOf([compiled]);
  const { events } = walk(walkthroughOf(id), versions);
  const now = (events[length - 1]?.recorded ?? 0) + 60_000;
  return { compiled, outlook: outlookOf(compiled, replay(versions, events.slice(0, length), now) as Folded, now) };
}

/** By the case's own view, not by what the explanation looks at. */
const mayBeDone = (task: Id) => ({ compiled, held, now }: Stand): boolean => tasks(versionsOf([compiled]), held, now).some(({ id, state }) => id === task && (state === 'open' || state === 'offered' || state === 'waiting'));

test.each(['tower-hamlets', 'trafford'])('%s: what leads to where a task is asked for, and one part less does not', { timeout: 240_000 }, (id) => {
  const counted = { up: 0, ways: 0, none: 0 };
  for (const length of [1, 12]) {
    const { compiled, outlook } = standing(id, length);
    for (const task of Object.keys(compiled.procedure.tasks).filter((_, index) => (index + length) % 3 === 0)) {
      const coming = wouldComeUp(outlook, task);
      expect(coming.there, task).toBe(mayBeDone(task)(outlook.stand));
      if (coming.there) { counted.up += 1; continue; }
      if (!coming.needs) { counted.none += 1; continue; }
      counted.ways += 1;
      const after = supplied(outlook.stand, coming.needs);
      expect(after && mayBeDone(task)(after), `${task}: ${coming.words}`).toBe(true);
      for (const one of coming.needs) { const without = supplied(outlook.stand, coming.needs.filter((other) => other !== one)); expect(without !== undefined && mayBeDone(task)(without), `${task} without ${JSON.stringify(one)}`).toBe(false); }
    }
  }
  expect(counted.ways).toBeGreaterThan(counted.none);
});

describe('what is said', () => {
  const { outlook } = standing('tower-hamlets', 1);

  test('an act that another role may do: whose it is, and nothing that was filled in already', () => {
    const asked = wouldAllow(outlook, { task: 'discuss-incident', as: 'director' });
    expect(asked.kind).toBe('own');
    const role = asked.kind === 'own' ? asked.parts.map(({ words }) => words) : [];
    expect(role.some((words) => words.endsWith(' to do it'))).toBe(true);
  });

  test('an act that is not asked for yet: the way to it, each step with whose it is', () => {
    const asked = wouldAllow(outlook, { task: 'decide-criteria', as: 'director' });
    expect(asked.kind).toBe('way');
    const parts = asked.kind === 'way' ? asked.parts : [];
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.filter(({ words, doers }) => words === '' || doers.length === 0)).toEqual([]);
  });

  test('an act that a rule asks for once another stage is entered: the way to that stage', () => {
    const { compiled, outlook: later } = standing('tower-hamlets', 30);
    expect(later.stand.held.stages).not.toContain('tell-the-outcome');
    const asked = wouldAllow(later, { task: 'tell-cscmt', as: 'business-unit' });
    expect(asked.kind).toBe('way');
    const coming = wouldComeUp(later, 'tell-cscmt');
    const after = coming.there || !coming.needs ? undefined : supplied(later.stand, coming.needs);
    expect(after && tasks(versionsOf([compiled]), after.held, after.now).find(({ id }) => id === 'tell-cscmt')?.state).toBe('open');
  });

  test('what was tried counts: what was filled in is not asked for again', () => {
    const { outlook: { stand: { compiled, held, now } } } = standing('tower-hamlets', 4);
    const open = tasks(versionsOf([compiled]), held, now).filter(({ state, shape }) => state === 'open' && shape !== 'decide');
    const asking = open.flatMap(({ id, shape, doers }) => {
      const as = doers[0]?.party ?? '';
      const asked = wouldEnable(compiled, held, { task: id, as, now });
      const answers = asked.enabled ? [] : (asked.needs ?? []).flatMap((need) => (need.kind === 'answer' ? [[need.question, { value: need.value }] as const] : []));
      return answers.length === 0 ? [] : [wouldEnable(compiled, held, { task: id, as, now, given: { type: shape === 'exchange' ? 'sendExchange' : 'completeTask', task: id, answers: Object.fromEntries(answers) } as CommandBody })];
    });
    expect(asking.length).toBeGreaterThan(0);
    for (const after of asking) expect(after.enabled ? [] : (after.needs ?? []).filter(({ kind }) => kind === 'answer')).toEqual([]);
  });
});
