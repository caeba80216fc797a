// The panes of the page of parts: the list, the element, what names it. F6 goes on to the next of them and Shift and F6
// back, so that nobody has to Tab through all of one to come to another.
const panes: readonly { readonly pane: string; readonly first: string }[] = [
  { pane: ':scope > nav', first: '[aria-current="true"]' },
  { pane: ':scope > .ed-details-mid', first: '.ed-part :is(textarea, input, select, button, summary)' },
  { pane: ':scope > aside', first: 'button' },
];

/** Puts the focus into the pane after or before the one that has it; a pane that nothing can be done in is passed over. */
export function toPane(page: HTMLElement, by: 1 | -1): void {
  const firsts = panes.map(({ pane, first }) => page.querySelector(pane)?.querySelector<HTMLElement>(`${first}:not(:disabled)`) ?? null);
  const here = panes.findIndex(({ pane }) => page.querySelector(pane)?.contains(document.activeElement) === true);
  const from = here < 0 && by < 0 ? 0 : here;
  const turns = panes.map((_, turn) => (from + by * (turn + 1) + panes.length * 2) % panes.length);
  firsts[turns.find((at) => firsts[at] !== null) ?? 0]?.focus();
}
