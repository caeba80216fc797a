// Letters and minutes from the case: what a reader may not see is left out and named, an e-mail draft is one that any
// mail program reads, and its subject says nothing of a child.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emailDraft } from '../../app/cases/letters/email.ts';
import { civilDay, civilWords } from '../../app/dates.ts';
import { letterFor } from '../../app/cases/letters/letter.ts';
import { minutesOf } from '../../app/cases/letters/minutes.ts';
import { plainText } from '../../app/cases/letters/plain.ts';
import { wordFile } from '../../app/cases/letters/word.ts';
import { viewsOf } from '../../app/cases/tasks/fields.ts';
import { attendees, guests } from '../../app/cases/tasks/attendees.ts';
import { compile, deadlines, rules, tasks, versionsOf, walk } from '../../engine/index.ts';
import type { Walkthrough } from '../../engine/index.ts';
import type { CaseModel } from '../../app/cases/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';

const json = <T>(path: string): T => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as T;
/** `change`: the procedure as the letter reads it; the case ran on it as it is shipped. */
function modelOf(slug: string, change: (procedure: Procedure) => Procedure = (one) => one): CaseModel {
  const procedure = json<Procedure>(`procedures/${slug}/procedure.json`);
  const versions = versionsOf([compile(procedure, { version: 1 })]);
  const item = walk(json<Walkthrough>(`examples/${slug}/walkthrough.json`), versions).case;
  if (item === undefined) throw new Error('No case was opened.');
  return { case: item, procedure: change(procedure), versions, now: item.asOf, tasks: tasks(versions, item, item.asOf), deadlines: deadlines(versions, item, item.asOf), rules: rules(versions, item), actor: { person: 'A.B.', role: '', label: '' } };
}
const decoded = (file: string): string => Buffer.from(file.split('\r\n\r\n')[1] ?? '', 'base64').toString();

describe('a letter', () => {
  const model = modelOf('tower-hamlets');
  const view = model.tasks.find((one) => one.id === 'notify-dfe');
  test('says to whom, about which case, what was decided, and the answers of its form', () => {
    if (view === undefined) throw new Error('The walkthrough notifies nobody.');
    const { blocks, withheld } = letterFor(model, view, 'dfe', model.case.answers);
    const text = plainText(blocks);
    expect(text).toContain(`Case ${model.case.reference}: ${view.label}`);
    expect(text).toContain('What was decided: ');
    expect(text).toContain(civilWords(civilDay(model.now)));
    expect(withheld).toEqual([]);
  });
  test('with nothing to tell from the case says what has to be written', () => {
    if (view === undefined) throw new Error('The walkthrough notifies nobody.');
    const { blocks, gaps } = letterFor({ ...model, tasks: [] }, view, 'dfe', {});
    expect(plainText(blocks)).toContain('(write here what they have to know or do)');
    expect(gaps).toHaveLength(1);
    expect(letterFor(model, view, 'dfe', model.case.answers).gaps).toEqual([]);
  });
  test('leaves out what its reader may not see, reasons included, and names the class', () => {
    const asked = model.procedure.forms?.[model.procedure.tasks['notify-dfe']?.form ?? '']?.sections.flatMap((section) => section.questions) ?? [];
    const question = asked.find((id) => { const answer = model.case.answers[id]; return answer !== undefined && 'value' in answer && typeof answer.value === 'string'; }) ?? '';
    expect(question).not.toBe('');
    const closed = modelOf('tower-hamlets', (one) => ({ ...one, disclosure: { ...one.disclosure, secret: { label: 'Secret' } }, questions: { ...one.questions, [question]: { ...one.questions[question], class: 'secret' } as Procedure['questions'][string] }, parties: { ...one.parties, dfe: { ...one.parties['dfe'], maySee: [] } as Procedure['parties'][string] } }));
    const told = closed.tasks.find((one) => one.id === 'notify-dfe');
    if (told === undefined) throw new Error('The walkthrough notifies nobody.');
    const answer = closed.case.answers[question];
    const { blocks, withheld } = letterFor(closed, told, 'dfe', closed.case.answers);
    expect(withheld).toEqual(['secret']);
    expect(plainText(blocks)).not.toContain(answer !== undefined && 'value' in answer ? String(answer.value) : 'nothing');
    expect(plainText(blocks)).not.toContain('Reasons:');
  });
  test('becomes a Word file', async () => {
    if (view === undefined) throw new Error('The walkthrough notifies nobody.');
    const file = new Uint8Array(await (await wordFile(view.label, letterFor(model, view, 'dfe', model.case.answers).blocks)).arrayBuffer());
    expect(file.slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    expect(file.length).toBeGreaterThan(4000);
  });
});
describe('an e-mail draft', () => {
  test('is opened unsent, with the case’s reference in its subject', () => {
    const file = emailDraft({ to: 'Police', subject: 'Case AB-2026-014', text: 'Dear all,\nplease return it.' });
    expect(file.startsWith('Subject: Case AB-2026-014\r\nComments: Police\r\nX-Unsent: 1\r\n')).toBe(true);
    expect(decoded(file)).toBe('Dear all,\r\nplease return it.');
  });
  test('any text comes back whole, no line is over 76 characters, and no header can be added by a subject', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (subject, text) => {
      const file = emailDraft({ to: 'x', subject, text });
      for (const line of file.split('\r\n')) expect(line.length).toBeLessThanOrEqual(Math.max(76, subject.length + 10));
      expect(decoded(file)).toBe(text.replaceAll(/\r\n|\r|\n/g, '\r\n'));
      expect((file.split('\r\n\r\n')[0] ?? '').match(/^[A-Za-z-]+:/gm)).toHaveLength(6);
    }));
  });
});
describe('a meeting', () => {
  test('of one mind records no single views; once somebody differs each has one, and who abstained took no side', () => {
    const typed = { present: ['chair', 'police', 'health'], apologies: [], place: '', interests: [] };
    expect(viewsOf(typed, ['review'])).toBeUndefined();
    expect(viewsOf({ ...typed, dissent: [{ seat: 'police', option: 'none', words: 'Too early.' }, { seat: 'health', option: '#abstained', words: '' }] }, ['review'])).toEqual([{ party: 'chair', options: ['review'] }, { party: 'police', options: ['none'], reasons: 'Too early.' }, { party: 'health', options: [], abstained: true }]);
  });
  test('has its seats, and beside them others who may have come', () => {
    const parties: Procedure['parties'] = { chair: { kind: 'role', title: 'Chair' }, ward: { kind: 'agency', title: 'Ward' }, panel: { kind: 'body', title: 'Panel', seats: ['chair'] }, public: { kind: 'audience', title: 'Public' } };
    expect([attendees({ parties }, 'panel'), guests({ parties }, 'panel')]).toEqual([['chair'], ['ward']]);
  });
  test('has minutes: who was there, what came out and why', () => {
    const model = modelOf('kscp');
    const view = model.tasks.find((one) => one.record?.meeting !== undefined);
    const text = view === undefined ? '' : plainText(minutesOf(model, view) ?? []);
    expect(text).toContain('Minutes: ');
    for (const id of view?.record?.meeting?.present ?? []) expect(text).toContain(String(model.procedure.parties[id]?.title));
    const none = model.tasks.find((one) => one.record?.meeting === undefined);
    expect(none === undefined ? undefined : minutesOf(model, none)).toBeUndefined();
  });
});
