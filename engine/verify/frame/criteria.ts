// A local criterion against the statutory one that it must cover. The frame names what the statute asks as concepts;
// which question here asks for each is found by its words, and which rule decides is the one that brings about the duty.
// A case that the statute covers and the rule does not is told with its answers.
import type { Criterion, Id, Procedure, Question } from '../../procedure/types.ts';
import { textOf } from '../../case/words.ts';
import { listWords } from '../../time/index.ts';
import { relate, witnessWords } from '../criteria/relate.ts';
import { withoutRules } from '../criteria/solve.ts';
import { readsOfCriterion } from '../../criteria/index.ts';

/** What a question must say to ask for it, and which answers are a yes where it is a choice. */
export interface Concept { readonly about: string; readonly answers?: readonly string[] }
export type Statutory = { readonly concept: string } | { readonly and: readonly Statutory[] } | { readonly or: readonly Statutory[] };
export interface FrameCriterion { readonly id: Id; readonly label: string; readonly editions: readonly Id[]; /** The point whose duty it decides. */ readonly point: Id; readonly source: string; readonly concepts: Readonly<Record<string, Concept>>; readonly if: Statutory }
export type Cover = 'kept' | 'narrower' | 'missing';
export interface Covered { readonly standing: Cover; readonly words: string; readonly rule?: Id }

/** Whether the rule that decides on the duty covers what the statute does. `task`: what stands for the duty here. */
export function coverOf(procedure: Procedure, criterion: FrameCriterion, task: Id | undefined): Covered {
  const asked = new Map(Object.entries(criterion.concepts).flatMap(([name, concept]) => { const own = askedBy(procedure, concept); return own ? [[name, own] as const] : []; }));
  const unasked = Object.keys(criterion.concepts).filter((name) => !asked.has(name));
  if (unasked.length > 0) return { standing: 'missing', words: `${criterion.label}: no question here asks for it in words that could be matched (${listWords(unasked)}), so nothing was compared. (${criterion.source})` };
  const rule = decidingRule(procedure, task, [...asked.values()].flatMap((one) => readsOfCriterion(one)));
  const local = rule === undefined ? undefined : procedure.rules?.[rule]?.if;
  if (rule === undefined || !local) return { standing: 'missing', words: `${criterion.label}: no rule here says so. (${criterion.source})` };
  const { firstAlone, firstWhileUnknown, exact } = relate(procedure, statutoryIn(criterion.if, asked), local);
  const named = `“${textOf(procedure.rules?.[rule]?.label) ?? rule}”`;
  if (firstAlone) return { standing: 'narrower', rule, words: `${criterion.label}: ${named} leaves out what the statute covers, for example ${listWords(witnessWords(procedure, firstAlone))}. (${criterion.source})` };
  const unknown = firstWhileUnknown ? ` It stays undecided while something it asks beside is not known, for example ${listWords(witnessWords(procedure, firstWhileUnknown))}.` : '';
  return { standing: 'kept', rule, words: `${criterion.label}: ${named} covers it.${unknown}${exact ? '' : ' Not every combination of answers was tried.'}` };
}

/** A question that asks for a concept, as a criterion that holds on a yes. */
function askedBy({ questions }: Procedure, { about, answers = [] }: Concept): Criterion | undefined {
  const pattern = new RegExp(about, 'i');
  const yes = Object.entries(questions).find(([, { type, label }]) => type === 'yes-no' && pattern.test(textOf(label) ?? ''));
  if (yes) return { var: yes[0] };
  const choice = Object.entries(questions).find(([, question]) => chosen(question, answers).length > 0 && (pattern.test(textOf(question.label) ?? '') || question.options?.some(({ id, label }) => answers.includes(id) && pattern.test(textOf(label) ?? '')) === true));
  return choice ? { in: [{ var: choice[0] }, chosen(choice[1], answers)] } : undefined;
}

const chosen = ({ type, options = [] }: Question, answers: readonly string[]): readonly string[] => (type === 'choice' ? options.map(({ id }) => id).filter((id) => answers.includes(id)) : []);

/** The rule that brings the duty about: it requires the task, else a decision, and reads most of what the statute asks. */
function decidingRule(procedure: Procedure, task: Id | undefined, reads: readonly string[]): Id | undefined {
  const rules = Object.entries(procedure.rules ?? {}).flatMap(([id, { if: local, then, strength }]) => {
    const own = local && 'require' in then && strength !== 'may' ? readsOfCriterion(withoutRules(procedure, local)) : [];
    const shared = reads.filter((key) => own.includes(key)).length;
    if (shared * 2 <= reads.length || !('require' in then)) return [];
    return 'task' in then.require ? (then.require.task === task ? [{ id, rank: 100 + shared }] : []) : 'option' in then.require ? [{ id, rank: shared }] : [];
  });
  return rules.sort((one, other) => other.rank - one.rank)[0]?.id;
}

function statutoryIn(part: Statutory, asked: ReadonlyMap<string, Criterion>): Criterion {
  if ('concept' in part) return asked.get(part.concept) ?? { and: [] };
  return 'and' in part ? { and: part.and.map((one) => statutoryIn(one, asked)) } : { or: part.or.map((one) => statutoryIn(one, asked)) };
}
