// A move of a search as an act of a case: who does it, and the command with the least in it. What else the procedure
// asks of the act its refusal tells (mending.ts). People are invented: one for each role, in initials.
import type { CompiledProcedure } from '../../case/index.ts';
import { partiesFor } from '../../case/doers.ts';
import { votersOf } from '../../case/agreement.ts';
import { recordOf, type Folded } from '../../case/folded.ts';
import type { WalkthroughCommand } from '../../case/walkthrough-types.ts';
import type { Id, Procedure } from '../../procedure/types.ts';

/** Who acts, and for whom where an outside party has no account. */
export interface Doing { readonly as: Id; readonly person: string; readonly onBehalfOf?: Id }

/** Initials of the invented person in a role: another for each. */
export function personIn(procedure: Procedure, role: Id): string {
  const index = Math.max(0, Object.keys(procedure.parties).indexOf(role));
  return `${String.fromCharCode(65 + (index % 26))}.${String.fromCharCode(65 + (Math.floor(index / 26) % 26))}.`;
}

/** A party acting for itself, a body through a seat, one outside through somebody with a role. */
export function doingAs(procedure: Procedure, party: Id, helper?: Id): Doing {
  const one = procedure.parties[party];
  const role = one?.outside ? (helper ?? insider(procedure) ?? party) : party;
  return { as: role, person: personIn(procedure, role), ...(role !== party && { onBehalfOf: party }) };
}

/** A role of the authority's own, to enter what others said. */
export const insider = ({ parties }: Procedure): Id | undefined => Object.keys(parties).find((id) => parties[id]?.kind === 'role' && !parties[id]?.outside);

/** Who may do a task now: the first of those it falls to. */
export function doersNow(compiled: CompiledProcedure, held: Folded, task: Id): readonly Doing[] {
  return partiesFor(compiled, held, task).map((party) => doingAs(compiled.procedure, party));
}

/** The parties whose views a decision needs, in their order; one for a decision that one takes. */
export function deciders(compiled: CompiledProcedure, held: Folded, task: Id): readonly Doing[] {
  const agreement = compiled.procedure.tasks[task]?.agreement;
  if ((agreement?.by ?? 'one') === 'one') return doersNow(compiled, held, task).slice(0, 1);
  const definition = compiled.procedure.tasks[task];
  const voters = definition ? votersOf(compiled.procedure, definition, []) : [];
  return voters.map((party) => doingAs(compiled.procedure, party));
}

/** Recipients of an exchange that still owe a reply. */
export function owing(compiled: CompiledProcedure, held: Folded, task: Id): readonly Id[] {
  const definition = compiled.procedure.tasks[task];
  const record = recordOf(held, task);
  if ((definition?.expects ?? 'nothing') === 'nothing' || record?.state !== 'open') return [];
  return record.recipients.filter(({ state }) => state === 'asked' || state === 'sent-back' || (state === 'acknowledged' && definition?.expects === 'reply')).map(({ party }) => party);
}

/** The command of a task, with nothing that its refusal would not ask for. */
export function commandFor(procedure: Procedure, task: Id, options: readonly Id[] = []): WalkthroughCommand {
  const definition = procedure.tasks[task];
  const meeting = definition?.meeting ? { meeting: { present: procedure.parties[definition.meeting.body]?.seats ?? [definition.meeting.body] } } : {};
  if (definition?.shape === 'decide') return { type: 'decide', task, options, reasons: 'Reasons as discussed.', ...meeting };
  if (definition?.shape === 'exchange') return { type: 'sendExchange', task };
  return { type: 'completeTask', task, ...(definition?.evidence === 'required' && { evidence: 'Reference 1' }), ...meeting };
}

/** Whether something comes back on a task that is sent. */
export const expectsReply = ({ tasks }: Procedure, task: Id): boolean => (tasks[task]?.expects ?? 'nothing') !== 'nothing';

/** The first option of a decision, alone; none for what is not decided. */
export const firstOption = ({ tasks }: Procedure, task: Id): readonly Id[] => (tasks[task]?.options ?? []).slice(0, 1).map(({ id }) => id);
