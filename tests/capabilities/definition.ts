// The definition, C65 to C68.
import { expect } from 'vitest';
import { canonical, check, compile, contentHash, deadlines, differences, perform, previewMove, readProcedure, rehearsal, statechart, time, versionsOf, versionsOn, type Case, type Form, type Procedure } from '../../engine/index.ts';
import { shippedProcedure } from '../engine/case/shipped.ts';
import { without, type Capability, type Proof } from './capability.ts';
import { shippedStory, told } from './story.ts';

/** A case opened on the procedure without one of its clocks comes to the version that has it, and back. */
function movedTo(slug: string, timescale: string, story: string, until: string, date: string): Proof {
  const pointer = `/timescales/${timescale}`;
  return { element: { procedure: slug, pointer }, holds: (procedure) => {
    const before = told(without(shippedProcedure(slug), pointer), story, { until }).held;
    if (!before) throw new Error(`${story} opens no case`);
    const [older, newer] = [compile(without(shippedProcedure(slug), pointer), before.procedure), compile(procedure, { version: before.procedure.version + 1 })];
    const versions = versionsOf([older, newer]);
    const dates = (held: Case) => deadlines(versions, held, held.asOf).flatMap((one) => (one.timescale === timescale ? [one.date] : []));
    const acting = { now: before.asOf, role: Object.keys(procedure.parties)[0] ?? '', person: 'X.Y.' };
    expect(previewMove(versions, before, newer.pin, {}, before.asOf).deadlines.filter(({ effect }) => effect !== 'stays').map((one) => [one.timescale, one.effect, one.now?.date])).toEqual([[timescale, 'comes-up', date]]);
    const moved = perform(versions, before, { type: 'moveCase', id: 'm1', salt: 's', to: newer.pin, reason: 'A new edition.' }, acting);
    const back = moved.ok && perform(versions, moved.case, { type: 'undoMove', id: 'm2', salt: 's', reason: 'Not yet in force.' }, acting);
    expect([dates(before), moved.ok && dates(moved.case), back && back.ok && dates(back.case)]).toEqual([[], [date], []]);
    expect(moved.ok && versionsOn(moved.case.events)).toEqual([older.pin, newer.pin]);
  } };
}

export const definition: readonly Capability[] = [
  { id: 'C65', title: 'a procedure is one document that makes a statechart, is read back unchanged, and is told apart in words', proofs: [
    { element: { procedure: 'tower-hamlets', pointer: '/transitions/criteria-met' }, holds: (procedure) => {
      expect(JSON.stringify(statechart.toMachineConfig(procedure))).toContain('option.decide-criteria.met');
      const again = readProcedure(canonical(procedure));
      expect(again).toMatchObject({ ok: true });
      if (again.ok) expect([canonical(again.procedure), contentHash(again.procedure)]).toEqual([canonical(procedure), contentHash(procedure)]);
    } },
    { element: { procedure: 'tower-hamlets', pointer: '/timescales/dfe-5-working-days' }, holds: (procedure) => {
      const clocks = procedure.timescales ?? {};
      const shorter = { ...procedure, timescales: Object.fromEntries(Object.entries(clocks).map(([id, clock]) => [id, id === 'dfe-5-working-days' ? { ...clock, amount: 3 } : clock])) };
      const words = differences(procedure, shorter).map((one) => one.words).join(' ');
      expect([differences(procedure, procedure), words.includes('5'), words.includes('3 working days'), contentHash(shorter) === contentHash(procedure)]).toEqual([[], true, true, false]);
    } },
  ] },
  { id: 'C66', title: 'a running case is moved to another version, previewed clock by clock, and back by a further event', proofs: [
    movedTo('tower-hamlets', 'panel-10-days', 'tower-hamlets-statutory', '2026-12-23T09:30', '2027-01-02'),
    movedTo('kscp', 'day-8-convene', 'local-review-across-new-year', '2027-01-11T12:15', '2027-01-12'),
    movedTo('stockport', 'initial-panel-28-days', 'stockport-review-to-its-last-action', '2027-08-12T09:10', '2027-09-07'),
  ] },
  { id: 'C67', title: 'a case is rehearsed on a virtual clock, and forked to compare', proofs: [
    { element: { procedure: 'tower-hamlets', pointer: '/timescales/dfe-5-days' }, holds: (procedure) => {
      const [book, begun] = rehearsed(procedure);
      const dates = [...Array(6)].reduce<{ readonly now: rehearsal.Rehearsal; readonly met: readonly string[] }>(({ now, met }) => {
        const next = rehearsal.nextDeadline(book, now);
        return next === undefined ? { now, met } : { now: rehearsal.goTo(book, now, next), met: [...met, time.civilDateTime(next.at)] };
      }, { now: begun, met: [] });
      // The clock jumps from deadline to deadline; the DfE's local limit ends on the fifth calendar day.
      expect(dates.met).toContain('2026-12-23T23:59');
    } },
    { element: { procedure: 'tower-hamlets', pointer: '/transitions/escalate' }, holds: (procedure) => {
      const [book, begun] = rehearsed(procedure);
      const escalated = rehearsal.tryAct(book, begun, { type: 'takeTransition', transition: 'escalate' }, { role: 'team-manager', person: 'A.B.' });
      expect(escalated.refusal).toBeUndefined();
      const forked = rehearsal.moveTo(book, rehearsal.fork(rehearsal.stepTo(book, escalated.rehearsal, 0)), rehearsal.daysOn(book.begins, 1));
      const [stands] = rehearsal.compareWays(book, forked.ways, rehearsal.wayOf(forked).clock);
      expect(stands).toMatchObject({ kind: 'outcome', differs: true, cells: [{ words: 'Alert form to SQA' }, { words: 'Incident reported' }] });
    } },
  ] },
  { id: 'C68', title: 'the check tells every dead end, missing part and unguarded act', proofs: [
    { element: { procedure: 'stockport', pointer: '/disclosure/identifying/gate' }, holds: (procedure) => {
      const timing = procedure.forms?.['timing-form'];
      const unasked = timing?.sections.map((section) => ({ ...section, questions: section.questions.filter((id) => id !== 'anonymised') })) ?? [];
      const found = check({ ...procedure, forms: { ...procedure.forms, 'timing-form': { ...timing, sections: unasked } as Form } });
      expect(found.filter(({ code }) => code === 'P-093').map(({ pointer }) => pointer)).toEqual(['/tasks/keep-ofsted-appraised']);
    } },
    { element: { procedure: 'stockport', pointer: '/parties/ofsted/maySee' }, holds: (procedure) => expect(codesIn(procedure)).not.toContain('P-092') },
    { element: { procedure: 'kscp', pointer: '/stages/no-review/final' }, holds: (procedure) => expect(codesIn(procedure)).not.toContain('P-065') },
    { element: { procedure: 'tower-hamlets', pointer: '/transitions/escalate' }, holds: (procedure) => {
      const dangling = { ...procedure, transitions: procedure.transitions.map((route) => (route.id === 'escalate' ? { ...route, to: 'nowhere' } : route)) };
      expect(codesIn(dangling)).toContain('P-060');
    } },
    { element: { procedure: 'bath-and-north-east-somerset', pointer: '/tasks/chairs-decision' }, holds: (procedure) => {
      const nobody = { ...procedure, tasks: Object.fromEntries(Object.entries(procedure.tasks).map(([id, { by: _, ...task }]) => [id, task])), stages: Object.fromEntries(Object.entries(procedure.stages).map(([id, { owner: _, ...stage }]) => [id, stage])) };
      expect(check(nobody).filter(({ code }) => code === 'P-082').map(({ pointer }) => pointer)).toContain('/tasks/chairs-decision');
    } },
  ] },
];

const codesIn = (procedure: Procedure): readonly string[] => check(procedure).map(({ code }) => code);

/** The shipped story as a rehearsal that has just begun. */
function rehearsed(procedure: Procedure): readonly [rehearsal.Playbook, rehearsal.Rehearsal] {
  const book = rehearsal.playbookOf(shippedStory('tower-hamlets-statutory'), compile(procedure));
  return [book, rehearsal.begin(book, 'capability')];
}
