// Every word of the details page that the format's own descriptions do not give.
import { words as editor } from '../words.ts';

export const collections = {
  procedure: 'The procedure itself', parties: 'People and bodies', doors: 'Ways in', stages: 'Stages', transitions: 'Routes', tasks: 'What people do', rules: 'Rules', timescales: 'Clocks', forms: 'Forms', questions: 'Questions', documents: 'Documents', disclosure: 'Classes of information',
  registers: 'Registers', duties: 'Duties', holds: 'Holds', relations: 'Other processes', meetings: 'Meeting dates', calendars: 'Calendars', settings: 'Readings and settings', tables: 'Tables', fragments: 'Pieces drawn once', sources: 'Sources', gaps: 'Gaps of the source',
} as const;
export type Collection = keyof typeof collections;
const nouns: Readonly<Record<Collection, string>> = {
  procedure: 'the procedure', parties: 'person or body', doors: 'way in', stages: 'stage', transitions: 'route', tasks: 'thing people do', rules: 'rule', timescales: 'clock', forms: 'form', questions: 'question', documents: 'document', disclosure: 'class of information',
  registers: 'register', duties: 'duty', holds: 'hold', relations: 'other process', meetings: 'set of meeting dates', calendars: 'calendar', settings: 'reading or setting', tables: 'table', fragments: 'piece drawn once', sources: 'source', gaps: 'gap',
};

/** Words of the values that a place may have, where the value's own words would not do. */
const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  StageKind: editor.kinds, Strength: { must: 'Must', 'should-always': 'Should always', should: 'Should', consider: 'Consider', may: 'May' }, QuestionType: editor.form.others, 'Task.preset': editor.presets, 'Timescale.basis': editor.clock.basis,
  TaskShape: { record: 'Something is recorded', exchange: 'Something goes to others', decide: 'Something is decided' },
  roll: { none: 'It stays', forward: 'It moves to the next working day', back: 'It moves to the working day before' }, each: { case: 'Once for the case', act: 'Afresh for each act', recipient: 'Once for each recipient' },
  scope: { procedure: 'The procedure, for all its cases', case: 'Each case', fragment: 'Whoever calls the piece' }, 'SettingDefinition.kind': { reading: 'A reading of ambiguous words', variant: 'A local variant', argument: 'An argument of a piece drawn once' },
  days: { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday' }, day: { mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday', fri: 'Friday', sat: 'Saturday', sun: 'Sunday' },
  holidays: { 'england-and-wales': 'England and Wales', scotland: 'Scotland', 'northern-ireland': 'Northern Ireland', none: 'None' }, 'Party.kind': { role: 'A role', body: 'A body that meets', agency: 'An agency', participant: 'Somebody who takes part', audience: 'An audience' },
  'Task.raised': { 'on-entry': 'On entering its stage', 'when-required': 'When a rule asks for it', 'by-choice': 'When somebody chooses to' }, withdrawn: { 'with-stage': 'With its stage', 'unless-required': 'When no rule asks for it any more', 'by-hand': 'Only by hand' },
  again: { once: 'It is not done again', afresh: 'It is done afresh', keep: 'What was done is kept' }, unknown: { force: 'It counts as true', block: 'It refuses until it is known', wait: 'It waits' },
  direction: editor.clock.directions, follows: { anchor: 'It moves too', first: 'It stays where it first was' }, resume: { remainder: 'They go on with what was left', restart: 'They start again', 'run-on': 'They count as never stopped' }, counted: { period: 'By periods from its start', last: 'From when it was last done' },
  act: { done: 'It is done', sent: 'It is sent', planned: 'It is planned', replied: 'It is replied to' }, 'Deputy.when': { absent: 'Away' },
};

/** The words of one of the values of a place; else the value with its hyphens as spaces. */
export function valueWords(place: string, value: string | number): string {
  const plain = place.replace(/( item)+$/, '').replace(/\/\d+$/, '');
  const key = plain.split('.').at(-1) ?? '';
  const own = (values[plain] ?? values[key])?.[String(value)];
  const said = own ?? String(value).replaceAll('-', ' ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

export const words = {
  nouns, fresh: 'New', freshId: 'new', title: 'All parts', open: 'All parts', close: 'Close all parts', find: 'Find', none: 'None yet.', notSaid: 'Not said', add: 'Add', addOne: (what: string) => `Add a ${what}`, set: 'Set', takeOut: 'Take out', remove: (name: string) => `Remove ${name}`, used: 'Used by', usedBy: (n: number) => (n === 1 ? 'One place names it' : `${n} places name it`), unused: 'Nothing names it.',
  change: (part: string, name: string) => `Change ${part} of ${name}`, added: (name: string) => `Add ${name}`, up: (n: number) => `Move number ${n} up`, down: (n: number) => `Move number ${n} down`, out: (n: number) => `Take out number ${n}`, item: (n: number) => `Number ${n}`, which: 'Which', key: 'Name', source: 'Source', lines: 'Lines', more: 'Less often needed', yes: 'Yes', toStage: 'Show it on the diagram', list: 'Its parts',
} as const;
