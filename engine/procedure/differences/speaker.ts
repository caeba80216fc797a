// Says the values of a procedure with the labels people know: parties, dates, criteria, sources.
// An exact speaker adds the id behind each label and each language of a text, for two values that would else sound alike.
import { dayWords, listWords, parseDay } from '../../time/index.ts';
import { pointerTo, valueAt, wordsOf } from '../pointer.ts';
import type { Criterion, DateExpression, Id, Operand, Procedure, Text } from '../types.ts';
import { anchorWords, optionWords } from '../words/clock.ts';
import { inWords, operandWords } from '../words/criterion.ts';
import { labelsOf } from '../words/labels.ts';

/** A collection in which an id is looked up. */
export type NameKind = 'parties' | 'stages' | 'tasks' | 'questions' | 'forms' | 'doors' | 'rules' | 'timescales' | 'settings' | 'calendars' | 'meetings' | 'documents' | 'disclosure' | 'tables' | 'registers' | 'holds' | 'relations' | 'sources' | 'fragments';

export interface Speaker {
  readonly procedure: Procedure;
  readonly exact: boolean;
  /** The label of the element of that id, in the first of the collections that has it; else the id. */
  name(id: Id, ...kinds: readonly NameKind[]): string;
  /** "A, B and C" */
  names(ids: readonly Id[], ...kinds: readonly NameKind[]): string;
  option(task: Id, option: Id): string;
  text(text: Text): string;
  day(date: string): string;
  criterion(criterion: Criterion): string;
  operand(operand: Operand): string;
  anchor(from: DateExpression): string;
}

/** A speaker with the labels of this procedure. */
export function speakerOf(procedure: Procedure, exact: boolean): Speaker {
  const spoken = exact ? withIds(procedure) : procedure;
  const name = (id: Id, ...kinds: readonly NameKind[]): string => kinds.map((kind) => labelIn(spoken, kind, id)).find((label) => label !== undefined) ?? id;
  return {
    procedure: spoken, exact, name,
    names: (ids, ...kinds) => listWords(ids.map((id) => name(id, ...kinds))),
    option: (task, option) => optionWords(spoken, task, option),
    text: exact ? everyLanguage : (text) => quoted(wordsOf(text) ?? ''),
    day: (date) => dateWords(date),
    criterion: (criterion) => inWords(criterion, labelsOf(spoken)).slice(0, -1),
    operand: (operand) => operandWords(operand, labelsOf(spoken)),
    anchor: (from) => (exact ? everyAnchor(spoken, from) : anchorWords(spoken, from)),
  };
}

function dateWords(date: string): string {
  const day = parseDay(date);
  return day === undefined ? date : dayWords(day);
}

function labelIn(procedure: Procedure, kind: NameKind, id: Id): string | undefined {
  const at = pointerTo(kind, id);
  return wordsOf(valueAt(procedure, `${at}/label`)) ?? wordsOf(valueAt(procedure, `${at}/title`)) ?? (valueAt(procedure, at) === undefined ? undefined : id);
}

function quoted(words: string): string {
  return `“${words}”`;
}

function everyLanguage(text: Text): string {
  return typeof text === 'string' ? quoted(text) : Object.entries(text).map(([language, words]) => `${quoted(words)} (${language})`).join(', ');
}

/** A date that a reading chooses, with what each of its choices would give. */
function everyAnchor(procedure: Procedure, from: DateExpression): string {
  if ('earliest' in from) return `the earlier of ${listWords(from.earliest.map((each) => everyAnchor(procedure, each)))}`;
  if ('latest' in from) return `the later of ${listWords(from.latest.map((each) => everyAnchor(procedure, each)))}`;
  if ('due' in from) return `${anchorWords(procedure, from)} by ${labelIn(procedure, 'timescales', from.due) ?? from.due}`;
  if ('taken' in from) return `${anchorWords(procedure, from)} in ${labelIn(procedure, 'tasks', from.taken[0]) ?? from.taken[0]}`;
  if (!('choose' in from)) return anchorWords(procedure, from);
  const choices = Object.entries(from.choose.of).map(([choice, each]) => `${choice}: ${everyAnchor(procedure, each)}`);
  return `by ${quoted(labelIn(procedure, 'settings', from.choose.setting) ?? from.choose.setting)}, ${choices.join('; ')}`;
}

type Named = { readonly [key: string]: unknown };

/** A copy in which every label ends in the id of what it names; the rest stays as it is. */
function withIds(procedure: Procedure): Procedure {
  const marked = Object.entries(procedure).map(([key, value]) => [key, isMap(value) && key !== 'layout' ? markedMap(value) : value]);
  return Object.fromEntries(marked) as Procedure; // the same shape: only labels are longer
}

function markedMap(map: Named): Named {
  return Object.fromEntries(Object.entries(map).map(([id, element]) => [id, isMap(element) ? marked(id, element) : element]));
}

function marked(id: string, element: Named): Named {
  const key = 'title' in element ? 'title' : 'label';
  const { options, choices, columns } = element;
  return {
    ...element, [key]: `${wordsOf(element[key]) ?? ''} (${id})`.trim(),
    ...(Array.isArray(options) ? { options: options.map((each: Named) => marked(String(each['id']), each)) } : {}),
    ...(Array.isArray(choices) ? { choices: choices.map((each: Named) => marked(String(each['value']), each)) } : {}),
    ...(isMap(columns) ? { columns: markedMap(columns) } : {}),
  };
}

function isMap(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
