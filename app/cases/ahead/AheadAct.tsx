import { useMemo } from 'react';
import { wouldAllow, type Act, type Possible } from '../../../engine/verify/explain/possible.ts';
import type { CaseModel } from '../types.ts';
import { outlookFor } from './outlook.ts';
import { Steps } from './Steps.tsx';
import { aheadWords as w } from './words.ts';

/** What an act takes to be possible, in the role of whoever is at the screen. */
export default function AheadAct({ model, task, options, given }: Omit<Act, 'as'> & { readonly model: CaseModel }) {
  const { role } = model.actor;
  const found = useMemo((): Possible | undefined => {
    try { return wouldAllow(outlookFor(model), { task, as: role, ...(options && { options }), ...(given && { given }) }); } catch { return undefined; }
  }, [model, task, role, options, given]);
  if (!found) return <p>{w.failed}</p>;
  if (found.kind === 'now') return <p>{w.possible}</p>;
  if (found.kind === 'none') return <p>{found.why}</p>;
  return (
    <>
      <p>{found.why} {found.kind === 'way' ? w.comesUp : found.parts.length === 1 ? w.takesOne : w.takes}</p>
      <Steps parts={found.parts} ordered={found.kind === 'way'} />
    </>
  );
}
