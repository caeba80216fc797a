// Ways that were taken out where other ways go on, and clocks moved to another event of the same kind: what the
// corpus of seeded defects once did not find. Each was read against the words of the document.
import { describe, expect, test } from 'vitest';
import { compile, versionsOf } from '../../../engine/case/index.ts';
import { walk } from '../../../engine/case/walkthrough.ts';
import type { Procedure, Timescale } from '../../../engine/procedure/types.ts';
import { explore } from '../../../engine/verify/explore/explore.ts';
import { notAsWorded, type Claim } from '../../../engine/verify/findings/clock-claims.ts';
import { shapeExamples } from '../../../engine/verify/findings/examples.ts';
import { notWhereItSays } from '../../../engine/verify/findings/name-claims.ts';
import { deadEnds } from '../../../engine/verify/findings/shape-claims.ts';
import type { VerifyFinding } from '../../../engine/verify/findings/types.ts';
import { orchard } from '../../fixtures/engine/orchard.ts';
import { shipped, shippedAs } from './shipped.ts';

const without = (procedure: Procedure, route: string): Procedure => ({ ...procedure, transitions: procedure.transitions.filter(({ id }) => id !== route) });

function said(procedure: Procedure): readonly VerifyFinding[] {
  const compiled = compile(procedure);
  const explored = explore(compiled);
  return shapeExamples(compiled, [...deadEnds(compiled, explored), ...notWhereItSays(compiled, explored)]);
}

/** The engine replays the example, and the case stands where the finding says. */
function shows(procedure: Procedure, { example, stages }: VerifyFinding): void {
  expect(example && walk(example, versionsOf([compile(procedure)])).failures).toEqual([]);
  expect(example?.steps.at(-1)?.expect?.stages).toEqual(expect.arrayContaining([...stages]));
}

describe('an option of a decision that leads nowhere while other lanes go on', () => {
  test.each([
    ['trafford', 'view-none', 'No review'], ['trafford', 'view-agency', 'Recommend an Individual Agency Review'], ['trafford', 'view-multi-agency', 'Suitable for a multi-agency learning review'], ['trafford', 'view-scr', 'Suitable for a Serious Case Review'],
    ['bath-and-north-east-somerset', 'review-approved', 'Progress with a multi-agency review: yes'], ['bath-and-north-east-somerset', 'review-declined', 'Progress with a multi-agency review: no'], ['bath-and-north-east-somerset', 'not-challenged', 'The Panel does not challenge the decision'],
  ])('%s without %s', (id, route, option) => {
    const procedure = without(shippedAs(id), route);
    const findings = said(procedure);
    expect(findings.map(({ words }) => words.includes(`decided as “${option}” leads nowhere.`))).toEqual([true]);
    expect(findings.map(({ code }) => ['V-103', 'V-104'].includes(code))).toEqual([true]);
    for (const finding of findings) shows(procedure, finding);
  });

  const lanes: Procedure = {
    ...orchard, rules: {}, timescales: {}, registers: {}, closing: {}, doors: { in: { label: 'In', by: ['clerk'], to: ['lanes'] } },
    stages: { lanes: { kind: 'other', label: 'Lanes', parallel: true }, one: { kind: 'other', label: 'One', within: 'lanes' }, two: { kind: 'other', label: 'Two', within: 'lanes' }, over: { kind: 'other', label: 'Over', final: true } },
    tasks: { view: { shape: 'decide', label: 'Give a view', in: ['one'], by: ['clerk'], options: [{ id: 'go', label: 'Go' }, { id: 'stop', label: 'Stop' }] } },
    transitions: [{ id: 'gone', from: ['one'], on: { option: ['view', 'go'] } }, { id: 'beside', from: ['two'], on: { done: 'view' } }, { id: 'joined', from: ['lanes'], on: { ended: 'lanes' }, to: 'over' }],
  };

  test('a route of another lane that any view leads on is no way on for the lane of the decision', () => {
    expect(said(lanes).map(({ code, words, pointer }) => [code, pointer, words])).toEqual([['V-103', '/stages/one', '“Give a view” decided as “Stop” leads nowhere. In “One” a case can come to where nothing leads on, whatever is done there.']]);
  });

  test('an option without a route of its own is none where the decision leads on itself', () => {
    expect(said({ ...lanes, transitions: [...lanes.transitions, { id: 'stopped', from: ['one'], on: { done: 'view' }, otherwise: true }] })).toEqual([]);
  });
});

describe('a task whose name says where the case goes', () => {
  const town = shippedAs('tower-hamlets');

  test('is told when no route leads there', () => {
    const procedure = without(town, 'new-facts-known');
    const findings = said(procedure);
    expect(findings.map(({ code, pointer, words }) => [code, pointer, words])).toEqual([['V-107', '/tasks/new-facts', 'The name “Record new facts and go back to the joint decision” says that the case goes to “Joint criteria decision”. No route leads there when it is done, so the case stays where it is.']]);
    if (findings[0]) shows(procedure, { ...findings[0], stages: ['first-case-review'] });
  });

  test('is told when the route leads elsewhere, and not as the procedure stands', () => {
    const elsewhere = { ...town, transitions: town.transitions.map((route) => (route.id === 'new-facts-known' ? { ...route, to: 'closed' } : route)) };
    expect(said(elsewhere).map(({ code }) => code)).toEqual(['V-107']);
    expect(shipped.flatMap((procedure) => notWhereItSays(compile(procedure), explore(compile(procedure), { deadEnds: false })))).toEqual([]);
  });
});

describe('a clock counted from another thing than its words name', () => {
  const counted = (id: string, clock: string, from: Timescale['from'], change: (procedure: Procedure) => Procedure = (procedure) => procedure): readonly Claim[] => {
    const procedure = shippedAs(id);
    const one = procedure.timescales?.[clock];
    if (!one) throw new Error(`The clock ${clock} is gone.`);
    return notAsWorded(compile(change({ ...procedure, timescales: { ...procedure.timescales, [clock]: { ...one, from } } })));
  };

  test('a date that somebody enters, where the words name the sending', () => {
    expect(counted('tower-hamlets', 'first-review-2-days', { var: 'alert-date' }).map(({ code, pointer, words }) => [code, pointer, words.split('”. ').at(-1)])).toEqual([['V-203', '/timescales/first-review-2-days', 'The clock on “First case review: does anything need immediate attention?” counts 2 calendar days from date of alert, a date that somebody enters, and not from its being sent.']]);
  });

  test('but not a date by whose question it was sent', () => {
    const asked = (procedure: Procedure): Procedure => ({ ...procedure, questions: { ...procedure.questions, 'alert-date': { ...procedure.questions['alert-date'], type: 'date', label: 'Date on which the alert was sent' } } });
    expect(counted('tower-hamlets', 'first-review-2-days', { var: 'alert-date' }, asked)).toEqual([]);
  });

  test('the recommendation, where the words name the decision that it is advice for', () => {
    expect(counted('stockport', 'review-6-months', { done: 'recommend' }).map(({ code, pointer }) => [code, pointer])).toEqual([['V-203', '/timescales/review-6-months']]);
  });
});
