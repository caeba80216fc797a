// The work in hand: the procedure, what is selected, the steps that can be undone, and what `check` found. Every
// change goes through `edit`, `undo` or `redo`: one step, one announcement, one call of `onChange`.
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Id, Procedure } from '../../engine/procedure/types.ts';
import type { Problem } from '../../engine/procedure/problems.ts';
import type { Edit } from '../../engine/procedure/edits/edit.ts';
import { single, type Command, type Done } from '../edits/commands.ts';
import type { CheckSoon } from '../checking/checker.ts';
import { sameContent, straysOf } from '../model/alike.ts';
import { keptOf, stepsFrom, type KeptHistory } from './history.ts';
import { lowerFirst } from '../../engine/procedure/words/clock.ts';
import { words } from '../words.ts';

export interface Step { readonly words: string; readonly before: Procedure; readonly after: Procedure; readonly selection: Id | null }
export interface EditorState {
  readonly procedure: Procedure;
  /** The procedure for all who do not read where boxes stand: the object it was as long as nothing but that changes. */
  readonly content: Procedure;
  readonly readOnly: boolean;
  readonly selection: Id | null;
  /** Stages chosen beside the selected one; the selected one itself stands here too when it is to stay chosen as one moves on. */
  readonly also: readonly Id[];
  /** Groups that are drawn closed, as one box. */
  readonly closed: ReadonlySet<Id>;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  readonly problems: readonly Problem[];
  /** True from a change until the check of what it made. */
  readonly checking: boolean;
  /** Carries out an edit or a command; null when it was refused, which has been announced. `select` is what is selected after it, `made` what it added. */
  edit(edit: Edit | Command, select?: Id | 'made' | null): Done | null;
  undo(): void;
  redo(): void;
  select(selection: Id | null): void;
  /** Selects several stages; the last is the one the panel shows. */
  choose(stages: readonly Id[]): void;
  /** Moves the selection on and keeps what is chosen beside it. */
  moveOn(selection: Id): void;
  /** Chooses a stage beside the others, or no longer. */
  toggle(stage: Id): void;
  /** Keeps the selected stage chosen as one moves on, or no longer. */
  pin(): void;
  /** Draws a group closed, or open again. */
  fold(group: Id): void;
  /** Checks what is in hand without waiting for quiet. */
  checkNow(): void;
  /** Another procedure in place of this one, without steps to undo. */
  replace(procedure: Procedure, readOnly: boolean): void;
}

/** All chosen stages and groups in the procedure's order; none when a route or a way in is selected. */
export function chosenOf({ selection, also, procedure }: Pick<EditorState, 'selection' | 'also' | 'procedure'>): readonly Id[] {
  if (also.length === 0) return selection !== null && selection in procedure.stages ? [selection] : [];
  const chosen = new Set(selection === null ? also : [...also, selection]);
  return Object.keys(procedure.stages).filter((id) => chosen.has(id));
}
export type EditorStore = StoreApi<EditorState>;

/** What the store needs of the world around it. */
export interface Surroundings {
  readonly announce: (words: string) => void;
  readonly onChange: (procedure: Procedure, history: KeptHistory) => void;
  readonly onSelect: (selection: Id | null) => void;
  readonly check: (procedure: Procedure) => readonly Problem[];
  /** Checks without holding up the page; returns how to call it off. */
  readonly checkSoon: CheckSoon;
}

/** A store over one procedure; its first check is made at once. `history`: steps kept with it, to undo and do again. */
export function createEditorStore(procedure: Procedure, readOnly: boolean, selection: Id | null, around: Surroundings, history?: unknown): EditorStore {
  return createStore<EditorState>()((set, get) => {
    let callOff = (): void => undefined;
    const check = (): void => { callOff(); set({ problems: around.check(get().procedure), checking: false }); };
    /** Another procedure in hand, by an edit, undo or redo: told once to each who listens. */
    const show: Show = (next, selected, rest, said) => {
      const { selection: before, procedure: was, content, also } = get();
      const moved = sameContent(was, next);
      // What was found of it, or is being looked for, stays right while boxes are only moved.
      const checked = moved && straysOf(was) === straysOf(next);
      const left = also.filter((id) => id in next.stages && selected !== null);
      set({ procedure: next, content: moved ? content : next, selection: selected, also: left.length === also.length ? also : left, ...rest, ...(checked ? {} : { checking: true }) });
      if (!checked) {
        callOff();
        callOff = around.checkSoon(next, (problems) => set({ problems, checking: false }));
      }
      around.announce(said);
      around.onChange(next, keptOf(rest.past, rest.future));
      if (selected !== before) around.onSelect(selected);
    };
    return {
      procedure, content: procedure, readOnly, selection, also: [], closed: new Set(), ...stepsFrom(history, procedure), problems: around.check(procedure), checking: false,
      ...steps(get, set, show, around.announce),
      ...selecting(get, set, around.onSelect),
      checkNow: () => { if (get().checking) check(); },
      replace: (next, only) => {
        set({ procedure: next, content: next, readOnly: only, past: [], future: [], also: [] });
        check();
      },
    };
  });
}

/** What is selected, and which groups are closed. */
function selecting(get: () => EditorState, set: (part: Partial<EditorState>) => void, onSelect: Surroundings['onSelect']): Pick<EditorState, 'select' | 'choose' | 'moveOn' | 'toggle' | 'pin' | 'fold'> {
  const to = (selection: Id | null, also: readonly Id[]): void => {
    const before = get();
    if (selection === before.selection && also.length === 0 && before.also.length === 0) return;
    set({ selection, also });
    if (selection !== before.selection) onSelect(selection);
  };
  return {
    select: (next) => to(next, []),
    choose: (stages) => to(stages.at(-1) ?? null, stages.length < 2 ? [] : stages),
    moveOn: (next) => to(next, get().also),
    toggle: (stage) => {
      const { selection, procedure } = get();
      const chosen = chosenOf(get());
      const rest = chosen.filter((id) => id !== stage);
      if (!chosen.includes(stage)) to(stage, selection !== null && selection in procedure.stages ? [...rest, stage] : []);
      else to(selection === stage ? rest.at(-1) ?? null : selection, rest.length < 2 ? [] : rest);
    },
    pin: () => {
      const { selection, also } = get();
      if (selection !== null) set({ also: also.includes(selection) ? also.filter((id) => id !== selection) : [...also, selection] });
    },
    fold: (group) => {
      const closed = new Set(get().closed);
      if (!closed.delete(group)) closed.add(group);
      set({ closed });
    },
  };
}

type Show = (next: Procedure, selected: Id | null, rest: Pick<EditorState, 'past' | 'future'>, said: string) => void;

/** Edit, undo and redo over what is in hand. */
function steps(get: () => EditorState, set: (part: Partial<EditorState>) => void, show: Show, announce: (words: string) => void): Pick<EditorState, 'edit' | 'undo' | 'redo'> {
  return {
    edit: (edit, select) => {
      const { procedure: before, past, selection, readOnly } = get();
      if (readOnly) { announce(words.said.readOnly); return null; }
      const result = (typeof edit === 'function' ? edit : single(edit))(before);
      if (!result.ok) { announce(words.said.refused(result.words)); return null; }
      const step = { words: lowerFirst(result.words), before, after: result.procedure, selection };
      const selected = select === undefined ? selection : select === 'made' ? result.made ?? selection : select;
      if (select !== undefined) set({ also: [] });
      show(result.procedure, selected, { past: [...past, step], future: [] }, capital(result.said ?? result.words));
      if (select === 'made' && (result.all ?? []).length > 1) get().choose(result.all ?? []);
      return result;
    },
    undo: () => {
      const { past, future } = get();
      const step = past.at(-1);
      if (step === undefined) { announce(words.bar.nothingUndo); return; }
      show(step.before, step.selection, { past: past.slice(0, -1), future: [step, ...future] }, words.said.undone(step.words));
    },
    redo: () => {
      const { past, future, selection } = get();
      const [step, ...rest] = future;
      if (step === undefined) { announce(words.bar.nothingRedo); return; }
      const still = selection !== null && selection in step.after.stages ? selection : null;
      show(step.after, still, { past: [...past, step], future: rest }, words.said.redone(step.words));
    },
  };
}

const capital = (said: string): string => said.charAt(0).toUpperCase() + said.slice(1);
