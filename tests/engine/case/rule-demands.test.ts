// What each kind of demand of a rule makes of an act that goes against it: refused and with which words, by its strength and
// a reason given, while an answer is not known, and what another rule relieves of.
import { describe, expect, test } from 'vitest';
import type { CommandBody, Refusal, TaskRecord } from '../../../engine/case/types.ts';
import type { Effect, Procedure, Rule, Strength } from '../../../engine/procedure/types.ts';
import { answers, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const bare = procedureWith({});
const procedure: Procedure = {
  ...bare,
  parties: { ...bare.parties, chair: { kind: 'role', title: 'Chair' }, lawyer: { kind: 'role', title: 'Lawyer' }, doctor: { kind: 'role', title: 'Doctor' }, panel: { kind: 'body', title: 'Panel', seats: ['chair', 'lawyer', 'doctor'] } },
  questions: { ...bare.questions, one: { type: 'text', label: 'One' }, two: { type: 'text', label: 'Two' } },
  tasks: {
    'send-alert': bare.tasks['send-alert'] as Procedure['tasks'][string], outcome: bare.tasks['outcome'] as Procedure['tasks'][string],
    write: { shape: 'record', label: 'Write', by: ['manager'], in: ['alert'] }, look: { shape: 'record', label: 'Look', by: ['manager'], in: ['alert'] },
    letter: { shape: 'exchange', label: 'Letter', by: ['manager'], in: ['alert'], to: ['health'], expects: 'reply', again: 'afresh' },
    advise: { shape: 'decide', label: 'Advise', by: ['panel'], in: ['alert'], meeting: { body: 'panel' }, options: [{ id: 'yes', label: 'Yes' }, { id: 'no', label: 'No' }, { id: 'later', label: 'Later' }] },
  },
};
const rule = (then: Effect, more: Partial<Rule> = {}): Rule => ({ label: 'It is so', then, strength: 'must', cites: ['src#1'], ...more });
const under = (rules: Readonly<Record<string, Rule>>, values = {}): Story => begun({ ...procedure, rules }, '2026-12-07T09:00', values);
const write = (more: object = {}): CommandBody => ({ type: 'completeTask', task: 'write', ...more });
const letter = (more: object = {}): CommandBody => ({ type: 'sendExchange', task: 'letter', ...more });
const present = ['chair', 'lawyer', 'doctor'];
const advise = (more: object = {}): CommandBody => ({ type: 'decide', task: 'advise', options: ['yes'], meeting: { present }, ...more } as CommandBody);
const reply: CommandBody = { type: 'recordReply', task: 'letter', recipient: 'health', state: 'received' };

interface Kind { readonly then: Effect; readonly as: string; readonly body: CommandBody; readonly told: Omit<Refusal, 'rule' | 'cites'>; readonly before?: CommandBody }
const correct = 'Correct the answers on which the rule rests, if they are wrong.';
const fields = 'Fill in what is named, then try again.';
const kinds: Readonly<Record<string, Kind>> = {
  'an act that is forbidden': { then: { forbid: { task: 'write' } }, as: 'manager', body: write(), told: { code: 'forbidden', words: '“Write” is not allowed now: It is so.', missing: [], remedy: correct } },
  'a reply that is forbidden': { then: { forbid: { reply: 'letter' } }, as: 'manager', before: letter(), body: reply, told: { code: 'forbidden', words: '“Letter” is not allowed now: It is so.', missing: [], remedy: correct } },
  'answers that are asked for': { then: { require: { fields: ['one', 'two'], of: 'write' } }, as: 'manager', body: write(), told: { code: 'missing-field', words: '“Write” needs “One”, “Two”.', missing: [{ kind: 'field', id: 'one', label: 'One' }, { kind: 'field', id: 'two', label: 'Two' }], remedy: fields } },
  'reasons that are asked for': { then: { require: { reasons: 'advise' } }, as: 'panel', body: advise({ reasons: ' ' }), told: { code: 'missing-reason', words: '“Advise” needs a recorded reason.', missing: [{ kind: 'reason', id: 'advise', label: '“Advise”' }], remedy: 'Write down the reason, then try again.' } },
  'seats that are asked for': { then: { require: { seats: ['chair', 'lawyer'], of: 'advise' } }, as: 'panel', body: advise({ meeting: { present: ['doctor'] } }), told: { code: 'quorum', words: '“Advise” needs people who are not recorded as present: “Chair”, “Lawyer”.', missing: [{ kind: 'quorum', id: 'chair', label: 'Chair' }, { kind: 'quorum', id: 'lawyer', label: 'Lawyer' }], remedy: 'Record them as present if they were, or meet again with them.' } },
  'a seat taken in spite of an interest': { then: { forbid: { seat: 'panel', of: 'advise' } }, as: 'panel', body: advise({ meeting: { present, interests: [{ seat: 'lawyer', words: 'Knows them.' }] } }), told: { code: 'declared-interest', words: 'Lawyer declared an interest and so may not take part.', missing: [{ kind: 'interest', id: 'lawyer', label: 'Lawyer' }], remedy: 'Have the seat taken by somebody without an interest.' } },
  'a way that is asked for': { then: { require: { channels: ['Post', 'Courier'], of: 'letter' } } as Effect, as: 'manager', body: letter({ channel: 'Telephone' }), told: { code: 'wrong-channel', words: '“Letter” goes by Post or Courier.', missing: [], remedy: 'Send it by Post or Courier, and say so.' } },
  'an option that is asked for': { then: { require: { option: ['advise', 'no'] } }, as: 'panel', body: advise(), told: { code: 'forced-option', words: '“Advise” cannot be decided so: the rules require “No”.', missing: [{ kind: 'option', id: 'no', label: 'No' }], remedy: 'Choose as the rule says, or correct the answers on which it rests.' } },
  'an option that is forbidden': { then: { forbid: { option: ['advise', 'yes'] } }, as: 'panel', body: advise(), told: { code: 'forced-option', words: '“Advise” cannot be decided so: the rules do not allow “Yes”.', missing: [{ kind: 'option', id: 'yes', label: 'Yes' }], remedy: 'Choose as the rule says, or correct the answers on which it rests.' } },
  'a doer who did the other': { then: { forbid: { doer: 'look', of: 'write' } }, as: 'manager', before: { type: 'completeTask', task: 'look' }, body: write(), told: { code: 'not-independent', words: '“Write” asks for somebody independent: the person who did “Look” may not do it as well.', missing: [{ kind: 'role', id: 'write', label: '“Write”' }], remedy: 'Have it taken by somebody else.' } },
};
const after = ({ before, as }: Kind, rules: Readonly<Record<string, Rule>>, values = {}): Story => {
  const story = under(rules, values);
  if (before) story.does(as, before);
  return story;
};

describe.each(Object.entries(kinds))('%s', (_name, kind) => {
  const { then, as, body, told } = kind;
  test('is refused by a rule that must hold, with the rule and its source', () => {
    expect(after(kind, { asked: rule(then) }).isRefused(as, body)).toStrictEqual({ ...told, rule: 'asked', cites: ['src#1'] });
  });

  test('is refused under a rule that should always hold, for want of a reason', () => {
    const refused = after(kind, { asked: rule(then, { strength: 'should-always' }) }).isRefused(as, body);
    expect(refused).toMatchObject({ code: 'missing-reason', words: `${told.words.startsWith('“') ? told.words.slice(0, told.words.indexOf('”') + 1) : '“Advise”'} needs a recorded reason.`, rule: 'asked', cites: ['src#1'], remedy: 'Write down the reason, then try again.' });
    expect(refused.missing.map(({ kind: lacking }) => lacking)).toEqual(['reason']);
  });

  test.each<[name: string, more: Partial<Rule>]>([['only may hold', { strength: 'may' }], ['should hold', { strength: 'should' }], ['does not hold', { if: { var: 'died' } }], ['waits for an answer', { if: { var: 'size' } }]])('is let through by a rule that %s', (_rule, more) => {
    after(kind, { asked: rule(then, more) }, { died: false }).does(as, body);
  });

  test('is refused while an answer is not known on which a rule blocks, and as if it held where one forces', () => {
    expect(after(kind, { asked: rule(then, { if: { var: 'died' }, unknown: 'block' }) }).isRefused(as, body)).toMatchObject({ code: 'waits', rule: 'asked', cites: ['src#1'], remedy: 'Answer what is named, then try again.' });
    expect(after(kind, { asked: rule(then, { if: { var: 'died' }, unknown: 'force' }) }).isRefused(as, body)).toStrictEqual({ ...told, rule: 'asked', cites: ['src#1'] });
  });

  // Relieved of the act itself, nobody is asked for it.
  test('is let through where another rule relieves of it (of the act itself: it is not asked), and not while that does not hold or is not known', () => {
    const target = 'require' in then ? then.require : 'forbid' in then ? then.forbid : expect.fail('no target');
    const relieved = (more: Partial<Rule>): Readonly<Record<string, Rule>> => ({ asked: rule(then), relieved: rule({ relieve: target }, { strength: 'may', ...more }) });
    if ('task' in target) expect(after(kind, relieved({})).isRefused(as, body).code).toBe('not-open');
    else after(kind, relieved({})).does(as, body);
    for (const more of [{ if: { var: 'died' } }, { if: { var: 'size' } }, { if: { var: 'size' }, unknown: 'block' }] as const) expect(after(kind, relieved(more), { died: false }).isRefused(as, body)).toMatchObject({ code: told.code, rule: 'asked' });
  });
});

test.each<[name: string, then: Effect, relief: Effect, as: string, body: CommandBody, missing: readonly string[] | undefined]>([
  ['one of two answers', { require: { fields: ['one', 'two'], of: 'write' } }, { relieve: { fields: ['one'], of: 'write' } }, 'manager', write(), ['two']],
  ['one of two seats', { require: { seats: ['chair', 'lawyer'], of: 'advise' } }, { relieve: { seats: ['chair'], of: 'advise' } }, 'panel', advise({ meeting: { present: ['doctor'] } }), ['lawyer']],
  ['answers, not seats', { require: { seats: ['chair'], of: 'advise' } }, { relieve: { fields: ['one'], of: 'advise' } }, 'panel', advise({ meeting: { present: ['doctor'] } }), ['chair']],
  ['another option', { require: { option: ['advise', 'no'] } }, { relieve: { option: ['advise', 'later'] } }, 'panel', advise(), ['no']],
  ['another seat', { forbid: { seat: 'panel', of: 'advise' } }, { relieve: { seat: 'chair', of: 'advise' } }, 'panel', advise({ meeting: { present, interests: [{ seat: 'lawyer', words: 'Knows them.' }] } }), ['lawyer']],
  ['answers of another act', { require: { fields: ['one'], of: 'write' } }, { relieve: { fields: ['one'], of: 'look' } }, 'manager', write(), ['one']],
])('a rule that relieves of %s leaves the rest', (_name, then, relief, as, body, missing) => {
  expect(under({ asked: rule(then), relieved: rule(relief, { strength: 'may' }) }).isRefused(as, body).missing.map(({ id }) => id)).toEqual(missing);
});

test.each<[strength: Strength, reason: string | undefined, departures: TaskRecord['departures'] | undefined]>([
  ['must', 'So.', undefined], ['should-always', 'So.', [{ rule: 'asked', reason: 'So.' }]], ['should-always', ' ', undefined], ['should', 'So.', [{ rule: 'asked', reason: 'So.' }]], ['should', undefined, [{ rule: 'asked' }]], ['should', ' ', [{ rule: 'asked' }]],
  ['consider', 'So.', []], ['consider', undefined, undefined], ['may', 'So.', []], ['may', undefined, []],
])('an act against a rule with “%s”, for the reason %j, is written down with what it departs from or refused', (strength, reason, departures) => {
  const story = under({ asked: rule({ require: { fields: ['one'], of: 'write' } }, { strength }), kept: rule({ require: { fields: ['two'], of: 'write' } }, { strength: 'should' }) });
  const body = write({ answers: answers({ two: 'Said.' }), ...(reason !== undefined && { reason }) });
  if (departures === undefined) return void expect(story.isRefused('manager', body).rule).toBe('asked');
  expect(story.does('manager', body).tasks['write']?.at(-1)?.departures).toStrictEqual(departures);
});

test.each<[name: string, then: Effect, as: string, body: CommandBody]>([
  ['a way said in other letters', { require: { channels: ['Post', 'Courier'], of: 'letter' } } as Effect, 'manager', letter({ channel: ' courier ' })],
  ['no way said', { require: { channels: ['Post'], of: 'letter' } } as Effect, 'manager', letter({ channel: ' ' })],
  ['an interest of one who was not there', { forbid: { seat: 'panel', of: 'advise' } }, 'panel', advise({ meeting: { present: ['chair'], interests: [{ seat: 'lawyer', words: 'Knows them.' }] } })],
  ['an interest in another seat than the one barred', { forbid: { seat: 'chair', of: 'advise' } }, 'panel', advise({ meeting: { present, interests: [{ seat: 'lawyer', words: 'Knows them.' }] } })],
  ['the option asked for', { require: { option: ['advise', 'yes'] } }, 'panel', advise()],
  ['another option than the forbidden one', { forbid: { option: ['advise', 'no'] } }, 'panel', advise()],
  ['reasons', { require: { reasons: 'advise' } }, 'panel', advise({ reasons: 'So.' })],
  ['an act whose other nobody has done yet', { forbid: { doer: 'look', of: 'write' } }, 'manager', write()],
  ['a sending, of what is barred as a reply', { forbid: { reply: 'letter' } }, 'manager', letter()],
])('%s goes against nothing', (_name, then, as, body) => {
  under({ asked: rule(then) }).does(as, body);
});

test('what is asked both of a sending and of its reply is asked of each for its part, at its time', () => {
  const replied: Procedure = { ...procedure, forms: { reply: { label: 'Reply', sections: [{ id: 'all', label: 'All', questions: ['one'] }] } }, tasks: { ...procedure.tasks, letter: { ...procedure.tasks['letter'], reply: { form: 'reply' } } as Procedure['tasks'][string] } };
  const story = begun({ ...replied, rules: { asked: rule({ require: { fields: ['one', 'two'], of: 'letter' } }) } }, '2026-12-07T09:00');
  expect(story.isRefused('manager', letter()).missing.map(({ id }) => id)).toEqual(['two']);
  story.does('manager', letter({ answers: answers({ two: 'Said.' }) }));
  expect(story.isRefused('manager', reply).missing.map(({ id }) => id)).toEqual(['one']);
  story.does('manager', { ...reply, answers: answers({ one: 'Said.' }) } as CommandBody);
});

test('only what is in force on the day is asked, and a rule that asks nothing else asks nothing', () => {
  const dated = (fieldsAsked: readonly string[]): Story => begun({ ...procedure, questions: { ...procedure.questions, one: { type: 'text', label: 'One', inForce: { until: '2026-12-06' } } }, rules: { asked: rule({ require: { fields: fieldsAsked, of: 'write' } }) } }, '2026-12-07T09:00');
  expect(dated(['one', 'two']).isRefused('manager', write()).words).toBe('“Write” needs “Two”.');
  dated(['one']).does('manager', write());
});

test.each<[relieved: readonly string[], sent: readonly string[]]>([[[], ['health', 'police', 'manager']], [['police'], ['health', 'manager']], [['police', 'manager'], ['health']]])('who is to have it by a rule has it, but for those of whom another relieves: %j', (relieved, sent) => {
  const story = under({ asked: rule({ require: { recipients: ['police', 'manager'], of: 'letter' } }), ...(relieved.length > 0 && { relieved: rule({ relieve: { recipients: relieved, of: 'letter' } }, { strength: 'may' }) }) });
  expect(story.does('manager', letter()).tasks['letter']?.at(-1)?.recipients.map(({ party }) => party)).toEqual(sent);
});

test('a decision and an act that a rule on themselves asks about are judged as they would be', () => {
  const once = under({ asked: rule({ forbid: { task: 'write' } }, { if: { done: 'write' } }) });
  expect(once.isRefused('manager', write())).toMatchObject({ code: 'forbidden', rule: 'asked' });
  const chosen = under({ asked: rule({ require: { reasons: 'advise' } }, { if: { taken: ['advise', 'no'] } }) });
  chosen.does('panel', advise());
  const other = under({ asked: rule({ require: { reasons: 'advise' } }, { if: { taken: ['advise', 'no'] } }) });
  expect(other.isRefused('panel', advise({ options: ['no'] })).code).toBe('missing-reason');
  const again = under({ asked: rule({ require: { reasons: 'letter' } }, { if: { done: 'letter' } }) });
  expect(again.isRefused('manager', letter()).code).toBe('missing-reason');
});

test.each<[name: string, criterion: Rule['if'], given: Parameters<typeof answers>[0], refused: boolean]>([
  ['that another rule holds by what the act says', { rule: 'other' }, { died: true }, true], ['that another rule does not hold by what the act says', { rule: 'other' }, { died: false }, false], ['that the act answers', { answered: 'died' }, { died: false }, true], ['that nothing answers', { answered: 'died' }, {}, false], ['what the act says itself', { var: 'died' }, { died: true }, true],
])('an act is judged by %s', (_name, criterion, given, refused) => {
  const outcome = under({ asked: rule({ require: { fields: ['one'], of: 'write' } }, { if: criterion as NonNullable<Rule['if']> }), other: { then: { label: 'Other' }, if: { var: 'died' }, strength: 'must' } }).tries('manager', write({ answers: answers(given) }));
  expect(outcome.ok ? undefined : outcome.refusal.rule).toBe(refused ? 'asked' : undefined);
});
