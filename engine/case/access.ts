// The access log and its chain: refused attempts, views and exports, apart from the events of any case. Each entry
// names the hash of the one before, so that none can be changed, taken out or put between unnoticed. It does not
// know where the log is kept, nor who is entitled to what.
import { canonical } from '../procedure/canonical.ts';
import { sha256 } from '../procedure/sha256.ts';

/** What an entry says; `id` is random, and so keeps the hash from being guessed. */
export interface AccessFacts { readonly id: string; readonly case: string; readonly at: number; readonly person: string; readonly role: string; readonly what: string; readonly words: string }
/** Its place in the log: `seq` counts from 1, `previous` is '' for the first. */
export interface AccessLink { readonly seq: number; readonly previous: string; readonly hash: string }
export type AccessCheck = { readonly ok: true; readonly head: string; readonly count: number } | { readonly ok: false; /** Place in the log, from 1. */ readonly position: number };

/** Where an entry stands that comes after `last`; without `last` it is the first. */
export function linkAccess(entry: AccessFacts, last?: Pick<AccessLink, 'seq' | 'hash'>): AccessLink {
  const [seq, previous] = [(last?.seq ?? 0) + 1, last?.hash ?? ''];
  return { seq, previous, hash: hashOf(entry, seq, previous) };
}

/** Checks a whole access log, oldest first: the first entry that does not fit, or the hash of the last. */
export function verifyAccess(entries: readonly (AccessFacts & Partial<AccessLink>)[]): AccessCheck {
  let head = '';
  for (const [index, entry] of entries.entries()) {
    const fits = entry.seq === index + 1 && entry.previous === head && entry.hash === hashOf(entry, index + 1, head);
    if (!fits) return { ok: false, position: index + 1 };
    head = entry.hash;
  }
  return { ok: true, head, count: entries.length };
}

function hashOf({ id, case: owner, at, person, role, what, words }: AccessFacts, seq: number, previous: string): string {
  return sha256(canonical([previous, seq, id, owner, at, person, role, what, words]));
}
