// A piece of chart drawn once and called from several places: each call has its own stages, tasks, clocks and facts.
import { describe, expect, test } from 'vitest';
import { compile } from '../../../engine/case/compile.ts';
import { tasks } from '../../../engine/case/tasks.ts';
import { check } from '../../../engine/procedure/check.ts';
import { drawnIn } from '../../../engine/procedure/fragments.ts';
import { contentHash } from '../../../engine/procedure/version.ts';
import { toMachineConfig } from '../../../engine/statechart/index.ts';
import type { Fragment, Procedure } from '../../../engine/procedure/types.ts';
import { answers, type Story } from '../../fixtures/engine/acting.ts';
import { approval, approvals } from '../../fixtures/engine/approvals.ts';
import { begun, clockOf } from '../../fixtures/engine/invented.ts';

const opened = (): Story => begun(approvals, '2026-12-07T09:00');
const approve = (story: Story, role: string, paper: string, option: string) => story.does(role, { type: 'decide', task: `${paper}-approve`, options: [option] });
const draft = (story: Story, paper: string, pages: number) => story.does('manager', { type: 'completeTask', task: `${paper}-draft`, answers: answers({ [`${paper}-pages`]: pages }) });

describe('a case on a procedure that calls a fragment twice', () => {
  test('goes through the piece at each call, by that call’s own approver', () => {
    const story = opened();
    expect(story.case.stages).toEqual(['terms', 'terms-drafting']);
    draft(story, 'terms', 3);
    expect(approve(story, 'manager', 'terms', 'yes').stages).toEqual(['report', 'report-drafting']);
    draft(story, 'report', 3);
    expect(story.isRefused('manager', { type: 'decide', task: 'report-approve', options: ['yes'] }).code).toBe('wrong-role');
    const ended = approve(story, 'chair', 'report', 'yes');
    expect([ended.stages, ended.tasks['keep']?.[0]?.state, ended.visits.map(({ stage }) => stage)]).toEqual([['ended'], 'open', ['terms', 'terms-drafting', 'terms-deciding', 'terms-approved', 'report', 'report-drafting', 'report-deciding', 'report-approved', 'ended']]);
  });

  test('keeps the facts, tasks, rules and rounds of each call apart', () => {
    const story = opened();
    draft(story, 'terms', 30);
    expect(story.isRefused('manager', { type: 'decide', task: 'terms-approve', options: ['yes'] })).toMatchObject({ code: 'forced-option', rule: 'terms-not-too-long' });
    approve(story, 'manager', 'terms', 'no');
    draft(story, 'terms', 4);
    approve(story, 'manager', 'terms', 'yes');
    draft(story, 'report', 5);
    expect([story.case.answers['terms-pages'], story.case.answers['report-pages']]).toEqual([{ value: 4 }, { value: 5 }]);
    expect([story.case.tasks['terms-draft']?.length, story.case.tasks['report-draft']?.length]).toEqual([2, 1]);
  });

  test('counts each call’s clock by its own setting, and says in its words what it is about', () => {
    const story = opened();
    expect(clockOf(story, 'terms-in-time', '2026-12-07T10:00')).toMatchObject({ date: '2026-12-14', label: 'terms of reference drafted' });
    draft(story, 'terms', 3);
    approve(story, 'manager', 'terms', 'yes');
    expect(clockOf(story, 'report-in-time', '2026-12-07T12:00')?.date).toBe('2026-12-21');
    expect(tasks(story.versions, story.case, story.case.asOf).map(({ label }) => label)).toEqual(['Draft the terms of reference', 'Approve the terms of reference', 'Draft the report', 'Remark on the report']);
  });

  test('offers what stands across the whole piece while the case is in that call', () => {
    const story = opened();
    const offered = () => tasks(story.versions, story.case, story.case.asOf, 'manager').filter(({ state }) => state === 'offered').map(({ id }) => id);
    expect(offered()).toEqual(['terms-remark']);
    draft(story, 'terms', 3);
    expect(offered()).toEqual(['terms-remark']);
    approve(story, 'manager', 'terms', 'yes');
    expect(offered()).toEqual(['report-remark']);
  });
});

describe('drawing in', () => {
  test('gives a procedure without calls, whose names have no dot, and leaves the file and its hash as they are', () => {
    const before = JSON.stringify(approvals);
    const { procedure } = drawnIn(approvals);
    expect([...Object.keys(procedure.stages), ...Object.keys(procedure.tasks), ...procedure.transitions.map(({ id }) => id)].filter((id) => !/^[a-z][a-z0-9-]*$/.test(id))).toEqual([]);
    expect(Object.values(procedure.stages).filter(({ call }) => call)).toEqual([]);
    expect([JSON.stringify(approvals), compile(approvals).pin.hash, drawnIn(procedure).procedure]).toEqual([before, contentHash(approvals), procedure]);
    expect(JSON.stringify(toMachineConfig(approvals))).toBe(JSON.stringify(toMachineConfig(procedure)));
  });

  test('reads settings where a value, a date or a choice between dates stands', () => {
    const clock = { for: 'draft', direction: 'within', amount: 1, unit: { setting: 'unit' }, from: { latest: [{ setting: 'start' }, { choose: { setting: 'unit', of: { weeks: { entered: 'drafting' }, months: { done: 'draft' } } } }] }, basis: 'local' } as const;
    const settings: Fragment['settings'] = {
      unit: { label: 'Unit', scope: 'fragment', kind: 'argument', default: 'weeks', choices: [{ value: 'weeks', label: 'Weeks' }, { value: 'months', label: 'Months' }] },
      start: { label: 'Start', scope: 'fragment', kind: 'argument', default: 'aware', choices: [{ value: 'aware', label: 'Aware' }] },
    };
    const two = { ...approvals, fragments: { approval: { ...approval, settings: { ...approval.settings, ...settings }, timescales: { clock } } }, stages: { ...approvals.stages, report: { ...approvals.stages['report'], call: { fragment: 'approval', settings: { unit: 'months' } } } } } as Procedure;
    const { timescales } = drawnIn(two).procedure;
    expect(timescales?.['terms-clock']).toMatchObject({ for: 'terms-draft', unit: 'weeks', from: { latest: [{ var: 'aware' }, { entered: 'terms-drafting' }] } });
    expect(timescales?.['report-clock']).toMatchObject({ unit: 'months', from: { latest: [{ var: 'aware' }, { done: 'report-draft' }] } });
  });

  test('goes through calls within fragments', () => {
    const outer: Fragment = { label: 'Two papers', stages: { one: { kind: 'other', label: 'One', call: { fragment: 'approval' } }, two: { kind: 'other', label: 'Two', final: true } }, transitions: [{ id: 'on', from: ['one'], on: { ended: 'one' }, to: 'two' }] };
    const { procedure, origin } = drawnIn({ ...approvals, fragments: { approval, outer }, stages: { ...approvals.stages, report: { kind: 'review', label: 'Report', call: { fragment: 'outer' } } } });
    expect(Object.keys(procedure.stages)).toEqual(['terms', 'terms-drafting', 'terms-deciding', 'terms-approved', 'report', 'report-one', 'report-one-drafting', 'report-one-deciding', 'report-one-approved', 'report-two', 'ended']);
    expect(['/tasks/report-one-draft/label', '/stages/report-two/label', '/stages/report/label', `/transitions/${procedure.transitions.findIndex(({ id }) => id === 'report-one-no')}/limit`].map(origin)).toEqual(['/fragments/approval/tasks/draft/label', '/fragments/outer/stages/two/label', '/stages/report/label', '/fragments/approval/transitions/2/limit']);
  });
});

describe('the checks', () => {
  const codes = (procedure: Procedure) => check(procedure).map(({ code, pointer }) => `${code} ${pointer}`);
  const withFragment = (changes: Partial<Fragment>): Procedure => ({ ...approvals, fragments: { approval: { ...approval, ...changes } } });

  test('find nothing in what is sound', () => {
    expect(check(approvals).map(({ words }) => words)).toEqual([]);
  });

  test.each<[string, Procedure, string]>([
    ['a wrong name within a fragment, told where it is drawn', withFragment({ tasks: { ...approval.tasks, draft: { ...approval.tasks?.['draft'], form: 'dratf' } as never } }), 'P-043 /fragments/approval/tasks/draft/form'],
    ['a setting that the fragment does not have', { ...approvals, stages: { ...approvals.stages, terms: { kind: 'other', label: 'Terms', call: { fragment: 'approval', settings: { papper: 'terms' } } } } }, 'P-047 /stages/terms/call/settings/papper'],
    ['a value that a setting does not allow', { ...approvals, stages: { ...approvals.stages, terms: { kind: 'other', label: 'Terms', call: { fragment: 'approval', settings: { weeks: 9 } } } } }, 'P-078 /stages/terms/call/settings/weeks'],
    ['a fragment that is not drawn', withFragment({ stages: {}, transitions: [], tasks: {}, rules: {}, timescales: {} }), 'P-079 /fragments/approval'],
    ['a fragment that nothing calls', { ...approvals, fragments: { approval, other: approval } }, 'P-079 /fragments/other'],
    ['a call of nothing', { ...approvals, fragments: {} }, 'P-058 /stages/terms/call/fragment'],
    ['a fragment that calls itself', withFragment({ stages: { ...approval.stages, again: { kind: 'other', label: 'Again', call: { fragment: 'approval' } } } }), 'P-122 /fragments/approval'],
    ['a name that a call makes and that is there already', { ...approvals, tasks: { ...approvals.tasks, 'terms-draft': { shape: 'record', label: 'Draft', by: ['manager'] } } }, 'P-123 /stages/terms/call'],
  ])('tell %s', (_, procedure, expected) => {
    expect(codes(procedure)).toContain(expected);
  });
});
