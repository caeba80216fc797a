// What the page asks of the journal's worker, and what it answers.
import type { JournalLine } from '../../engine/store/journal.ts';
import type { CaseHead } from '../../engine/store/types.ts';

/** One store that has a journal on this computer. */
export interface JournalStore { readonly store: string; readonly cases: number; readonly events: number; readonly bytes: number; readonly aside: boolean }
export interface JournalHeads { readonly heads: readonly CaseHead[]; readonly versions: number; readonly access: number; readonly bad: number; readonly torn: number; readonly differ: number; readonly files: number; readonly bytes: number }

export interface Questions {
  /** Adds text to this tab's own file, and answers when it is on the disk. */
  write: { readonly ask: { readonly store: string; readonly text: string }; readonly answer: null };
  heads: { readonly ask: { readonly store: string }; readonly answer: JournalHeads };
  /** Every line of a store's journal, file by file. */
  read: { readonly ask: { readonly store: string }; readonly answer: readonly JournalLine[] };
  stores: { readonly ask: null; readonly answer: readonly JournalStore[] };
  /** Begins a store's journal anew with this text, in a file that is added to until `end`; then that of the store it replaces goes. */
  restart: { readonly ask: { readonly store: string; readonly text: string; readonly end: boolean; readonly replaces?: string }; readonly answer: null };
  /** Removes the journal of a store that is no more; false while another tab holds it. */
  drop: { readonly ask: { readonly store: string }; readonly answer: boolean };
  /** Makes one file of those that no open tab writes to. Answers how many went into it. */
  tidy: { readonly ask: { readonly store: string }; readonly answer: number };
  /** Leaves a store's journal where it is, and asks about it no more. */
  setAside: { readonly ask: { readonly store: string }; readonly answer: null };
  /** A small text beside the journals: the vault's header. */
  keep: { readonly ask: { readonly name: string; readonly text: string }; readonly answer: null };
  kept: { readonly ask: { readonly name: string }; readonly answer: string | undefined };
  wipe: { readonly ask: null; readonly answer: null };
}
export type Asked = { readonly [Q in keyof Questions]: { readonly turn: number; readonly root: string; readonly tab: string; readonly q: Q; readonly ask: Questions[Q]['ask'] } }[keyof Questions];
export type Answered = { readonly turn: number; readonly ok: true; readonly answer: unknown } | { readonly turn: number; readonly ok: false; readonly why: string };
