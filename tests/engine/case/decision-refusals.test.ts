// What somebody is told whose decision or view cannot be, and how those who decide together come to one.
import { describe, expect, test } from 'vitest';
import type { CommandBody, Refusal, TaskRecord, View } from '../../../engine/case/types.ts';
import type { Procedure, Rule, Task } from '../../../engine/procedure/types.ts';
import { answers, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

type Agreement = NonNullable<Task['agreement']>;
type Decide = Extract<CommandBody, { type: 'decide' }>;
const bare = procedureWith({});
const options = [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }, { id: 'later', label: 'Later', alone: true }, { id: 'was', label: 'As it was', inForce: { until: '2026-12-06' } }];
const role = (title: string) => ({ kind: 'role' as const, title });
const decision = (more: Partial<Task> = {}): Task => ({ shape: 'decide', label: 'Advise', by: ['panel'], in: ['alert'], options, ...more } as Task);
const procedure = (task: Partial<Task> = {}, rules: Readonly<Record<string, Rule>> = {}): Procedure => ({
  ...bare,
  parties: { ...bare.parties, chair: role('Chair'), lawyer: role('Lawyer'), doctor: role('Doctor'), panel: { kind: 'body', title: 'Panel', seats: ['chair', 'lawyer', 'doctor'] }, family: { kind: 'participant', title: 'Family', outside: true } },
  tasks: { ...bare.tasks, advise: decision(task), note: { shape: 'record', label: 'Note', by: ['chair'], in: ['alert'] } }, rules,
});
const began = (task: Partial<Task> = {}, rules: Readonly<Record<string, Rule>> = {}): Story => begun(procedure(task, rules), '2026-12-07T09:00');
const together = (agreement: Partial<Agreement> = {}, more: Partial<Task> = {}, rules = {}): Story => began({ agreement: { by: 'all', ...agreement }, ...more }, rules);
const says = (taken: readonly string[], more: Partial<Decide> = {}): CommandBody => ({ type: 'decide', task: 'advise', options: taken, ...more });
const of = (party: string, taken: readonly string[], more: Partial<View> = {}): View => ({ party, options: taken, ...more });
const current = ({ case: { tasks } }: Story): TaskRecord | undefined => tasks['advise']?.at(-1);
const two = { choose: { least: 1, most: 2 } } as const;
const meeting = { meeting: { body: 'panel' } } as const;
const change = 'Change the answer, then try again.';
const fill = 'Fill in what is named, then try again.';
const offered = (words: string): Refusal => ({ code: 'bad-answer', words: `“Advise” takes ${words} of “Yes”, “No” or “Later”.`, missing: [{ kind: 'option', id: 'advise', label: '“Advise”' }], remedy: change });
const falls = (what: string, ...parties: readonly (readonly [string, string])[]): Refusal => {
  const names = parties.map(([, label]) => label);
  const words = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  return { code: 'wrong-role', words: `${what} falls to ${words}.`, missing: parties.map(([id, label]) => ({ kind: 'role', id, label })), remedy: `Ask ${words} to do it, or act in that role if it is yours.` };
};

test.each<[name: string, story: () => Story, as: string, body: CommandBody, told: Refusal]>([
  ['of what is not decided', began, 'chair', { type: 'decide', task: 'note', options: ['yes'] }, { code: 'not-due-here', words: '“Note” is not possible at this stage: there is nothing to decide in it.', missing: [], remedy: 'Wait until the case has come to a stage that allows it.' }],
  ['by another', began, 'manager', says(['yes']), falls('“Advise”', ['panel', 'Panel'])],
  ['for nothing', began, 'chair', says([]), offered('1')], ['for two of which one is to be taken', began, 'chair', says(['yes', 'no']), offered('1')],
  ['for what is not offered', began, 'chair', says(['perhaps']), offered('1')], ['for what is offered no more', began, 'chair', says(['was']), offered('1')],
  ['for nothing, where one or two are to be taken', () => began(two), 'chair', says([]), offered('1 to 2')], ['for one twice', () => began(two), 'chair', says(['yes', 'yes']), offered('1 to 2')],
  ['for one that is offered and one that is not', () => began(two), 'chair', says(['yes', 'perhaps']), offered('1 to 2')], ['for three of which two may be taken', () => began(two), 'chair', says(['yes', 'no', 'later']), offered('1 to 2')],
  ['for one that stands alone beside another', () => began(two), 'chair', says(['yes', 'later']), { code: 'bad-answer', words: 'In “Advise”, “Later” is taken alone or not at all.', missing: [{ kind: 'option', id: 'later', label: 'Later' }], remedy: change }],
  ['without the reasons it asks for', () => began({ reasons: 'required' }), 'chair', says(['yes']), { code: 'missing-reason', words: '“Advise” needs a recorded reason.', missing: [{ kind: 'reason', id: 'advise', label: '“Advise”' }], remedy: 'Write down the reason, then try again.' }],
  ['with no words for its reasons', () => began({ reasons: 'required' }), 'chair', says(['yes'], { reasons: ' ' }), { code: 'missing-reason', words: '“Advise” needs a recorded reason.', missing: [{ kind: 'reason', id: 'advise', label: '“Advise”' }], remedy: 'Write down the reason, then try again.' }],
  ['at a meeting of which nothing is said', () => began(meeting), 'chair', says(['yes']), { code: 'missing-field', words: '“Advise” needs a record of who was present.', missing: [{ kind: 'field', id: 'meeting', label: 'Who was present' }], remedy: fill }],
  ['at a meeting at which nobody was', () => began(meeting), 'chair', says(['yes'], { meeting: { present: [] } }), { code: 'missing-field', words: '“Advise” needs a record of who was present.', missing: [{ kind: 'field', id: 'meeting', label: 'Who was present' }], remedy: fill }],
  ['of nobody who decides alone', began, 'chair', says([], { abstains: true }), offered('1')],
  ['of a body that decides together, without its views', together, 'panel', says(['yes']), { code: 'missing-field', words: '“Advise” needs the view of each who decides.', missing: [{ kind: 'field', id: 'views', label: 'Views' }], remedy: fill }],
  ['for another', together, 'chair', says(['yes'], { views: [of('lawyer', ['yes'])] }), falls('The view of Lawyer on “Advise”', ['lawyer', 'Lawyer'])],
  ['for one who has no voice', together, 'chair', says(['yes'], { views: [of('manager', ['yes'])] }), falls('The view of Manager on “Advise”', ['chair', 'Chair'], ['lawyer', 'Lawyer'], ['doctor', 'Doctor'])],
  ['for one outside who has no voice', together, 'chair', says(['yes'], { views: [of('family', ['yes'])] }), falls('The view of Family on “Advise”', ['chair', 'Chair'], ['lawyer', 'Lawyer'], ['doctor', 'Doctor'])],
  ['at a meeting for one who has no voice', () => together({}, meeting), 'chair', says(['yes'], { meeting: { present: ['chair'] }, views: [of('manager', ['yes'])] }), falls('The view of Manager on “Advise”', ['chair', 'Chair'], ['lawyer', 'Lawyer'], ['doctor', 'Doctor'])],
  ['of one, for what is not offered', together, 'chair', says(['yes'], { views: [of('chair', ['perhaps'])] }), offered('1')],
  ['of one who says nothing and does not abstain', together, 'chair', says(['yes'], { views: [of('chair', [])] }), offered('1')],
  ['of one who abstains and takes sides, for what is not offered', together, 'chair', says(['yes'], { views: [of('chair', ['perhaps'], { abstained: true })] }), offered('1')],
])('a view or decision %s is refused with what would help', (_name, story, as, body, told) => {
  expect(story().isRefused(as, body)).toStrictEqual(told);
});

test.each<[name: string, story: () => Story, as: string, body: CommandBody, views: readonly View[]]>([
  ['of one', together, 'chair', says(['yes']), [of('chair', ['yes'])]],
  ['of one, with reasons', together, 'chair', says(['yes'], { reasons: 'So.' }), [of('chair', ['yes'], { reasons: 'So.' })]],
  ['of one who abstains', together, 'chair', says([], { abstains: true }), [of('chair', [], { abstained: true })]],
  ['of one who abstains, where reasons are asked for', () => together({}, { reasons: 'required' }), 'chair', says([], { abstains: true }), [of('chair', [], { abstained: true })]],
  ['entered as one’s own', together, 'chair', says(['yes'], { views: [of('chair', ['no'])] }), [of('chair', ['no'])]],
  ['entered as one’s own abstention', together, 'chair', says(['yes'], { views: [of('chair', [], { abstained: true })] }), [of('chair', [], { abstained: true })]],
  ['of one outside, entered by another', () => together({ of: ['chair', 'lawyer', 'family'] }), 'chair', says(['yes'], { views: [of('family', ['no'])] }), [of('family', ['no'])]],
  ['of a meeting, with one entered as absent and one who was not there', () => together({}, meeting), 'chair', says(['yes'], { meeting: { present: ['chair'] }, views: [of('chair', ['yes']), of('lawyer', [], { absent: true })] }), [of('chair', ['yes']), of('lawyer', [], { absent: true }), of('doctor', [], { absent: true })]],
  ['of a meeting at which all were, of whom one has not spoken', () => together({}, meeting), 'chair', says(['yes'], { meeting: { present: ['chair', 'lawyer', 'doctor'] }, views: [of('chair', ['yes']), of('lawyer', ['yes'])] }), [of('chair', ['yes']), of('lawyer', ['yes'])]],
  ['of the casting vote, which is no voter’s', () => together({ by: 'majority', of: ['lawyer', 'doctor'], casting: 'chair' }), 'chair', says(['yes']), [of('chair', ['yes'])]],
])('a view %s is written down as it was given', (_name, story, as, body, views) => {
  const told = story();
  told.does(as, body);
  expect([current(told)?.state, current(told)?.views]).toStrictEqual(['open', views]);
});

const spoken = (story: Story, ...views: readonly (readonly [as: string, body: CommandBody])[]): string => {
  for (const [as, body] of views) story.does(as, body);
  return current(story)?.state === 'done' ? current(story)?.options?.join(' ') ?? '' : 'open';
};
const [yes, no, both, turned, silent] = [says(['yes']), says(['no']), says(['yes', 'no']), says(['no', 'yes']), says([], { abstains: true })];

describe('who decide together come to a decision', () => {
  test.each<[name: string, agreement: Partial<Agreement>, views: readonly (readonly [string, CommandBody])[], decided: string]>([
    ['all alike, in whatever order they name them', {}, [['chair', both], ['lawyer', turned], ['doctor', both]], 'yes no'], ['all but one', {}, [['chair', both], ['lawyer', yes], ['doctor', both]], 'open'],
    ['two of three', { by: 'majority' }, [['chair', yes], ['lawyer', yes]], 'yes'], ['one of three', { by: 'majority' }, [['chair', yes], ['lawyer', no]], 'open'], ['one, where one is enough', { by: 1 }, [['chair', yes]], 'yes'],
    ['all votes, of which there is none', { counted: 'votes' }, [['chair', silent], ['lawyer', silent], ['doctor', silent]], 'open'],
    ['all votes cast', { counted: 'votes' }, [['chair', yes], ['lawyer', silent], ['doctor', yes]], 'yes'], ['all votes cast, before all have spoken', { counted: 'votes' }, [['chair', yes], ['lawyer', yes]], 'open'],
    ['what follows without agreement', { otherwise: 'later' }, [['chair', yes], ['lawyer', no], ['doctor', silent]], 'later'], ['nothing follows before all have spoken', { otherwise: 'later' }, [['chair', yes], ['lawyer', no]], 'open'],
    ['a casting vote where two are even', { casting: 'chair', of: ['lawyer', 'doctor'] }, [['lawyer', yes], ['doctor', no], ['chair', no]], 'no'],
    ['a casting vote for what neither said', { casting: 'chair', of: ['lawyer', 'doctor'], otherwise: 'later' }, [['lawyer', yes], ['doctor', no], ['chair', says(['later'])]], 'later'],
    ['a casting vote of one who abstains', { casting: 'chair', of: ['lawyer', 'doctor'], otherwise: 'later' }, [['lawyer', yes], ['doctor', no], ['chair', silent]], 'later'],
    ['a casting vote for a side without the one named', { casting: 'chair', of: ['lawyer', 'doctor'], named: ['lawyer'], otherwise: 'later' }, [['lawyer', yes], ['doctor', no], ['chair', no]], 'later'],
    ['a casting vote for the side of the one named', { casting: 'chair', of: ['lawyer', 'doctor'], named: ['lawyer'], otherwise: 'later' }, [['lawyer', yes], ['doctor', no], ['chair', yes]], 'yes'],
    ['no casting vote where two are not even', { casting: 'chair', otherwise: 'later' }, [['chair', yes], ['lawyer', no], ['doctor', no]], 'later'],
  ])('%s', (_name, agreement, views, decided) => {
    expect(spoken(together(agreement, two), ...views)).toBe(decided);
  });

  test('a rule that stands against the outcome lets the views stand, and one against the act refuses it', () => {
    const rule = (then: Rule['then']): Readonly<Record<string, Rule>> => ({ other: { then: { forbid: { option: ['advise', 'later'] } }, strength: 'must' }, asked: { label: 'Asked', then, strength: 'must' } });
    const barred = together({ by: 2 }, {}, rule({ forbid: { option: ['advise', 'yes'] } }));
    expect(spoken(barred, ['chair', yes], ['lawyer', yes])).toBe('open');
    expect(current(barred)?.views).toHaveLength(2);
    const asked = together({ by: 2 }, {}, rule({ require: { fields: ['died'], of: 'advise' } }));
    expect(asked.isRefused('chair', yes)).toMatchObject({ code: 'missing-field', rule: 'asked' });
    asked.does('chair', says(['yes'], { answers: answers({ died: true }) }));
    expect(current(asked)?.views).toHaveLength(1);
  });

  test('a second view of the same party takes the place of its first, and those of others stay', () => {
    const story = together();
    for (const [as, body] of [['chair', yes], ['lawyer', yes], ['chair', no]] as const) story.does(as, body);
    expect(current(story)?.views).toEqual([of('lawyer', ['yes']), of('chair', ['no'])]);
  });
});

test('a ban is told before a reason is asked for, whichever rule stands first', () => {
  const about = (strength: Rule['strength']): Rule => ({ label: `By ${strength}`, then: { forbid: { option: ['advise', 'yes'] } }, strength });
  const [asked, banned] = [about('should-always'), about('must')];

  for (const rules of [{ asked, banned }, { banned, asked }]) expect(began({}, rules).isRefused('chair', says(['yes']))).toMatchObject({ code: 'forced-option', rule: 'banned' });
});
