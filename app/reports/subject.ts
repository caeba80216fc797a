// One person's data over all cases, for a subject access request: everything the cases say about them, with what speaks
// of others marked, so that whoever answers the request sees what to look at before it goes. Nothing is taken out here.
import type { DocumentBlock, Run } from '../../engine/case/document-types.ts';
import type { CaseEvent } from '../../engine/case/types.ts';
import { factsOf } from '../cases/around/facts.ts';
import { partyLabel } from '../cases/actors.ts';
import { answerWords } from '../cases/form/answerWords.ts';
import { bornOf, initialsOf } from '../cases/identity.ts';
import { own, paragraph, title } from '../cases/letters/blocks.ts';
import { recordWords } from '../dates.ts';
import { textOf } from '../procedures/catalogue.ts';
import { folded } from '../search/find.ts';
import { reportWords as w } from './words.ts';
import type { Told } from './year.ts';

export interface Wanted { /** Of the child, or of somebody who acted. */ readonly initials: string; /** `2026-05-02`; '' for any. */ readonly born: string }
export interface Found { readonly told: Told; readonly as: 'child' | 'actor' }

/** Cases about this child, and cases in which somebody of these initials acted or was appointed. */
export function casesOf(all: readonly Told[], { initials, born }: Wanted): readonly Found[] {
  const sought = folded(initials).trim();
  if (sought === '') return [];
  const same = (name: string): boolean => folded(name).trim() === sought;
  return all.flatMap((told): readonly Found[] => {
    const { case: item, procedure } = told;
    if (same(initialsOf(procedure, item.answers)) && (born === '' || (bornOf(procedure, item.answers) ?? born) === born)) return [{ told, as: 'child' }];
    const acted = born === '' && (item.events.some(({ actor }) => same(actor.person)) || item.appointments.some(({ person }) => same(person)));
    return acted ? [{ told, as: 'actor' }] : [];
  });
}

/** A part of a text that speaks of somebody else stands as a gap, which the screen and Word mark. */
const marked = (text: string): readonly Run[] => [{ text, is: 'gap' }];
export function subjectBlocks(found: readonly Found[], wanted: Wanted, made: number): readonly DocumentBlock[] {
  return [title(w.subjectOf(wanted.initials)), paragraph(w.subjectMade(recordWords(made), found.length)), paragraph(w.subjectCheck), ...found.flatMap((one) => (one.as === 'child' ? childBlocks(one.told) : actorBlocks(one.told, wanted.initials)))];
}
const heading = (text: string, level: 2 | 3): DocumentBlock => ({ kind: 'heading', level, runs: own(text) });
function childBlocks({ case: item, procedure }: Told): readonly DocumentBlock[] {
  const subject = procedure.questions[procedure.subject?.initials ?? '']?.class;
  const facts = factsOf(procedure, item.answers).flatMap((group): readonly DocumentBlock[] => [heading(group.label, 3), { kind: 'answers', lines: group.questions.flatMap((id) => {
    const question = procedure.questions[id];
    if (question === undefined) return [];
    const said = answerWords(procedure, question, item.answers[id]);
    // Of another class than what identifies the child: it is about others. A table may name anybody.
    const others = (question.class !== undefined && question.class !== subject) || question.type === 'table';
    return [{ label: textOf(question.label), runs: others ? marked(said) : own(said) }];
  }) }]);
  const told = item.events.flatMap((event) => saidIn(event).map((words) => [own(recordWords(event.occurred)), marked(`${event.actor.person}, ${partyLabel(procedure, event.actor.role)}`), marked(words)] as const));
  return [heading(`${item.reference}: ${w.asChild}`, 2), ...facts, ...(told.length === 0 ? [] : [heading(w.written, 3), { kind: 'table' as const, label: w.written, columns: [w.when, w.by, w.what], rows: told }])];
}
/** Words that somebody wrote freely. */
function saidIn({ payload }: CaseEvent): readonly string[] {
  return ['words', 'reason', 'reasons', 'lateReason', 'note'].flatMap((key) => { const text = payload[key]; return typeof text === 'string' && text.trim() !== '' ? [text] : []; });
}
function actorBlocks({ case: item, procedure }: Told, initials: string): readonly DocumentBlock[] {
  const sought = folded(initials).trim();
  const acts = item.events.filter(({ actor }) => folded(actor.person).trim() === sought).map((event) => [own(recordWords(event.occurred)), own(partyLabel(procedure, event.actor.role)), marked([textOf(procedure.tasks[String(event.payload['task'] ?? '')]?.label), ...saidIn(event)].filter(Boolean).join(': '))] as const);
  return [heading(`${item.reference}: ${w.asActor}`, 2), { kind: 'table', label: w.asActor, columns: [w.when, w.role, w.what], rows: acts }];
}
