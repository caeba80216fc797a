// Role by act by state, for every shipped procedure: in each state that a walkthrough reaches, every party tries every task
// and every chosen route. Whoever the procedure does not name is refused. Who is named is read from the file here, apart
// from the engine: those the element names, else the owners of the stages, their seats, deputies and successors.
import { expect, test } from 'vitest';
import { perform } from '../../engine/case/perform.ts';
import type { Case, CommandBody } from '../../engine/case/types.ts';
import { walk } from '../../engine/case/walkthrough.ts';
import type { Id, Procedure, Task, Transition } from '../../engine/procedure/types.ts';
import { shippedWalkthroughs, type Shipped } from '../engine/case/shipped.ts';
import { chance, figure, pick, runs, seed } from './runs.ts';

/** Everybody who could ever speak for these parties in this task. Wider than the engine is, never narrower. */
function entitled({ parties }: Procedure, named: readonly Id[], task?: Id): ReadonlySet<Id> {
  const found = new Set(named);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const id of found) {
      const party = parties[id];
      for (const seat of party?.seats ?? []) found.add(seat);
      if (party?.successor !== undefined) found.add(party.successor);
      for (const deputy of party?.deputies ?? []) if (task !== undefined && deputy.tasks.includes(task)) found.add(deputy.party);
    }
  }
  return found;
}
function ownersOf({ stages }: Procedure): readonly Id[] {
  return Object.values(stages).flatMap(({ owner }) => (owner === undefined ? [] : [owner]));
}
const namedBy = (procedure: Procedure, task: Task): readonly Id[] => [...(task.by ?? ownersOf(procedure)), ...(task.agreement?.of ?? []), ...(task.meeting === undefined ? [] : [task.meeting.body])];
const routeBy = (procedure: Procedure, { on }: Transition): readonly Id[] => ('chosen' in on ? on.chosen.by : ownersOf(procedure));

interface Attempt { readonly what: string; readonly body: CommandBody; readonly allowed: ReadonlySet<Id> }
function attemptsOf(procedure: Procedure): readonly Attempt[] {
  const tasks = Object.entries(procedure.tasks).flatMap(([task, one]): readonly Attempt[] => {
    const allowed = entitled(procedure, namedBy(procedure, one), task);
    const option = one.shape === 'decide' ? one.options?.[0]?.id : undefined;
    const body: CommandBody = one.shape === 'exchange' ? { type: 'sendExchange', task, reason: 'Because.' } : one.shape === 'decide' ? { type: 'decide', task, options: option === undefined ? [] : [option], reasons: 'Because.' } : { type: 'completeTask', task, evidence: 'ref', reason: 'Because.' };
    return [{ what: `${body.type} ${task}`, body, allowed }, { what: `raiseTask ${task}`, body: { type: 'raiseTask', task, reason: 'Because.' }, allowed }];
  });
  const routes = procedure.transitions.filter(({ on }) => 'chosen' in on).map((route): Attempt => ({ what: `takeTransition ${route.id}`, body: { type: 'takeTransition', transition: route.id, reason: 'Because.' }, allowed: entitled(procedure, routeBy(procedure, route)) }));
  return [...tasks, ...routes];
}

/** The case after each prefix of a walkthrough's log. */
function statesOf({ walkthrough, versions, procedure }: Shipped): readonly { readonly held: Case; readonly procedure: Procedure; readonly versions: Shipped['versions'] }[] {
  const { case: item } = walk(walkthrough, versions);
  if (item === undefined) return [];
  const compiled = versions.get(item.procedure)?.procedure ?? procedure;
  const cuts = item.events.flatMap((event, index) => (item.events[index + 1]?.recorded === event.recorded ? [] : [index + 1]));
  return cuts.map((cut) => ({ held: { events: item.events.slice(0, cut) } as unknown as Case, procedure: compiled, versions }));
}

const states = shippedWalkthroughs().flatMap(statesOf);
const attempts = new Map<Procedure, readonly Attempt[]>();
const known = (procedure: Procedure): readonly Attempt[] => { const found = attempts.get(procedure) ?? attemptsOf(procedure); attempts.set(procedure, found); return found; };

/** Tries pairs at random; tells every act that was accepted from somebody whom `allowed` does not name. */
function wronglyAccepted(count: number, allowed: (attempt: Attempt) => ReadonlySet<Id>): { readonly disallowed: number; readonly accepted: number; readonly wrong: readonly string[] } {
  const random = chance(seed);
  const wrong: string[] = [];
  let [disallowed, accepted] = [0, 0];
  for (let n = 0; n < count; n += 1) {
    const { held, procedure, versions } = pick(random, states);
    const attempt = pick(random, known(procedure));
    const role = pick(random, Object.keys(procedure.parties));
    const now = (held.events.at(-1)?.recorded ?? 0) + 60_000;
    const outcome = perform(versions, held.events, { ...attempt.body, id: `m${n}`, salt: 's' }, { now, role, person: 'X.X.' });
    if (outcome.ok) accepted += 1;
    if (allowed(attempt).has(role)) continue;
    disallowed += 1;
    if (outcome.ok) wrong.push(`${procedure.id}: ${attempt.what} as ${role}`);
  }
  return { disallowed, accepted, wrong };
}

test('every party that a procedure does not name for an act is refused it, in every state', () => {
  const count = runs(800);
  const { disallowed, accepted, wrong } = wronglyAccepted(count, ({ allowed }) => allowed);
  figure(`${count} pairs of role and act over ${states.length} states (seed ${seed}): ${disallowed} disallowed, ${wrong.length} of them accepted; ${accepted} acts accepted in all`);
  expect(accepted).toBeGreaterThan(0);
  expect(disallowed).toBeGreaterThan(count / 4);
  expect([...new Set(wrong)]).toEqual([]);
});

test('an engine that accepts an act from somebody who is not named is caught by this harness', () => {
  expect(wronglyAccepted(400, () => new Set()).wrong.length).toBeGreaterThan(0);
});
