// What every host of the store promises, as named examples without a test framework, so that one list runs in
// Node on memory, in Node on Dexie over fake-indexeddb, and in a page on the browser's own IndexedDB.
import { canonical } from '../../engine/procedure/canonical.ts';
import type { DutyEvent } from '../../engine/case/duties/types.ts';
import type { CaseEvent } from '../../engine/case/types.ts';
import { verifyAccess } from '../../engine/case/access.ts';
import type { AppendResult, RegisterRow, Store, StoreExport } from '../../engine/store/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';

/** Opens a further tab on the same, initially empty store. */
export type OpenTab = () => Promise<Store>;
export interface ContractExample { readonly name: string; readonly run: (open: OpenTab) => Promise<void> }

/** One invented event; only its id, place and payload matter to a store. */
export function event(caseId: string, seq: number, id = `${caseId}-${seq}`): CaseEvent {
  return {
    id, case: caseId, seq, type: 'noteAdded', procedure: { id: 'invented', version: 1, hash: 'h' },
    occurred: seq, recorded: seq, actor: { person: 'A.B.', role: 'manager' }, payload: { words: `note ${seq}` },
    salt: 's', digest: 'd', previous: '', hash: `hash-${id}`,
  };
}

/** The register row of an invented case after `seq` events. */
export function row(caseId: string, seq: number, more: Partial<RegisterRow> = {}): RegisterRow {
  return {
    case: caseId, procedure: 'invented', version: 1, seq, head: `hash-${caseId}-${seq}`, stages: ['alert'],
    opened: 1, changed: seq, closed: 0, nextDue: Number.MAX_SAFE_INTEGER,
    content: { reference: caseId.toUpperCase(), initials: 'Q.X.', stage: 'Alert' }, ...more,
  };
}

const written = (value: unknown): string => (value === undefined ? 'undefined' : canonical(JSON.parse(JSON.stringify(value))));

/** Equal, whatever the order of the keys. */
function same(actual: unknown, expected: unknown, what: string): void {
  const [a, e] = [written(actual), written(expected)];
  if (a !== e) throw new Error(`${what}: expected ${e}, found ${a}`);
}

async function accepted(result: Promise<AppendResult>): Promise<void> {
  const got = await result;
  if (!got.ok) throw new Error(`expected the append to be accepted, found ${JSON.stringify(got)}`);
}

/** Appends `total` one-event commands to one case as a tab does: read, try, and on a conflict read again. */
async function work(store: Store, caseId: string, tab: string, total: number): Promise<number> {
  let conflicts = 0;
  for (let n = 0; n < total;) {
    const seq = (await store.cases.row(caseId))?.seq ?? 0;
    const result = await store.cases.append(caseId, seq, [event(caseId, seq + 1, `${tab}-${n}`)], row(caseId, seq + 1));
    if (result.ok) n += 1;
    else if (result.code === 'conflict') conflicts += 1;
    else throw new Error(result.words);
  }
  return conflicts;
}

const appending: ContractExample[] = [
  { name: 'an appended event is read back, with its register row', run: async (open) => {
    const { cases } = await open();
    await accepted(cases.append('a', 0, [event('a', 1), event('a', 2)], row('a', 2)));
    same(await cases.events('a'), [event('a', 1), event('a', 2)], 'events');
    same(await cases.row('a'), row('a', 2), 'row');
    same(await cases.events('b'), [], 'events of another case');
  } },
  { name: 'events come back in the order of the log, also past nine', run: async (open) => {
    const { cases } = await open();
    for (let seq = 0; seq < 12; seq += 1) await accepted(cases.append('a', seq, [event('a', seq + 1)], row('a', seq + 1)));
    same((await cases.events('a')).map(({ seq }) => seq), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 'order');
  } },
  { name: 'an append against an older version is a conflict that writes nothing', run: async (open) => {
    const { cases } = await open();
    await accepted(cases.append('a', 0, [event('a', 1)], row('a', 1)));
    const late = await cases.append('a', 0, [event('a', 1, 'other')], row('a', 1, { changed: 99 }));
    same(late.ok ? 'accepted' : late.code, 'conflict', 'result');
    same((await cases.events('a')).map(({ id }) => id), ['a-1'], 'events');
    same((await cases.row('a'))?.changed, 1, 'row');
  } },
  { name: 'the same command sent again is recognised and kept once', run: async (open) => {
    const { cases } = await open();
    await accepted(cases.append('a', 0, [event('a', 1)], row('a', 1)));
    await accepted(cases.append('a', 1, [event('a', 2)], row('a', 2)));
    same(await cases.append('a', 0, [event('a', 1)], row('a', 1)), { ok: true, seq: 2, repeated: true }, 'result');
    same((await cases.events('a')).length, 2, 'events');
  } },
  { name: 'two tabs on one case lose nothing and double nothing', run: async (open) => {
    const [left, right] = [await open(), await open()];
    await Promise.all([work(left, 'a', 'left', 25), work(right, 'a', 'right', 25)]);
    const events = await left.cases.events('a');
    same(events.map(({ seq }) => seq), Array.from({ length: 50 }, (_, i) => i + 1), 'sequence');
    same(new Set(events.map(({ id }) => id)).size, 50, 'different commands');
  } },
  { name: 'another tab is told that a case changed, the writing tab is not', run: async (open) => {
    const [left, right] = [await open(), await open()];
    const heard: string[] = [];
    left.cases.watch((id) => heard.push(`left ${id}`));
    const told = new Promise<void>((done) => right.cases.watch((id) => { heard.push(`right ${id}`); done(); }));
    await accepted(left.cases.append('a', 0, [event('a', 1)], row('a', 1)));
    await told;
    same(heard, ['right a'], 'heard');
  } },
];

const registering: ContractExample[] = [
  { name: 'the register lists open cases soonest due first, page by page', run: async (open) => {
    const { cases } = await open();
    const due: readonly (readonly [string, number])[] = [['a', 30], ['b', 10], ['c', 20], ['d', 10], ['e', Number.MAX_SAFE_INTEGER]];
    for (const [id, nextDue] of due) await accepted(cases.append(id, 0, [event(id, 1)], row(id, 1, { nextDue })));
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await cases.page({ closed: false, limit: 2, ...(after === undefined ? {} : { after }) });
      seen.push(page.rows.map((r) => r.case).join(''));
      if (page.next === undefined) break;
      after = page.next;
    }
    same(seen, ['bd', 'ca', 'e'], 'pages');
  } },
  { name: 'a row made anew is kept while its case stands where it stood, and not after', run: async (open) => {
    const { cases } = await open();
    await accepted(cases.append('a', 0, [event('a', 1)], row('a', 1)));
    same(await cases.renew([row('b', 1), row('a', 1, { asOf: 9 })]), ['a'], 'renewed, and no row of no case');
    same(await cases.row('a'), row('a', 1, { asOf: 9 }), 'the row made anew');
    await accepted(cases.append('a', 1, [event('a', 2)], row('a', 2)));
    same(await cases.renew([row('a', 1, { asOf: 10 })]), [], 'a row of before the last act');
    same(await cases.row('a'), row('a', 2), 'the row of the last act');
    same(await cases.row('b'), undefined, 'no case');
  } },
  { name: 'the numbers of open and closed cases are kept through closing and reopening', run: async (open) => {
    const { cases } = await open();
    await accepted(cases.append('a', 0, [event('a', 1)], row('a', 1)));
    await accepted(cases.append('b', 0, [event('b', 1)], row('b', 1)));
    await accepted(cases.append('a', 1, [event('a', 2)], row('a', 2, { closed: 1 })));
    same(await cases.counters(), { open: 1, closed: 1 }, 'after closing');
    await accepted(cases.append('a', 2, [event('a', 3)], row('a', 3)));
    same(await cases.counters(), { open: 2, closed: 0 }, 'after reopening');
    same((await cases.page({ closed: true, limit: 5 })).rows, [], 'closed cases');
  } },
  { name: 'a refused attempt is recorded and moves no version', run: async (open) => {
    const { cases } = await open();
    await accepted(cases.append('a', 0, [event('a', 1)], row('a', 1)));
    const entry = { id: 'x', case: 'a', at: 5, person: 'A.B.', role: 'agency', what: 'refused', words: 'Only the Chair decides.' } as const;
    await cases.record(entry);
    const [kept] = await cases.accessLog('a');
    same({ ...kept, seq: undefined, previous: undefined, hash: undefined }, entry, 'access log');
    same([kept?.seq, kept?.previous, kept?.hash?.length], [1, '', 64], 'its place in the chain');
    same((await cases.row('a'))?.seq, 1, 'version');
  } },
  { name: 'everything can be exported, and clearing removes the cases', run: async (open) => {
    const { cases, procedures } = await open();
    await accepted(cases.append('a', 0, [event('a', 1)], row('a', 1)));
    await procedures.publish({ id: 'invented', hash: 'h', published: 1, by: 'A.B.', procedure: invented });
    const all = await cases.exportAll();
    same([all.cases.map(({ id, events }) => [id, events.length]), all.versions.length], [[['a', 1]], 1], 'export');
    await cases.clear();
    same([await cases.row('a'), await cases.events('a'), await cases.counters()], [undefined, [], { open: 0, closed: 0 }], 'cleared');
    same((await procedures.versions()).length, 1, 'published versions stay');
  } },
];

const entryOf = (id: string, caseId: string, at: number) => ({ id, case: caseId, at, person: 'A.B.', role: 'agency', what: 'viewed', words: `look ${id}` }) as const;

/** A store with something in each of its parts. */
async function filled(store: Store): Promise<void> {
  await accepted(store.cases.append('a', 0, [event('a', 1), event('a', 2)], row('a', 2)));
  await accepted(store.cases.append('b', 0, [event('b', 1)], row('b', 1, { closed: 1 })));
  await store.procedures.publish({ id: 'invented', hash: 'h', published: 1, by: 'A.B.', procedure: invented });
  await store.procedures.publish({ id: 'invented', hash: 'i', published: 2, by: 'A.B.', procedure: invented });
  await store.procedures.retire('invented', 1, '2027-01-01');
  await store.procedures.saveDraft({ id: 'd', changed: 1, procedure: invented }, 0);
  for (const id of ['x', 'y']) await store.cases.record(entryOf(id, 'a', 5));
  await store.settings.save({ id: 'partnership', changed: 1, content: { name: 'Invented' } }, 0);
  await store.duties.append('invented', 0, [dutyEntry('invented', 1)]);
}

const copying: ContractExample[] = [
  { name: 'the access log is one chain over all cases and both tabs', run: async (open) => {
    const [left, right] = [await open(), await open()];
    for (let n = 0; n < 6; n += 1) await (n % 2 === 0 ? left : right).cases.record(entryOf(`e${n}`, n % 3 === 0 ? 'a' : 'b', 100 - n));
    const all = await right.cases.accessEntries();
    same(all.map(({ id }) => id), ['e0', 'e1', 'e2', 'e3', 'e4', 'e5'], 'order');
    same(verifyAccess(all).ok, true, 'chain');
    same((await left.cases.accessLog('a')).map(({ id }) => id), ['e0', 'e3'], 'of one case');
  } },
  { name: 'a copy put into an empty store makes an equal store', run: async (open) => {
    const store = await open();
    await filled(store);
    const copy = JSON.parse(JSON.stringify(await store.cases.exportAll())) as StoreExport;
    await store.cases.clear();
    await accepted(store.cases.append('c', 0, [event('c', 1)], row('c', 1)));
    same(await store.cases.importAll(copy, 'replace'), { ok: true, cases: 2 }, 'result');
    same(await store.cases.exportAll(), copy, 'everything');
    same(await store.cases.counters(), { open: 1, closed: 1 }, 'counters');
    await store.cases.record(entryOf('z', 'b', 9));
    same(verifyAccess(await store.cases.accessEntries()), { ok: true, head: (await store.cases.accessEntries()).at(-1)?.hash, count: 3 }, 'the access log goes on');
    await accepted(store.cases.append('a', 2, [event('a', 3)], row('a', 3)));
  } },
  { name: 'a copy is not put in when another tab wrote since it was taken', run: async (open) => {
    const [left, right] = [await open(), await open()];
    await filled(left);
    const copy = await left.cases.exportAll();
    await accepted(right.cases.append('b', 1, [event('b', 2)], row('b', 2)));
    const late = await left.cases.importAll(copy, 'replace', 3);
    same(late.ok ? 'put in' : late.code, 'conflict', 'result');
    same((await left.cases.events('b')).length, 2, 'what the other tab wrote');
    same(await left.cases.importAll(await left.cases.exportAll(), 'replace', 4), { ok: true, cases: 2 }, 'taken anew');
  } },
  { name: 'everything is gone through in pieces of any size, each case whole', run: async (open) => {
    const { cases } = await open();
    const logs = { a: 3, b: 1, c: 5, d: 2 };
    for (const [id, length] of Object.entries(logs)) await accepted(cases.append(id, 0, Array.from({ length }, (_, n) => event(id, n + 1)), row(id, length)));
    const all = async (events: number, after?: string): Promise<readonly (readonly [string, number])[]> => {
      const piece = await cases.scan({ events, ...(after === undefined ? {} : { after }) });
      return [...piece.logs.map((log) => [log.case, log.events.length] as const), ...(piece.next === undefined ? [] : await all(events, piece.next))];
    };
    for (const events of [1, 2, 3, 4, 8, 11, 99]) same(await all(events), Object.entries(logs), `in pieces of ${events}`);
  } },
  { name: 'one case put back takes the place of its own and leaves the rest', run: async (open) => {
    const store = await open();
    await filled(store);
    const copy = await store.cases.exportAll();
    await accepted(store.cases.append('a', 2, [event('a', 3)], row('a', 3)));
    await accepted(store.cases.append('b', 1, [event('b', 2)], row('b', 2)));
    await store.cases.importAll({ format: 1, cases: copy.cases.filter(({ id }) => id === 'a'), drafts: [], versions: [], access: [] }, 'add');
    same((await store.cases.events('a')).map(({ seq }) => seq), [1, 2], 'put back');
    same(await store.cases.heads(), [{ case: 'a', seq: 2, head: row('a', 2).head }, { case: 'b', seq: 2, head: row('b', 2).head }], 'heads');
    same([(await store.procedures.versions()).length, (await store.cases.accessEntries()).length], [2, 2], 'the rest');
  } },
];

/** Stands for a whole procedure: a store keeps it and never looks inside. */
const invented = { format: 1, id: 'invented', label: 'Invented' } as unknown as Procedure;

const publishing: ContractExample[] = [
  { name: 'a draft is saved against the revision it was read at', run: async (open) => {
    const { procedures } = await open();
    const draft = { id: 'd', changed: 1, procedure: invented };
    same(await procedures.saveDraft(draft, 0), { ok: true, revision: 1 }, 'first');
    same(await procedures.saveDraft({ ...draft, changed: 2 }, 1), { ok: true, revision: 2 }, 'second');
    const late = await procedures.saveDraft({ ...draft, changed: 3 }, 1);
    same(late.ok ? 'saved' : late.code, 'conflict', 'from an older revision');
    same((await procedures.draft('d'))?.changed, 2, 'kept');
    await procedures.deleteDraft('d');
    same(await procedures.drafts(), [], 'after deleting');
  } },
  { name: 'publishing adds versions one by one and knows the same content again', run: async (open) => {
    const { procedures } = await open();
    const version = { id: 'invented', hash: 'h1', published: 1, by: 'A.B.', procedure: invented };
    same(await procedures.publish(version), { ok: true, version: 1 }, 'first');
    same(await procedures.publish({ ...version, hash: 'h2' }), { ok: true, version: 2 }, 'second');
    same(await procedures.publish({ ...version, published: 9 }), { ok: true, version: 1 }, 'first again');
    same((await procedures.versions('invented')).map(({ published }) => published), [1, 1], 'never changed');
    same((await procedures.version({ id: 'invented', version: 2, hash: 'h2' }))?.hash, 'h2', 'by its pin');
    same(await Promise.all([['invented', 'h1'], ['invented', 'h3'], ['other', 'h1']].map(async ([id = '', hash = '']) => (await procedures.version({ id, version: 2, hash }))?.version)), [2, undefined, undefined], 'by its content, where it has another number here');
  } },
  { name: 'a version keeps the day from which it is effective, and publishing it again changes none', run: async (open) => {
    const { procedures } = await open();
    const version = { id: 'invented', hash: 'h1', published: 1, by: 'A.B.', procedure: invented };
    await procedures.publish({ ...version, effectiveFrom: '2027-01-01' });
    await procedures.publish({ ...version, effectiveFrom: '2028-01-01' });
    same((await procedures.versions('invented')).map(({ effectiveFrom, retired }) => [effectiveFrom, retired ?? 'not']), [['2027-01-01', 'not']], 'dates');
  } },
  { name: 'a version is retired from a day on, in every tab, and a case still finds it by its pin', run: async (open) => {
    const [left, right] = [await open(), await open()];
    const version = { id: 'invented', hash: 'h1', published: 1, by: 'A.B.', procedure: invented };
    await left.procedures.publish(version);
    await left.procedures.publish({ ...version, hash: 'h2' });
    same(await left.procedures.retire('invented', 1, '2027-02-01'), { ok: true, retired: '2027-02-01' }, 'first');
    same(await left.procedures.retire('invented', 1, '2027-03-01'), { ok: true, retired: '2027-03-01' }, 'on another day');
    same((await right.procedures.versions('invented')).map(({ retired }) => retired ?? 'not'), ['2027-03-01', 'not'], 'in the other tab');
    const kept = await right.procedures.version({ id: 'invented', version: 1, hash: 'h1' });
    same([kept?.published, kept?.by, kept?.procedure], [1, 'A.B.', invented], 'everything else');
    same((await left.cases.exportAll()).versions.map(({ retired }) => retired ?? 'not'), ['2027-03-01', 'not'], 'export');
    same(await right.procedures.publish({ ...version, published: 9 }), { ok: true, version: 1 }, 'the same content again is the same version');
    same((await left.procedures.versions('invented'))[0]?.retired, '2027-03-01', 'and stays retired');
  } },
  { name: 'a version that is not there cannot be retired', run: async (open) => {
    const { procedures } = await open();
    await procedures.publish({ id: 'invented', hash: 'h1', published: 1, by: 'A.B.', procedure: invented });
    for (const [id, version] of [['invented', 2], ['other', 1]] as const) {
      const late = await procedures.retire(id, version, '2027-02-01');
      same(late.ok ? 'retired' : late.code, 'unknown-version', `${id} ${version}`);
    }
    same((await procedures.versions()).map(({ retired }) => retired ?? 'not'), ['not'], 'versions');
  } },
];

const dutyEntry = (procedure: string, seq: number, id = `${procedure}-${seq}`): DutyEvent => ({ ...event(procedure, seq, id), type: 'dutyPerformed', payload: { duty: 'learning', recipients: [] } });
const beside: ContractExample[] = [
  { name: 'settings are saved against the revision they were read at', run: async (open) => {
    const [left, right] = [await open(), await open()];
    same(await left.settings.read('partnership'), undefined, 'at first');
    same(await left.settings.save({ id: 'partnership', changed: 1, content: { name: 'Invented' } }, 0), { ok: true, revision: 1 }, 'first');
    const late = await right.settings.save({ id: 'partnership', changed: 2, content: { name: 'Other' } }, 0);
    same(late.ok ? 'saved' : late.code, 'conflict', 'from an older revision');
    same(await right.settings.read('partnership'), { id: 'partnership', revision: 1, changed: 1, content: { name: 'Invented' } }, 'in the other tab');
  } },
  { name: 'an erased case says nothing any more, keeps its chain and its place, and is erased once', run: async (open) => {
    const store = await open();
    await filled(store);
    const tombstone = row('b', 1, { closed: 1, content: { reference: 'B', initials: '', stage: 'Erased', erased: 9 } });
    const late = await store.cases.erase('b', 2, tombstone);
    same(late.ok ? 'erased' : late.code, 'conflict', 'at another place');
    same((await store.cases.events('b'))[0]?.payload, { words: 'note 1' }, 'after the conflict');
    same(await store.cases.erase('b', 1, tombstone), { ok: true, seq: 1, repeated: false }, 'result');
    same(await store.cases.events('b'), [{ ...event('b', 1), payload: {}, salt: '' }], 'entries');
    same([await store.cases.row('b'), await store.cases.counters()], [tombstone, { open: 1, closed: 1 }], 'line');
    same([(await store.cases.events('a')).length, (await store.cases.exportAll()).cases.length, (await store.settings.read('partnership'))?.revision], [2, 2, 1], 'the rest');
    const none = await store.cases.erase('c', 0, row('c', 0));
    same(none.ok ? 'erased' : none.code, 'conflict', 'a case that is not there');
    await accepted(store.cases.append('a', 2, [event('a', 3)], row('a', 3)));
  } },
  { name: 'the log of the duties is appended to as a case is', run: async (open) => {
    const { duties } = await open();
    same(await duties.append('invented', 0, [dutyEntry('invented', 1)]), { ok: true, seq: 1, repeated: false }, 'first');
    same(await duties.append('invented', 0, [dutyEntry('invented', 1)]), { ok: true, seq: 1, repeated: true }, 'sent again');
    const late = await duties.append('invented', 0, [dutyEntry('invented', 1, 'other')]);
    same(late.ok ? 'accepted' : late.code, 'conflict', 'against an older log');
    same(await duties.append('invented', 1, [dutyEntry('invented', 2)]), { ok: true, seq: 2, repeated: false }, 'second');
    same((await duties.log('invented')).map(({ seq }) => seq), [1, 2], 'log');
    same(await duties.log('other'), [], 'of another procedure');
  } },
];

export const storeContract: readonly ContractExample[] = [...appending, ...registering, ...publishing, ...copying, ...beside];
