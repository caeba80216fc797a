// What was recorded as learning in a month: tasks of learning stages done in it, with what was written in them, and the
// final decisions of the month, over every case.
import { londonDay } from '../../engine/time/london.ts';
import type { Day } from '../../engine/time/types.ts';
import { civilOf } from '../../engine/time/day.ts';
import { listWords } from '../../engine/time/words.ts';
import { answerWords } from '../cases/form/answerWords.ts';
import { line, paragraph, table, title } from '../cases/letters/blocks.ts';
import type { DocumentBlock } from '../../engine/case/document-types.ts';
import { recordWords, monthWords } from '../dates.ts';
import { textOf } from '../procedures/catalogue.ts';
import { reportWords as w } from './words.ts';
import type { Told } from './year.ts';

export interface Learned { readonly id: string; readonly case: string; readonly reference: string; readonly task: string; readonly label: string; readonly at: number; readonly said: readonly (readonly [question: string, answer: string])[] }
export interface DecidedThen { readonly reference: string; readonly label: string; readonly outcome: string; readonly at: number }
const isIn = (at: number | undefined, first: Day): boolean => at !== undefined && civilOf(londonDay(at)).month === civilOf(first).month && civilOf(londonDay(at)).year === civilOf(first).year;

/** `first`: the first day of the month. Oldest first. Names are not repeated: of a form only answers without a class. */
export function learningOf(all: readonly Told[], first: Day): readonly Learned[] {
  return all.flatMap(({ case: item, procedure }) => Object.entries(item.tasks).flatMap(([id, records]) => {
    const task = procedure.tasks[id];
    if (task === undefined || !(task.in ?? []).some((stage) => procedure.stages[stage]?.kind === 'learning')) return [];
    const asked = procedure.forms?.[task.form ?? '']?.sections.flatMap(({ questions }) => questions) ?? [];
    return records.filter((record) => isIn(record.done, first)).map((record): Learned => ({
      id: `${item.id}/${id}/${record.visit}`, case: item.id, reference: item.reference, task: id, label: textOf(task.label), at: record.done ?? 0,
      said: asked.flatMap((name) => {
        const [question, answer] = [procedure.questions[name], record.answers?.[name] ?? item.answers[name]];
        return question === undefined || question.class !== undefined || answer === undefined ? [] : [[textOf(question.label), answerWords(procedure, question, answer)] as const];
      }),
    }));
  })).toSorted((a, b) => a.at - b.at);
}
export function decidedIn(all: readonly Told[], first: Day): readonly DecidedThen[] {
  return all.flatMap(({ case: item, procedure }) => Object.entries(item.tasks).flatMap(([id, records]) => {
    const task = procedure.tasks[id];
    if (task?.shape !== 'decide' || task.advises !== undefined) return [];
    return records.filter((record) => isIn(record.done, first) && record.options !== undefined).map((record): DecidedThen => ({ reference: item.reference, label: textOf(task.label), outcome: listWords((record.options ?? []).map((option) => textOf(task.options?.find((one) => one.id === option)?.label ?? option))), at: record.done ?? 0 }));
  })).toSorted((a, b) => a.at - b.at);
}
export function monthBlocks(learned: readonly Learned[], decided: readonly DecidedThen[], first: Day, now: number): readonly DocumentBlock[] {
  const heading = (text: string, level: 2 | 3 = 2): DocumentBlock => ({ kind: 'heading', level, runs: [{ text, is: 'words' }] });
  return [
    title(w.monthTitle(monthWords(first))), paragraph(w.asOf(recordWords(now))), heading(w.learning), ...(learned.length === 0 ? [paragraph(w.noLearning)] : learned.flatMap((one): readonly DocumentBlock[] => [heading(`${one.reference}: ${one.label}`, 3), { kind: 'answers', lines: [line(w.sharedOn, recordWords(one.at)), ...one.said.map(([question, answer]) => line(question, answer))] }])),
    ...(decided.length === 0 ? [] : [heading(w.decidedInMonth), table(w.decidedInMonth, [w.reference, w.what, w.outcome, w.when], decided.map((one) => [one.reference, one.label, one.outcome, recordWords(one.at)]))]),
  ];
}
