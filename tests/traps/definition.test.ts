// The traps of the definitions: five procedures that are five, contradictions and gaps that are seen, versions that hold.
import { describe, expect, test } from 'vitest';
import { check, commandOf, compile, deadlines, perform, replay, time, versionsOf, type Procedure, type Timescale } from '../../engine/index.ts';
import { act, procedureOf, procedures, reported, upTo } from './cases.ts';

const clocksOf = (procedure: Procedure): readonly Timescale[] => Object.values(procedure.timescales ?? {});
const which = (has: (procedure: Procedure) => boolean): readonly string[] => [...procedures].flatMap(([slug, procedure]) => (has(procedure) ? [slug] : []));

describe('[trap 1] five procedures are not one with five names', () => {
  test('[trap 1] no two have the same stages, tasks, rules or ways on', () => {
    for (const part of ['stages', 'tasks', 'rules', 'transitions'] as const) {
      const ids = [...procedures.values()].map((procedure) => (part === 'transitions' ? procedure.transitions.map(({ id }) => id) : Object.keys(procedure[part] ?? {})));
      ids.forEach((own, index) => ids.slice(index + 1).forEach((other) => expect(own.filter((id) => other.includes(id)).length * 2, part).toBeLessThan(own.length)));
    }
  });
  test('[trap 1] Trafford’s Director chooses three at once, which KSCP’s Chair may not', () => {
    expect(upTo('trafford/walkthrough', '2027-04-09T09:40').held.stages).toEqual(expect.arrayContaining(['sin-notification', 'lic-referral', 'internal-review']));
    expect(upTo('kscp/walkthrough', '2027-01-18T09:20', [act('2027-01-18T11:00', 'lscp-chair', { type: 'decide', task: 'decide-outcome', options: ['local-review', 'multi-agency-learning'], reasons: 'Invented.' })]).refusal?.code).toBe('bad-answer');
  });
  test('[trap 1] KSCP alone runs on numbered days, Tower Hamlets alone counts hours, Bath alone keeps a report on the web for a term', () => {
    expect(which((one) => clocksOf(one).some(({ direction, amount }) => direction === 'on' && amount !== 0))).toEqual(['kscp']);
    expect(which((one) => clocksOf(one).some(({ unit }) => unit === 'hours'))).toEqual(['tower-hamlets']);
    expect(which((one) => clocksOf(one).some(({ direction }) => direction === 'at-least-for'))).toEqual(['bath-and-north-east-somerset']);
  });
  test('[trap 1] Tower Hamlets forks into two kinds of case', () => {
    expect(['tower-hamlets/walkthrough', 'tower-hamlets/need-to-know'].map((file) => upTo(file, '2027-03-31T00:00').held.caseType)).toEqual(['Statutory Review case', 'Need to Know case']);
  });
  test('[trap 1] Bath’s National Panel sends the decision round again; Stockport’s review runs past a year', () => {
    const visits = upTo('bath-and-north-east-somerset/challenged-and-upheld', '2027-02-17T09:00').held.visits.map(({ stage }) => stage);
    expect(visits.indexOf('reconsideration')).toBeGreaterThan(visits.indexOf('chairs-decision'));
    const { opened, asOf, closed } = upTo('stockport/walkthrough', '2028-11-15T10:00').held;
    expect([closed, (asOf - opened) / 86_400_000 > 365]).toEqual([undefined, true]);
  });
});

describe('[trap 25] a contradiction of the source is a setting that is seen', () => {
  test('[trap 25] what Stockport publishes is a reading with both choices and the lines of each', () => {
    const setting = procedureOf('stockport').settings?.['published-documents'];
    expect(setting).toMatchObject({ kind: 'reading', scope: 'procedure' });
    expect(setting?.choices?.map(({ value }) => value)).toEqual(['both', 'summary-only']);
    expect(setting?.cites).toEqual(expect.arrayContaining(['st#289', 'st#300']));
  });
  test('[trap 25] flipped, the executive summary alone ends publication', () => {
    const stages = (reading: string) => upTo('stockport/walkthrough', '2028-09-20T10:00', [], { 'published-documents': reading }).held.stages;
    expect([stages('both').includes('published'), stages('summary-only').includes('published')]).toEqual([false, true]);
  });
});

describe('[trap 28] what the source lost is marked, not invented', () => {
  test.each([
    ['bath-and-north-east-somerset', ['appendix-1', 'appendix-6']], ['stockport', ['referral-form', 'imr']], ['trafford', ['lic-referral', 'ofsted-notification']], ['tower-hamlets', ['agency-check', 'dfe-notification']], ['kscp', ['case-summary', 'referral-form']],
  ] as const)('[trap 28] %s: %j say so, and check shows each', (slug, forms) => {
    const gaps = check(procedureOf(slug)).filter(({ code }) => code === 'P-130').map(({ pointer }) => pointer);
    for (const form of forms) expect(gaps.some((pointer) => pointer.startsWith(`/forms/${form}`)), form).toBe(true);
  });
});

describe('[trap 29] no time and no way on is made up in silence', () => {
  test('[trap 29] a whole Trafford case has one clock, that of the monthly meeting', () => {
    const seen = ['2027-04-08T10:10', '2027-04-08T15:50', '2027-04-09T10:30', '2027-05-13T14:10', '2027-11-04T11:00'].flatMap((moment) => upTo('trafford/walkthrough', moment).clocks.map(({ timescale }) => timescale));
    expect(new Set(seen)).toEqual(new Set(['learning-next-meeting']));
  });
  test('[trap 29] KSCP’s way on when triage is not met says that it was read in, and check shows the gap', () => {
    expect(procedureOf('kscp').stages['no-rapid-review']).toMatchObject({ inferred: true, gap: expect.stringContaining('no way on') });
    expect(check(procedureOf('kscp')).map(({ code, pointer }) => `${code} ${pointer}`)).toContain('P-130 /stages/no-rapid-review/gap');
  });
  test.each([['tower-hamlets', 'acknowledge-no-date'], ['kscp', 'letter'], ['stockport', 'records-secured'], ['bath-and-north-east-somerset', 'final-outcome-no-date']])('[trap 29] %s: a clock without a time (%s) says so', (slug, id) => {
    expect(check(procedureOf(slug)).some(({ code, pointer }) => code === 'P-131' && pointer.startsWith(`/timescales/${id}/`))).toBe(true);
  });
  test('[trap 29] and gives no date in a case', () => {
    expect(upTo('kscp/walkthrough', '2027-01-18T11:10').clock('letter')).toMatchObject({ state: 'no-date', sentence: expect.stringContaining('gives no time') });
  });
});

describe('[trap 33] a running case keeps its rules', () => {
  const procedure = procedureOf('tower-hamlets');
  const slower: Procedure = { ...procedure, timescales: { ...procedure.timescales, 'alert-24-hours': { ...procedure.timescales?.['alert-24-hours'], amount: 48 } as Timescale } };
  const first = compile(procedure, { version: 1 });
  const second = compile(slower, { version: 2 });
  const opening = reported('2026-12-18T15:30', '2026-12-18T14:20', '2026-12-18');
  const opened = (versions: ReturnType<typeof versionsOf>) => {
    const now = time.parseDateTime(opening.at) ?? 0;
    const outcome = perform(versions, [], commandOf(opening, 'case-1', 0), { now, role: opening.as, person: opening.person, procedure: 'tower-hamlets' });
    if (!outcome.ok) throw new Error(outcome.refusal.words);
    return outcome.case;
  };
  test('[trap 33] a case opened on version 1 counts 24 hours after version 2 says 48, also in what is done next', () => {
    const running = opened(versionsOf([first]));
    const both = versionsOf([first, second]);
    const note = perform(both, running, { type: 'addNote', words: 'Invented.', id: 'n', salt: 'n' }, { now: running.asOf + 60_000, role: 'team-manager', person: 'X.Y.' });
    if (!note.ok) throw new Error(note.refusal.words);
    const again = replay(both, note.case.events, note.case.asOf);
    expect([running.procedure.version, note.events[0]?.procedure.version, again.procedure.version]).toEqual([1, 1, 1]);
    expect(deadlines(both, again, again.asOf).find(({ timescale }) => timescale === 'alert-24-hours')?.date).toBe('2026-12-19T14:20');
  });
  test('[trap 33] the next case is opened on version 2', () => {
    const both = versionsOf([first, second]);
    const next = opened(both);
    expect([next.procedure.version, deadlines(both, next, next.asOf).find(({ timescale }) => timescale === 'alert-24-hours')?.date]).toEqual([2, '2026-12-20T14:20']);
  });
});

describe('[trap 38] one internal review under three names', () => {
  test('[trap 38] it is one stage, whose three names stand where it is read, with the reading said', () => {
    const trafford = procedureOf('trafford');
    const reviews = Object.entries(trafford.stages).filter(([, stage]) => /Internal Management Review|Internal Agency Review|Individual Agency Review/.test(JSON.stringify({ ...stage, parts: undefined })));
    const words = JSON.stringify({ ...trafford, sources: {} });
    expect(reviews.length).toBeLessThanOrEqual(1);
    for (const name of ['Internal Management Review', 'Internal Agency Review', 'Individual Agency Review']) expect(words).toContain(name);
    expect(words).toContain('are held to be one review under three names');
  });
  test('[trap 38] whether the Director holds it or the committee recommends it, the case comes to the same stage', () => {
    expect(upTo('trafford/walkthrough', '2027-04-09T09:40').held.stages).toContain('internal-review');
    const view = upTo('trafford/below-the-threshold', '2099-01-01T00:00').held.visits.map(({ stage }) => stage);
    expect(view).toContain('internal-review');
  });
});
