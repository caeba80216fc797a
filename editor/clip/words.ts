// The words of copying and pasting.
import type { ReferenceKind } from '../../engine/procedure/reference.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What is named by a part that was copied, as people call it. */
const named: Record<ReferenceKind, string> = {
  step: 'the step of signing off', stage: 'the stage', task: 'the task', question: 'the question', form: 'the form', party: 'the person or body', rule: 'the rule', timescale: 'the clock', setting: 'the reading or setting', option: 'the way it can go', table: 'the table', calendar: 'the calendar', meeting: 'the meetings', document: 'the document', source: 'the source', class: 'who may see', transition: 'the route', hold: 'the hold', relation: 'the other process', register: 'the register', fragment: 'the piece', 'task-or-door': 'the task or way in', 'task-or-form': 'the task or form',
};

export const words = {
  copied: (stages: readonly string[]) => (stages.length === 1 ? `Copied ${stages[0] ?? ''}` : `Copied ${stages.length} stages`),
  pasted: (stages: readonly string[]) => (stages.length === 1 ? `Paste ${stages[0] ?? ''}` : `Paste ${stages.length} stages`),
  duplicated: (stages: readonly string[]) => (stages.length === 1 ? `Duplicate ${stages[0] ?? ''}` : `Duplicate ${stages.length} stages`),
  copyOf: (title: string) => `${title} (copy)`,
  nothingChosen: 'Choose the stages to copy first.', empty: 'There are no stages on the clipboard. Copy stages of a procedure first.',
  notAllowed: 'This browser does not let the button read the clipboard. Press Ctrl and V instead.',
  with: (done: string, lost: number) => `${done}. ${plural(lost, 'thing', 'things')} did not come along`,
  title: 'What did not come along', close: 'Close',
  leftOut: (sort: string, title: string, names: string) => `${sort} “${title}” was left out: it names ${names}, which is not in this procedure.`,
  part: (sort: string, title: string, names: string) => `${sort} “${title}” came without what it says of ${names}, which is not in this procedure.`,
  citations: (n: number) => `${plural(n, 'citation', 'citations')} of another source stayed behind.`,
  sorts: { stages: 'Stage', tasks: 'What people do', timescales: 'The clock of', transitions: 'The route', rules: 'The rule', parties: 'The party', questions: 'The question', forms: 'The form', documents: 'The document', layout: 'The place' } as Readonly<Record<string, string>>,
  other: 'The part', unnamed: (kind: ReferenceKind, id: string) => `${named[kind]} “${id.replaceAll('-', ' ')}”`,
} as const;
