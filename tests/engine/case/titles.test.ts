// Titles with dates, and bodies that take the place of others while cases run.
import { describe, expect, test } from 'vitest';
import { tasks } from '../../../engine/case/tasks.ts';
import { otherTitles, titleOf } from '../../../engine/case/titles.ts';
import type { CommandBody } from '../../../engine/case/types.ts';
import type { Party, Procedure } from '../../../engine/procedure/types.ts';
import { parseDay } from '../../../engine/time/index.ts';
import { at, type Story } from '../../fixtures/engine/acting.ts';
import { begun } from '../../fixtures/engine/invented.ts';
import { procedureWith } from './clockwork.ts';

const base = procedureWith({});
const day = (text: string): number => parseDay(text) ?? 0;
const renamed: Party = { kind: 'body', title: 'Safeguarding Partnership', titles: [{ title: 'Safeguarding Board', until: '2026-09-28' }, { title: 'Executive', from: '2027-04-01' }, { title: 'The Partnership' }] };
const withParties = (parties: Readonly<Record<string, Party>>): Procedure => ({ ...base, parties: { ...base.parties, ...parties } });

describe('the title of a party', () => {
  const procedure = withParties({ board: renamed });

  test('is the one of the day, both ends included', () => {
    expect(['2026-09-28', '2026-09-29', '2027-03-31', '2027-04-01'].map((one) => titleOf(procedure, 'board', day(one)))).toEqual(['Safeguarding Board', 'Safeguarding Partnership', 'Safeguarding Partnership', 'Executive']);
    expect(titleOf(procedure, 'nobody', day('2026-09-28'))).toBe('nobody');
  });

  test('is shown with the others that have no day of their own', () => {
    expect(otherTitles(procedure, 'board', day('2026-10-01'))).toEqual(['The Partnership']);
    expect(otherTitles(procedure, 'board', day('2027-05-01'))).toEqual(['Safeguarding Partnership', 'The Partnership']);
  });

  test('stands beside a task as it is on the day', () => {
    const story = begun({ ...withParties({ board: renamed }), tasks: { ...base.tasks, write: { shape: 'record', label: 'Write', by: ['board'], in: ['alert'] } } }, '2027-03-30T09:00');
    const doers = (text: string) => tasks(story.versions, story.case, at(text)).find(({ id }) => id === 'write')?.doers;
    expect([doers('2027-03-31T09:00'), doers('2027-04-01T09:00')]).toEqual([
      [{ party: 'board', label: 'Safeguarding Partnership', also: ['The Partnership'] }], [{ party: 'board', label: 'Executive', also: ['Safeguarding Partnership', 'The Partnership'] }],
    ]);
  });
});

describe('a body that takes the place of another', () => {
  const procedure: Procedure = {
    ...withParties({ authority: { kind: 'body', title: 'Health Authority', inForce: { until: '2026-12-02' }, successor: 'board' }, board: { kind: 'body', title: 'Integrated Care Board' } }),
    tasks: { ...base.tasks, assure: { shape: 'record', label: 'Assure', by: ['authority'], in: ['alert'] }, tell: { shape: 'exchange', label: 'Tell', by: ['manager'], to: ['authority', 'police'], in: ['alert'], expects: 'acknowledgement' } },
  };
  const assure: CommandBody = { type: 'completeTask', task: 'assure' };
  const tell: CommandBody = { type: 'sendExchange', task: 'tell' };
  const opened = (): Story => begun(procedure, '2026-12-01T09:00');

  test('may do what the other was named for from the day after, and the other until then', () => {
    expect(opened().isRefused('board', assure, { now: '2026-12-02T23:00' }).code).toBe('wrong-role');
    opened().does('authority', assure, { now: '2026-12-02T23:00' });
    opened().does('board', assure, { now: '2026-12-03T00:30' });
    expect(opened().isRefused('authority', assure, { now: '2026-12-03T00:30' })).toMatchObject({ code: 'wrong-role', missing: [{ id: 'board' }] });
  });

  test('gets what is sent from then on; what went to the other stands, and is not asked for twice', () => {
    const story = opened();
    story.does('manager', tell, { now: '2026-12-03T09:00' });
    expect(story.case.tasks['tell']?.at(-1)?.recipients.map(({ party }) => party)).toEqual(['board', 'police']);
    const before = opened();
    before.does('manager', tell, { now: '2026-12-02T09:00' });
    for (const recipient of ['authority', 'police']) before.does('manager', { type: 'recordReply', task: 'tell', recipient, state: 'acknowledged' }, { now: '2026-12-04T09:00' });
    expect(before.case.tasks['tell']?.at(-1)).toMatchObject({ state: 'done', recipients: [{ party: 'authority' }, { party: 'police' }] });
  });

  test('stands beside the other from the start where nothing says when that ends, and not before its own first day', () => {
    const both = (board: Partial<Party>): Procedure => ({ ...procedure, parties: { ...procedure.parties, authority: { kind: 'body', title: 'Health Authority', successor: 'board' }, board: { kind: 'body', title: 'Integrated Care Board', ...board } } });
    for (const role of ['authority', 'board']) begun(both({}), '2026-12-01T09:00').does(role, assure);
    expect(begun(both({ inForce: { from: '2026-12-05' } }), '2026-12-01T09:00').isRefused('board', assure).code).toBe('wrong-role');
  });

  test('has one after it in its turn, and a circle of them does no harm', () => {
    const three: Procedure = { ...procedure, parties: { ...procedure.parties, board: { kind: 'body', title: 'Board', inForce: { until: '2026-12-10' }, successor: 'last' }, last: { kind: 'body', title: 'Last', successor: 'authority' } } };
    begun(three, '2026-12-01T09:00').does('last', assure, { now: '2026-12-11T09:00' });
    expect(begun(three, '2026-12-01T09:00').isRefused('last', assure, { now: '2026-12-09T09:00' }).code).toBe('wrong-role');
  });
});
