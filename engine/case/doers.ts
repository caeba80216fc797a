// Who may do what: the parties of a task, the seats of a body, deputies while they stand in, and staff who enter
// what an outside party said. It knows roles, never persons.
import type { Id, Party, Procedure, Task } from '../procedure/types.ts';
import { londonDay, type Instant } from '../time/index.ts';
import { withChosenParty } from './chosen.ts';
import type { CompiledProcedure } from './compile.ts';
import { standsAt } from './in-force.ts';
import { isAbsent, scopeOf, type Held } from './scope.ts';
import type { Actor } from './types.ts';
import { otherTitles, standingFor, titleOf } from './titles.ts';

export interface Doer { readonly party: Id; /** Its title on the day. */ readonly label: string; /** What else it is called in the sources. */ readonly also?: readonly string[]; readonly deputy?: boolean }

/** Parties that answer for a task now: the one a rule chooses, else those it names, else the owner of the innermost stage it stands in. */
export function partiesFor(compiled: CompiledProcedure, held: Held, id: Id): readonly Id[] {
  const task = compiled.procedure.tasks[id];
  return task ? withChosenParty(compiled, held, id, task.by ?? ownersOf(compiled, held, task)) : [];
}

function ownersOf({ procedure, tree }: CompiledProcedure, held: Held, task: Task): readonly Id[] {
  const standing = (task.in ?? held.stages).filter((stage) => held.stages.includes(stage));
  const places = standing.length > 0 ? standing : (task.in ?? []);
  const owners = places.flatMap((stage) => {
    const owned = [stage, ...(tree.ancestors.get(stage) ?? [])].find((id) => procedure.stages[id]?.owner !== undefined);
    const owner = owned === undefined ? undefined : procedure.stages[owned]?.owner;
    return owner === undefined ? [] : [owner];
  });
  return [...new Set(owners)];
}

/** Everybody who may do the task at this instant, deputies included while they stand in. */
export function doersOf(compiled: CompiledProcedure, held: Held, taskId: Id, at: Instant): readonly Doer[] {
  const { procedure } = compiled;
  const parties = standingFor(procedure, partiesFor(compiled, held, taskId), at);
  const deputies = Object.keys(procedure.parties).filter((id) => !parties.includes(id) && parties.some((party) => standsIn(compiled, held, id, party, taskId, at)));
  const day = londonDay(at);
  const named = (party: Id): Doer => {
    const also = otherTitles(procedure, party, day);
    return { party, label: titleOf(procedure, party, day), ...(also.length > 0 && { also }) };
  };
  return [...parties.map(named), ...deputies.map((party) => ({ ...named(party), deputy: true }))];
}

/** The party in whose name the actor may do something that falls to these parties; undefined when they may not. */
export function actingAs(compiled: CompiledProcedure, held: Held, actor: Actor, named: readonly Id[], at: Instant, task?: Id): Id | undefined {
  const parties = standingFor(compiled.procedure, named, at);
  const own = partyOf(compiled.procedure, actor, parties);
  const { role, onBehalfOf } = actor;
  if (own !== undefined || task === undefined || (onBehalfOf !== undefined && onBehalfOf !== role)) return own;
  return parties.find((party) => standsIn(compiled, held, role, party, task, at));
}

/** As `actingAs`, where nobody stands in: the actor's own role, a body that it sits on, or an outside party it enters for. */
export function partyOf({ parties: known }: Procedure, actor: Actor, parties: readonly Id[]): Id | undefined {
  const { role, onBehalfOf } = actor;
  if (onBehalfOf !== undefined && onBehalfOf !== role) return speaksFor(known, actor) && parties.includes(onBehalfOf) ? onBehalfOf : undefined;
  return parties.find((party) => party === role) ?? parties.find((party) => known[party]?.seats?.includes(role));
}

/** Anybody with a role may enter what an outside party said or did. */
function speaksFor(parties: Readonly<Record<Id, Party>>, { role, onBehalfOf }: Actor): boolean {
  return parties[role] !== undefined && onBehalfOf !== undefined && parties[onBehalfOf]?.outside === true;
}

function standsIn(compiled: CompiledProcedure, held: Held, deputy: Id, party: Id, task: Id, at: Instant): boolean {
  const named = compiled.procedure.parties[party]?.deputies?.find((other) => other.party === deputy && other.tasks.includes(task) && standsAt(other, at));
  if (!named) return false;
  if (named.when === 'absent') return isAbsent(held, party, londonDay(at));
  return compiled.conditions.get(`${party}/${deputy}`)?.(scopeOf(compiled, held, at)) === true;
}
