// Backups: what was saved comes back equal, in every host and sealed or not; what was changed is refused at its place.
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeBackup, readBackup, contentOf } from '../../../app/trust/backup.ts';
import { makeVault, openVault } from '../../../app/trust/vault.ts';
import { canonical } from '../../../engine/procedure/canonical.ts';
import { openDexieStore } from '../../../engine/store/dexie.ts';
import { createMemoryStore } from '../../../engine/store/memory.ts';
import type { Store, StoreExport } from '../../../engine/store/types.ts';
import { event, row } from '../../contracts/store.ts';
import { fill } from './files.ts';

const source = createMemoryStore();
const ids = await fill(source);
const content = await contentOf(source);
const vault = await makeVault('correct horse battery', 1, 1000);
const clear = JSON.stringify(await makeBackup(content, 'store', 5, undefined));
let databases = 0;
const hosts: Readonly<Record<string, () => Promise<Store>>> = { memory: async () => createMemoryStore(), IndexedDB: async () => openDexieStore(`backup-${(databases += 1)}`) };

describe('a backup', () => {
  test.each(Object.entries(hosts))('read into %s makes an equal store', async (_, open) => {
    const read = await readBackup(clear);
    if (!read.ok) throw new Error(JSON.stringify(read));
    const store = await open();
    expect(await store.cases.importAll(read.backup.content, 'replace')).toEqual({ ok: true, cases: ids.length });
    expect(canonical(await store.cases.exportAll())).toBe(canonical(content));
    store.close();
  });

  test.each(Object.entries(hosts))('any export of %s put back makes an equal store', async (_, open) => {
    const drawn = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), words: fc.string(), closed: fc.boolean() }), { maxLength: 12 });
    await fc.assert(fc.asyncProperty(drawn, async (acts) => {
      const [one, two] = [await open(), await open()];
      for (const [n, { id, words, closed }] of acts.entries()) {
        const seq = (await one.cases.row(id))?.seq ?? 0;
        await one.cases.append(id, seq, [{ ...event(id, seq + 1), payload: { words } }], row(id, seq + 1, { closed: closed ? 1 : 0 }));
        if (n % 3 === 0) await one.cases.record({ id: `e${n}`, case: id, at: n, person: 'A.B.', role: 'r', what: 'viewed', words });
        if (n % 4 === 0) await one.procedures.publish({ id, hash: words, published: n, by: words, procedure: { format: 1, id, label: words } as never });
      }
      const copy = JSON.parse(JSON.stringify(await one.cases.exportAll())) as StoreExport;
      await two.cases.importAll(copy, 'replace');
      expect(canonical(await two.cases.exportAll())).toBe(canonical(copy));
      expect(await two.cases.counters()).toEqual(await one.cases.counters());
      one.close(); two.close();
    }), { numRuns: 25 });
  });

  test('of one case holds that case and the versions it runs on, and nothing of the others', async () => {
    const one = await contentOf(source, ids[1]);
    expect(one.cases.map(({ id }) => id)).toEqual([ids[1]]);
    expect(one.versions).toHaveLength(1);
    for (const other of [ids[0], ids[2]]) expect(JSON.stringify(one)).not.toContain(`"${other}"`);
    expect((await readBackup(JSON.stringify(await makeBackup(one, 'case', 5, undefined)))).ok).toBe(true);
  });

  test('sealed with a vault shows nothing, and opens with passphrase or recovery key on any computer', async () => {
    const text = JSON.stringify(await makeBackup(content, 'store', 5, vault));
    expect(text).not.toContain('Tower');
    expect(text).not.toContain(content.cases[0]?.row.content.reference ?? '?');
    expect(await readBackup(text)).toMatchObject({ ok: false, tried: false, locked: { id: vault.header.id } });
    expect(await readBackup(text, 'not it')).toMatchObject({ ok: false, tried: true });
    for (const typed of ['correct horse battery', vault.recovery]) {
      const read = await readBackup(text, typed);
      expect(read.ok && canonical(read.backup.content)).toBe(canonical(content));
    }
    expect(await openVault(vault.header, vault.recovery)).toBeDefined();
  });

  test('cut off, or with one letter changed anywhere, is refused with its place', async () => {
    await fc.assert(fc.asyncProperty(fc.nat({ max: clear.length - 1 }), fc.boolean(), async (at, cut) => {
      const letter = clear[at] === '7' ? '8' : '7';
      const changed = cut ? clear.slice(0, at) : clear.slice(0, at) + letter + clear.slice(at + 1);
      const read = await readBackup(changed);
      if (read.ok) expect(['made', 'scope', 'counts']).toContain(labelPart(changed, at));
      else if ('problem' in read) expect(read.problem.pointer).toMatch(/^(\/|$)/);
    }), { numRuns: 60 });
  });
});

/** Which part of the label lies at a place of the text; what is no claim about the content may be changed unnoticed. */
function labelPart(text: string, at: number): string | undefined {
  return [...text.slice(0, text.indexOf('"digest"')).matchAll(/"(made|scope|counts)"/g)].findLast(({ index }) => index <= at)?.[1];
}

describe('a hostile backup', () => {
  const spoilt = (change: (file: { content: { [key: string]: unknown } & StoreExport; [key: string]: unknown }) => void): string => {
    const copy = JSON.parse(clear);
    change(copy);
    return JSON.stringify(copy);
  };
  const deep = `{"caseway":"backup","content":${'['.repeat(70)}${']'.repeat(70)}}`;
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['an empty file', '', /^$/], ['no JSON', 'hello', /^$/], ['a list', '[]', /^$/], ['too deep', deep, /^\/content\/0/],
    ['a dangerous name', clear.replace('"format":1,"scope"', '"__proto__":{"x":1},"format":1,"scope"'), /^$/],
    ['a name twice', clear.replace('"scope":"store"', '"scope":"store","scope":"case"'), /^$/],
    ['another kind of file', '{"caseway":"case-file"}', /^\/caseway$/],
    ['an unknown part', spoilt((file) => { file['more'] = 1; }), /^\/more$/],
    ['an entry with a text where a number belongs', spoilt((file) => { Object.assign(file.content.cases[0]?.events[2] ?? {}, { seq: '3' }); }), /^\/content\/cases\/0\/events\/2\/seq$/],
    ['an entry that was changed', spoilt((file) => { Object.assign(file.content.cases[1]?.events[3]?.payload ?? {}, { words: 'changed' }); }), /^\/content\/cases\/1\/events\/3$/],
    ['a register line of another case', spoilt((file) => { Object.assign(file.content.cases[0]?.row ?? {}, { head: '0'.repeat(64) }); }), /^\/content\/cases\/0\/row$/],
    ['a case twice', spoilt((file) => { Object.assign(file.content, { cases: [...file.content.cases, ...file.content.cases] }); }), /^\/content\/cases\/\d+\/id$/],
    ['a procedure that was changed', spoilt((file) => { Object.assign(file.content.versions[0]?.procedure ?? {}, { label: 'Other' }); }), /^\/content\/versions\/0\/procedure$/],
    ['a version that is missing', spoilt((file) => { Object.assign(file.content, { versions: [] }); }), /\/events\/0\/procedure$/],
    ['an access log with an entry taken out', spoilt((file) => { Object.assign(file.content, { access: file.content.access.slice(1) }); }), /^\/content\/access\/0$/],
  ];
  test.each(cases)('%s is refused at its place', async (_, text, pointer) => {
    const read = await readBackup(text);
    if (read.ok || !('problem' in read)) throw new Error('accepted');
    expect(read.problem.pointer).toMatch(pointer);
    expect(read.problem.expected).not.toBe('');
  });
});
