// The catalogue of refusals: for each code a plain sentence and what would make the act possible. Sentences name
// labels, never ids. A refusal is a value; the case it was tried on is unchanged.
import type { Id, Procedure } from '../procedure/types.ts';
import type { Missing, Refusal, RefusalCode } from './types.ts';
import { ruleLabel } from './words.ts';

/** What a sentence may name: the thing tried, and what stands against it. */
interface Told { readonly what: string; readonly because: string }
type Sentence = (told: Told) => string;
/** As a sentence begins: answers told without an act are “this”. */
const begun = (what: string): string => what.charAt(0).toUpperCase() + what.slice(1);

const catalogue: Readonly<Record<RefusalCode, { readonly words: Sentence; readonly remedy: Sentence }>> = {
  'wrong-role': { words: ({ what, because }) => `${what} falls to ${because || 'another role'}.`, remedy: ({ because }) => `Ask ${because || 'the role that answers for it'} to do it, or act in that role if it is yours.` },
  'not-open': { words: ({ what }) => `${what} is not open now.`, remedy: ({ because }) => because || 'Look at the list of tasks for what is open.' },
  closed: { words: () => 'The case is closed.', remedy: ({ because }) => because || 'Reopen the case first, if your procedure provides for it.' },
  'unknown-task': { words: ({ what }) => `The procedure of this case knows nothing called “${what}”.`, remedy: () => 'Choose one of those the procedure has.' },
  'not-due-here': { words: ({ what, because }) => `${what} is not possible at this stage${because ? `: ${because}` : '.'}`, remedy: () => 'Wait until the case has come to a stage that allows it.' },
  'missing-field': { words: ({ what, because }) => `${what} needs ${because || 'an answer that is missing'}.`, remedy: () => 'Fill in what is named, then try again.' },
  'bad-answer': { words: ({ because }) => because, remedy: () => 'Change the answer, then try again.' },
  'forced-option': { words: ({ what, because }) => `${what} cannot be decided so: ${because}`, remedy: () => 'Choose as the rule says, or correct the answers on which it rests.' },
  'missing-reason': { words: ({ what }) => `${what} needs a recorded reason.`, remedy: () => 'Write down the reason, then try again.' },
  quorum: { words: ({ what, because }) => `${what} needs people who are not recorded as present: ${because}.`, remedy: () => 'Record them as present if they were, or meet again with them.' },
  'declared-interest': { words: ({ because }) => `${because} declared an interest and so may not take part.`, remedy: () => 'Have the seat taken by somebody without an interest.' },
  'not-independent': { words: ({ what, because }) => `${what} asks for somebody independent: ${because}`, remedy: () => 'Have it taken by somebody else.' },
  'not-anonymised': { words: ({ what, because }) => `${what} carries ${because}.`, remedy: () => 'Leave the recipient out, or send what leaves it out.' },
  forbidden: { words: ({ what, because }) => `${what} is not allowed now: ${because}`, remedy: () => 'Correct the answers on which the rule rests, if they are wrong.' },
  'already-done': { words: ({ what }) => `${what} has been done already.`, remedy: () => 'Look at the timeline of the case; if the record is wrong, correct it.' },
  'in-future': { words: () => 'The time given has not come yet.', remedy: () => 'Give the time at which it happened; for something to come, plan it.' },
  'bad-date': { words: ({ what, because }) => `${what} ${because || 'is not a date'}.`, remedy: () => 'Give a date such as 10 December 2026.' },
  'missing-evidence': { words: ({ what }) => `${what} needs evidence that it was done.`, remedy: () => 'Add a reference number or say where the evidence is kept.' },
  'unknown-recipient': { words: ({ what, because }) => `${what} does not go to ${because || 'anybody yet'}.`, remedy: () => 'Add the recipient first, with the reason.' },
  waits: { words: ({ what, because }) => `${what} waits: ${because}`, remedy: () => 'Answer what is named, then try again.' },
  'on-hold': { words: ({ what, because }) => `${what} is on hold ${because}.`, remedy: () => 'Wait until the hold ends, or have it released.' },
  contradictory: { words: ({ what, because }) => `${begun(what)} gives answers that contradict one another: ${because}`, remedy: () => 'Look again at the answers named, and correct what is wrong together with this.' },
  locked: { words: ({ what, because }) => `${begun(what)} would change what is signed: ${because}`, remedy: () => 'Whoever signed it may unlock it, with a reason; it is then signed anew.' },
  'wrong-channel': { words: ({ what, because }) => `${what} goes by ${because}.`, remedy: ({ because }) => `Send it by ${because}, and say so.` },
  elsewhere: { words: ({ because }) => `Nothing can be done in this case: it ${because}.`, remedy: () => 'Do it where the case goes on.' },
  limit: { words: ({ what }) => `${what} has been done as often as the procedure allows.`, remedy: () => 'Take another route.' },
};

export interface RefusalDetail {
  /** Label of the thing tried, in quotation marks where it is a title. */
  readonly what?: string;
  readonly because?: string;
  readonly missing?: readonly Missing[];
  readonly rule?: Id;
  /** What would help, where the catalogue's own words would not. */
  readonly remedy?: string;
}

/** A refusal in words. `rule` names the rule that refused; its citations come with it. */
export function refuse(procedure: Procedure, code: RefusalCode, { what = 'This', because, missing = [], rule, remedy }: RefusalDetail = {}): Refusal {
  const told: Told = { what, because: because ?? (rule === undefined ? '' : `${ruleLabel(procedure, rule)}.`) };
  const cites = rule === undefined ? undefined : procedure.rules?.[rule]?.cites;
  const sentence = catalogue[code];
  return { code, words: sentence.words(told), missing, ...(rule !== undefined && { rule }), ...(cites && { cites }), remedy: remedy ?? sentence.remedy(told) };
}

/** A refusal, told apart from what a command would write. */
export const isRefusal = (value: object): value is Refusal => 'code' in value && 'remedy' in value;
