// Copy, cut and paste as the browser offers them: by Ctrl C, X and V, its menu, and the buttons of the arrange panel.
// Words that are selected, and what stands in a field, are left to the browser.
import { useEffect } from 'react';
import { actsOf } from '../canvas/acts.ts';
import type { Bench } from '../store/context.ts';
import { chosenOf } from '../store/store.ts';
import { words as editor } from '../words.ts';
import { words } from './words.ts';

const isField = (target: EventTarget | null): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
/** Nothing of the page's text is selected, no field and no dialog has the focus. */
const isOurs = (event: ClipboardEvent): boolean => !isField(event.target) && document.querySelector('dialog[open]') === null && (window.getSelection()?.toString() ?? '') === '';

export function useClipboard(bench: Bench): void {
  useEffect(() => {
    const { store, announce } = bench;
    const copy = (event: ClipboardEvent): void => {
      if (!isOurs(event) && !asked) return;
      const text = actsOf(bench).copied();
      if (text === null) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
    };
    const cut = (event: ClipboardEvent): void => {
      if (!isOurs(event) || chosenOf(store.getState()).length === 0) return;
      copy(event);
      const { selection, readOnly } = store.getState();
      if (selection !== null && !readOnly) actsOf(bench).remove(selection);
    };
    const paste = (event: ClipboardEvent): void => {
      if (!isOurs(event)) return;
      event.preventDefault();
      if (store.getState().readOnly) announce(editor.said.readOnly);
      else void actsOf(bench).paste(event.clipboardData?.getData('text/plain') ?? '');
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', cut);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', cut);
      document.removeEventListener('paste', paste);
    };
  }, [bench]);
}

/** Whether a button asked for the copy that is under way. */
let asked = false;

/** Copies what is chosen, by a button: the browser lets a press of a button do what Ctrl C does. */
export function copyChosen(): void {
  asked = true;
  // The only way to the clipboard that needs no permission; the copy event above fills it.
  document.execCommand('copy');
  asked = false;
}

/** Pastes by a button: the browser asks the person first, or refuses. */
export async function pasteFromButton(bench: Bench): Promise<void> {
  try {
    await actsOf(bench).paste(await navigator.clipboard.readText());
  } catch {
    bench.announce(words.notAllowed);
    bench.focusStage(bench.store.getState().selection);
  }
}
