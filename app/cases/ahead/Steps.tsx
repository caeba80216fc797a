import type { Part } from '../../../engine/verify/explain/possible.ts';
import { aheadWords } from './words.ts';

/** Things that have to come about, each with whose it is; in their order where that matters. */
export function Steps({ parts, ordered }: { readonly parts: readonly Part[]; readonly ordered: boolean }) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <>
      <List className="case-ahead-steps">
        {parts.map(({ words, doers }, index) => <li key={index}>{words.charAt(0).toUpperCase()}{words.slice(1)}{doers.length === 0 ? null : <span className="case-sub">{aheadWords.by(doers.join(' or '))}</span>}</li>)}
      </List>
      <p className="cw-s cw-q">{aheadWords.kept}</p>
    </>
  );
}
