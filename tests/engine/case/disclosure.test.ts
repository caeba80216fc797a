// What may not be seen does not leave: classes of information, variants that leave them out, audiences and exemptions.
import { describe, expect, test } from 'vitest';
import { tasks } from '../../../engine/case/tasks.ts';
import type { Answer, CommandBody } from '../../../engine/case/types.ts';
import { check } from '../../../engine/procedure/check.ts';
import type { DocumentDefinition, Party, Procedure, Task } from '../../../engine/procedure/types.ts';
import type { Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const base = procedureWith({});
interface Changes { readonly task?: Partial<Task>; readonly document?: Partial<DocumentDefinition>; readonly regulator?: Partial<Party> }
const lettersOf = ({ task = {}, document = {}, regulator = {} }: Changes = {}): Procedure => ({
  ...base,
  disclosure: { identifying: { label: 'Identifies the child' }, 'third-party': { label: 'About other people' } },
  parties: { ...base.parties, regulator: { kind: 'body', title: 'Regulator', outside: true, maySee: [], ...regulator }, family: { kind: 'participant', title: 'Family', outside: true, maySee: ['identifying', 'third-party'] } },
  questions: { ...base.questions, story: { type: 'table', label: 'What happened', columns: { who: { type: 'text', label: 'Who', class: 'identifying' } } }, count: { type: 'number', label: 'How many' } },
  forms: { account: { label: 'Account', sections: [{ id: 'all', label: 'All', questions: ['story'] }] }, figures: { label: 'Figures', sections: [{ id: 'all', label: 'All', questions: ['count'] }] } },
  documents: { letter: { label: 'Letter', variants: ['full', 'anonymised'], leavesOut: { anonymised: ['identifying', 'third-party'] }, ...document } },
  tasks: { ...base.tasks, tell: { shape: 'exchange', label: 'Write to the regulator', by: ['manager'], in: ['alert'], to: ['regulator', 'health'], expects: 'nothing', document: { id: 'letter' }, ...task } },
});
const send = (more: object = {}): CommandBody => ({ type: 'sendExchange', task: 'tell', ...more });
const began = (changes?: Changes): Story => begun(lettersOf(changes), '2026-12-01T09:00');
const goes = (changes: Changes, more: object = {}): boolean => began(changes).tries('manager', send(more)).ok;

describe('a letter that may carry what its recipient may not see', () => {
  test('is refused, with who may not see what and the variant that would do', () => {
    expect(began().isRefused('manager', send())).toMatchObject({
      code: 'not-anonymised', words: '“Write to the regulator” carries what Regulator may not see (Identifies the child and About other people).',
      missing: [{ kind: 'recipient', id: 'regulator', label: 'Regulator' }], remedy: 'Send it as “anonymised”.',
    });
  });

  test('goes as the variant that leaves it out, and the event says as which', () => {
    const story = began();
    story.does('manager', send({ variant: 'anonymised' }));
    expect(story.case.tasks['tell']?.[0]?.recipients.map(({ party }) => party)).toEqual(['regulator', 'health']);
    expect(story.case.events.at(-1)?.payload['variant']).toBe('anonymised');
  });

  test('is refused in full whatever was sent anonymised before', () => {
    const story = began();
    story.does('manager', send({ variant: 'anonymised' }));
    expect(story.isRefused('manager', send({ variant: 'full', recipients: ['regulator'], reason: 'An amended version.' })).code).toBe('not-anonymised');
  });

  test('goes in full to those who may see everything', () => {
    expect(goes({}, { variant: 'full', recipients: ['health'] })).toBe(true);
    expect(goes({}, { variant: 'full', recipients: ['family', 'health'] })).toBe(true);
  });

  test('is refused where the variant leaves out only a part', () => {
    const refusal = began({ document: { leavesOut: { anonymised: ['identifying'] } } }).isRefused('manager', send({ variant: 'anonymised' }));
    expect(refusal).toMatchObject({ code: 'not-anonymised', remedy: 'Leave the recipient out, or send what leaves it out.' });
    expect(refusal.words).toContain('(About other people)');
  });

  test('goes as the variant that the procedure fixes, and as no other', () => {
    const fixed: Changes = { task: { document: { id: 'letter', variant: 'anonymised' } } };
    expect(goes(fixed)).toBe(true);
    expect(began(fixed).isRefused('manager', send({ variant: 'full' })).code).toBe('bad-answer');
  });

  test('goes whole to a party that the document is exempt for', () => {
    expect(goes({ regulator: { exempt: ['letter'] } }, { variant: 'full' })).toBe(true);
  });

  test('goes to a party that may see just what it carries', () => {
    expect(goes({ document: { carries: ['third-party'] }, regulator: { maySee: ['third-party'] } }, { variant: 'full' })).toBe(true);
    expect(goes({ document: { carries: ['third-party', 'identifying'] }, regulator: { maySee: ['third-party'] } }, { variant: 'full' })).toBe(false);
  });
});

describe('what is attached, or filled in for the sending', () => {
  const { document: _document, ...bare } = lettersOf().tasks['tell'] as Task;
  const without = (task: Partial<Task>): Story => {
    const procedure = lettersOf();
    return begun({ ...procedure, tasks: { ...procedure.tasks, tell: { ...bare, ...task }, write: { ...procedure.tasks['write'] as Task, form: 'account' } } }, '2026-12-01T09:00');
  };
  test('carries the classes of its questions, those of a table’s columns with them', () => {
    expect(without({ attach: ['account'] }).isRefused('manager', send()).words).toContain('(Identifies the child)');
    expect(without({ form: 'account' }).isRefused('manager', send()).code).toBe('not-anonymised');
  });
  test('carries what the attached task asked', () => {
    expect(without({ attach: ['write'] }).isRefused('manager', send()).code).toBe('not-anonymised');
  });
  test('carries nothing where it asks nothing of a class', () => {
    expect(without({ attach: ['figures'] }).tries('manager', send()).ok).toBe(true);
  });
});

test('who is named in a list of one kind may see what that kind may see', () => {
  const procedure = lettersOf({ task: { to: [{ answer: 'asked' }] } });
  const named = { ...procedure, questions: { ...procedure.questions, asked: { type: 'list', label: 'Asked', of: 'regulator' } as const } };
  const story = begun(named, '2026-12-01T09:00', { asked: ['North office'] });
  expect(story.isRefused('manager', send()).code).toBe('not-anonymised');
});

test('the view says beforehand which variants there are and who may not see what', () => {
  const story = began();
  const view = tasks(story.versions, story.case, story.now, 'manager').find(({ id }) => id === 'tell');
  expect(view?.disclosure).toEqual({ variants: ['full', 'anonymised'], withheld: [{ party: 'regulator', label: 'Regulator', classes: ['Identifies the child', 'About other people'], fit: ['anonymised'] }] });
  const fixed = began({ task: { document: { id: 'letter', variant: 'anonymised' } } });
  expect(tasks(fixed.versions, fixed.case, fixed.now, 'manager').find(({ id }) => id === 'tell')?.disclosure).toBeUndefined();
});

test('a variant that leaves something out and is none of the document’s is a problem of the file', () => {
  const found = check(lettersOf({ document: { leavesOut: { anonymized: ['identifying'] } } })).filter(({ code }) => code === 'P-052');
  expect(found).toMatchObject([{ pointer: '/documents/letter/leavesOut/anonymized' }]);
});

describe('a class of information with a gate', () => {
  const asked: Procedure = {
    ...lettersOf(), questions: { ...lettersOf().questions, anonymised: { type: 'yes-no', label: 'Is it anonymised?', each: 'act' } },
    disclosure: { ...lettersOf().disclosure, identifying: { label: 'Identifies the child', gate: 'anonymised' } },
  };
  const gated = (): Story => begun(asked, '2026-12-01T09:00');
  const anonymised = (answer: Answer | undefined, more: object = {}): CommandBody => ({ ...send({ variant: 'anonymised', recipients: ['regulator'] }), ...(answer && { answers: { anonymised: answer } }), ...more });

  test('lets nothing leave before it is said, yes, that it is anonymised', () => {
    expect(gated().isRefused('manager', anonymised(undefined))).toMatchObject({ code: 'missing-field', missing: [{ id: 'anonymised' }] });
    for (const answer of [{ value: false }, { status: 'unknown' }] as const) expect(gated().isRefused('manager', anonymised(answer)).code).toBe('not-anonymised');
    gated().does('manager', anonymised({ value: true }));
  });

  test('is asked afresh for the next sending, whatever was said of the one before', () => {
    const story = gated();
    story.does('manager', anonymised({ value: true }));
    expect(story.isRefused('manager', anonymised(undefined, { reason: 'An amended version.' })).code).toBe('missing-field');
  });

  test('[S17.6] that is corrected to no after the sending: what went stands and is flagged, and the other sending is not', () => {
    const story = gated();
    const first = story.does('manager', anonymised({ value: true })).events.at(-1)?.id;
    const second = story.does('manager', anonymised({ value: true }, { reason: 'An amended version.' })).events.at(-1)?.id;
    const flags = () => story.case.findings.filter(({ code }) => code === 'unsupported-act').map(({ event, words }) => [event, words]);
    expect([first === second, flags()]).toEqual([false, []]);
    story.does('manager', { type: 'recordAnswers', mode: 'correct', answers: { anonymised: { value: false } }, reason: 'A name stood on page 3.' });
    expect(flags()).toEqual([[second, '“Write to the regulator” went although, on what is known now, “Is it anonymised?” is not answered yes. It stands. Corrected since: “Is it anonymised?”.']]);
  });

  test('is named before the act among what is required', () => {
    const story = gated();
    expect(tasks(story.versions, story.case, story.now).find(({ id }) => id === 'tell')?.required.fields).toContain('anonymised');
  });
});
