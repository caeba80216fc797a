// Parts of a form: who may fill one, and that its signature locks it. Answers to a signed part stand until it is
// unlocked with a reason; what was signed, by whom and when stays in the log. It does not judge the answers themselves.
import { remembered } from '../procedure/remembered.ts';
import type { FormSection, Id, Procedure } from '../procedure/types.ts';
import { saidFor } from './act-answers.ts';
import type { Attempt } from './attempt.ts';
import { formFor } from './chosen.ts';
import { actingAs } from './doers.ts';
import { questionsOf, sectionsOf } from './form-sections.ts';
import { answerOf, ownList, setAnswer, type Draft } from './folded.ts';
import { standsAt } from './in-force.ts';
import { refuse } from './refusals.ts';
import type { Answer, Answers, CaseEvent, Case, Refusal, SignedSection } from './types.ts';
import { anyOf, partyLabel, questionLabel, textOf } from './words.ts';

interface Place { readonly form: Id; readonly section: FormSection }
/** `fillers`: who may fill it, where each part that asks it names somebody; questions left to the same people have the same list. */
interface Asked { readonly places: readonly Place[]; readonly fillers: readonly Id[] | undefined }

/** Where each question is asked; only procedures with parts of their own fillers or signatures have any. */
const placesOf = remembered(({ forms = {} }: Procedure): ReadonlyMap<Id, Asked> => {
  const places = Object.entries(forms).flatMap(([form, { sections }]) => sections.map((section) => ({ form, section })));
  const found = new Map<Id, Place[]>();
  if (!places.some(({ section }) => section.by !== undefined || section.signature !== undefined)) return new Map();
  for (const place of places) for (const id of questionsOf(place.section)) found.set(id, [...(found.get(id) ?? []), place]);
  const lists = new Map<string, readonly Id[]>();
  return new Map([...found].map(([id, asked]) => [id, { places: asked, fillers: fillersOf(asked, lists) }]));
});

/** A question that each part which asks it leaves to somebody is filled by one of those. */
function fillersOf(places: readonly Place[], lists: Map<string, readonly Id[]>): readonly Id[] | undefined {
  const named = places.map(({ section }) => section.by);
  if (named.includes(undefined)) return undefined;
  const fillers = [...new Set(named.flatMap((by) => by ?? []))];
  const known = lists.get(fillers.join(' ')) ?? fillers;
  lists.set(fillers.join(' '), known);
  return known;
}

const isOf = (form: Id, section: Id) => (one: SignedSection): boolean => one.form === form && one.section === section;

/** Who signed a part, while it is locked. */
export const signedNow = ({ signed }: Pick<Case, 'signed'>, form: Id, section: Id): SignedSection | undefined => signed.findLast((one) => isOf(form, section)(one) && one.unlocked === undefined);

/** Refuses answers to a part that is signed, and to one that others fill. What repeats an answer changes nothing. */
export function refuseSections(attempt: Attempt, what: string, answers: Answers | undefined, task?: Id): Refusal | undefined {
  const places = placesOf(attempt.compiled.procedure);
  if (!answers || places.size === 0) return undefined;
  let may: readonly Id[] | undefined; // those among whom the actor was found last: most answers of an act are for the same
  for (const id of Object.keys(answers)) {
    const asked = places.get(id);
    if (!asked || repeats(answerOf(attempt.folded, undefined, id), answers[id])) continue;
    const refused = refuseLocked(attempt, what, id, asked.places) ?? (asked.fillers === may ? undefined : refuseStranger(attempt, what, id, asked.fillers, task));
    if (refused) return refused;
    may = asked.fillers;
  }
  return undefined;
}

const repeats = (before: Answer | undefined, answer: Answer | undefined): boolean => before !== undefined && (before === answer || JSON.stringify(before) === JSON.stringify(answer));

function refuseLocked({ compiled: { procedure }, folded }: Attempt, what: string, question: Id, places: readonly Place[]): Refusal | undefined {
  if (folded.signed.length === 0) return undefined;
  const locked = places.find(({ form, section }) => signedNow(folded, form, section.id) !== undefined);
  const missing = [{ kind: 'field', id: question, label: questionLabel(procedure, question) }] as const;
  return locked && refuse(procedure, 'locked', { what, because: `“${textOf(locked.section.label) ?? locked.section.id}” is signed.`, missing });
}

/** Refuses an answer to a question that is left to others. */
function refuseStranger({ compiled, folded, actor, occurred }: Attempt, what: string, question: Id, parties: readonly Id[] | undefined, task: Id | undefined): Refusal | undefined {
  if (parties === undefined) return undefined;
  if (actingAs(compiled, folded, actor, parties, occurred, task) !== undefined) return undefined;
  const { procedure } = compiled;
  const missing = parties.map((id) => ({ kind: 'role', id, label: partyLabel(procedure, id) }) as const);
  return refuse(procedure, 'wrong-role', { what: `“${questionLabel(procedure, question)}” in ${what}`, because: anyOf(parties.map((id) => partyLabel(procedure, id))), missing });
}

/** Refuses to end a task that fills one part before that part is signed. */
export function refuseUnsigned({ compiled, compiled: { procedure }, folded, occurred }: Attempt, id: Id, what: string, answers: Answers | undefined): Refusal | undefined {
  const filled = formFor(compiled, folded, id);
  const [part] = filled.section === undefined || !standsAt(procedure.forms?.[filled.form ?? ''], occurred) ? [] : sectionsOf(procedure, filled);
  const signature = standsAt(part, occurred) ? part?.signature : undefined;
  if (signature === undefined || isSignature(answerOf(folded, saidFor(procedure, folded, id, answers), signature))) return undefined;
  const label = questionLabel(procedure, signature);
  return refuse(procedure, 'missing-field', { what, because: `“${label}”`, missing: [{ kind: 'field', id: signature, label }] });
}

const isSignature = (answer: Answer | undefined): boolean => answer !== undefined && 'value' in answer && answer.value !== '';

/** Locks the parts that answers sign. */
export function noteSignatures(procedure: Procedure, draft: Draft, event: CaseEvent, answers: Answers): void {
  const places = placesOf(procedure);
  if (places.size === 0) return;
  for (const question of Object.keys(answers)) {
    for (const { form, section } of places.get(question)?.places ?? []) {
      if (section.signature !== question || !isSignature(answers[question]) || signedNow(draft, form, section.id)) continue;
      ownList(draft, 'signed').push({ form, section: section.id, by: event.actor, at: event.occurred });
    }
  }
}

/** Opens a part again; it is signed anew. */
export function unlock(procedure: Procedure, draft: Draft, event: CaseEvent, form: Id, section: Id, reason: string): void {
  const signed = ownList(draft, 'signed');
  const index = signed.findLastIndex((one) => isOf(form, section)(one) && one.unlocked === undefined);
  const found = signed[index];
  const signature = procedure.forms?.[form]?.sections.find(({ id }) => id === section)?.signature;
  if (!found || signature === undefined) return;
  signed[index] = { ...found, unlocked: { by: event.actor, at: event.occurred, reason } };
  setAnswer(draft, signature, undefined);
}
