// One line of time out of what those who were asked told: the rows of every dated table in their replies, sorted, each
// with who told it. Days on which nobody recorded anything are pointed at; what contradicts is never resolved.
import type { Answers, Case } from '../../../engine/case/types.ts';
import type { Id, Procedure, Question, Scalar } from '../../../engine/procedure/types.ts';
import { parseDay } from '../../../engine/time/day.ts';
import type { Day } from '../../../engine/time/types.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { partyLabel } from '../actors.ts';
import { answerWords } from '../form/answerWords.ts';
import { isIn } from '../replies.ts';

export interface ChronologyEntry { readonly id: string; readonly date: string; readonly words: string; readonly more: string; readonly from: Id; readonly source: string; readonly task: Id; /** The last entry of a day of which several told something. */ readonly shared: boolean }
export type ChronologyLine = { readonly kind: 'entry'; readonly entry: ChronologyEntry } | { readonly kind: 'gap'; readonly from: string; readonly until: string; readonly days: number };
type Row = Readonly<Record<Id, Scalar>>;

/** Tables with a date among the questions of replies: what a chronology is made of. */
export function chronologyQuestions(procedure: Procedure): readonly Id[] {
  const asked = Object.values(procedure.tasks).flatMap((task) => (task.reply?.form === undefined ? [] : procedure.forms?.[task.reply.form]?.sections ?? [])).flatMap((section) => section.questions);
  return [...new Set(asked)].filter((id) => dateColumn(procedure.questions[id]) !== undefined);
}
function dateColumn(question: Question | undefined): Id | undefined {
  if (question?.type !== 'table') return undefined;
  return Object.entries(question.columns ?? {}).find(([, column]) => column.type === 'date' || column.type === 'date-time')?.[0];
}
/** Every entry by date, then by who told it; what has no date comes last. */
export function chronologyOf(procedure: Procedure, item: Pick<Case, 'tasks'>): readonly ChronologyEntry[] {
  const questions = chronologyQuestions(procedure);
  const all = Object.entries(item.tasks).flatMap(([task, records]) => records.flatMap((record) => record.recipients.flatMap((one) => entriesIn(procedure, questions, task, one.party, one.answers ?? {}))));
  const distinct = [...new Map(all.map((entry) => [`${entry.from} ${entry.date} ${entry.words} ${entry.more}`, entry])).values()];
  const tellers = new Map<string, Set<Id>>();
  for (const { date, from } of distinct) tellers.set(date.slice(0, 10), (tellers.get(date.slice(0, 10)) ?? new Set()).add(from));
  const sorted = distinct.toSorted((a, b) => order(a) - order(b) || (a.date < b.date ? -1 : a.date > b.date ? 1 : a.source.localeCompare(b.source)));
  const isLastOfDay = (index: number) => sorted[index + 1]?.date.slice(0, 10) !== sorted[index]?.date.slice(0, 10);
  return sorted.map((entry, index) => ({ ...entry, shared: entry.date !== '' && isLastOfDay(index) && (tellers.get(entry.date.slice(0, 10))?.size ?? 0) > 1 }));
}
const order = ({ date }: ChronologyEntry): number => (date === '' ? 1 : 0);
function entriesIn(procedure: Procedure, questions: readonly Id[], task: Id, party: Id, answers: Answers): readonly ChronologyEntry[] {
  return questions.flatMap((id) => {
    const [question, answer] = [procedure.questions[id], answers[id]];
    if (question === undefined || answer === undefined || !('value' in answer) || !Array.isArray(answer.value)) return [];
    return (answer.value as readonly Row[]).map((row, index) => entryOf(procedure, question, row, { id: `${task}/${party}/${id}/${index}`, from: party, source: partyLabel(procedure, party), task }));
  });
}
function entryOf(procedure: Procedure, question: Question, row: Row, about: Pick<ChronologyEntry, 'id' | 'from' | 'source' | 'task'>): ChronologyEntry {
  const dated = dateColumn(question) ?? '';
  const others = Object.entries(question.columns ?? {}).filter(([id]) => id !== dated && row[id] !== undefined);
  const words = others.find(([, column]) => column.type === 'text');
  const say = ([id, column]: (typeof others)[number]) => answerWords(procedure, column as Question, { value: row[id] ?? '' });
  const more = others.filter((one) => one !== words).map((one) => `${textOf(one[1].label)} ${say(one)}`).join('. ');
  return { ...about, date: String(row[dated] ?? ''), words: words === undefined ? more : say(words), more: words === undefined ? '' : more, shared: false };
}
/** The entries with the stretches between them in which nobody recorded anything for at least so many days. */
export function withGaps(entries: readonly ChronologyEntry[], least: number | undefined): readonly ChronologyLine[] {
  const lines: ChronologyLine[] = [];
  let before: ChronologyEntry | undefined;
  for (const entry of entries) {
    const [from, until] = [dayIn(before?.date), dayIn(entry.date)];
    const days = from === undefined || until === undefined ? 0 : until - from - 1;
    if (least !== undefined && days >= least) lines.push({ kind: 'gap', from: before?.date ?? '', until: entry.date, days });
    lines.push({ kind: 'entry', entry });
    before = entry;
  }
  return lines;
}
function dayIn(date: string | undefined): Day | undefined { return date === undefined ? undefined : parseDay(date.slice(0, 10)); }
/** Who was asked for a chronology and is not in. */
export function stillOut(procedure: Procedure, item: Pick<Case, 'tasks'>): readonly Id[] {
  const questions = chronologyQuestions(procedure);
  const asks = (task: Id) => procedure.forms?.[procedure.tasks[task]?.reply?.form ?? '']?.sections.some((section) => section.questions.some((id) => questions.includes(id))) === true;
  return [...new Set(Object.entries(item.tasks).filter(([task]) => asks(task)).flatMap(([task, records]) => (records.at(-1)?.recipients ?? []).filter((one) => !isIn(procedure, task, one.state)).map((one) => one.party)))];
}
