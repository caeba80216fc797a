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
  const about = folded(row.content.reference);
  const made = new Map<string, Entry>();
  const add: Add = (kind, path, title, where, also = '') => {
    const key = `${kind} ${title}${also}`;
    if (!made.has(key) && title.trim() !== '') made.set(key, { kind, case: row.case, path, title, where, text: folded(title), about, changed: row.changed });
  };
  const from: From = { procedure, inCase: w.inCase(aboutOf({ row })), add };
  add('person', '/facts', row.content.initials, `${w.child}. ${from.inCase}`);
  for (const event of events) if (!isErased(event)) fromEvent(event, from);
  return [...made.values()];
}
/** `also`: what tells two with the same title apart. */
type Add = (kind: Kind, path: string, title: string, where: Entry['where'], also?: string) => void;
interface From { readonly procedure: Procedure | undefined; readonly inCase: string; readonly add: Add }
function fromEvent(event: CaseEvent, { procedure, inCase, add }: From): void {
  const { type, payload, actor, occurred, recorded } = event;
  const { seat, person, evidence, words } = payload;
  if (type === 'noteAdded' && typeof words === 'string') add('note', '/notes', words, noteWhere(occurred, recorded, actor.person, inCase), ` ${occurred} ${actor.person}`);
  if (type === 'appointmentMade' && typeof person === 'string') add('person', '/people', person, `${w.appointed(partyOf(procedure, seat))}. ${inCase}`);
  add('person', '/history', actor.person, actorWhere(procedure, actor.role, inCase));
  const task = procedure?.tasks[String(payload['task'])];
  if (typeof evidence === 'string') add('document', `/tasks/${String(payload['task'])}`, evidence, `${w.proof(textOf(task?.label))}. ${inCase}`);
  const document = type === 'exchangeSent' ? procedure?.documents?.[task?.document?.id ?? ''] : undefined;
  if (document !== undefined) add('document', '/documents', textOf(document.label), `${w.sent(instantWords(occurred, recorded))}. ${inCase}`);
  const answers = answersIn(event);
  if (procedure !== undefined && answers !== undefined) for (const name of namesIn(procedure, answers)) add('person', '/facts', name, `${w.named}. ${inCase}`);
}
// Apart, so that what is kept of an entry is these few values and never its whole payload.
function noteWhere(occurred: number, recorded: number, who: string, inCase: string): () => string { return () => `${w.note(instantWords(occurred, recorded), who)}. ${inCase}`; }
function actorWhere(procedure: Procedure | undefined, role: string, inCase: string): () => string { return () => `${w.acted(partyOf(procedure, role))}. ${inCase}`; }
function partyOf(procedure: Procedure | undefined, id: unknown): string { return procedure === undefined || typeof id !== 'string' ? String(id) : partyLabel(procedure, id); }
/** The people for whom the procedure keeps pseudonyms. */
function namesIn({ disclosure = {} }: Procedure, answers: Answers): readonly string[] {
  return Object.values(disclosure).flatMap(({ pseudonyms }) => {
    const answer = pseudonyms === undefined ? undefined : answers[pseudonyms.question];
    const rows = answer !== undefined && 'value' in answer && Array.isArray(answer.value) ? (answer.value as readonly Readonly<Record<string, unknown>>[]) : [];
    return rows.flatMap((row) => { const name = row[pseudonyms?.name ?? '']; return typeof name === 'string' ? [name] : []; });
  });
}
