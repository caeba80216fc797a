import type { Citation, Procedure } from '../../engine/procedure/types.ts';
import { ClauseQuote } from '../../ui/index.ts';
import { citedPassages } from './cites.ts';

/** The source's words where they are held, and always where they stand. */
export function Cites({ procedure, cites, most = 3 }: { readonly procedure: Procedure; readonly cites: readonly Citation[]; readonly most?: number }) {
  const passages = citedPassages(procedure, cites);
  const quoted = passages.filter((one) => one.words !== undefined).slice(0, most);
  const named = passages.filter((one) => !quoted.includes(one));
  return (
    <>
      {quoted.map((one) => <ClauseQuote key={one.key} words={one.words} from={one.from} />)}
      {named.length === 0 ? null : <p className="cw-why">{named.map((one) => one.from).join('; ')}</p>}
    </>
  );
}
