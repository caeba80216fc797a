// Sign-off in steps: what was done, decided or replied is put to one signer after another. Each signs it in its own way or
// sends it back, which begins the next round. Pure steps on what a record keeps; who may sign is asked elsewhere.
import type { Id, Procedure, SignOffStep, Task } from '../procedure/types.ts';
import type { Instant } from '../time/types.ts';
import type { Signing, SignOffAct } from './types.ts';

/** Put to the first signer, for the first time or after a sending back. */
export function submitted(before: Signing | undefined, at: Instant): Signing {
  return { round: before?.round ?? 1, step: 0, first: before?.first ?? at, since: at, acts: before?.acts ?? [] };
}

/** After a signer did something: with the next, signed by all, or back with whoever did it. */
export function afterStep({ step: _step, ...before }: Signing, steps: readonly SignOffStep[], act: SignOffAct): Signing {
  const acts = [...before.acts, act];
  if (act.does === 'send-back') return { ...before, acts, round: before.round + 1 };
  return act.step + 1 < steps.length ? { ...before, acts, step: act.step + 1 } : { ...before, acts, signed: act.at };
}

/** How often a step has sent it back. */
export const sentBack = ({ acts }: Signing, step: number): number => acts.filter((act) => act.step === step && act.does === 'send-back').length;

/** When a step was last signed, unless it was sent back after that. */
export function stepSigned({ signOff = [] }: Pick<Task, 'signOff'>, step: Id | undefined, signing: Signing | undefined): Instant | undefined {
  const place = signOff.findIndex(({ id }) => id !== undefined && id === step);
  return signing?.acts.findLast((act) => act.step === place && act.round === signing.round && act.does !== 'send-back')?.at;
}

/** As `stepSigned`, by the names of the task and the step. */
export function signedAt({ tasks }: Procedure, task: Id, step: Id, signing: Signing | undefined): Instant | undefined {
  const signed = tasks[task];
  return signed && stepSigned(signed, step, signing);
}
