// Acts that what is known now does not support, and the confirmations that took them off the list. A confirmation
// holds for what was said against the act when it was given; a rule that comes to forbid it later is said anew.
import type { Id } from '../procedure/types.ts';
import { compareEvents } from './order.ts';
import { readPayload, type Payloads } from './payloads.ts';
import type { CaseEvent, EventType, Finding } from './types.ts';

/** True of a finding that somebody has to confirm; findings that are confirmed are shown no more. */
export const isUnconfirmed = ({ code }: Finding): boolean => code === 'unsupported-act';

/** The findings without those that were confirmed. */
export function withoutConfirmed(events: readonly CaseEvent[], findings: readonly Finding[]): readonly Finding[] {
  if (!findings.some(isUnconfirmed)) return findings;
  const given = events.filter(isConfirmation).map(readPayload<'actConfirmed'>);
  return given.length === 0 ? findings : findings.filter((finding) => !isUnconfirmed(finding) || !given.some((one) => covers(one, finding)));
}

const isConfirmation = (event: CaseEvent): event is CaseEvent & { readonly type: 'actConfirmed' } => event.type === 'actConfirmed';
const covers = ({ event, rules }: Payloads['actConfirmed'], finding: Finding): boolean => finding.event === event && (finding.rule === undefined || rules.includes(finding.rule));

const deciding: ReadonlySet<EventType> = new Set(['decisionTaken', 'viewRecorded', 'signedOff']);

/** The event by which a decision came to be what it is: the last in order that bears on the task. */
export function decidedBy(events: readonly CaseEvent[], task: Id): string | undefined {
  return events.filter(({ type, payload }) => deciding.has(type) && payload['task'] === task).toSorted(compareEvents).at(-1)?.id;
}
