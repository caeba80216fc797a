// Each part of a document held whole: what each placeholder becomes, and each kind of block, with its gaps and with what
// a reader may not see.
import { describe, expect, test } from 'vitest';
import { documentText } from '../../../engine/case/document-text.ts';
import type { DocumentBlock, Run } from '../../../engine/case/document-types.ts';
import { compile } from '../../../engine/case/compile.ts';
import type { Answers } from '../../../engine/case/types.ts';
import type { Procedure, Task, TemplateBlock, Timescale } from '../../../engine/procedure/types.ts';
import { answers, at, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

const base = procedureWith({ report: { ...fiveDays, label: 'Report' }, call: { ...fiveDays, for: 'copy', label: 'Call', unit: 'hours', amount: 30, from: { var: 'incident-at' } } as Timescale, bare: { ...fiveDays, for: 'publish', from: { done: 'write' } } as Timescale });
const text = (label: string, more: object = {}) => ({ type: 'text', label, ...more } as const);
const secret = { class: 'secret' };
const procedure = (template: readonly TemplateBlock[], subject = true): Procedure => ({
  ...base, rules: {}, ...(subject ? { subject: { initials: 'initials' } } : {}),
  parties: { ...base.parties, chair: { kind: 'role', title: 'Chair' }, reader: { kind: 'agency', title: 'Reader', outside: true, maySee: ['open'] } },
  doors: { front: { ...base.doors['front'], sources: [{ id: 'phone', label: 'Telephone', kind: 'person' }] } as Procedure['doors'][string] },
  stages: { ...base.stages, alert: { ...base.stages['alert'], caseType: 'Full case' } } as Procedure['stages'],
  questions: {
    ...base.questions, initials: text('Initials'), story: text('Story'), hidden: text('Hidden', secret), whose: { type: 'party', label: 'Whose' }, kinds: { type: 'choice', label: 'Kinds', many: true, options: [{ id: 'a', label: 'First' }, { id: 'b', label: 'Second' }] } as never,
    friends: { type: 'list', label: 'Friends' }, sum: { type: 'computed', label: 'Sum', compute: { count: { var: 'friends' } } as never },
    grid: { type: 'matrix', label: 'Grid', rows: [{ id: 'home', label: 'At home' }], columns: { view: text('View'), seen: { type: 'date', label: 'Seen' }, held: text('Held', secret), who: { type: 'party', label: 'Who' }, when: { type: 'date-time', label: 'When' }, sure: { type: 'yes-no', label: 'Sure' } } },
    sealed: { type: 'table', label: 'Sealed', class: 'secret', columns: { name: text('Name') } },
    said: { type: 'table', label: 'Said', columns: { day: { type: 'date', label: 'Day' }, from: { type: 'party', label: 'Told by' } } }, all: { type: 'computed', label: 'All said', compute: { union: { task: 'checks', question: 'said' }, sortBy: 'day' } }, from: { type: 'computed', label: 'All from', compute: { union: { task: 'checks', question: 'said' }, sortBy: 'day', recipient: 'from' } }, who: { type: 'computed', label: 'All by', columns: { agency: { type: 'party', label: 'Agency' } }, compute: { union: { task: 'checks', question: 'said' }, sortBy: 'day', recipient: 'agency' } },
  } as Procedure['questions'],
  forms: { reply: { label: 'Reply', sections: [{ id: 'one', label: 'One', questions: ['said'] }, { id: 'two', label: 'Two', questions: ['story'] }] } },
  tasks: {
    ...base.tasks, checks: { ...base.tasks['checks'], in: ['alert'], reply: { form: 'reply' } } as Task, write: { ...base.tasks['write'], in: ['alert'] } as Task,
    choose: { shape: 'decide', label: 'Decide', by: ['manager', 'chair'], in: ['alert'], agreement: { by: 'all' }, choose: { least: 1, most: 2 }, options: [{ id: 'go', label: 'Go on' }, { id: 'stop', label: 'Stop' }] } as unknown as Task,
    alone: { shape: 'decide', label: 'Alone', by: ['manager'], in: ['alert'], options: [{ id: 'go', label: 'Go' }] },
  },
  disclosure: { secret: { label: 'Secret' }, open: { label: 'Open' } }, documents: { letter: { label: 'Letter', template } },
});
type Values = Parameters<typeof answers>[0];
interface Asked { readonly values?: Values; readonly more?: Answers; readonly reader?: Parameters<typeof documentText>[3]; readonly then?: (story: Story) => void; readonly asOf?: string; readonly subject?: boolean }
function written(template: readonly TemplateBlock[], { values = {}, more, reader, then, asOf, subject }: Asked = {}) {
  const of = procedure(template, subject);
  const story = begun(of, '2026-12-01T09:00');
  if (Object.keys({ ...values, ...more }).length > 0) story.does('manager', { type: 'recordAnswers', mode: 'change', answers: { ...answers(values), ...more } });
  then?.(story);
  return documentText(compile(of, { version: 1, hash: 'h' }), story.case, 'letter', reader, ...(asOf === undefined ? [] : [at(asOf)]));
}
const run = (words: string, is: Run['is'] = 'answer'): Run => ({ text: words, is });
const missing = (what: string): readonly Run[] => [run(`Missing: ${what}`, 'gap')];
const decides = (story: Story): void => { story.does('manager', { type: 'decide', task: 'choose', options: ['go', 'stop'], reasons: 'So it is.' }); story.does('chair', { type: 'decide', task: 'choose', options: ['go', 'stop'] }); };

test.each<[placeholder: string, asked: Asked, runs: readonly Run[]]>([
  ['{case:reference}', {}, [run('IN-1')]], ['{case:opened}', {}, [run('Tue 1 Dec 2026')]], ['{case:stage}', {}, [run('Alert')]], ['{case:door}', {}, [run('Front door')]], ['{case:case-type}', {}, [run('Full case')]],
  ['{case:closed}', {}, missing('{case:closed}')], ['{case:source}', {}, missing('{case:source}')], ['{case:weather}', {}, missing('{case:weather}')], ['{other:thing}', {}, missing('{other:thing}')],
  ['{case:initials}', { values: { initials: 'Q.X.' } }, [run('Q.X.')]], ['{case:initials}', {}, missing('Initials')], ['{case:initials}', { subject: false }, missing('{case:initials}')],
  ['{today:day}', {}, [run('Tue 1 Dec 2026')]], ['{today:day}', { asOf: '2026-12-24T23:30' }, [run('Thu 24 Dec 2026')]], ['{party:health}', {}, [run('Health')]],
  ['{holder:chair}', {}, missing('who is Chair')], ['{holder:chair}', { then: (story) => void story.does('manager', { type: 'appoint', seat: 'chair', person: 'C.C.', capacity: 'holder', from: '2026-12-01' } as never) }, [run('C.C.')]],
  ['{done:write}', {}, missing('when “Write the report” was done')], ['{done:write}', { then: (story) => void story.does('manager', { type: 'completeTask', task: 'write' }) }, [run('Tue 1 Dec 2026')]],
  ['{taken:choose}', {}, missing('what “Decide” decided')], ['{taken:choose}', { then: decides }, [run('Go on, Stop')]],
  ['{due:report}', { values: { aware: '2026-12-01' } }, [run('Tue 8 Dec 2026')]], ['{due:call}', { values: { 'incident-at': '2026-11-30T10:00' } }, [run('Tue 1 Dec 2026 16:00')]], ['{due:report}', {}, missing('Report')], ['{due:bare}', {}, missing('bare')],
  ['{story}', { values: { story: 'It rained.' } }, [run('It rained.')]], ['{story}', { more: { story: { status: 'unknown' } } }, [run('Not known')]], ['{story}', { more: { story: { status: 'declined' } } }, [run('Declined')]], ['{story}', { more: { story: { status: 'to-be-supplied' } } }, missing('Story')], ['{story}', { more: { story: { status: 'not-applicable' } } }, [run('Not applicable')]],
  ['{aware}', { values: { aware: '2026-11-30' } }, [run('Mon 30 Nov 2026')]], ['{incident-at}', { values: { 'incident-at': '2026-11-30T10:05' } }, [run('10:05 on Mon 30 Nov 2026')]], ['{died}', { values: { died: true } }, [run('Yes')]], ['{died}', { values: { died: false } }, [run('No')]], ['{size}', { values: { size: 'small' } }, [run('Small')]],
  ['{kinds}', { values: { kinds: ['a', 'b'] } }, [run('First, Second')]], ['{friends}', { values: { friends: ['Tom', 'health'] } }, [run('Tom, Health')]], ['{friends}', { values: { friends: [] } }, missing('Friends')], ['{sum}', { values: { friends: ['Tom', 'Ann'] } }, [run('2')]], ['{sum}', {}, missing('Sum')],
  ['{hidden}', { values: { hidden: 'X.' } }, [run('X.')]], ['{hidden}', { values: { hidden: 'X.' }, reader: { audience: 'reader' } }, [run('Left out: Secret', 'withheld')]], ['{hidden}', { more: { hidden: { status: 'unknown' } }, reader: { audience: 'reader' } }, [run('Left out: Secret', 'withheld')]], ['{hidden}', { reader: { audience: 'reader' } }, missing('Hidden')],
])('%s stands, of %j, for %j', (placeholder, asked, runs) => {
  const { blocks } = written([{ words: placeholder }], asked);
  expect(blocks).toStrictEqual([{ kind: 'paragraph', runs }]);
});

describe('a block', () => {
  test.each<[name: string, template: readonly TemplateBlock[], asked: Asked, blocks: readonly DocumentBlock[]]>([
    ['of words keeps those around what is filled in', [{ words: 'On {aware}, so.' }], { values: { aware: '2026-11-30' } }, [{ kind: 'paragraph', runs: [run('On ', 'words'), run('Mon 30 Nov 2026'), run(', so.', 'words')] }]],
    ['of a heading has a level', [{ heading: 'One' }, { heading: 'Two', level: 2 }, { heading: { cy: 'Tri' } }], {}, [{ kind: 'heading', level: 1, runs: [run('One', 'words')] }, { kind: 'heading', level: 2, runs: [run('Two', 'words')] }, { kind: 'heading', level: 1, runs: [run('Tri', 'words')] }]],
    ['of answers has one line for each, in order', [{ answers: ['story', 'aware'] }], { values: { story: 'So.' } }, [{ kind: 'answers', lines: [{ label: 'Story', runs: [run('So.')] }, { label: 'Became aware on', runs: missing('Became aware on') }] }]],
    ['of answers with rows among them is parted by a table', [{ answers: ['story', 'said', 'aware', 'died'] }], { values: { story: 'So.', said: [{ day: '2026-11-30', from: 'health' }], aware: '2026-11-30', died: true } }, [{ kind: 'answers', lines: [{ label: 'Story', runs: [run('So.')] }] }, { kind: 'table', label: 'Said', columns: ['Day', 'Told by'], rows: [[[run('Mon 30 Nov 2026')], [run('Health')]]] }, { kind: 'answers', lines: [{ label: 'Became aware on', runs: [run('Mon 30 Nov 2026')] }, { label: 'Child died', runs: [run('Yes')] }] }]],
    ['of a table without rows is a line that misses them', [{ table: 'said' }], { values: { said: [] } }, [{ kind: 'answers', lines: [{ label: 'Said', runs: missing('Said') }] }]],
    ['of a matrix begins with its rows', [{ table: 'grid' }], { values: { grid: [{ row: 'home', view: 'Cold', seen: '2026-11-30', held: 'X.', who: 'police', when: '2026-11-30T10:05', sure: false }] } }, [{ kind: 'table', label: 'Grid', columns: ['', 'View', 'Seen', 'Held', 'Who', 'When', 'Sure'], rows: [[[run('At home')], [run('Cold')], [run('Mon 30 Nov 2026')], [run('X.')], [run('Police')], [run('10:05 on Mon 30 Nov 2026')], [run('No')]]] }]],
    ['of a matrix leaves out the cells that its reader may not see, and no others', [{ table: 'grid' }], { reader: { audience: 'reader' }, values: { grid: [{ row: 'home', view: '', held: 'X.' }] } }, [{ kind: 'table', label: 'Grid', columns: ['', 'View', 'Seen', 'Held', 'Who', 'When', 'Sure'], rows: [[[run('At home')], [], [], [run('Left out: Secret', 'withheld')], [], [], []]] }]],
    ['of a table that its reader may not see is a line that leaves it out', [{ table: 'sealed' }], { reader: { audience: 'reader' }, values: { sealed: [{ name: 'X.' }] } }, [{ kind: 'answers', lines: [{ label: 'Sealed', runs: [run('Left out: Secret', 'withheld')] }] }]],
    ['of a table that everybody else sees is whole', [{ table: 'sealed' }], { values: { sealed: [{ name: 'X.' }] } }, [{ kind: 'table', label: 'Sealed', columns: ['Name'], rows: [[[run('X.')]]] }]],
    ['of a form that is not there is nothing', [{ form: 'none' }], {}, []],
    ['of a form has a heading for each part', [{ form: 'reply' }], { values: { story: 'So.' } }, [{ kind: 'heading', level: 2, runs: [run('One', 'words')] }, { kind: 'answers', lines: [{ label: 'Said', runs: missing('Said') }] }, { kind: 'heading', level: 2, runs: [run('Two', 'words')] }, { kind: 'answers', lines: [{ label: 'Story', runs: [run('So.')] }] }]],
    ['of a decision not taken misses it', [{ decision: 'choose' }], {}, [{ kind: 'answers', lines: [{ label: 'Decide', runs: missing('Decide') }] }]],
    ['of a decision half taken misses it too', [{ decision: 'choose' }], { then: (story) => void story.does('manager', { type: 'decide', task: 'choose', options: ['go'] }) }, [{ kind: 'answers', lines: [{ label: 'Decide', runs: missing('Decide') }] }]],
    ['of a decision of several says what, why, when and who', [{ decision: 'choose' }], { then: decides }, [{ kind: 'answers', lines: [{ label: 'Decide', runs: [run('Go on, Stop')] }, { label: 'Decided on', runs: [run('Tue 1 Dec 2026')] }, { label: 'Decided by', runs: [run('Manager, Chair')] }] }]],
    ['of a decision of one says by whom it was', [{ decision: 'alone' }], { then: (story) => void story.does('manager', { type: 'decide', task: 'alone', options: ['go'], reasons: 'Why not.' }) }, [{ kind: 'answers', lines: [{ label: 'Alone', runs: [run('Go')] }, { label: 'Reasons', runs: [run('Why not.')] }, { label: 'Decided on', runs: [run('Tue 1 Dec 2026')] }, { label: 'Decided by', runs: [run('Manager')] }] }]],
    ['of replies before anything was sent is nothing', [{ replies: 'checks' }], {}, []],
    ['of nothing is nothing', [{} as TemplateBlock], {}, []],
  ])('%s', (_name, template, asked, blocks) => {
    expect(written(template, asked).blocks).toStrictEqual(blocks);
  });

  const replied = (story: Story): void => { story.does('manager', { type: 'sendExchange', task: 'checks' }); story.does('manager', { type: 'recordReply', task: 'checks', recipient: 'health', state: 'received', answers: answers({ said: [{ day: '2026-11-30', from: 'police' }], story: 'Theirs.' }) }); };
  test('of replies has each under its name, its parts one level down, and misses what has not come', () => {
    expect(written([{ replies: 'checks' }], { values: { story: 'Ours.' }, then: replied }).blocks).toStrictEqual([
      { kind: 'heading', level: 2, runs: [run('Health', 'words')] }, { kind: 'heading', level: 3, runs: [run('One', 'words')] }, { kind: 'table', label: 'Said', columns: ['Day', 'Told by'], rows: [[[run('Mon 30 Nov 2026')], [run('Police')]]] },
      { kind: 'heading', level: 3, runs: [run('Two', 'words')] }, { kind: 'answers', lines: [{ label: 'Story', runs: [run('Theirs.')] }] },
      { kind: 'heading', level: 2, runs: [run('Police', 'words')] }, { kind: 'paragraph', runs: missing('the reply of Police') }]);
  });

  test.each<[table: string, columns: readonly string[], cells: number]>([['all', ['Day', 'Told by'], 2], ['from', ['Day', 'Told by'], 2], ['who', ['Agency', 'Day', 'Told by'], 3]])('of gathered rows (%s) has the columns %j', (table, columns, cells) => {
    const [block] = written([{ table }], { then: replied }).blocks;
    expect(block?.kind === 'table' && [block.columns, block.rows[0]?.length]).toStrictEqual([columns, cells]);
  });
});

test('what is missing is named once, and what was left out is told by its class only where something was', () => {
  const template: TemplateBlock[] = [{ words: '{story} {story} {aware}' }, { answers: ['story', 'hidden'] }, { table: 'grid' }];
  const { blocks: _blocks, ...text } = written(template, { values: { hidden: 'X.', grid: [{ row: 'home', held: 'Y.' }] }, reader: { audience: 'reader' } });
  expect(text).toStrictEqual({ document: 'letter', title: 'Letter', audience: 'reader', gaps: ['Story', 'Became aware on'], withheld: ['secret'] });
  expect(written([{ words: '{story}' }], { values: { story: 'So.', hidden: 'X.' }, reader: { audience: 'reader' } }).withheld).toStrictEqual([]);
  expect(written([{ table: 'grid' }], { values: { grid: [{ row: 'home', held: 'Y.' }] }, reader: { audience: 'reader' } }).withheld).toStrictEqual(['secret']);
});

test('a document that the procedure does not have is named in the error', () => {
  const of = procedure([]);
  expect(() => documentText(compile(of, { version: 1, hash: 'h' }), begun(of, '2026-12-01T09:00').case, 'none')).toThrow(new RangeError('The procedure has no document "none" with a template.'));
});
