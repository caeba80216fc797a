// Papers that have to be signed before a task is done: whose turn it is, and the act by which they let it pass.
import type { CompiledProcedure } from '../../case/index.ts';
import { recordOf, type Folded } from '../../case/folded.ts';
import type { Signing } from '../../case/types.ts';
import type { WalkthroughCommand } from '../../case/walkthrough-types.ts';
import type { Id } from '../../procedure/types.ts';
import { doingAs, type Doing } from './acts.ts';

/** The next signature that a task, or a reply to it, waits for; undefined when nobody's is wanted now. */
export function nextSignature({ procedure }: CompiledProcedure, held: Folded, task: Id): { readonly doing: Doing; readonly command: WalkthroughCommand } | undefined {
  const record = recordOf(held, task);
  const waiting: readonly { readonly recipient?: Id; readonly signing: Signing | undefined }[] = record ? [{ signing: record.signing }, ...record.recipients.map(({ party, signing }) => ({ recipient: party, signing }))] : [];
  for (const { recipient, signing } of waiting) {
    const step = procedure.tasks[task]?.signOff?.[signing?.step ?? -1];
    if (!step) continue;
    const does = step.may.find((one) => one === 'accept' || one === 'ratify') ?? step.may.find((one) => one !== 'send-back') ?? 'accept';
    return { doing: doingAs(procedure, step.by), command: { type: 'signOff', task, does, ...(recipient !== undefined && { recipient }), ...((does === 'amend' || does === 'overturn') && { reason: 'Reason as discussed.' }) } };
  }
  return undefined;
}
