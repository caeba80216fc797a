// Who may not do a thing because of who they are in the case: a seat whose holder declared an involvement, a seat
// that an appointment rule bars, a person who did another task. It judges no answers and knows no dates of its own.
import { remembered } from '../procedure/remembered.ts';
import type { Id, Procedure } from '../procedure/types.ts';
import type { Instant } from '../time/index.ts';
import type { Attempt } from './attempt.ts';
import { involvedSeats } from './appointments.ts';
import { recordOf, type Folded } from './folded.ts';
import type { Deed } from './judgement.ts';
import { readsOf } from './reads.ts';
import { askRule, scopeOf } from './scope.ts';
import type { Bearing, Plans } from './plans.ts';
import type { CompiledProcedure } from './compile.ts';

const asking = new WeakMap<Procedure, ReadonlySet<Id>>();

/** Rules whose criterion asks of appointments, themselves or by way of other rules. */
export function rulesOnAppointments(procedure: Procedure): ReadonlySet<Id> {
  const known = asking.get(procedure);
  if (known) return known;
  const rules = procedure.rules ?? {};
  const asks = (id: Id, seen: readonly Id[]): boolean => {
    const keys = readsOf(procedure, rules[id]?.if);
    return keys.has('appointments') || [...keys].some((key) => key.startsWith('rule:') && !seen.includes(key.slice(5)) && asks(key.slice(5), [...seen, id]));
  };
  const found = new Set(Object.keys(rules).filter((id) => asks(id, [])));
  asking.set(procedure, found);
  return found;
}

/** What the case knows of the person who acts, as far as rules on independence ask. */
export function standingOf({ compiled, folded, actor, occurred }: Attempt, as: Id): Required<Pick<Deed, 'as' | 'isDoerOf'>> & Pick<Deed, 'involved'> {
  return {
    as,
    involved: folded.appointments.length > 0 ? involvedSeats(compiled.procedure, folded.appointments, occurred) : undefined,
    isDoerOf: (task) => didIt(folded, task, actor.person),
  };
}

function didIt(folded: Folded, task: Id, person: string): boolean | undefined {
  const record = recordOf(folded, task);
  return record?.by === undefined ? undefined : record.by.person === person;
}

const onSeats = remembered(({ bearings }: Plans): readonly Bearing[] => [...new Set([...bearings.values()].flat())].filter(({ effect, target }) => effect === 'forbid' && 'seat' in target));

/** Rules that forbid a seat and would come to hold with these appointments made, or be left waiting where they block. */
export function barredBy(compiled: CompiledProcedure, before: Folded, after: Folded, at: Instant): readonly (Bearing & { readonly waits: boolean })[] {
  const { procedure, plans } = compiled;
  const rules = rulesOnAppointments(procedure);
  if (rules.size === 0) return [];
  const bearings = onSeats(plans).filter(({ rule }) => rules.has(rule));
  const [was, is] = [scopeOf(compiled, before, at, true), scopeOf(compiled, after, at, true)];
  return bearings.flatMap((bearing) => {
    const truth = askRule(compiled, bearing.rule, is);
    if (askRule(compiled, bearing.rule, was) === truth) return [];
    const waits = truth === 'unknown' && procedure.rules?.[bearing.rule]?.unknown === 'block';
    return truth === true || waits ? [{ ...bearing, waits }] : [];
  });
}
