// A document put together from a case: its template block by block, filled with what the case holds. It decides
// nothing and leaves nothing out silently; who may see which class of information decides what stands veiled in it.
import { compileCriterion } from '../criteria/index.ts';
import { cutAtPlaceholders } from '../procedure/placeholders.ts';
import type { Form, FormSection, Id, Question, TemplateBlock } from '../procedure/types.ts';
import { dayWords, londonDay, type Instant } from '../time/index.ts';
import type { CompiledProcedure } from './compile.ts';
import { spoken, veilFor, type Reader } from './document-names.ts';
import type { DocumentBlock, DocumentText, Run } from './document-types.ts';
import { answerRuns, cellRuns, placeholderRuns, rowsOf, type Writing } from './document-values.ts';
import { recordOf } from './folded.ts';
import { questionsOf } from './form-sections.ts';
import { caseAt } from './replay.ts';
import { scopeOf } from './scope.ts';
import type { Answers, Case } from './types.ts';
import { optionLabel, partyLabel, questionLabel, textOf } from './words.ts';

/**
 * The text of a document of a case as of an instant, for a reader: a variant of it, a party that it goes to, or whole.
 * Throws RangeError for a document that the procedure does not have or that has no template.
 */
export function documentText(compiled: CompiledProcedure, held: Case, document: Id, reader: Reader = {}, asOf: Instant = held.asOf): DocumentText {
  const definition = compiled.procedure.documents?.[document];
  if (!definition?.template) throw new RangeError(`The procedure has no document "${document}" with a template.`);
  const { folded } = caseAt({ get: () => compiled, latest: () => compiled }, held, asOf);
  const veil = veilFor(compiled.procedure, folded, document, reader);
  const blocks = definition.template.flatMap((block) => blocksOf({ compiled, folded, veil }, block));
  const runs = blocks.flatMap(runsOf);
  return {
    document, title: textOf(definition.label) ?? document, ...reader, blocks,
    gaps: [...new Set(runs.flatMap(({ text, is }) => (is === 'gap' ? [text.replace(/^Missing: /, '')] : [])))],
    withheld: runs.some(({ is }) => is === 'withheld' || is === 'pseudonym') ? veil.hidden : [],
  };
}

function runsOf(block: DocumentBlock): readonly Run[] {
  if (block.kind === 'answers') return block.lines.flatMap(({ runs }) => runs);
  return block.kind === 'table' ? block.rows.flat(2) : block.runs;
}

function blocksOf(writing: Writing, block: TemplateBlock): readonly DocumentBlock[] {
  const { compiled, folded } = writing;
  if (block.if && compileCriterion(block.if)(scopeOf(compiled, folded, folded.asOf)) !== true) return [];
  if (block.heading !== undefined) return [{ kind: 'heading', level: block.level ?? 1, runs: wordsOf(writing, textOf(block.heading) ?? '') }];
  if (block.words !== undefined) return [{ kind: 'paragraph', runs: wordsOf(writing, textOf(block.words) ?? '') }];
  if (block.answers) return questionsWritten(writing, block.answers);
  if (block.table !== undefined) return questionsWritten(writing, [block.table]);
  if (block.form !== undefined) return formWritten(writing, compiled.procedure.forms?.[block.form]);
  if (block.decision !== undefined) return decisionWritten(writing, block.decision);
  return block.replies === undefined ? [] : repliesWritten(writing, block.replies);
}

const wordsOf = (writing: Writing, text: string): readonly Run[] => cutAtPlaceholders(text).flatMap((part) => (typeof part === 'string' ? [{ text: part, is: 'words' } as const] : placeholderRuns(writing, part)));

/** Questions with their answers, in order; those with rows as tables between the others. */
function questionsWritten(writing: Writing, questions: readonly Id[], answers?: Answers): readonly DocumentBlock[] {
  const { procedure } = writing.compiled;
  const blocks: DocumentBlock[] = [];
  for (const id of questions) {
    const table = tableWritten(writing, id, answers);
    const last = blocks.at(-1);
    const line = { label: questionLabel(procedure, id), runs: table ? [] : answerRuns(writing, id, answers) };
    if (table) blocks.push(table);
    else if (last?.kind === 'answers') blocks[blocks.length - 1] = { kind: 'answers', lines: [...last.lines, line] };
    else blocks.push({ kind: 'answers', lines: [line] });
  }
  return blocks;
}

/** A table; undefined for what has no rows, or is left out as a whole. */
function tableWritten(writing: Writing, id: Id, answers: Answers | undefined): DocumentBlock | undefined {
  const { compiled: { procedure }, veil } = writing;
  const question = procedure.questions[id];
  const gathered = question?.compute !== undefined && typeof question.compute === 'object' && 'union' in question.compute ? question.compute : undefined;
  const shaped: Question | undefined = question && gathered ? { ...question, type: 'table', columns: columnsOf(writing, gathered, question.columns) } : question;
  const rows = rowsOf(writing, id, answers);
  if (!shaped || !rows || veil.maps.includes(id) || (shaped.class !== undefined && veil.hidden.includes(shaped.class))) return undefined;
  const columns = [...(shaped.type === 'matrix' ? ['row'] : []), ...Object.keys(shaped.columns ?? {})];
  const heads = columns.map((column) => (column === 'row' && shaped.type === 'matrix' ? '' : textOf(shaped.columns?.[column]?.label) ?? column));
  return { kind: 'table', label: questionLabel(procedure, id), columns: heads, rows: rows.map((row) => columns.map((column) => cellRuns(writing, shaped, column, row))) };
}

/** The columns of gathered rows: those of the question they come from, and from whom they came. */
function columnsOf({ compiled: { procedure } }: Writing, { union, recipient }: { readonly union: { readonly question: Id }; readonly recipient?: Id }, said: Question['columns']): NonNullable<Question['columns']> {
  const own = procedure.questions[union.question]?.columns ?? {};
  return recipient === undefined || own[recipient] ? own : { [recipient]: said?.[recipient] ?? { type: 'party', label: 'From' }, ...own };
}

function formWritten(writing: Writing, form: Form | undefined, answers?: Answers): readonly DocumentBlock[] {
  const section = (one: FormSection): readonly DocumentBlock[] => [{ kind: 'heading', level: 2, runs: [{ text: textOf(one.label) ?? '', is: 'words' }] }, ...questionsWritten(writing, questionsOf(one), answers)];
  return (form?.sections ?? []).flatMap(section);
}

function decisionWritten(writing: Writing, id: Id): readonly DocumentBlock[] {
  const { compiled: { procedure }, folded, veil } = writing;
  const record = recordOf(folded, id);
  const label = textOf(procedure.tasks[id]?.label) ?? id;
  if (record?.state !== 'done' || record.done === undefined) return [{ kind: 'answers', lines: [{ label, runs: [{ text: `Missing: ${label}`, is: 'gap' }] }] }];
  const line = (name: string, text: string): readonly { readonly label: string; readonly runs: readonly Run[] }[] => (text === '' ? [] : [{ label: name, runs: spoken(text, 'answer', veil) }]);
  const options = (record.options ?? []).map((option) => optionLabel(procedure, id, option)).join(', ');
  const by = record.views.length > 0 ? record.views.map(({ party }) => partyLabel(procedure, party)).join(', ') : record.by ? partyLabel(procedure, record.by.role) : '';
  return [{ kind: 'answers', lines: [...line(label, options), ...line('Reasons', record.reasons ?? ''), ...line('Decided on', dayWords(londonDay(record.done))), ...line('Decided by', by)] }];
}

function repliesWritten(writing: Writing, task: Id): readonly DocumentBlock[] {
  const { compiled: { procedure }, folded } = writing;
  const form = procedure.forms?.[procedure.tasks[task]?.reply?.form ?? ''];
  return (recordOf(folded, task)?.recipients ?? []).flatMap(({ party, answers }): readonly DocumentBlock[] => {
    const title = partyLabel(procedure, party);
    const heading: DocumentBlock = { kind: 'heading', level: 2, runs: [{ text: title, is: 'words' }] };
    const nothing: DocumentBlock = { kind: 'paragraph', runs: [{ text: `Missing: the reply of ${title}`, is: 'gap' }] };
    return answers === undefined ? [heading, nothing] : [heading, ...formWritten(writing, form, answers).map((block) => (block.kind === 'heading' ? { ...block, level: 3 as const } : block))];
  });
}
