// What has happened, as numbered sets of facts, and what is worked out from it kept as a tree of the questions that
// were asked of it: pasts that answer those alike come to the same, and it is worked out once for all of them.
import type { Id } from '../../procedure/types.ts';
import { Pairs } from './pairs.ts';

/** Facts set and cleared. */
export type Change = ReadonlyMap<string, boolean>;
/** One past as a walk sees it: what it asks, and what changed since. */
export interface Past {
  /** Undefined for a fact that is not remembered. */
  has(fact: string): boolean | undefined;
  readonly since: Change;
  /** The past with facts set and others cleared; one that is both is set. */
  after(set: readonly string[], clear: readonly string[]): Past;
}

/** A past that is read by `read`, of which these facts are remembered. */
export function pastOf(remembered: ReadonlyMap<string, number>, read: (fact: string) => boolean, since: Change = new Map()): Past {
  const past: Past = {
    since,
    has: (fact) => (remembered.has(fact) ? (since.get(fact) ?? read(fact)) : undefined),
    after: (set, clear) => {
      const changes = [...clear.map((fact) => [fact, false] as const), ...set.map((fact) => [fact, true] as const)].filter(([fact]) => remembered.has(fact));
      return changes.length === 0 ? past : pastOf(remembered, read, new Map([...since, ...changes]));
    },
  };
  return past;
}

/** Pasts by number; 0 is the one in which nothing has happened. */
export interface Pasts {
  /** The number of the past after a change, which is named by the number that `changed` gave it. */
  after(past: number, change: number): number;
  changed(change: Change): number;
  /** What was worked out in a past like this one; undefined for nothing yet. */
  known<T>(cell: Cell<T>, past: number): T | undefined;
  /** What `work` comes to in a past, worked out once for all pasts that answer what it asked alike. */
  recall<T>(cell: Cell<T>, past: number, work: (past: Past) => T): T;
}
/** What was worked out so far under one name. */
export interface Cell<T> { root: Branch<T> | undefined }
/** A question, by the place of its fact (−1 for none: this is what it came to), and what follows on each answer. All of one shape, because there are millions of walks through them. */
interface Branch<T> { readonly word: number; readonly bit: number; readonly came: T | undefined; yes: Branch<T> | undefined; no: Branch<T> | undefined }

/** Something not yet worked out. */
export const newCell = <T>(): Cell<T> => ({ root: undefined });

/** What it comes to whatever happened, once that is known. */
export const settled = <T>({ root }: Cell<T>): T | undefined => (root?.word === -1 ? root.came : undefined);

/** Bits to a number: with more, a number would no longer be kept as itself. */
const BITS = 30;

/** Pasts over these remembered facts. */
export function pastsOf(remembered: ReadonlyMap<string, number>): Pasts {
  const words = Math.max(1, Math.ceil(remembered.size / BITS));
  const held: number[] = Array.from({ length: words }, () => 0);
  const numberOf = numbering(words);
  numberOf(0, 0, held);
  const changes: Masks[] = [];
  const changeNumbers = new Map<string, number>();
  const has = (past: number, index: number): boolean => { const { word, bit } = placeOf(index); return ((held[past * words + word] ?? 0) & bit) !== 0; };
  const work = <T>(past: number, act: (past: Past) => T): { readonly asked: readonly number[]; readonly came: T } => {
    const asked = new Set<number>();
    const came = act(pastOf(remembered, (fact) => { const index = remembered.get(fact) ?? 0; asked.add(index); return has(past, index); }));
    return { asked: [...asked], came };
  };
  const known = <T>({ root }: Cell<T>, past: number): T | undefined => {
    const from = past * words;
    let branch = root;
    while (branch && branch.word >= 0) branch = ((held[from + branch.word] ?? 0) & branch.bit) !== 0 ? branch.yes : branch.no;
    return branch?.came;
  };
  return {
    changed: (change) => {
      const key = [...change].map(([fact, to]) => `${remembered.get(fact)}${to ? '+' : '-'}`).sort().join(' ');
      const known = changeNumbers.get(key);
      if (known !== undefined) return known;
      changeNumbers.set(key, changes.length);
      return changes.push(masksOf(change, remembered, words)) - 1;
    },
    after: (past, change) => {
      const { set, keep } = changes[change] as Masks;
      const from = past * words;
      const [first, second] = [wordAfter(held, from, 0, set, keep), words > 1 ? wordAfter(held, from, 1, set, keep) : 0];
      if (words <= 2 && first === held[from] && (words === 1 || second === held[from + 1])) return past;
      const now = words > 2 ? set.map((_, at) => wordAfter(held, from, at, set, keep)) : NONE;
      const number = numberOf(first, second, now);
      if (number * words < held.length) return number;
      if (words > 2) held.push(...now);
      else if (words === 2) held.push(first, second);
      else held.push(first);
      return number;
    },
    known,
    recall: <T>(cell: Cell<T>, past: number, act: (past: Past) => T): T => {
      const before = known(cell, past);
      if (before !== undefined) return before;
      const { asked, came } = work(past, act);
      grow(cell, asked, (index) => has(past, index), came);
      return came;
    },
  };
}

interface Masks { readonly set: readonly number[]; readonly keep: readonly number[] }

const NONE: readonly number[] = [];
const wordAfter = (held: readonly number[], from: number, at: number, set: readonly number[], keep: readonly number[]): number => ((held[from + at] ?? 0) & (keep[at] ?? 0)) | (set[at] ?? 0);

/** Numbers sets of facts as they are met: by two words, or by all of them where there are more. */
function numbering(words: number): (first: number, second: number, all: readonly number[]) => number {
  const pairs = new Pairs();
  const others = new Map<string, number>();
  if (words <= 2) return (first, second) => { const known = pairs.find(first, second); return known >= 0 ? known : pairs.add(first, second); };
  return (_first, _second, all) => { const key = all.join(','); const known = others.get(key) ?? others.size; others.set(key, known); return known; };
}

function masksOf(change: Change, remembered: ReadonlyMap<Id, number>, words: number): Masks {
  const [set, keep] = [Array.from({ length: words }, () => 0), Array.from({ length: words }, () => 2 ** BITS - 1)];
  for (const [fact, to] of change) {
    const index = remembered.get(fact) ?? 0;
    const { word, bit } = placeOf(index);
    if (to) set[word] = (set[word] ?? 0) | bit;
    else keep[word] = (keep[word] ?? 0) & ~bit;
  }
  return { set, keep };
}

const placeOf = (index: number): { readonly word: number; readonly bit: number } => ({ word: Math.floor(index / BITS), bit: 1 << (index % BITS) });

/** Adds one way through the questions to what it came to. */
function grow<T>(cell: Cell<T>, asked: readonly number[], has: (index: number) => boolean, came: T): void {
  const branchAt = (at: number): Branch<T> => { const index = asked[at]; return { ...(index === undefined ? { word: -1, bit: 0, came } : { ...placeOf(index), came: undefined }), yes: undefined, no: undefined }; };
  let branch = (cell.root ??= branchAt(0));
  asked.forEach((index, at) => { branch = has(index) ? (branch.yes ??= branchAt(at + 1)) : (branch.no ??= branchAt(at + 1)); });
}
