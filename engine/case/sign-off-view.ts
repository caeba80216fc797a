// Whose signature a task waits for now: of what was done in it, of each reply, of the document that it sends.
import type { Id, SignOffStep } from '../procedure/types.ts';
import type { Instant } from '../time/types.ts';
import type { CompiledProcedure } from './compile.ts';
import { actingAs } from './doers.ts';
import type { Folded } from './folded.ts';
import type { TaskPlan } from './plans.ts';
import { sentBack, submitted } from './sign-off.ts';
import type { Signing, SignOffView, TaskRecord } from './types.ts';
import { partyLabel } from './words.ts';

type About = Pick<SignOffView, 'recipient' | 'document'>;

/** The signatures waited for; `role`: marks those that it may give. */
export function signOffsOf(compiled: CompiledProcedure, folded: Folded, { id, task }: TaskPlan, record: TaskRecord | undefined, asOf: Instant, role: Id | undefined): readonly SignOffView[] {
  const view = (steps: readonly SignOffStep[] | undefined, signing: Signing | undefined, about: About): readonly SignOffView[] => {
    const step = steps?.[signing?.step ?? -1];
    if (!steps || !signing || signing.step === undefined || !step) return [];
    const mine = role !== undefined && actingAs(compiled, folded, { person: '', role }, [step.by], asOf, id) !== undefined;
    const left = step.limit === undefined ? {} : { left: Math.max(0, step.limit - sentBack(signing, signing.step)) };
    return [{ ...about, by: step.by, label: partyLabel(compiled.procedure, step.by), may: step.may, step: signing.step + 1, of: steps.length, round: signing.round, ...left, mine }];
  };
  const document = task.document?.id;
  const drawn = document === undefined ? undefined : compiled.procedure.documents?.[document]?.signOff;
  const sends = drawn && document !== undefined && record?.state === 'open' ? view(drawn, folded.documents?.[document] ?? submitted(undefined, asOf), { document }) : [];
  if (!task.signOff || !record) return sends;
  return [...view(task.signOff, record.signing, {}), ...record.recipients.flatMap(({ party, signing }) => view(task.signOff, signing, { recipient: party })), ...sends];
}
