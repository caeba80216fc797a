// Publishing, and what it comes to afterwards: the same content is not published twice, and no case is opened on a
// version that was withdrawn.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pinFor, publishedAlready, publishVersion } from '../../app/procedures/publishing.ts';
import { createMemoryStore } from '../../engine/store/memory.ts';
import type { Procedure } from '../../engine/procedure/types.ts';

const procedure = JSON.parse(readFileSync(new URL('../../procedures/kscp/procedure.json', import.meta.url), 'utf8')) as Procedure;
const now = Date.UTC(2026, 10, 22, 10);
const own: Procedure = { ...procedure, id: 'own' };
const one = { at: now, by: 'A.B.', note: '' };

test('a version withdrawn takes no new case, and its content is not said to be published when it is tried again', async () => {
  const { procedures } = createMemoryStore();
  expect(await publishedAlready(procedures, own, now)).toBeUndefined();
  await publishVersion(procedures, own, one);
  expect(await publishedAlready(procedures, own, now)).toBe('Nothing has changed since version 1, so there is nothing to publish');
  expect(await pinFor(procedures, own, 1, now)).toMatchObject({ ok: true, pin: { version: 1 } });
  await procedures.retire('own', 1, '2026-11-22');
  expect(await publishedAlready(procedures, own, now)).toMatch(/^This is the same as version 1, which was withdrawn\./);
  expect(await pinFor(procedures, own, 1, now)).toEqual({ ok: false, words: 'Version 1 was withdrawn on Sun 22 Nov 2026: no case is opened on it.' });
  expect(await publishedAlready(procedures, { ...own, casePrefix: 'OW' }, now)).toBeUndefined();
});
