// A document as plain data: headings, paragraphs, answers by their labels, tables. Whoever writes it to a file or a
// screen decides how it looks; what is missing or left out stays visible in it.
import type { Id } from '../procedure/types.ts';

/** A run of words: the template's own, an answer, a gap where one is missing, something left out, or what stands for a name. */
export interface Run { readonly text: string; readonly is: 'words' | 'answer' | 'gap' | 'withheld' | 'pseudonym' }
export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'answers'; readonly lines: readonly { readonly label: string; readonly runs: readonly Run[] }[] }
  | { readonly kind: 'table'; readonly label: string; readonly columns: readonly string[]; /** One cell for each column. */ readonly rows: readonly (readonly (readonly Run[])[])[] };

export interface DocumentText {
  readonly document: Id; readonly title: string; readonly variant?: Id; readonly audience?: Id;
  readonly blocks: readonly DocumentBlock[];
  /** Labels of what is missing, in order; a document is ready to go when there are none. */
  readonly gaps: readonly string[];
  /** Classes of which something was left out. */
  readonly withheld: readonly Id[];
}
