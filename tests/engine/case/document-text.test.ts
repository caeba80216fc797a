// A letter or report put together from a case: filled from its answers, with a gap where one is missing, and veiled
// for a reader who may not see everything.
import { describe, expect, test } from 'vitest';
import { documentText } from '../../../engine/case/document-text.ts';
import type { DocumentBlock, DocumentText, Run } from '../../../engine/case/document-types.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import { compile } from '../../../engine/case/compile.ts';
import type { Procedure, TemplateBlock } from '../../../engine/procedure/types.ts';
import { answers, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const base = procedureWith({});
const text = (label: string, extra: object = {}) => ({ type: 'text' as const, label, ...extra });

function procedureOf(template: readonly TemplateBlock[]): Procedure {
  return {
    ...base,
    parties: { ...base.parties, author: { kind: 'role', title: 'Author' }, inspector: { kind: 'agency', title: 'Inspector', outside: true, maySee: [] }, auditor: { kind: 'agency', title: 'Auditor', outside: true, maySee: [], exempt: ['report'] } },
    questions: {
      ...base.questions, initials: text('Child’s initials', { class: 'identifying' }), story: text('What happened'), seen: { type: 'date', label: 'Seen on' }, lessons: text('Lessons'), age: { type: 'number', label: 'Age' },
      names: { type: 'table', label: 'Names', columns: { name: text('Name'), stands: text('Stands as') } },
      chronology: { type: 'table', label: 'Chronology', columns: { day: { type: 'date', label: 'Day' }, event: text('Event'), home: text('Home', { class: 'identifying' }) } },
      combined: { type: 'computed', label: 'Combined chronology', compute: { union: { task: 'checks', question: 'chronology' }, sortBy: 'day', recipient: 'who' } },
    },
    forms: { reply: { label: 'Reply', sections: [{ id: 'all', label: 'What is known', questions: ['chronology'] }] }, facts: { label: 'Facts', sections: [{ id: 'case', label: 'The case', questions: ['initials', 'lessons'] }] } },
    tasks: { ...base.tasks, checks: { ...base.tasks['checks'], in: ['alert'], reply: { form: 'reply' } } as Procedure['tasks'][string], choose: { shape: 'decide', label: 'Decide', by: ['manager'], in: ['alert'], options: [{ id: 'go', label: 'Go on' }, { id: 'stop', label: 'Stop' }] } },
    disclosure: { identifying: { label: 'Identifies the child', exempt: ['author'], pseudonyms: { question: 'names', name: 'name', pseudonym: 'stands' } } },
    documents: { report: { label: 'Report', variants: ['full', 'anonymised'], leavesOut: { anonymised: ['identifying'] }, template }, bare: { label: 'Bare' } },
  };
}
const record = (values: Readonly<Record<string, never>> | object): CommandBody => ({ type: 'recordAnswers', mode: 'change', answers: answers(values as never) });

function written(template: readonly TemplateBlock[], values: object, reader: Parameters<typeof documentText>[3] = {}, then: (story: Story) => void = () => undefined): DocumentText {
  const procedure = procedureOf(template);
  const story = begun(procedure, '2026-12-01T09:00');
  if (Object.keys(values).length > 0) story.does('manager', record(values));
  then(story);
  return documentText(compile(procedure, { version: 1, hash: 'h' }), story.case, 'report', reader);
}
const plain = (runs: readonly Run[]): string => runs.map((run) => (run.is === 'words' || run.is === 'answer' ? run.text : `[${run.text}]`)).join('');
const lineOf = (block: DocumentBlock | undefined): string => (block?.kind === 'paragraph' || block?.kind === 'heading' ? plain(block.runs) : block?.kind === 'answers' ? block.lines.map(({ label, runs }) => `${label}: ${plain(runs)}`).join(' | ') : block?.kind === 'table' ? block.rows.map((row) => row.map(plain).join(', ')).join(' | ') : '');
const told = (text: DocumentText): readonly string[] => text.blocks.map(lineOf);

describe('a document is put together', () => {
  test('from words, answers, facts of the case and who holds a seat', () => {
    const template: TemplateBlock[] = [{ heading: 'About {initials}' }, { words: 'Case {case:reference}, opened on {case:opened}. Seen on {seen}. Written by {holder:author} for {party:inspector}, {today:day}.' }];
    const text = written(template, { initials: 'Q.X.', seen: '2026-11-30' }, {}, (story) => void story.does('manager', { type: 'appoint', seat: 'author', person: 'W.W.', capacity: 'holder', from: '2026-12-01' }));
    expect(told(text)).toEqual(['About Q.X.', 'Case IN-1, opened on Tue 1 Dec 2026. Seen on Mon 30 Nov 2026. Written by W.W. for Inspector, Tue 1 Dec 2026.']);
    expect([text.title, text.gaps, text.withheld]).toEqual(['Report', [], []]);
  });

  test('with a gap, named, where an answer is missing or is to follow', () => {
    const text = written([{ words: 'Seen on {seen}; decided: {taken:choose}.' }, { answers: ['lessons', 'story'] }], {}, {}, (story) => void story.does('manager', { type: 'recordAnswers', mode: 'change', answers: { story: { status: 'to-be-supplied' }, lessons: { status: 'not-applicable', reason: 'Nothing was found.' } } }));
    expect(told(text)).toEqual(['Seen on [Missing: Seen on]; decided: [Missing: what “Decide” decided].', 'Lessons: Not applicable: Nothing was found. | What happened: [Missing: What happened]']);
    expect(text.gaps).toEqual(['Seen on', 'what “Decide” decided', 'What happened']);
  });

  test('with a piece only when its criterion holds', () => {
    const template: TemplateBlock[] = [{ words: 'The child died.', if: { var: 'died' } }, { words: 'End.' }];
    expect([told(written(template, { died: true })), told(written(template, { died: false })), told(written(template, {}))]).toEqual([['The child died.', 'End.'], ['End.'], ['End.']]);
  });

  test('with a form, a decision with its reasons, and the replies, one after another', () => {
    const text = written([{ form: 'facts' }, { decision: 'choose' }, { replies: 'checks' }], { initials: 'Q.X.', lessons: 'Ask early.' }, {}, (story) => {
      story.does('manager', { type: 'decide', task: 'choose', options: ['go'], reasons: 'There is more to learn.' });
      story.does('manager', { type: 'sendExchange', task: 'checks' });
      story.does('manager', { type: 'recordReply', task: 'checks', recipient: 'health', state: 'received', answers: answers({ chronology: [{ day: '2026-09-02', event: 'Seen' }] }) });
    });
    expect(told(text)).toEqual(['The case', 'Child’s initials: Q.X. | Lessons: Ask early.', 'Decide: Go on | Reasons: There is more to learn. | Decided on: Tue 1 Dec 2026 | Decided by: Manager', 'Health', 'What is known', 'Wed 2 Sep 2026, Seen, ', 'Police', '[Missing: the reply of Police]']);
  });

  test('with the rows of all replies in order of date, each saying from whom it came', () => {
    const text = written([{ table: 'combined' }], {}, {}, (story) => {
      story.does('manager', { type: 'sendExchange', task: 'checks' });
      story.does('manager', { type: 'recordReply', task: 'checks', recipient: 'health', state: 'received', answers: answers({ chronology: [{ day: '2026-10-05', event: 'Clinic' }, { day: '2026-09-02', event: 'Birth' }] }) });
      story.does('manager', { type: 'recordReply', task: 'checks', recipient: 'police', state: 'received', answers: answers({ chronology: [{ day: '2026-09-20', event: 'Call' }] }) });
    });
    expect(text.blocks[0]).toMatchObject({ kind: 'table', columns: ['From', 'Day', 'Event', 'Home'] });
    expect(told(text)).toEqual(['Health, Wed 2 Sep 2026, Birth,  | Police, Sun 20 Sep 2026, Call,  | Health, Mon 5 Oct 2026, Clinic, ']);
  });

  test('a document without a template, or none of that name, is an error of the caller', () => {
    const procedure = procedureOf([]);
    const { case: held } = begun(procedure, '2026-12-01T09:00');
    for (const name of ['bare', 'none']) expect(() => documentText(compile(procedure, { version: 1, hash: 'h' }), held, name)).toThrow(RangeError);
  });
});

describe('a reader who may not see a class', () => {
  const names = [{ name: 'Q.X.', stands: 'Child A' }, { name: 'W.W.', stands: 'the worker' }, { name: 'X.', stands: 'nobody' }];
  const values = { names, initials: 'Q.X.', story: 'Q.X. met W.W. and Mx. Smith.', chronology: [{ day: '2026-09-02', event: 'Q.X. moved', home: 'Elm Street' }] };
  const template: TemplateBlock[] = [{ words: '{initials}: {story}' }, { table: 'chronology' }, { words: '{holder:author}' }];
  const appointing = (story: Story): void => void story.does('manager', { type: 'appoint', seat: 'author', person: 'W.W.', capacity: 'holder', from: '2026-12-01' });

  test('reads what stands for each name, wherever the name stands, and never a part of a word', () => {
    expect(told(written(template, values, { audience: 'inspector' }))).toEqual(['[Child A]: [Child A] met [the worker] and Mx. Smith.', 'Wed 2 Sep 2026, [Child A] moved, [Left out: Identifies the child]', '[Missing: who is Author]']);
  });

  test('reads the names that may stand', () => {
    const text = written(template, values, { variant: 'anonymised' }, appointing);
    expect(told(text).at(0)).toBe('[Child A]: [Child A] met W.W. and Mx. Smith.');
    expect(told(text).at(-1)).toBe('W.W.');
    expect(text.withheld).toEqual(['identifying']);
  });

  test('reads a name as it is for which nothing stands yet, and an unfinished row of the table hides nothing else', () => {
    const names = [{ name: 'Mx. Smith' }, { stands: 'Adult B' }, { name: '', stands: 'Adult C' }, { name: 'Mx. Brown', stands: '' }, { name: 'Q.X.', stands: 'Child A' }];
    const text = written([{ words: '{story}' }], { story: 'Q.X. met Mx. Smith and Mx. Brown.', names }, { variant: 'anonymised' });
    expect(told(text)).toEqual(['[Child A] met Mx. Smith and Mx. Brown.']);
  });

  test('is told that something is left out where nothing stands for it', () => {
    expect(told(written([{ answers: ['initials'] }], { initials: 'Q.X.' }, { audience: 'inspector' }))).toEqual(['Child’s initials: [Left out: Identifies the child]']);
  });

  test('everybody else reads it whole: staff, and a party that gets this document as it is', () => {
    for (const reader of [{}, { variant: 'full' }, { audience: 'auditor' }, { audience: 'manager' }]) expect(told(written(template, values, reader)).at(0)).toBe('Q.X.: Q.X. met W.W. and Mx. Smith.');
  });

  test('the table of names itself stands in no document, whoever reads it', () => {
    for (const reader of [{}, { audience: 'inspector' }]) expect(told(written([{ answers: ['names'] }], values, reader))).toEqual(['Names: [Kept in the case: Names]']);
  });
});
