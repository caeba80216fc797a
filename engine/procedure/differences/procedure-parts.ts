// The parts of a whole procedure: its collections, and what is said of the procedure itself.
import { wordsOf } from '../pointer.ts';
import type { Edition, FindingLeft, Fragment, Id, Procedure, ProcedureGap, Rule, Subject, Task, Text, Timescale } from '../types.ts';
import { cited, cites } from './cited.ts';
import { calendarParts, clockPhrase, clockTitle, conventionParts, dutyParts, holdParts, meetingParts, timescaleParts } from './clock-parts.ts';
import { disclosureParts, documentParts } from './document-parts.ts';
import { formParts, questionParts, registerParts, sourceParts } from './form-parts.ts';
import { criterion, day, label, named, one, plain, text, value, type Many, type Nested, type Parts } from './parts.ts';
import { doorParts, partyParts, relationParts } from './people-parts.ts';
import { ruleParts, ruleTitle, ruleWords, settingsMany, tableParts } from './rule-parts.ts';
import { closingParts, stages, transitions } from './stage-parts.ts';
import { taskParts, taskWords } from './task-parts.ts';
import type { Weight } from './types.ts';

type Labelled = { readonly label?: Text } | { readonly title: Text };

function byId<E extends Labelled>(title: string, noun: string, weight: Weight, parts: Parts<E>, more: Partial<Many<E>> = {}): Many<E> {
  return { shape: 'map', title, noun, weight, parts: () => parts, name: (element: E, id: Id) => named('title' in element ? element.title : element.label, id), ...more };
}

const editionParts: Parts<Edition> = {
  words: text('Version words of the source'), law: text('Law it follows'), appliesWhen: criterion('Applies to cases for which', 'rule', 'all cases'),
  from: day('Applies from', 'rule', 'not said'), until: day('Applies until', 'rule', 'not said'), reviewBy: day('Due for review', 'wording', 'not said'), supersedes: text('Takes the place of'),
};

const subjectParts: Parts<Subject> = { initials: one('Initials', 'form', 'questions'), born: one('Date of birth', 'form', 'questions', 'not asked'), age: one('Age', 'form', 'questions', 'not asked'), incident: one('Day of the incident', 'form', 'questions', 'not asked') };

const gaps: Many<ProcedureGap> = {
  shape: 'list', title: 'Gaps', noun: 'Gap', weight: 'wording', key: ({ id }) => id, name: (gap) => wordsOf(gap.words) ?? gap.id, ordered: () => false,
  parts: () => ({ id: value('Id', 'wording', String), words: text('What is missing'), cites }),
};

const findingsLeft: Many<FindingLeft> = {
  shape: 'list', title: 'Findings left as they are', noun: 'Finding left as it is', weight: 'wording', key: ({ id }) => id, name: ({ claim, at }) => wordsOf(claim) ?? at, ordered: () => false,
  parts: () => ({
    id: value('Id', 'wording', String), finding: value('Code', 'wording', String), at: value('Place', 'wording', String), readings: value('Readings', 'wording', (readings) => Object.entries(readings).map(([id, chosen]) => `${id}: ${chosen}`).join(', '), 'the defaults'),
    claim: text('What was found'), reason: text('Why it is left'), on: day('Left on', 'wording'), rests: plain('Mark of what it rests on', 'layout'),
  }),
};

function nested<V>(title: string, weight: Weight, parts: Parts<V>): Nested<V> {
  return { shape: 'nested', title, weight, parts: () => parts };
}

const questions = byId('Questions', 'Question', 'form', questionParts);
const forms = byId('Forms', 'Form', 'form', formParts);
const tasks = byId<Task>('Tasks', 'Task', 'route', taskParts, { describe: taskWords });
const rules = byId<Rule>('Rules', 'Rule', 'rule', ruleParts, { name: ruleTitle, describe: ruleWords });
const timescales = byId<Timescale>('Clocks', 'Clock', 'clock', timescaleParts, { name: clockTitle, describe: clockPhrase });

const fragmentParts: Parts<Fragment> = {
  ...cited, label: label('Fragment'), settings: settingsMany, stages, transitions, initial: one('Begins at', 'route', 'stages', 'the first stage'),
  questions, forms, tasks, rules, timescales,
};

export const procedureParts: Parts<Procedure> = {
  ...cited, $schema: plain('Address of the schema', 'layout', 'none'), format: plain('Format of the file', 'layout'), id: plain('Id', 'wording'), label: label('Procedure'), summary: text('What it is for'),
  edition: nested('Edition', 'rule', editionParts), casePrefix: plain('Prefix of case references', 'form'), subject: nested('Who a case is about', 'form', subjectParts), conventions: nested('How dates are counted', 'clock', conventionParts),
  settings: settingsMany, calendars: byId('Calendars', 'Calendar', 'clock', calendarParts), meetings: byId('Meeting calendars', 'Meeting calendar', 'clock', meetingParts),
  parties: byId('People and bodies', 'Party', 'people', partyParts), questions, forms,
  doors: byId('Ways in', 'Way in', 'route', doorParts), stages, transitions, tasks,
  rules, timescales,
  closing: nested('Closing', 'rule', closingParts), registers: byId('Registers', 'Register', 'form', registerParts), documents: byId('Documents', 'Document', 'form', documentParts),
  disclosure: byId('Classes of information', 'Class of information', 'people', disclosureParts), tables: byId('Tables', 'Table', 'rule', tableParts), holds: byId('Holds', 'Hold', 'clock', holdParts),
  relations: byId('Relations', 'Relation', 'rule', relationParts), duties: byId('Duties', 'Duty', 'clock', dutyParts), fragments: byId('Fragments', 'Fragment', 'route', fragmentParts),
  sources: byId('Sources', 'Source', 'wording', sourceParts), gaps, findingsLeft, layout: { shape: 'places', title: 'Place on the diagram' },
};
