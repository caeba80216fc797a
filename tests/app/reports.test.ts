// Reports: made of the case as it stands, without names where that is asked; figures counted from the cases, held
// against a plain count.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { caseReport } from '../../app/reports/caseReports.ts';
import { decidedIn, learningOf } from '../../app/reports/month.ts';
import { sheetOf, sheetsOf } from '../../app/reports/sheet.ts';
import { casesOf, subjectBlocks } from '../../app/reports/subject.ts';
import { agencyDrawings, stageDrawings } from '../../app/reports/drawing.ts';
import type { Drawing, Mark } from '../../app/reports/drawing.ts';
import { figuresOf, told, yearsOf } from '../../app/reports/year.ts';
import type { StageTime, Told } from '../../app/reports/year.ts';
import { withoutNames } from '../../app/reports/anonymous.ts';
import { plainText } from '../../app/cases/letters/plain.ts';
import { own, table } from '../../app/cases/letters/blocks.ts';
import { wordFile } from '../../app/cases/letters/word.ts';
import type { CaseModel } from '../../app/cases/types.ts';
import { compile, contentHash, deadlines, perform, replay, rules, tasks, versionsOf } from '../../engine/index.ts';
import { civilDateTime, parseDateTime } from '../../engine/time/london.ts';
import { parseDay } from '../../engine/time/day.ts';
import { seedOf } from '../browser/seeding.ts';
import { unzip } from './unzip.ts';

const NOW = parseDateTime('2027-03-31T10:42') ?? 0;
let all: readonly (Told & { readonly model: CaseModel })[];
beforeAll(() => {
  const seed = seedOf([{ walkthrough: 'tower-hamlets/walkthrough', steps: 18, notes: 1, initials: 'W.Q.' }, { walkthrough: 'tower-hamlets/walkthrough', steps: 200, initials: 'Y.Z.' }, { walkthrough: 'stockport/walkthrough', steps: 200, initials: 'S.T.' }, { walkthrough: 'trafford/walkthrough', steps: 200, initials: 'T.F.' }]);
  const versions = versionsOf(seed.versions.map(({ procedure, version }) => compile(procedure, { version, hash: contentHash(procedure) })));
  all = seed.cases.map(({ events }) => {
    const item = replay(versions, events, NOW);
    const procedure = versions.get(item.procedure)?.procedure;
    if (procedure === undefined) throw new Error('no procedure');
    const model: CaseModel = { case: item, procedure, versions, now: NOW, actor: { person: 'A.B.', role: '', label: '' }, tasks: tasks(versions, item, NOW), deadlines: deadlines(versions, item, NOW), rules: rules(versions, item) };
    return { ...told(versions, item, procedure), model };
  });
}, 60_000);
const of = (index: number): CaseModel => { const found = all[index]; if (found === undefined) throw new Error('no case'); return found.model; };
const text = (report: Parameters<typeof caseReport>[0], index: number, without = false): string => plainText(caseReport(report, of(index), [], without));

describe('reports of a case', () => {
  test('the summary says who it is about, where it stands, what is open and what is known', () => {
    const summary = text('summary', 0);
    for (const words of ['Case TH-2026-0001', 'W.Q.', 'What is open', 'Time limits', 'What is known', of(0).case.head]) expect(summary).toContain(words);
  });
  test('the record of decisions holds every decision with its reasons, also those taken afresh since', () => {
    const decided = Object.entries(of(2).case.tasks).flatMap(([id, records]) => (of(2).procedure.tasks[id]?.shape === 'decide' ? records.filter((record) => record.done !== undefined && record.options !== undefined) : []));
    const record = text('decisions', 2);
    expect(decided.length).toBeGreaterThan(3);
    expect(record.match(/^Decided by: /gm)).toHaveLength(decided.length);
    for (const { reasons } of decided) if (reasons !== undefined) expect(record).toContain(reasons);
  });
  test('the audit has one line for each entry and says that the chain is whole, or where it is not', () => {
    const { case: item } = of(2);
    const audit = text('audit', 2);
    expect(audit.match(/^- No\.: /gm)).toHaveLength(item.events.length);
    expect(audit).toContain(`The chain of ${item.events.length} entries was checked and is whole.`);
    const spoilt: CaseModel = { ...of(2), case: { ...item, events: item.events.map((event) => (event.seq === 5 ? { ...event, payload: { ...event.payload, words: 'changed' } } : event)) } };
    expect(plainText(caseReport('audit', spoilt, []))).toContain('does not hold at entry 5');
  });
  test('the action plan stands as it was filled in, with the tasks that follow it up', () => {
    expect(text('plan', 2)).toMatch(/Recommendation|Action/);
    expect(text('plan', 0)).toContain('No action is recorded yet');
  });
  test('without names neither the child, nor a date of birth, nor anybody who acted is in any report', () => {
    for (const [index, { case: item }] of all.entries()) for (const report of ['summary', 'decisions', 'plan', 'audit'] as const) {
      const without = text(report, index, true);
      const born = item.answers['child-dob'];
      for (const person of new Set(item.events.map(({ actor }) => actor.person))) expect(without).not.toMatch(new RegExp(`(?<![\\p{L}\\p{N}])${person.replaceAll('.', '\\.')}(?![\\p{L}\\p{N}])`, 'u'));
      expect(without).not.toMatch(/W\.Q\.|Y\.Z\.|S\.T\.|T\.F\./);
      if (born !== undefined && 'value' in born) expect(without).not.toContain(String(born.value));
    }
  });
  test('a name stands in no text after the names are taken out, whatever surrounds it', () => {
    const model = of(0);
    fc.assert(fc.property(fc.constantFrom('W.Q.', 'WQ'), fc.constantFrom('', ' ', '(', '“', '. '), fc.constantFrom('', ' ', ')', '”', ', ', "'s "), (name, before, after) => {
      const [block] = withoutNames([{ kind: 'paragraph', runs: own(`Seen${before === '' ? ' ' : before}${name}${after}there`.replace(`${name}there`, `${name} there`)) }], model);
      expect(block === undefined ? '' : plainText([block])).not.toContain(name);
    }));
  });
});

describe('the sheet for a national notification', () => {
  test('has the questions of the form in their order and wording, and says which answers are missing', () => {
    const [view] = sheetsOf(of(1));
    if (view === undefined) throw new Error('no sheet');
    const fields = sheetOf(of(1), view).flatMap((part) => part.fields);
    expect(view.id).toBe('notify-dfe');
    expect(fields[0]?.id).toBe('dfe-reference');
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    for (const { id, label, answer } of fields) expect([label === '', answer === '', of(1).procedure.questions[id] === undefined]).toEqual([false, false, false]);
    expect(fields.map(({ id }) => id)).toContain('child-initials');
    expect(sheetsOf(of(2)).every(({ shape }) => shape === 'exchange')).toBe(true);
  });
});

describe('what is held about one person', () => {
  test('is every answer of each case about the child, with what speaks of others marked, and nothing of other children', () => {
    const found = casesOf(all, { initials: 'yz', born: '' });
    expect(found.map(({ told: { case: item }, as }) => [item.id, as])).toEqual([['seed-2', 'child']]);
    const blocks = subjectBlocks(found, { initials: 'Y.Z.', born: '' }, NOW);
    const answered = Object.keys(of(1).case.answers).filter((id) => of(1).procedure.questions[id]?.type !== 'computed');
    expect(blocks.flatMap((block) => (block.kind === 'answers' ? block.lines : []))).toHaveLength(answered.length);
    expect(plainText(blocks)).not.toContain('W.Q.');
    const free = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.at(-1)?.[0]?.is) : []));
    expect(new Set(free)).toEqual(new Set(['gap']));
  });
  test('is told apart by the date of birth, and of staff is what they did', () => {
    expect(casesOf(all, { initials: 'Y.Z.', born: '1999-01-01' })).toEqual([]);
    const staff = of(0).case.events[0]?.actor.person ?? '';
    expect(casesOf(all, { initials: staff, born: '' }).every(({ as, told: { case: item } }) => as === 'child' || item.events.some(({ actor }) => actor.person === staff))).toBe(true);
    expect(casesOf(all, { initials: ' ', born: '' })).toEqual([]);
  });
});

describe('the figures of a year', () => {
  const year = (at: number): string => civilDateTime(at).slice(0, 4);
  test('are those of a plain count over the cases', () => {
    for (const chosen of yearsOf(all, NOW)) {
      const figures = figuresOf(all, chosen);
      expect(figures.opened).toBe(all.filter(({ case: item }) => year(item.opened) === chosen).length);
      expect(figures.doors.reduce((sum, { count }) => sum + count, 0)).toBe(figures.opened);
      expect(figures.stages.reduce((sum, { times }) => sum + times, 0)).toBe(all.flatMap(({ case: item, procedure }) => item.visits.filter((visit) => visit.left !== undefined && year(visit.left) === chosen && !Object.values(procedure.stages).some(({ within }) => within === visit.stage))).length);
      expect(figures.limits.reduce((sum, { met, metLate, running, late }) => sum + met + metLate + running + late, 0)).toBeLessThanOrEqual(all.flatMap(({ deadlines: due }) => due.filter(({ latest }) => latest !== undefined && year(latest) === chosen)).length);
      for (const agency of figures.agencies) expect(agency.inTime + agency.late + agency.out + agency.overdue + agency.other).toBe(agency.asked);
    }
    expect(figuresOf(all, '2026').agencies.length).toBeGreaterThan(3);
  });
  test('count closed cases in the year of their closing, and open ones at its end', () => {
    const [first] = all;
    if (first === undefined) throw new Error('no case');
    const closed = { ...first, case: { ...first.case, opened: parseDateTime('2025-06-01T09:00') ?? 0, closed: parseDateTime('2026-12-31T23:59') ?? 0 } };
    expect([2025, 2026, 2027].map((one) => { const { opened, closed: shut, openAtEnd } = figuresOf([closed], String(one)); return [opened, shut, openAtEnd]; })).toEqual([[1, 0, 1], [0, 1, 0], [0, 0, 0]]);
  });
  test('count a case that was opened twice once: the one merged into another is counted with that one', () => {
    const { case: item, procedure, versions } = of(0);
    const outcome = perform(versions, item, { type: 'mergeCase', into: { case: 'other', reference: 'TH-2026-0002' }, reason: 'Opened twice.', id: 'merge', salt: 'salt' }, { now: NOW, role: procedure.closing?.by?.[0] ?? Object.keys(procedure.parties)[0] ?? '', person: 'A.B.' });
    if (!outcome.ok) throw new Error(outcome.refusal.words);
    const year = civilDateTime(item.opened).slice(0, 4);
    expect(figuresOf([told(versions, item, procedure)], year).opened).toBe(1);
    expect(figuresOf([told(versions, outcome.case, procedure)], year)).toMatchObject({ opened: 0, closed: 0, openNow: 0, doors: [], stages: [] });
  });
  test('the learning of a month holds what learning stages did in it, and no answer of a class', () => {
    const months = ['2026-12', '2027-01', '2027-02', '2027-03'].map((month) => parseDay(`${month}-01`) ?? 0);
    const learned = months.flatMap((first) => learningOf(all, first));
    expect(new Set(learned.map(({ id }) => id)).size).toBe(learned.length);
    for (const { case: id, task } of learned) expect(all.find(({ case: item }) => item.id === id)?.procedure.tasks[task]?.in?.length).toBeGreaterThan(0);
    expect(months.flatMap((first) => decidedIn(all, first)).length).toBeGreaterThan(0);
  });
});

describe('pictures for Word', () => {
  const stages = Array.from({ length: 30 }, (_, n): StageTime => ({ id: `s${n}`, label: n === 0 ? 'A stage of which the name is far too long to stand in two lines beside its bar' : `Stage ${n}`, times: 1, median: n, longest: 2 * n, ...(n % 2 === 0 ? {} : { limit: 10 }) }));
  const rects = (drawing: Drawing | undefined, fill: string) => (drawing?.marks ?? []).filter((mark): mark is Mark & { readonly is: 'rect' } => mark.is === 'rect' && mark.fill === fill);
  test('are as long as their days, marked at their limits, and no longer than a sheet', () => {
    const [first, second, ...more] = stageDrawings(stages);
    expect([more.length, rects(first, '#0b0c0c').length, rects(second, '#0b0c0c').length]).toEqual([0, 14, 1]);
    const bars = rects(first, '#00525b').filter(({ height }) => height > 10);
    expect(bars.map(({ width }) => Math.round(width / (420 / 58)))).toEqual(stages.slice(0, 28).map(({ median }) => median));
    for (const drawing of [first, second]) expect(((drawing?.height ?? 0) / (drawing?.width ?? 1)) * 600).toBeLessThan(900);
    for (const mark of first?.marks ?? []) if (mark.is === 'text' && mark.y > 44) expect(mark.text.length).toBeLessThanOrEqual(34);
  });
  test('of agencies say each number, and the words name what the colours mean', () => {
    const [only] = agencyDrawings([{ id: 'a', label: 'School', asked: 6, inTime: 3, late: 2, out: 0, overdue: 1, other: 0 }]);
    const said = (only?.marks ?? []).flatMap((mark) => (mark.is === 'text' ? [mark.text] : []));
    expect(said).toEqual(['In time', 'Late', 'Out', 'Out and late', 'School', '3', '2', '1', '3 in time, 2 late, 1 out and late']);
    expect(rects(only, '#00603a').at(-1)?.width).toBe(209);
  });
  test('stand in the file above the table of their name, with words for those who do not see them', async () => {
    const png = new Uint8Array(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));
    const blocks = ['One', 'Two'].map((label) => table(label, ['A'], [[`in ${label}`]]));
    const parts = unzip(Buffer.from(await (await wordFile('Figures', blocks, new Map([['Two', [{ png, width: 960, height: 480, alt: 'Picture of two' }]]]))).arrayBuffer()));
    const text = parts.get('word/document.xml') ?? '';
    expect([...parts.keys()].filter((name) => name.startsWith('word/media/') && name.endsWith('.png'))).toHaveLength(1);
    expect(text.match(/descr="Picture of two"/g)?.length).toBeGreaterThan(0);
    expect(text.indexOf('in One') < text.indexOf('Picture of two') && text.indexOf('Picture of two') < text.indexOf('in Two')).toBe(true);
  });
});
