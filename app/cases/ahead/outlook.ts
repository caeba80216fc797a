// What lies ahead is looked for once for a case as it stands, however much is asked about it.
import { caseAt } from '../../../engine/case/replay.ts';
import { outlookOf, type Outlook } from '../../../engine/verify/explain/plans.ts';
import type { CaseModel } from '../types.ts';

const outlooks = new WeakMap<CaseModel['case'], Outlook>();

export function outlookFor({ case: item, versions, now }: CaseModel): Outlook {
  const known = outlooks.get(item);
  if (known) return known;
  const { compiled, folded } = caseAt(versions, item, now);
  const made = outlookOf(compiled, folded, now);
  outlooks.set(item, made);
  return made;
}
