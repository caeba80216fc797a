// The second look at a scenario made of a case: what is taken for a text of the case, a name, a date of birth, an address
// or a long number, and what is not.
import { expect, test } from 'vitest';
import { suspectsIn } from '../../../../engine/case/rehearsal/index.ts';
import type { Scenario, Suspect } from '../../../../engine/case/rehearsal/index.ts';
import type { CaseEvent } from '../../../../engine/case/types.ts';
import type { Procedure } from '../../../../engine/procedure/types.ts';
import { procedureWith } from '../clockwork.ts';

const base = procedureWith({});
const procedure: Procedure = { ...base, label: 'Review of Mill Lane School', questions: { ...base.questions, 'child-dob': { type: 'date', label: 'Child’s day' }, 'seen-on': { type: 'date', label: 'Date of birth of the sibling' }, 'met-on': { type: 'date', label: 'Met' }, people: { type: 'table', label: 'People', columns: {} } } };
const scenario = (changes: Partial<Scenario>): Scenario => ({ format: 1, id: 'Tom Poe', title: 'Small', procedure: 'invented', invented: 'Tom Poe', summary: 'Tom Poe', $schema: 'Tom Poe', steps: [], ...changes });
const event = (payload: object, person = 'A.A.'): CaseEvent => ({ payload, actor: { person, role: 'manager' } } as unknown as CaseEvent);
const note = (words: unknown): Scenario => scenario({ notes: [{ words } as never] });
const look = (one: Scenario, ...events: readonly CaseEvent[]): readonly Suspect[] => suspectsIn(one, events, procedure);

test.each<[words: unknown, kind: Suspect['kind'] | undefined]>([
  ['Rang Jane Doe', 'name'], ['Jane Doe', 'name'], ['jane doe', undefined], ['Jane', undefined], ['Jane D', undefined], ['JANE DOE', undefined], ['Rang JaneDoe Ann', undefined],
  ['Mill Lane School', undefined], ['A.A.', undefined], ['A.B.', undefined], ['Left out.', undefined], ['Left out 12.', undefined], ['Organisation 1234567', undefined], ['Left out. Jane Doe', 'name'], ['Says A.A. and Jane Doe', 'name'], ['An Organisation Old', 'name'],
  ['12345678', 'number'], ['123 456 789', 'number'], ['1234567', 'number'], ['123456', undefined], [12_345_678, 'number'], [1234, undefined], ['12 34', undefined],
  ['At N1 5AB now', 'address'], ['SW1A 1AA', 'address'], ['NW12 3CD', 'address'], ['NW123CD', 'address'], ['n1 5ab', undefined], ['12 Elm Road', 'address'], ['12b Elm Street', 'address'], ['12 elm Road', undefined], ['Elm Drive 12', 'name'], ['7 Oak Way', 'address'], ['7 Oak Barn', 'name'],
  ['2019-03-04', undefined], ['2019-03-04T10:00', undefined],
])('%j is taken for: %s', (words, kind) => {
  expect(look(note(words))).toStrictEqual(kind === undefined ? [] : [{ kind, pointer: '/notes/0/words', found: String(words) }]);
});

test('a date is one of a birth where its question or its name says so, and is told with its question', () => {
  const answers = (values: object) => scenario({ steps: [{ at: '2026-12-07T09:00', as: 'manager', person: 'A.A.', do: { type: 'recordAnswers', answers: values as never } }] });
  const at = '/steps/0/do/answers';
  expect(look(answers({ 'child-dob': '2019-03-04', 'seen-on': '2019-03-05', 'met-on': '2019-03-06', born: '2019-03-07', dobbin: '2019-03-08', 'people': [{ birthday: '2019-03-09' }], aware: { value: '2019-03-10' } }))).toStrictEqual([
    { kind: 'birth', pointer: `${at}/child-dob`, found: '2019-03-04', where: 'Child’s day' }, { kind: 'birth', pointer: `${at}/seen-on`, found: '2019-03-05', where: 'Date of birth of the sibling' },
    { kind: 'birth', pointer: `${at}/born`, found: '2019-03-07' }, { kind: 'birth', pointer: `${at}/people/0/birthday`, found: '2019-03-09' }]);
  expect(look(answers({ 'child-dob': { value: '2019-03-04' }, 'seen-on': ['2019-03-05'] }))).toStrictEqual([
    { kind: 'birth', pointer: `${at}/child-dob/value`, found: '2019-03-04', where: 'Child’s day' }, { kind: 'birth', pointer: `${at}/seen-on/0`, found: '2019-03-05', where: 'Date of birth of the sibling' }]);
});

test.each<[written: string, kept: boolean]>([
  ['went to town', true], ['K.L.', true], ['K.K.', false], ['Tom', false], ['Toms', true], ['tell-partners', false], ['alone', false], ['2026-12-07', false], ['2026-12-07 late', false], ['Left out.', false], ['Left out 3.', false], ['Organisation 2', false], ['Office', false], ['Mill Lane', false], ['Mill Street', true],
])('of a text %j of the case, that it stands in the scenario is told: %s', (written, kept) => {
  const of = event({ answers: { story: { value: [written] } } });
  expect(look(note(written), of).filter(({ kind }) => kind === 'kept')).toStrictEqual(kept ? [{ kind: 'kept', pointer: '/notes/0/words', found: written }] : []);
  expect(look(scenario({ title: `About ${written}!` }), of).filter(({ pointer }) => pointer === '/title')).toStrictEqual(kept ? [{ kind: 'kept', pointer: '/title', found: written }] : []);
});

test('who acted in the case is looked for too, and what stands only in what the scenario says of itself is no finding', () => {
  expect(look(scenario({ cast: [{ role: 'manager', person: 'J.R.' }] }), event({}, 'J.R.'))).toStrictEqual([{ kind: 'kept', pointer: '/cast/0/person', found: 'J.R.' }]);
  expect(look(scenario({}), event({ words: 'Tom Poe' }))).toStrictEqual([]);
});
