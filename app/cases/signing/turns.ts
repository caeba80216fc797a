// Whose turn a task is while it waits for signatures: the signers', and no longer that of whoever did it.
import type { SignOffView, TaskView } from '../../../engine/case/types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';

/** The signature that what was done in the task itself waits for. */
export function ownSignOff({ signOffs = [] }: TaskView): SignOffView | undefined {
  return signOffs.find(({ recipient, document }) => recipient === undefined && document === undefined);
}
/** True when the person at the screen may sign, or enter the answer of a signer from outside. */
export function maySign(procedure: Procedure, { mine, by }: SignOffView, role: Id): boolean { return mine || signsFor(procedure, by, role) !== undefined; }
/** The signer from outside for whom staff enter it; none where the signer acts here. */
export function signsFor(procedure: Procedure, by: Id, role: Id): Id | undefined { return by !== role && procedure.parties[by]?.outside === true ? by : undefined; }

/** Parties whose turn it is: of a task that waits for its signature only the signer. */
export function turnOf(view: TaskView): readonly { readonly party: Id; readonly label: string; readonly deputy?: boolean }[] {
  const own = ownSignOff(view);
  if (own !== undefined) return [{ party: own.by, label: own.label }];
  const known = new Set(view.doers.map(({ party }) => party));
  const signers = new Map((view.signOffs ?? []).filter(({ by }) => !known.has(by)).map(({ by, label }) => [by, { party: by, label }]));
  return [...view.doers, ...signers.values()];
}
