// Forms, C44 to C50.
import { expect } from 'vitest';
import { compile, documentText, tasks, versionsOf } from '../../engine/index.ts';
import type { Answers, Case, DocumentBlock, DocumentText, Form, Procedure, WalkthroughStep } from '../../engine/index.ts';
import type { Capability } from './capability.ts';
import { act, answering, expectAccepted, expectRefused, told } from './story.ts';

const th = 'tower-hamlets';
const bn = 'bath-and-north-east-somerset';

const runsOf = (block: DocumentBlock): string => (block.kind === 'answers' ? block.lines.flatMap(({ label, runs }) => [label, ...runs.map(({ text }) => text)]).join(' ') : (block.kind === 'table' ? block.rows.flat(2) : block.runs).map(({ text }) => text).join(''));
const wordsIn = ({ blocks }: DocumentText): string => blocks.map(runsOf).join('\n');
function answerOf(held: Case | undefined, question: string): unknown {
  const answer = held?.answers[question];
  return answer && 'value' in answer ? answer.value : undefined;
}

/** The chronology of all management reviews as the Stockport procedure puts it together: of each row its day and its agency. */
function chronologyOf(procedure: Procedure): readonly { readonly day: string; readonly agency: string | undefined }[] {
  const { held } = told(procedure, 'stockport-review-to-its-last-action', { step: (step) => (step.do.type === 'recordReply' && step.do.answers?.['chronology'] ? { ...step, do: { ...step.do, answers: { ...step.do.answers, chronology: [...(step.do.answers['chronology'] as readonly Row[]), { 'event-date': '2027-07-30', event: `The last of ${String(step.do['recipient'])}` }] } } } : step) });
  const shown: Procedure = { ...procedure, documents: { ...procedure.documents, chronology: { label: 'Chronology', template: [{ table: 'integrated-chronology' }] } } };
  const [table] = held ? documentText(compile(shown), held, 'chronology').blocks : [];
  if (table?.kind !== 'table') return [];
  const given = ['request-imrs', 'request-further-imrs'].flatMap((task) => held?.tasks[task] ?? []).flatMap(({ recipients }) => recipients).flatMap(({ answers }) => rowsOf(answers?.['chronology']));
  const cell = (row: (typeof table.rows)[number], label: string) => row[table.columns.indexOf(label)]?.map(({ text }) => text).join('');
  return table.rows.map((row) => ({ day: String(given.find((one) => one['event'] === cell(row, 'Event'))?.['event-date']), agency: cell(row, 'Agency') }));
}
type Row = Readonly<Record<string, string>>;
const rowsOf = (answer: Answers[string] | undefined): readonly Readonly<Record<string, unknown>>[] => (answer && 'value' in answer && Array.isArray(answer.value) ? (answer.value as readonly Readonly<Record<string, unknown>>[]) : []);

export const forms: readonly Capability[] = [
  { id: 'C44', title: 'a form is data, with fields of every kind', proofs: [
    { element: { procedure: bn, pointer: '/questions/provider-role/prefill' }, holds: (procedure) => {
      const asked = told(procedure, 'bath-published', { until: '2027-02-01T10:00' }).task('ask-agencies');
      expect(asked?.replyForm?.prefilled['provider-role']).toEqual({ value: 'Head of Safeguarding and Quality Assurance' });
    } },
    { element: { procedure: 'stockport', pointer: '/documents/extension-letter/template/2' }, holds: (procedure) => {
      const { held } = told(procedure, 'stockport-review-to-its-last-action', { until: '2028-02-09T15:00' });
      const letter = held && documentText(compile(procedure), held, 'extension-letter', { variant: 'anonymised' });
      expect([letter?.gaps, letter && wordsIn(letter).includes(String(answerOf(held, 'extension-reason')))]).toEqual([[], true]);
    } },
    { element: { procedure: 'stockport', pointer: '/questions/lessons-believed/type' }, holds: (procedure) => {
      const types = new Set(Object.values(procedure.questions).map(({ type }) => type));
      expect(Object.values(procedure.questions).every(({ type }) => type !== undefined)).toBe(true);
      expect([...types].toSorted()).toEqual(['choice', 'computed', 'date', 'list', 'number', 'party', 'table', 'text', 'yes-no'].filter((type) => types.has(type as never)));
      expect(types.size).toBeGreaterThan(5);
    } },
  ] },
  { id: 'C45', title: 'a form has repeating groups, fixed rows by columns, and rows that do not apply', proofs: [
    { element: { procedure: bn, pointer: '/questions/parents/rows' }, holds: (procedure) => {
      const reply = (row: string) => told(procedure, 'bath-published', { until: '2027-02-08T14:10', then: [act('2027-02-08T15:00', 'sub-group-chair', { type: 'recordReply', task: 'ask-agencies', recipient: 'general-practice', state: 'acknowledged', answers: { parents: [{ row, name: 'M.B.' }] } })] });
      expectAccepted(reply('mother'));
      expectRefused(reply('aunt'), 'bad-answer');
    } },
    { element: { procedure: bn, pointer: '/questions/chronology/columns/date' }, holds: (procedure) => {
      const reply = (date: string) => told(procedure, 'bath-published', { until: '2027-02-08T14:10', then: [act('2027-02-08T15:00', 'sub-group-chair', { type: 'recordReply', task: 'ask-agencies', recipient: 'general-practice', state: 'acknowledged', answers: { chronology: [{ date: '2026-09-02', event: 'Not brought' }, { date, event: 'Not brought' }] } })] });
      expectAccepted(reply('2026-10-21'));
      expectRefused(reply('2026-10-41'), 'bad-answer');
    } },
    { element: { procedure: 'stockport', pointer: '/rules/terms-consider-each-row' }, holds: (procedure) => {
      const row = (immigration: { readonly status: 'not-applicable'; readonly reason?: string }) => told(procedure, 'stockport-death-in-custody', { until: '2026-11-18T14:00', step: answering('confirm-terms', { 'tor-immigration': immigration }) });
      expectAccepted(row({ status: 'not-applicable', reason: 'No question of immigration arises.' }));
      expectRefused(row({ status: 'not-applicable' }), 'missing-reason', 'terms-consider-each-row');
    } },
  ] },
  { id: 'C46', title: 'sections of one form are filled by different roles and locked when signed', proofs: [
    { element: { procedure: bn, pointer: '/forms/appendix-6/sections/office-sub-group/by' }, holds: (procedure) => {
      const as = (role: string) => told(procedure, 'bath-other-review', { until: '2026-10-05T12:10', step: (step) => (step.do['task'] === 'recommend-review' ? { ...step, as: role } : step) });
      expectRefused(as('scr-sub-group'), 'wrong-role');
      expectAccepted(as('sub-group-chair'));
    } },
    { element: { procedure: bn, pointer: '/forms/appendix-6/sections/office-chair/signature' }, holds: (procedure) => {
      const after = (...acts: readonly WalkthroughStep[]) => told(procedure, 'bath-other-review', { until: '2026-10-12T10:00', then: acts });
      const change = act('2026-10-13T09:00', 'lscb-chair', { type: 'recordAnswers', mode: 'correct', answers: { 'chair-comments': 'Only in part.' } });
      expectRefused(after(change), 'locked');
      const unlocked = after(act('2026-10-13T08:00', 'lscb-chair', { type: 'unlockSection', form: 'appendix-6', section: 'office-chair', reason: 'The comment is of another case.' }), change);
      expectAccepted(unlocked);
      expect(unlocked.held?.answers['chair-signature']).toBeUndefined();
    } },
    { element: { procedure: bn, pointer: '/tasks/approve-review/section' }, holds: (procedure) => {
      const form = told(procedure, 'bath-other-review', { until: '2026-10-05T12:10' }).task('approve-review')?.form;
      expect(form?.sections.filter(({ asked }) => asked).map(({ id }) => id)).toEqual(['office-chair']);
      expect(form?.sections.find(({ id }) => id === 'office-sub-group')?.signed?.by.role).toBe('sub-group-chair');
    } },
    { element: { procedure: th, pointer: '/forms/alert-form/sections/decisions/by' }, holds: (procedure) => {
      const by = (role: string) => told(procedure, 'tower-hamlets-statutory', { until: '2026-12-18T17:00', then: [act('2026-12-18T17:05', role, { type: 'recordAnswers', mode: 'change', answers: { 'referral-to-rapid-review': true } })] });
      expectRefused(by('practitioner'), 'wrong-role');
      expectAccepted(by('head-of-service-sqa'));
    } },
  ] },
  { id: 'C47', title: 'a field is required by the stage it is asked in, or by a rule on other answers', proofs: [
    { element: { procedure: th, pointer: '/rules/alert-says-injury' }, holds: (procedure) => {
      const { refusal } = told(procedure, 'tower-hamlets-statutory', { until: '2026-12-18T16:45' });
      expect(refusal?.rule).toBe('alert-says-injury');
      expect(refusal?.missing.map(({ id }) => id)).toContain('injury-impact');
    } },
    { element: { procedure: th, pointer: '/rules/lessons-stated' }, holds: (procedure) => {
      expectRefused(told(procedure, 'tower-hamlets-need-to-know', { until: '2027-03-30T14:50' }), 'missing-field', 'lessons-stated');
      expect(told(procedure, 'tower-hamlets-need-to-know', { until: '2027-03-30T14:50', step: answering('detailed-review', { 'lessons-found': false }) }).refusal).toBeUndefined();
    } },
    { element: { procedure: 'stockport', pointer: '/rules/imr-request-has-deadline' }, holds: (procedure) => expectRefused(told(procedure, 'stockport-review-to-its-last-action', { until: '2027-09-21T09:00' }), 'missing-field', 'imr-request-has-deadline') },
    { element: { procedure: 'kscp', pointer: '/rules/summary-says-involvement' }, holds: (procedure) => expectRefused(told(procedure, 'no-review-across-easter', { until: '2027-03-31T14:50' }), 'missing-field', 'summary-says-involvement') },
  ] },
  { id: 'C48', title: 'what the sender fills in stands for every recipient, and each answers on a form of its own', proofs: [
    { element: { procedure: bn, pointer: '/timescales/information-by' }, holds: (procedure) => {
      const { clock } = told(procedure, 'bath-published', { until: '2027-02-15T09:00' });
      expect(['police', 'general-practice', 'school', 'healthcare-provider'].map((party) => clock('information-by', party)?.date)).toEqual(Array.from({ length: 4 }, () => '2027-02-12'));
    } },
    { element: { procedure: bn, pointer: '/rules/date-required-given' }, holds: (procedure) => expectRefused(told(procedure, 'bath-published', { until: '2027-02-01T09:10' }), 'missing-field', 'date-required-given') },
    { element: { procedure: bn, pointer: '/tasks/ask-agencies/reply' }, holds: (procedure) => {
      const { recipients, refusals } = told(procedure, 'bath-published', { until: '2027-02-12T16:30' });
      const names = recipients('ask-agencies').flatMap(({ answers }) => answers?.['agency-name'] ?? []);
      expect(new Set(names.map((name) => JSON.stringify(name))).size).toBe(3);
      expect(refusals).toContainEqual({ at: '2027-02-08T14:00', code: 'missing-field', rule: 'return-filled' });
    } },
  ] },
  { id: 'C49', title: 'a case keeps the forms of the version it started on, each with its own date', proofs: [
    { element: { procedure: th, pointer: '/forms/alert-form/version' }, holds: (procedure) => {
      const { held, records, versions } = told(procedure, 'tower-hamlets-statutory', { until: '2026-12-19T12:00' });
      expect(records('send-alert').at(-1)?.form).toEqual({ id: 'alert-form', version: 'August 2023' });
      const newer: Procedure = { ...procedure, forms: { ...procedure.forms, 'alert-form': { ...procedure.forms?.['alert-form'], version: { words: 'September 2024' } } as Form } };
      const later = versionsOf([...[held && versions.get(held.procedure)].flatMap((one) => one ?? []), compile(newer, { version: 2 })]);
      const shown = (held ? tasks(later, held, held.asOf) : []).find(({ id }) => id === 'send-alert')?.form?.version;
      expect([shown, later.latest()?.procedure.forms?.['alert-form']?.version?.words]).toEqual(['August 2023', 'September 2024']);
    } },
  ] },
  { id: 'C50', title: 'documents are put together from returns: letters, minutes, one chronology merged by date', proofs: [
    { element: { procedure: 'stockport', pointer: '/questions/integrated-chronology/compute/sortBy' }, holds: (procedure) => {
      const rows = chronologyOf(procedure);
      expect(rows.length).toBeGreaterThan(2);
      expect(rows.map(({ day }) => day)).toEqual(rows.map(({ day }) => day).toSorted());
    } },
    { element: { procedure: 'stockport', pointer: '/questions/integrated-chronology/compute/recipient' }, holds: (procedure) => {
      expect(new Set(chronologyOf(procedure).map(({ agency }) => agency)).size).toBeGreaterThan(1);
    } },
    { element: { procedure: 'kscp', pointer: '/documents/collated-summaries/template/1' }, holds: (procedure) => {
      const { held, recipients } = told(procedure, 'local-review-across-new-year', { until: '2027-01-12T11:00' });
      const papers = held && documentText(compile(procedure), held, 'collated-summaries');
      const said = recipients('ask-for-case-summaries').flatMap(({ answers }) => (answers?.['involvement'] && 'value' in answers['involvement'] ? [String(answers['involvement'].value)] : []));
      expect(said.length).toBeGreaterThan(1);
      for (const words of said) expect(papers && wordsIn(papers)).toContain(words);
    } },
    { element: { procedure: bn, pointer: '/documents/completed-notification/template/5' }, holds: (procedure) => {
      const { held, records } = told(procedure, 'bath-challenged', { until: '2027-12-31T09:00' });
      const notification = held && documentText(compile(procedure), held, 'completed-notification');
      const reasons = records('chairs-decision').at(-1)?.reasons ?? 'no reasons';
      expect(notification && wordsIn(notification)).toContain(reasons);
    } },
  ] },
];
