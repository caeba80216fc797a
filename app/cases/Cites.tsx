import type { Citation, Procedure } from '../../engine/procedure/types.ts';
import { ClauseQuote, Details } from '../../ui/index.ts';
import { citedPassages } from './cites.ts';
import { caseWords } from './words.ts';

/** The source's words where they are held, and always where they stand. */
export function Cites({ procedure, cites, most = 3 }: { readonly procedure: Procedure; readonly cites: readonly Citation[]; readonly most?: number }) {
  const passages = citedPassages(procedure, cites);
  const words = passages.filter((one) => one.words !== undefined);
  const [quoted, more] = [words.slice(0, most), words.slice(most)];
  const named = passages.filter((one) => one.words === undefined);
  return (
    <>
      {quoted.map((one) => <ClauseQuote key={one.key} words={one.words} from={one.from} />)}
      {more.length === 0 ? null : <Details summary={caseWords.task.moreSource(more.length)}>{more.map((one) => <ClauseQuote key={one.key} words={one.words} from={one.from} />)}</Details>}
      {named.length === 0 ? null : <p className="cw-why">{named.map((one) => one.from).join('; ')}</p>}
    </>
  );
}
