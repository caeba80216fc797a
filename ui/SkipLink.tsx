import { uiWords } from './words.ts';

/** First in the tab order: past the bar, to the page. */
export function SkipLink({ to = 'main' }: { readonly to?: string }) {
  return <a className="cw-skip" href={`#${to}`} onClick={(event) => { event.preventDefault(); document.getElementById(to)?.focus(); }}>{uiWords.skip}</a>;
}
