// Opening a case: what may be open already is pointed out, all that is missing is named at once, and a second child of
// one incident is asked about anew.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { alike } from '../../app/cases/open/duplicates.ts';
import { missingAtDoor } from '../../app/cases/open/missing.ts';
import { typedLike } from '../../app/cases/open/siblings.ts';
import { compile, contentHash, versionsOf, walk } from '../../engine/index.ts';
import type { Walkthrough } from '../../engine/index.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { RegisterRow } from '../../engine/store/types.ts';

const json = <T>(path: string): T => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as T;
const procedure = json<Procedure>('procedures/tower-hamlets/procedure.json');
const pin = { id: procedure.id, version: 1, hash: contentHash(procedure) };

function row(reference: string, content: Partial<RegisterRow['content']>, closed: 0 | 1 = 0): RegisterRow {
  return { case: reference, procedure: 'p', version: 1, seq: 1, head: '', stages: [], opened: 0, changed: 0, closed, nextDue: 0, content: { reference, initials: '', stage: 'Alert', ...content } };
}
const found = (rows: readonly RegisterRow[], known: Parameters<typeof alike>[1], except?: string) => alike(rows, known, except).map(({ row: { case: id }, why }) => `${id} ${why}`);

describe('what may be open already', () => {
  const rows = [row('initials', { initials: 'QX' }), row('incident', { initials: 'Z.Z.', incident: '2026-12-09' }), row('closed', { initials: 'Q.X.', born: '2026-05-02' }, 1), row('child', { initials: 'q. x.', born: '2026-05-02' }), row('other', { initials: 'Q.X.', born: '2019-01-01' }), row('nobody', {})];
  test('the same child first, however the initials are written; another date of birth is another child', () => {
    expect(found(rows, { initials: 'Q.X.', born: '2026-05-02', incident: '2026-12-09' })).toEqual(['child child', 'closed child', 'incident incident', 'initials initials']);
  });
  test('a date of birth that is not known yet may be the same child', () => {
    expect(found(rows, { initials: 'Q.X.' })).toEqual(['initials initials', 'child initials', 'other initials', 'closed initials']);
  });
  test('nothing typed is like nothing, and the case it belongs together with is not pointed out', () => {
    expect(found(rows, { initials: '' })).toEqual([]);
    expect(found(rows, { initials: 'Z.Z.', incident: '2026-12-09' }, 'incident')).toEqual([]);
  });
});
describe('what is missing at the door', () => {
  const [door = ''] = Object.keys(procedure.doors);
  const at = Date.UTC(2026, 11, 9, 10);
  const body = { type: 'openCase', case: 'c', reference: '', door, answers: {} } as const;
  test('is named at once, each in the words of its question, and nothing else', () => {
    const missing = missingAtDoor(procedure, pin, body, at);
    const asked = Object.values(procedure.rules ?? {}).flatMap((rule) => (rule.if === undefined && 'require' in rule.then && 'fields' in rule.then.require && rule.then.require.of === door ? rule.then.require.fields : []));
    expect(asked.length).toBeGreaterThan(1);
    expect(Object.keys(missing).toSorted()).toEqual([...new Set(asked)].toSorted());
    const answered = Object.fromEntries(asked.map((id) => [id, { status: 'unknown' as const }]));
    expect(missingAtDoor(procedure, pin, { ...body, answers: answered }, at)).toEqual({});
  });
});
test('a second child of one incident: the incident is copied, the child is not', () => {
  const walkthrough = json<Walkthrough>('examples/tower-hamlets/walkthrough.json');
  const item = walk({ ...walkthrough, steps: walkthrough.steps.slice(0, 1) }, versionsOf([compile(procedure, pin)])).case;
  if (item === undefined) throw new Error('The walkthrough opens no case.');
  const typed = typedLike(procedure, item);
  expect(Object.keys(typed)).toContain('incident-at');
  for (const id of [procedure.subject?.initials, procedure.subject?.born, procedure.subject?.age]) expect(Object.keys(typed)).not.toContain(id);
});
