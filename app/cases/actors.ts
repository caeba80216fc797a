// Who may act in a procedure, and as whom an act of somebody without an account is entered.
import type { TaskView } from '../../engine/case/types.ts';
import type { Id, Party, Procedure } from '../../engine/procedure/types.ts';
import { textOf } from '../procedures/catalogue.ts';
import { maySign, ownSignOff } from './signing/turns.ts';

export interface ActorOf { readonly person: string; readonly role: Id; readonly label: string }

export interface RoleOf { readonly id: Id; readonly label: string; readonly hint?: string }
/** Parties a person at this screen can be: roles, bodies with their seats and agencies with something to do, none outside. */
export function rolesOf(procedure: Procedure): readonly RoleOf[] {
  const doing = doers(procedure);
  const seated = new Set([...doing].flatMap((id) => procedure.parties[id]?.seats ?? []));
  return Object.entries(procedure.parties)
    .filter(([id, party]) => party.outside !== true && party.kind !== 'audience' && party.kind !== 'participant' && (doing.has(id) || seated.has(id) || party.seats?.some((seat) => doing.has(seat)) === true))
    .map(([id, party]) => ({ id, label: textOf(party.title), ...kindHint(party) }));
}
/** Everybody else who may sit at this screen for once: those outside, and those who are only asked. */
export function guestsOf(procedure: Procedure): readonly RoleOf[] {
  const own = new Set(rolesOf(procedure).map(({ id }) => id));
  return Object.entries(procedure.parties).filter(([id, party]) => !own.has(id) && party.kind !== 'audience').map(([id, party]) => ({ id, label: textOf(party.title) }));
}
function kindHint(party: Party): { readonly hint?: string } {
  return party.kind === 'agency' ? { hint: 'Agency' } : {};
}
function doers(procedure: Procedure): ReadonlySet<Id> {
  const ids = [
    ...Object.values(procedure.doors).flatMap((door) => door.by), ...Object.values(procedure.tasks).flatMap((task) => [...(task.by ?? []), ...(task.agreement?.of ?? [])]),
    ...Object.values(procedure.stages).flatMap((stage) => stage.owner ?? []), ...procedure.transitions.flatMap((one) => ('chosen' in one.on ? one.on.chosen.by : [])),
    ...Object.values(procedure.tasks).flatMap((task) => (task.signOff ?? []).map((step) => step.by)), ...Object.values(procedure.documents ?? {}).flatMap((document) => (document.signOff ?? []).map((step) => step.by)),
    ...Object.values(procedure.holds ?? {}).flatMap((hold) => hold.by), ...Object.values(procedure.duties ?? {}).flatMap((duty) => duty.by),
    ...Object.values(procedure.parties).flatMap((party) => (party.deputies ?? []).map((deputy) => deputy.party)),
  ];
  return new Set(ids);
}
export function partyLabel(procedure: Procedure, id: Id | undefined): string {
  if (id === undefined) return '';
  const party = procedure.parties[id];
  return party === undefined ? id : textOf(party.title);
}
/** Staff enter what an outside party did: the party it is entered for, when the task is its and not the actor's own. */
export function enteredFor(procedure: Procedure, view: TaskView, role: Id): Id | undefined {
  if (view.mine && view.doers.some((doer) => doer.party === role)) return undefined;
  return view.doers.find((doer) => doer.party !== role && procedure.parties[doer.party]?.outside === true)?.party;
}
/** The outside party for which the person at this screen enters an act that falls to these; undefined where it is its own. */
export function spokenFor(procedure: Procedure, by: readonly Id[] | undefined, role: Id): Id | undefined {
  const own = by?.some((party) => party === role || procedure.parties[party]?.seats?.includes(role));
  return own === true ? undefined : by?.find((party) => procedure.parties[party]?.outside === true);
}
/** True when the person at this screen may do the task now, or sign it off, for itself or on behalf of an outside party. */
export function canDo(procedure: Procedure, view: TaskView, role: Id): boolean {
  const own = ownSignOff(view);
  if (own !== undefined) return maySign(procedure, own, role);
  return view.signOffs?.some((one) => maySign(procedure, one, role)) === true || view.mine || enteredFor(procedure, view, role) !== undefined;
}
