// What can be found of one case: itself, its people, its documents by name, its notes. Taken from its line in the
// register and from its entries as they lie in the log: no case is told anew for it.
import type { Answers, CaseEvent } from '../../engine/case/types.ts';
import { answersIn } from '../../engine/case/payloads.ts';
import { isErased } from '../../engine/case/hash.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { RegisterRow } from '../../engine/store/types.ts';
import { partyLabel } from '../cases/actors.ts';
import { aboutOf } from '../cases/today/entryWords.ts';
import { civilWords, instantWords } from '../dates.ts';
import { textOf } from '../procedures/catalogue.ts';
import { folded } from './find.ts';
import type { Entry, Kind } from './find.ts';
import { searchWords as w } from './words.ts';

/** The case itself, from its line alone. */
export function caseEntry(row: RegisterRow): Entry {
  const { content } = row;
  const dates = [content.born, content.incident].flatMap((date) => (date === undefined ? [] : [date, civilWords(date)]));
  const words = [content.reference, content.initials, content.age, content.stage, content.caseType, row.closed === 1 ? w.closed : '', ...dates].filter(Boolean).join(' ');
  const closed = row.closed === 1 && content.stage.toLowerCase() !== w.closed ? w.closed : '';
  const where = [content.stage, content.caseType, closed].filter(Boolean).join(', ');
  return { kind: 'case', case: row.case, path: '', title: aboutOf({ row }), where, text: folded(words), about: '', changed: row.changed };
}

/** Its people, documents and notes; `procedure`: the version that its last entry names. */
export function entriesIn(row: RegisterRow, events: readonly CaseEvent[], procedure: Procedure | undefined): readonly Entry[] {
  const about = aboutOf({ row });
  const made = new Map<string, Entry>();
  const add = (kind: Kind, path: string, title: string, where: string): void => {
    const key = `${kind} ${title} ${kind === 'note' ? where : ''}`;
    if (title.trim() !== '' && !made.has(key)) made.set(key, { kind, case: row.case, path, title, where, text: folded(title), about: folded(row.content.reference), changed: row.changed });
  };
  add('person', '/facts', row.content.initials, `${w.child}. ${w.inCase(about)}`);
  for (const event of events) if (!isErased(event)) fromEvent(event, procedure, about, add);
  return [...made.values()];
}
type Add = (kind: Kind, path: string, title: string, where: string) => void;
function fromEvent(event: CaseEvent, procedure: Procedure | undefined, about: string, add: Add): void {
  const { type, payload, actor } = event;
  const party = (id: unknown) => (procedure === undefined || typeof id !== 'string' ? String(id) : partyLabel(procedure, id));
  const inCase = w.inCase(about);
  if (type === 'noteAdded' && typeof payload['words'] === 'string') add('note', '/notes', payload['words'], `${w.note(instantWords(event.occurred, event.recorded), actor.person)}. ${inCase}`);
  if (type === 'appointmentMade' && typeof payload['person'] === 'string') add('person', '/people', payload['person'], `${w.appointed(party(payload['seat']))}. ${inCase}`);
  add('person', '/history', actor.person, `${w.acted(party(actor.role))}. ${inCase}`);
  const task = procedure?.tasks[String(payload['task'])];
  if (typeof payload['evidence'] === 'string') add('document', `/tasks/${String(payload['task'])}`, payload['evidence'], `${w.proof(textOf(task?.label))}. ${inCase}`);
  const document = type === 'exchangeSent' ? procedure?.documents?.[task?.document?.id ?? ''] : undefined;
  if (document !== undefined) add('document', '/documents', textOf(document.label), `${w.sent(instantWords(event.occurred, event.recorded))}. ${inCase}`);
  if (procedure !== undefined) for (const name of namesIn(procedure, answersIn(event) ?? {})) add('person', '/facts', name, `${w.named}. ${inCase}`);
}
/** The people for whom the procedure keeps pseudonyms. */
function namesIn({ disclosure = {} }: Procedure, answers: Answers): readonly string[] {
  return Object.values(disclosure).flatMap(({ pseudonyms }) => {
    const answer = pseudonyms === undefined ? undefined : answers[pseudonyms.question];
    const rows = answer !== undefined && 'value' in answer && Array.isArray(answer.value) ? (answer.value as readonly Readonly<Record<string, unknown>>[]) : [];
    return rows.flatMap((row) => { const name = row[pseudonyms?.name ?? '']; return typeof name === 'string' ? [name] : []; });
  });
}
