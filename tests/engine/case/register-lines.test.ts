// What stands in each column of a register, and which lines it has: of cases, of the rows of a table, of the entries of a
// list.
import { describe, expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/compile.ts';
import { register } from '../../../engine/case/register.ts';
import type { Procedure, Register, RegisterValue, Task } from '../../../engine/procedure/types.ts';
import { type answers, at, Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { fiveDays, procedureWith } from './clockwork.ts';

const base = procedureWith({ report: fiveDays });
const procedureOf = (registers: Readonly<Record<string, Partial<Register>>>, changes: Partial<Procedure> = {}): Procedure => ({
  ...base, rules: {}, subject: { initials: 'initials' },
  stages: { ...base.stages, alert: { ...base.stages['alert'], caseType: { en: 'Full case', cy: 'Achos' } } } as Procedure['stages'],
  doors: { front: { ...base.doors['front'], sources: [{ id: 'phone', label: 'Telephone', kind: 'person' }, { id: 'post', label: 'Post', kind: 'person' }] } as Procedure['doors'][string] },
  questions: {
    ...base.questions, initials: { type: 'text', label: 'Initials' }, friends: { type: 'list', label: 'Friends' }, agencies: { type: 'list', label: 'Agencies', of: 'agency' }, kinds: { type: 'choice', label: 'Kinds', many: true, options: [{ id: 'a', label: 'First' }, { id: 'b', label: 'Second' }] }, age: { type: 'number', label: 'Age' },
    people: { type: 'table', label: 'People', columns: { name: { type: 'text', label: 'Name' }, role: { type: 'choice', label: 'Role', options: [{ id: 'aunt', label: 'Aunt' }] }, in: { type: 'yes-no', label: 'In' } } },
    grid: { type: 'matrix', label: 'Grid', rows: [{ id: 'home', label: 'At home' }], columns: { view: { type: 'text', label: 'View' } } },
  } as Procedure['questions'],
  tasks: { ...base.tasks, write: { ...base.tasks['write'], in: ['alert'] } as Task, choose: { shape: 'decide', label: 'Decide', by: ['manager'], in: ['alert'], choose: { least: 1, most: 2 }, options: [{ id: 'go', label: 'Go on' }, { id: 'stop', label: 'Stop' }] } as Task },
  registers: Object.fromEntries(Object.entries(registers).map(([id, one]) => [id, { label: id, columns: [], ...one }])), ...changes,
});
const cellsOf = (value: RegisterValue, then: (story: Story) => void = () => undefined, values: Parameters<typeof answers>[0] = {}, now = '2026-12-02T09:00'): readonly string[] => {
  const procedure = procedureOf({ all: { columns: [{ id: 'c', label: 'C', value }] } });
  const story = begun(procedure, '2026-12-01T09:00', values);
  then(story);
  return register(compile(procedure, { version: 1, hash: 'h' }), 'all', [story.case], at(now)).map(({ cells }) => cells['c'] ?? 'none');
};
const by = (body: Parameters<Story['does']>[1]) => (story: Story): void => void story.does('manager', body);

test.each<[value: RegisterValue, cell: string, then?: (story: Story) => void, values?: Parameters<typeof answers>[0]]>([
  [{ case: 'reference' }, 'IN-1'], [{ case: 'opened' }, '2026-12-01T09:00'], [{ case: 'closed' }, ''], [{ case: 'stage' }, 'Alert'], [{ case: 'case-type' }, 'Full case'], [{ case: 'door' }, 'Front door'], [{ case: 'source' }, ''], [{ case: 'initials' }, ''],
  [{ case: 'initials' }, 'Q.X.', undefined, { initials: 'Q.X.' }], [{ case: 'closed' }, '2026-12-01T09:20', (story: Story) => { story.does('manager', { type: 'sendExchange', task: 'send-alert' }); story.does('manager', { type: 'decide', task: 'outcome', options: ['end'] }); }],
  [{ taken: 'choose' }, ''], [{ taken: 'choose' }, 'Go on, Stop', by({ type: 'decide', task: 'choose', options: ['go', 'stop'] })], [{ done: 'write' }, ''], [{ done: 'write' }, '2026-12-01T09:10', by({ type: 'completeTask', task: 'write' })],
  [{ due: 'report' }, ''], [{ due: 'report' }, '2026-12-08', undefined, { aware: '2026-12-01' }], [{ due: 'none' }, ''],
  [{ var: 'age' }, ''], [{ var: 'age' }, '4', undefined, { age: 4 }], [{ var: 'died' }, 'Yes', undefined, { died: true }], [{ var: 'died' }, 'No', undefined, { died: false }], [{ var: 'size' }, 'Small', undefined, { size: 'small' }], [{ var: 'kinds' }, 'First, Second', undefined, { kinds: ['a', 'b'] }],
  [{ var: 'agencies' }, 'Health, Scouts', undefined, { agencies: ['health', 'Scouts'] }], [{ var: 'friends' }, 'Tom, Ann', undefined, { friends: ['Tom', 'Ann'] }], [{ var: 'people' }, 'Al Aunt Yes, Bo', undefined, { people: [{ name: 'Al', role: 'aunt', in: true }, { name: 'Bo' }] }], [{ var: 'grid' }, 'At home Cold', undefined, { grid: [{ row: 'home', view: 'Cold' }] }],
  [{ row: 'name' }, ''], [{ var: 'initials' }, 'None of these', undefined, { initials: 'None of these' }],
] as never)('the column %j says %j', (value: RegisterValue, cell: string, then?: (story: Story) => void, values?: Parameters<typeof answers>[0]) => {
  expect(cellsOf(value, then, values)).toEqual([cell]);
});

test('initials that are not known, or where nobody says what they are, stand nowhere', () => {
  expect(cellsOf({ case: 'initials' }, (story) => void story.does('manager', { type: 'recordAnswers', mode: 'change', answers: { initials: { status: 'unknown' } } }))).toEqual(['']);
  const { subject: _none, ...procedure } = procedureOf({ all: { columns: [{ id: 'c', label: 'C', value: { case: 'initials' } }] } });
  expect(register(compile(procedure, { version: 1, hash: 'h' }), 'all', [begun(procedure, '2026-12-01T09:00', { initials: 'Q.X.' }).case], at('2026-12-02T09:00'))).toEqual([{ case: 'case-1', cells: { c: '' } }]);
});

test('the source of a case is said in the words of its door', () => {
  const procedure = procedureOf({ all: { columns: [{ id: 'c', label: 'C', value: { case: 'source' } }] } });
  const compiled = compile(procedure, { version: 1, hash: 'h' });
  const told = (source: string): string | undefined => {
    const held = new Story(versionsOf([compiled]), '2026-12-01T09:00').does('manager', { type: 'openCase', case: 'case-1', reference: 'IN-1', door: 'front', source, answers: {} });
    return register(compiled, 'all', [held], at('2026-12-02T09:00'))[0]?.cells['c'];
  };
  expect([told('post'), told('phone')]).toEqual(['Post', 'Telephone']);
});

describe('the lines', () => {
  const rows = [{ name: 'Bo', role: 'aunt' }, { name: 'Al' }];
  const column = (id: string, value: RegisterValue) => ({ id, label: id, value });
  const lines = (one: Partial<Register>, values: Parameters<typeof answers>[0], now = '2026-12-02T09:00') => {
    const procedure = procedureOf({ all: one });
    return register(compile(procedure, { version: 1, hash: 'h' }), 'all', [begun(procedure, '2026-12-01T09:00', values).case], at(now));
  };
  const columns = [column('who', { row: 'name' }), column('as', { row: 'role' }), column('of', { case: 'reference' })];

  test('are one for each row of a table, with what the case has beside it', () => {
    expect(lines({ rows: 'people', columns }, { people: rows })).toEqual([{ case: 'case-1', cells: { who: 'Bo', as: 'Aunt', of: 'IN-1' } }, { case: 'case-1', cells: { who: 'Al', as: '', of: 'IN-1' } }]);
    expect(lines({ rows: 'people', columns }, {})).toEqual([]);
  });
  test('are one for each entry of a list, by its label', () => {
    expect(lines({ rows: 'agencies', columns: [column('who', { row: 'agencies' }), column('other', { row: 'name' })] }, { agencies: ['police', 'Scouts'] }).map(({ cells }) => cells)).toEqual([{ who: 'Police', other: '' }, { who: 'Scouts', other: '' }]);
  });
  test('stand in the order of the column that the register names, equal ones as they were', () => {
    expect(lines({ rows: 'people', columns, sortBy: 'who' }, { people: rows }).map(({ cells }) => cells['who'])).toEqual(['Al', 'Bo']);
    expect(lines({ rows: 'people', columns, sortBy: 'of' }, { people: rows }).map(({ cells }) => cells['who'])).toEqual(['Bo', 'Al']);
    expect(lines({ rows: 'people', columns }, { people: rows }).map(({ cells }) => cells['who'])).toEqual(['Bo', 'Al']);
  });
  test('of many stand in order too', () => {
    const many = ['Cy', 'Al', 'Bo', 'Al', 'Dee', 'Bo', 'Al'].map((name, index) => ({ name, role: index === 3 ? 'aunt' : '' })).map(({ name, role }) => (role === '' ? { name } : { name, role }));
    expect(lines({ rows: 'people', columns, sortBy: 'who' }, { people: many }).map(({ cells }) => `${cells['who']}${cells['as']}`)).toEqual(['Al', 'AlAunt', 'Al', 'Bo', 'Bo', 'Cy', 'Dee']);
    expect(lines({ rows: 'people', columns, sortBy: 'as' }, { people: many }).map(({ cells }) => cells['who'])).toEqual(['Cy', 'Al', 'Bo', 'Dee', 'Bo', 'Al', 'Al']);
  });
  test('are those of cases that the filter lets through', () => {
    const filtered = (values: Parameters<typeof answers>[0]) => lines({ columns, filter: { var: 'died' } }, values).length;
    expect([filtered({ died: true }), filtered({ died: false }), filtered({})]).toEqual([1, 0, 0]);
  });
  test('are none before the register begins or after it ended', () => {
    const dated = (now: string) => lines({ columns, inForce: { from: '2026-12-02', until: '2026-12-03' } }, {}, now).length;
    expect(['2026-12-01T23:59', '2026-12-02T00:00', '2026-12-03T23:59', '2026-12-04T00:00'].map(dated)).toEqual([0, 1, 1, 0]);
  });
  test('are as of the moment that is asked for', () => {
    const procedure = procedureOf({ all: { columns: [column('done', { done: 'write' })] } });
    const story = begun(procedure, '2026-12-01T09:00');
    story.does('manager', { type: 'completeTask', task: 'write' }, { now: '2026-12-03T10:00' });
    expect(register(compile(procedure, { version: 1, hash: 'h' }), 'all', [story.case], at('2026-12-04T10:00'))[0]?.cells).toEqual({ done: '2026-12-03T10:00' });
  });
  test('are none of cases of another procedure; a register that is not there is an error of the caller', () => {
    const compiled = compile(procedureOf({ all: { columns } }), { version: 1, hash: 'h' });
    const { case: held } = begun(procedureOf({ all: { columns } }), '2026-12-01T09:00');
    expect(register(compiled, 'all', [{ ...held, procedure: { ...held.procedure, id: 'other' } }], at('2026-12-02T09:00'))).toEqual([]);
    expect(() => register(compiled, 'none', [], 0)).toThrow(new RangeError('The procedure has no register "none".'));
  });
});
