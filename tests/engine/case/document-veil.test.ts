// Whose names stand in a document: by class and reader, by day, by which name is the longer; and who holds a seat.
import { describe, expect, test } from 'vitest';
import { documentText } from '../../../engine/case/document-text.ts';
import type { Run } from '../../../engine/case/document-types.ts';
import { compile } from '../../../engine/case/compile.ts';
import type { Procedure } from '../../../engine/procedure/types.ts';
import { answers, at } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const base = procedureWith({});
const text = (label: string, more: object = {}) => ({ type: 'text', label, ...more } as const);
type Disclosure = NonNullable<Procedure['disclosure']>[string];
const pseudonyms = { question: 'names', name: 'name', pseudonym: 'stands' };
const procedureOf = (words: string, one: Partial<Disclosure>): Procedure => ({
  ...base, rules: {},
  parties: { ...base.parties, author: { kind: 'role', title: 'Author' }, chair: { kind: 'role', title: 'Chair', many: true }, reader: { kind: 'agency', title: 'Reader', outside: true, maySee: ['open'] } },
  questions: { ...base.questions, story: text('Story'), who: text('Who', { class: 'names' }), names: { type: 'table', label: 'Names', columns: { name: text('Name'), stands: text('Stands as') } } } as Procedure['questions'],
  disclosure: { names: { label: 'Names', ...one }, open: { label: 'Open', pseudonyms: { question: 'aliases', name: 'name', pseudonym: 'stands' } } } as NonNullable<Procedure['disclosure']>,
  documents: { letter: { label: 'Letter', variants: ['whole', 'short'], leavesOut: { short: ['names'] }, template: [{ words }] } },
});
interface Asked { readonly story?: string; readonly who?: string; readonly names?: readonly object[]; readonly one?: Partial<Disclosure>; readonly reader?: Parameters<typeof documentText>[3]; readonly seats?: readonly (readonly [string, string])[]; readonly asOf?: string }
function read(words: string, { story = 'None.', who = 'Nobody', names = [], one = { pseudonyms }, reader = { audience: 'reader' }, seats = [], asOf = '2026-12-02T09:00' }: Asked): { readonly runs: readonly Run[]; readonly withheld: readonly string[] } {
  const of = procedureOf(words, one);
  const started = begun(of, '2026-12-01T09:00');
  started.does('manager', { type: 'recordAnswers', mode: 'change', answers: answers({ story, who, names } as never) });
  for (const [seat, person] of seats) started.does('manager', { type: 'appoint', seat, person, capacity: seat === 'author' ? 'holder' : 'representative', from: '2026-12-01' } as never);
  const { blocks, withheld } = documentText(compile(of, { version: 1, hash: 'h' }), started.case, 'letter', reader, at(asOf));
  return { runs: blocks.flatMap((block) => ('runs' in block ? block.runs : [])), withheld };
}
const said = (words: string, asked: Asked): string => read(words, asked).runs.map(({ text: one, is }) => (is === 'answer' || is === 'words' ? one : `[${is} ${one}]`)).join('');
const al = { name: 'Al', stands: 'A' };
const alBo = { name: 'Al Bo', stands: 'B' };

describe('a name', () => {
  test.each<[story: string, told: string]>([
    ['Al came.', '[pseudonym A] came.'], ['Al Bo came with Al.', '[pseudonym B] came with [pseudonym A].'], ['Also Alé, Al7 and XAl.', 'Also Alé, Al7 and XAl.'], ['Al', '[pseudonym A]'], ['AlAl Al-Al', 'AlAl [pseudonym A]-[pseudonym A]'], ['(Al)', '([pseudonym A])'], ['None', 'None'],
  ])('in %j reads %j, the longer before the shorter, in whichever order they stand in the table', (story, told) => {
    for (const names of [[al, alBo], [alBo, al]]) expect(said('{story}', { story, names })).toBe(told);
  });
  test('with marks in it is a name like any other', () => {
    expect(said('{story}', { story: 'A.B. met AxB. and (c).', names: [{ name: 'A.B.', stands: 'X' }, { name: '(c)', stands: 'Y' }] })).toBe('[pseudonym X] met AxB. and [pseudonym Y].');
  });
  test('stands as it is for who may see it, and before and after the class is in force', () => {
    const one = { pseudonyms, inForce: { from: '2026-12-02', until: '2026-12-03' } } as Partial<Disclosure>;
    const on = (asOf: string) => said('{story}', { story: 'Al', names: [al], one, asOf });
    expect([on('2026-12-01T23:59'), on('2026-12-02T00:00'), on('2026-12-03T23:59'), on('2026-12-04T00:00')]).toEqual(['Al', '[pseudonym A]', '[pseudonym A]', 'Al']);
    expect([{}, { variant: 'whole' }, { variant: 'short' }, { variant: 'none' }, { audience: 'manager' }, { audience: 'none' }].map((reader) => said('{story}', { story: 'Al', names: [al], reader }))).toEqual(['Al', 'Al', '[pseudonym A]', 'Al', 'Al', 'Al']);
  });
  test('that stands for the whole answer of a class is all that is told of it; anything else of the class is left out', () => {
    expect([said('{who}', { who: 'Al', names: [al] }), said('{who}', { who: 'Al and I', names: [al] })]).toEqual(['[pseudonym A]', '[withheld Left out: Names]']);
  });
  test('replaced is something left out, and its class is told', () => {
    expect([read('{story}', { story: 'Al', names: [al] }).withheld, read('{story}', { story: 'Bo', names: [al] }).withheld]).toEqual([['names'], []]);
  });
  test('that may stand because of who bears it is not replaced', () => {
    const asked: Asked = { story: 'Al and Bo', names: [al, { name: 'Bo', stands: 'B' }], seats: [['author', 'Al']] };
    expect([said('{story}', { ...asked, one: { pseudonyms, exempt: ['author'] } }), said('{story}', asked)]).toEqual(['Al and [pseudonym B]', '[pseudonym A] and [pseudonym B]']);
  });
});

describe('who holds a seat', () => {
  const seats = [['author', 'Al'], ['chair', 'Bo'], ['chair', 'Cy']] as const;
  const holder = (party: string, one: Partial<Disclosure>, reader?: Asked['reader']) => said(`{holder:${party}}`, { seats, one, names: [{ name: 'Bo', stands: 'B' }], ...(reader ? { reader } : {}) });
  test('is told, each by name, where no class keeps names of seats back', () => {
    expect([holder('author', { pseudonyms }), holder('chair', {}), holder('chair', { pseudonyms, exempt: ['author'] }, {})]).toEqual(['Al', 'Bo, Cy', 'Bo, Cy']);
  });
  test('is told where the seat may be named, and else replaced or left out', () => {
    expect([holder('author', { pseudonyms, exempt: ['author'] }), holder('chair', { pseudonyms, exempt: ['author'] }), holder('chair', { exempt: ['author', 'chair'] })]).toEqual(['Al', '[pseudonym B], [withheld Left out: Names]', 'Bo, Cy']);
  });
});
