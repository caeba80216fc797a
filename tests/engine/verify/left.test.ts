// Findings left as they are with a reason, which come back when what they rest on changes; and the fix of a finding
// that leaves no choice: it settles the finding and breaks nothing.
import { describe, expect, test } from 'vitest';
import { compile } from '../../../engine/case/index.ts';
import { check } from '../../../engine/procedure/check.ts';
import { applyEdit } from '../../../engine/procedure/edits/apply.ts';
import { readProcedure } from '../../../engine/procedure/read.ts';
import type { Procedure, Timescale } from '../../../engine/procedure/types.ts';
import { notAsWorded } from '../../../engine/verify/findings/clock-claims.ts';
import { certainFix } from '../../../engine/verify/findings/fixes.ts';
import { leaving, sortLeft, takingBack } from '../../../engine/verify/findings/left.ts';
import type { VerifyCode, VerifyFinding } from '../../../engine/verify/findings/types.ts';
import { verify } from '../../../engine/verify/verify.ts';
import { mutantsOf } from './corpus/mutator.ts';
import { shipped, shippedAs } from './shipped.ts';

const town = shippedAs('tower-hamlets');
const findingsOf = (procedure: Procedure): readonly VerifyFinding[] => verify(procedure, { readings: false }).findings;
const found = findingsOf(town);
const one = (code: VerifyCode, pointer: string, among = found): VerifyFinding => {
  const finding = among.find((each) => each.code === code && each.pointer === pointer);
  if (!finding) throw new Error(`${code} at ${pointer} is gone.`);
  return finding;
};
const withClock = (procedure: Procedure, id: string, part: Partial<Timescale>): Procedure => ({ ...procedure, timescales: { ...procedure.timescales, [id]: { ...(procedure.timescales?.[id] as Timescale), ...part } } });

describe('a finding left with a reason', () => {
  const finding = one('V-302', '/timescales/alert-24-hours');
  const left: Procedure = { ...town, findingsLeft: leaving(town, finding, 'The board keeps the source’s wording.', '2026-11-20') };

  test('stands with the procedure and is no longer open; the others are', () => {
    const sorted = sortLeft(left, found);
    expect(sorted.left.map(({ finding: each, entry }) => [each.pointer, entry.reason])).toEqual([['/timescales/alert-24-hours', 'The board keeps the source’s wording.']]);
    expect(sorted.open.length).toBe(found.length - 1);
    expect(readProcedure(JSON.stringify(left)).ok).toBe(true);
    expect(findingsOf(left)).toEqual(found);
  });

  test('stays left while only words and other clocks change', () => {
    const reworded = withClock(withClock(left, 'alert-24-hours', { note: 'Asked again in May.' }), 'outcome-15-days', { amount: 12 });
    expect(sortLeft(reworded, findingsOf(reworded)).left.length).toBe(1);
  });

  test('comes back, with what was said, once the clock it is about changes', () => {
    const changed = withClock(left, 'alert-24-hours', { amount: 20 });
    const back = sortLeft(changed, findingsOf(changed)).open.find(({ finding: each }) => each.code === 'V-302' && each.pointer === finding.pointer);
    expect(back?.before?.reason).toBe('The board keeps the source’s wording.');
  });

  test('comes back once what its dated case shows changes, though its own clock does not', () => {
    const two = one('V-202', '/timescales/dfe-5-working-days');
    const kept: Procedure = { ...town, findingsLeft: leaving(town, two, 'Both are meant.', '2026-11-20') };
    const changed = withClock(kept, 'dfe-5-days', { amount: 3 });
    expect(sortLeft(changed, findingsOf(changed)).open.find(({ finding: each }) => each.pointer === two.pointer)?.before?.reason).toBe('Both are meant.');
  });

  test('a route is known by its id: one drawn before it changes nothing', () => {
    const round = found.find(({ code }) => code === 'V-105');
    if (!round) throw new Error('No round is found.');
    const index = Number(round.pointer.split('/')[2]);
    const kept: Procedure = { ...town, findingsLeft: leaving(town, round, 'Rounds are free.', '2026-11-20') };
    const { label: _label, ...route } = town.transitions[index] as (typeof town.transitions)[number];
    const drawn: Procedure = { ...kept, transitions: [{ ...route, id: 'drawn-first', on: { chosen: { by: ['director'] } }, limit: 1 }, ...kept.transitions] };
    const again = { ...round, pointer: `/transitions/${index + 1}` };
    expect(sortLeft(drawn, [again]).left.length).toBe(1);
  });

  test('left again it stands once, and taken back it is open', () => {
    const again: Procedure = { ...left, findingsLeft: leaving(left, finding, 'Still so.', '2026-12-01') };
    expect(again.findingsLeft?.map(({ reason }) => reason)).toEqual(['Still so.']);
    expect(takingBack(again, finding)).toBeUndefined();
  });
});

describe('a fix that is certain', () => {
  test('a clock from the incident counts from becoming aware where no words of the source say otherwise, and the finding is gone', () => {
    const { words: _words, ...clock } = (town.timescales ?? {})['alert-24-hours'] as Timescale;
    const silent: Procedure = { ...town, timescales: { ...town.timescales, 'alert-24-hours': clock } };
    const finding = one('V-302', '/timescales/alert-24-hours', findingsOf(silent));
    const fix = certainFix(silent, finding);
    const fixed = fix && applyEdit(silent, fix.edit);
    if (!fixed?.ok) throw new Error('There is no fix.');
    expect(fix?.words).toContain('counts from the answer to “When did the authority become aware of the incident?”');
    expect(findingsOf(fixed.procedure).filter(({ code, pointer }) => code === 'V-302' && pointer === finding.pointer)).toEqual([]);
    expect(certainFix(town, one('V-302', '/timescales/alert-24-hours'))).toBeUndefined();
  });

  test.each(shipped.map((procedure) => [procedure.id, procedure] as const))('%s: a clock changed against its own words is set back to them', (_id, procedure) => {
    for (const { procedure: mutant, at } of mutantsOf(procedure).filter(({ kind }) => /days swapped|shortened/.test(kind))) {
      const said = notAsWorded(compile(mutant)).find(({ pointer }) => pointer === `/timescales/${at}`);
      const fix = said && certainFix(mutant, said);
      if (!said || !fix) continue;
      const fixed = applyEdit(mutant, fix.edit);
      if (!fixed.ok) throw new Error(fixed.words);
      expect([at, notAsWorded(compile(fixed.procedure)).filter(({ pointer }) => pointer === said.pointer)]).toEqual([at, []]);
      expect(check(fixed.procedure).filter(({ severity }) => severity === 'problem')).toEqual([]);
      expect([at, fixed.procedure.timescales?.[at]?.amount, fixed.procedure.timescales?.[at]?.unit]).toEqual([at, procedure.timescales?.[at]?.amount, procedure.timescales?.[at]?.unit]);
    }
  });

  test('most clocks changed against their words have one; where there is a choice there is none', () => {
    const fixes = shipped.flatMap((procedure) => mutantsOf(procedure).filter(({ kind }) => kind === 'deadline shortened').flatMap(({ procedure: mutant, at }) => { const said = notAsWorded(compile(mutant)).find(({ pointer }) => pointer === `/timescales/${at}`); return said ? [certainFix(mutant, said) !== undefined] : []; }));
    expect(fixes.filter(Boolean).length).toBeGreaterThan(fixes.length / 2);
    expect(certainFix(town, one('V-202', '/timescales/dfe-5-working-days'))).toBeUndefined();
    expect(certainFix(town, found.find(({ code }) => code === 'V-502') as VerifyFinding)).toBeUndefined();
  });
});
