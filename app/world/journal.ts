// The page's side of the second journal: asks the worker, waits for the disk, remembers what stands there, and says when
// the journal failed. A store with a failed journal goes on with the database alone, and the screen says so.
import { create } from 'zustand';
import { writeLine, type Journal, type JournalLine } from '../../engine/store/journal.ts';
import type { Answered, Asked, Questions } from './journalTalk.ts';
// oxlint-disable-next-line import/default -- the bundler makes this module: its default is the worker's address
import address from './journalWorker.ts?worker&url';
import { log } from './log.ts';
import { trustedScript } from './trusted.ts';

/** `on`: each write is in both journals. `off`: only in the database, and why. */
export const useJournal = create<{ readonly state: 'starting' | 'on' | 'off'; readonly why: string }>(() => ({ state: 'starting', why: '' }));

export interface OpenJournal extends Journal {
  /** From now on lines go to the journal of this store; `covered`: how far it is known to go. */
  bind(store: string): void;
  know(caseId: string, seq: number): void;
  ask<Q extends keyof Questions>(q: Q, ask: Questions[Q]['ask']): Promise<Questions[Q]['answer']>;
  readonly failed: () => boolean;
}
const CHUNK = 4_000_000;

/** Starts the worker; what it is asked before it runs waits for it. */
export function openJournal(root: string): OpenJournal {
  const ask = asker(root);
  const known = new Map<string, number>();
  let store = '';
  let failed = false;
  const fail = (error: unknown): void => {
    failed = true;
    useJournal.setState({ state: 'off', why: String(error) });
    log(`Second journal: ${String(error)}`);
  };
  const write = async (text: string): Promise<boolean> => {
    if (failed || store === '') return false;
    return ask('write', { store, text }).then(() => true, (error: unknown) => { fail(error); return false; });
  };
  return {
    ask, failed: () => failed,
    bind: (id) => { store = id; },
    know: (caseId, seq) => { known.set(caseId, Math.max(seq, known.get(caseId) ?? 0)); },
    covered: (caseId) => known.get(caseId) ?? 0,
    events: async (caseId, records) => {
      if (await write(writeLine({ t: 'events', r: records }))) known.set(caseId, Math.max(known.get(caseId) ?? 0, records.at(-1)?.seq ?? 0));
    },
    note: async (line) => { await write(writeLine(line)); },
    drop: async (id) => ask('drop', { store: id }).catch(() => false),
    restart: async (id, lines, replaces) => {
      store = id;
      known.clear();
      await restart(ask, id, lines, replaces).then(() => { failed = false; useJournal.setState({ state: 'on', why: '' }); }, fail);
    },
  };
}

async function restart(ask: OpenJournal['ask'], store: string, lines: readonly JournalLine[], replaces?: string): Promise<void> {
  let text = '';
  for (const line of lines) {
    text += writeLine(line);
    if (text.length < CHUNK) continue;
    await ask('restart', { store, text, end: false });
    text = '';
  }
  await ask('restart', { store, text, end: true, ...(replaces === undefined ? {} : { replaces }) });
}

function asker(root: string): OpenJournal['ask'] {
  const tab = `${new Date().toISOString().replace(/\D/g, '')}-${crypto.randomUUID().slice(0, 8)}`;
  const waiting = new Map<number, { readonly done: (answer: unknown) => void; readonly failed: (why: unknown) => void }>();
  let turns = 0;
  let worker: Worker | undefined;
  const start = (): Worker => {
    if (!('storage' in navigator) || typeof navigator.storage.getDirectory !== 'function') throw new Error('This browser has no private file system.');
    const made = new Worker(trustedScript(address), { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
      const one = waiting.get(data.turn);
      waiting.delete(data.turn);
      if (data.ok) one?.done(data.answer); else one?.failed(new Error(data.why));
    });
    made.addEventListener('error', () => { for (const { failed } of waiting.values()) failed(new Error('The journal’s worker did not start.')); waiting.clear(); });
    return made;
  };
  // The answer is of the question's kind by the table that both sides are typed by.
  return (q, ask) => new Promise((done, failed) => {
    worker ??= start();
    turns += 1;
    waiting.set(turns, { done: done as (answer: unknown) => void, failed });
    worker.postMessage({ turn: turns, root, tab, q, ask } as Asked);
  });
}
