// What the editor is given and what it gives back. It knows one procedure in hand; it does not know where
// procedures are kept, who may publish, or the address bar: those come in as values and calls.
import type { Id, Procedure } from '../engine/procedure/types.ts';
import type { KeptHistory } from './store/history.ts';

export type { KeptHistory };

/** What the bar says about keeping the work: in the store, on its way, or not kept and why (a plain sentence). */
export type SavedState = 'saved' | 'saving' | { readonly failed: string };

/** The same procedure as a diagram, as rows in order, or as a table of its stages. */
export type View = 'canvas' | 'outline' | 'table';

export interface EditorProps {
  /** The procedure to show. Another object than the last one given to `onChange` replaces the work in hand and its undo steps. */
  readonly procedure: Procedure;
  /** True for shipped and published procedures: everything can be read, nothing changed. */
  readonly readOnly: boolean;
  /** "Draft 3", "Version 1": the tag beside the name. */
  readonly stateWords: string;
  readonly saved: SavedState;
  /** Id of the selected stage, group, way in (`ways-in`) or route; null when none. From the address (`?stage=id`). */
  readonly selection: Id | null;
  readonly onSelect: (selection: Id | null) => void;
  /** What is chosen when it is several stages, the selected one among them; from the address (`?also=a,b`). Read once. */
  readonly also?: readonly Id[];
  readonly onAlso?: (also: readonly Id[]) => void;
  /** Which view is shown, from the address (`?view=outline`); the canvas when absent. */
  readonly view: View;
  readonly onView: (view: View) => void;
  /** Called once for each edit, undo and redo, with the whole new procedure. Never called when `readOnly`. */
  readonly onChange: (procedure: Procedure, history: KeptHistory) => void;
  /** Steps kept with the draft, as `onChange` gave them; absent: nothing to undo yet. Read once. */
  readonly history?: unknown;
  /** Absent: no Publish button. Called only when no problem stops publishing. */
  readonly onPublish?: () => void;
  /** "Make your own copy"; absent: not offered. */
  readonly onCopy?: () => void;
  /** The procedure as a document, to print and to save as a picture; absent: not offered. */
  readonly onDocument?: () => void;
  /** The procedure held against the national guidance that it follows, as it is kept; absent: not offered. */
  readonly onGuidance?: () => void;
  /** Back to the list of procedures. */
  readonly onExit: () => void;
  /** Today as `2026-12-10`, Europe/London: the first date of worked examples. */
  readonly today: string;
  /** Offered beside "Not saved": a download of the procedure in hand. */
  readonly onDownload?: () => void;
}
