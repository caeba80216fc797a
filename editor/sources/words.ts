// Every word of the source reader.
const passages = (n: number): string => (n === 1 ? '1 passage' : `${n} passages`);

export const words = {
  title: 'Sources', close: 'Close the sources', read: 'Read in place', which: 'Source', none: 'This procedure names no source yet. Add one under All parts, Sources.', empty: 'Nothing of this source is quoted yet. Attach its text, and each line can be cited.',
  coverage: (all: number, cited: number) => (all === cited ? `${passages(all)}, each cited.` : `${passages(all)}; ${cited} cited, ${all - cited} cited by nothing.`), only: 'Only what nothing cites', notQuoted: 'Cited, and not quoted here.', nobody: 'Nothing cites it.', citedBy: 'Cited by',
  lines: (from: number, to: number) => (from === to ? `line ${from}` : `lines ${from} to ${to}`), choose: (lines: string) => `Choose ${lines}`,
  cite: (title: string) => `Cite from “${title}”`, selectFirst: 'Choose a stage or a route on the diagram first; then what is chosen here can be cited from it.', chooseFirst: 'Tick the lines to cite.', cited: (lines: string, title: string) => `Cite ${lines} from ${title}`,
  attach: 'Attach its text', text: 'The text of the source', textHint: 'Paste it as it is. Each line keeps its number, so that others can find it again.', keep: 'Attach', giveUp: 'Not now', attached: (title: string) => `Attach the text of ${title}`,
} as const;
