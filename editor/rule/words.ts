// Every word of the rule page.
import type { Strength } from '../../engine/procedure/types.ts';
import type { Join } from './tree.ts';

const joins: Record<Join, string> = {
  all: 'All of these', any: 'Any of these', none: 'None of these', 'not-all': 'Not all of these', 'some-row': 'For at least one row', 'every-row': 'For every row', 'no-row': 'For no row',
};
const holds: Record<Join, string> = { all: 'are true', any: 'is true', none: 'is true', 'not-all': 'are true', 'some-row': 'of', 'every-row': 'of', 'no-row': 'of' };
const signs: Readonly<Record<string, string>> = { is: 'is', 'is-not': 'is not', under: 'is less than', 'at-most': 'is at most', over: 'is more than', 'at-least': 'is at least' };
const dates: Readonly<Record<string, string>> = { ...signs, under: 'is before', 'at-most': 'is on or before', over: 'is after', 'at-least': 'is on or after' };
const verbs: Readonly<Record<string, string>> = {
  yes: 'is yes', 'not-yes': 'is no', 'one-of': 'is one of', includes: 'includes', 'not-includes': 'does not include', took: 'went', 'not-took': 'did not go', differs: 'differs from', 'not-differs': 'agrees with',
  answered: 'is answered', 'not-answered': 'is not answered', done: 'is done', 'not-done': 'is not done', entered: 'has been entered', 'not-entered': 'has not been entered', at: 'is where the case is', 'not-at': 'is not where the case is',
  rule: 'holds', 'not-rule': 'does not hold', met: 'was met', 'not-met': 'was not met', lapsed: 'has run out', 'not-lapsed': 'has not run out', pending: 'has nothing to count from yet', 'not-pending': 'has begun to count',
  extended: 'was changed by hand', 'not-extended': 'was not changed by hand', absent: 'is absent', 'not-absent': 'is not absent', vacant: 'is vacant', 'not-vacant': 'is not vacant', open: 'is open', 'not-open': 'is not open', ...signs,
};
const measures: readonly (readonly [string, string])[] = [['age-', 'to this date, in years,'], ['working-days-', 'to this date, in working days,'], ['days-', 'to this date, in days,'], ['count-', 'how many:']];
const strengths: Record<Strength, string> = { must: 'Must', 'should-always': 'Should always', should: 'Should', consider: 'Consider', may: 'May' };

/** What a verb says; of a date "is before", of a number "is less than". */
export function verbWords(verb: string, date = false): string {
  const measure = measures.find(([start]) => verb.replace(/^not-/, '').startsWith(start));
  if (measure !== undefined) return `${measure[1]} ${signs[verb.replace(/^not-/, '').slice(measure[0].length)] ?? verb}`;
  return (date ? dates[verb] : verbs[verb]) ?? verbs[verb] ?? (verb.startsWith('not-') ? `not: ${verbWords(verb.slice(4), date)}` : verb);
}

export const words = {
  joins, holds, strengths,
  kind: 'Rule', kindRoute: 'Only if', close: 'Close the rule', name: 'Name of the rule', strength: 'How strongly', then: 'What it does', unknown: 'If an answer is not known', none: 'No rule stands about this.',
  place: (n: number, all: number) => `Rule ${n} of ${all}`, add: 'Add a rule', addShort: 'Add', change: 'Change the rule', read: 'Read the rule', remove: 'Remove this rule', fresh: 'New rule', condition: 'Set a condition', changeCondition: 'Change the condition',
  treatments: { wait: 'wait for it', force: 'take it as true', block: 'refuse until it is known' },
  strengthHint: { must: 'The contrary is refused.', 'should-always': 'The contrary is refused unless a reason is recorded, and it is flagged.', should: 'A departure is recorded.', consider: 'That it was considered is recorded.', may: 'It is offered.' } satisfies Record<Strength, string>,
  always: 'It always holds: nothing is asked.', lines: 'What must be true', join: 'How these are joined', rows: 'Rows of', subject: 'What it is about', verb: 'What is said of it', value: 'With which value', other: 'Compared with', days: 'Date',
  addLine: 'Add a line', addGroup: 'Add a group', takeOut: (line: string) => `Take out: ${line}`, takeGroup: 'Take out the group', up: (line: string) => `Move up: ${line}`, down: (line: string) => `Move down: ${line}`, moveIn: (line: string) => `Move into the group above: ${line}`, moveOut: (line: string) => `Move out of the group: ${line}`,
  asWritten: 'as written', moved: (line: string) => `Moved: ${line}`, cannotMove: 'It cannot go further that way.', readAloud: 'Read aloud', source: 'The source says',
  truth: { true: 'true', false: 'false', unknown: 'not known' }, and: 'and',
  clockOf: (task: string, amount: string) => `${task}: ${amount}`,
  tryIt: 'Try it', clear: 'Clear', nothingAsked: 'Nothing is asked, so there is nothing to try.', yes: 'Yes', no: 'No', notKnown: 'Not known', enter: 'Answer',
  result: { true: 'True', false: 'False', unknown: 'Not known' }, holdsNow: 'It holds.', holdsNot: 'It does not hold.', waits: 'It cannot be said yet.',
  because: (what: string) => `Because ${what}`, turns: (what: string, to: string, result: string) => `If ${what} were ${to}, it would be ${result}.`,
  every: 'Every combination', counts: (all: number, holdsIn: number, unclear: number) => `${all}: ${holdsIn} true, ${all - holdsIn - unclear} false${unclear > 0 ? `, ${unclear} not known` : ''}`, short: 'Short', all: (n: number) => `All ${n}`, any: 'any', resultColumn: 'Result', rowsColumn: 'Rows',
  tooMany: (n: number) => `${n.toLocaleString('en-GB')} combinations, too many to show in full.`, marked: 'The marked row is your answers.', another: 'another', tableName: 'Every combination of answers and what comes of it',
  what: 'Of what', asItIs: 'As it stands', sorts: { task: 'Something done', option: 'A way a decision goes', reasons: 'Reasons', fields: 'Answers', recipients: 'Who is told', seats: 'Who is present', transition: 'A route', reply: 'A reply' },
  reasonsFor: (task: string) => `reasons for ${task}`, answersIn: (task: string) => `answers in ${task}`, toldBy: (task: string) => `who gets ${task}`, presentAt: (task: string) => `who is at ${task}`, replyTo: (task: string) => `a reply to ${task}`,
  listed: { fields: (of: string) => `Answers in ${of}`, recipients: (of: string) => `Who gets ${of}`, seats: (of: string) => `Who is at ${of}`, none: 'Nothing yet' },
  verbs: { require: 'ask for', forbid: 'rule out', relieve: 'free from' },
} as const;
