// Scenario files: those that ship, and files from anywhere. A file of cases is refused and told apart.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { readScenario, scenarioProblems } from '../../../../engine/case/rehearsal/index.ts';
import { bookOf, filesIn, procedureOf, scenarioIn, scenarioText, schema, slugs } from './shipped.ts';
import { createMemoryStore } from '../../../../engine/store/memory.ts';

const files = slugs.flatMap((slug) => filesIn(`examples/${slug}/scenarios/`));
const scenarios = files.map((path) => scenarioIn(path));
const walkthroughSchema = JSON.parse(scenarioText('examples/walkthrough.schema.json'));

describe('what ships', () => {
  test('two facilitated scenarios or more for each procedure, and one that begins on the front page', () => {
    for (const slug of slugs) expect(scenarios.filter(({ procedure, guided }) => procedure === slug && guided === 'facilitated').length, slug).toBeGreaterThanOrEqual(2);
    expect(scenarios.filter(({ first }) => first === true)).toMatchObject([{ guided: 'self', minutes: 10 }]);
  });

  test.each(files)('%s tells a room what it is for, what comes when, and what is asked', (path) => {
    const { aims = [], cast = [], opening, injects = [], questions = [], notes = [] } = scenarioIn(path);
    expect([aims.length > 1, cast.length > 1, opening !== undefined, injects.length > 1, questions.length > 1, notes.length > 0]).toEqual(Array(6).fill(true));
    for (const { id, choices } of questions) expect(choices.filter(({ right }) => right === true).length, id).toBe(1);
    const ids = [...injects, ...questions].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(files)('%s cites only what its procedure cites', (path) => {
    const scenario = scenarioIn(path);
    const procedure = JSON.stringify(procedureOf(scenario.procedure));
    for (const cite of (scenario.questions ?? []).flatMap(({ cites = [] }) => cites)) expect(procedure.includes(JSON.stringify(cite)), cite).toBe(true);
  });

  test('ids are their own', () => {
    const ids = [...files, ...slugs.flatMap((slug) => filesIn(`examples/${slug}/`))].map((path) => scenarioIn(path).id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the schema', () => {
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
  test.each(files)('says the same of %s as Ajv does', (path) => { expect(validate(JSON.parse(scenarioText(path)))).toBe(true); });
  test('has every part of a walkthrough as it is there; else run node scripts/scenario-schema.mjs', () => {
    const { properties, $defs } = schema as unknown as typeof walkthroughSchema;
    expect($defs).toEqual(walkthroughSchema.$defs);
    for (const [name, part] of Object.entries<{ items?: unknown; type?: unknown }>(walkthroughSchema.properties)) expect([name, properties[name].type, properties[name].items]).toEqual([name, part.type, part.items]);
  });
});

describe('a file from anywhere', () => {
  const good = scenarioText(files[0] ?? '');
  test.each([
    ['is not JSON', good.slice(0, 200), ''],
    ['has a dangerous key', good.replace('"format"', '"__proto__": {}, "format"'), ''],
    ['has a kind of news nobody knows', good.replace(/"kind": "[a-z-]+"/, '"kind": "rumour"'), '/injects/0/kind'],
    ['asks with one choice only', good.replace(/"choices": \[[\s\S]*?\n {6}\]/, '"choices": []'), '/questions/0/choices'],
  ])('that %s is refused at its place', (_, text, pointer) => {
    const read = readScenario(text, schema);
    expect(read).toMatchObject({ ok: false });
    if (!read.ok) expect(read.problems.some((problem) => problem.pointer.startsWith(pointer) && problem.words !== '')).toBe(true);
  });

  test('that holds the record of a case is refused, and told so', async () => {
    const book = bookOf(scenarioIn(files[0] ?? ''));
    const store = createMemoryStore('live');
    const whole = JSON.stringify(await store.cases.exportAll());
    for (const text of [JSON.stringify(book.opening), JSON.stringify(book.opening.events), whole, `${good.slice(0, -3)}, "hash": "00" }`]) expect(readScenario(text, schema).ok).toBe(false);
    const read = readScenario(JSON.stringify(book.opening.events), schema);
    if (!read.ok) expect(read.problems[0]?.words).toContain('A rehearsal never opens one');
  });

  test('that names a role, a task or a time that does not fit is told each, in words', () => {
    const scenario = scenarioIn(files[0] ?? '');
    const [step] = scenario.steps;
    const wrong = { ...scenario, cast: [{ role: 'king', person: 'K.K.' }], injects: [{ id: 'early', at: '2001-01-01T09:00', kind: 'media' as const, title: 'Early', words: 'Too early.' }], steps: [...scenario.steps, { ...step, at: '2001-01-01T09:00', as: 'queen', do: { type: 'completeTask' as const, task: 'crown' } }] } as typeof scenario;
    expect(scenarioProblems(wrong, procedureOf(scenario.procedure)).map(({ pointer }) => pointer.replace(/\d+/g, 'n'))).toEqual(expect.arrayContaining(['/cast/n/role', '/injects/n/at', '/steps/n/as', '/steps/n/do/task', '/steps/n/at']));
  });
});
