import { Link } from 'wouter';
import { partingOf } from '../../../engine/case/parting.ts';
import type { OtherCase } from '../../../engine/case/types.ts';
import { Panel } from '../../../ui/index.ts';
import type { CaseModel } from '../types.ts';
import { asideTitle } from './entryTitles.ts';
import { lifeWords } from './words.ts';

const w = lifeWords.frame;

/** True of a case that was merged into another or transferred: here it is only read. */
export function isElsewhere({ case: item }: Pick<CaseModel, 'case'>): boolean { return partingOf(item.events) !== undefined; }

/** In the place of what could be entered: why nothing can be, and where the case goes on. */
export function Elsewhere({ model: { case: item } }: { readonly model: CaseModel }) {
  const parting = partingOf(item.events);
  if (parting === undefined) return null;
  const into = parting.type === 'caseMerged' ? (parting.payload['into'] as OtherCase) : undefined;
  return (
    <Panel title={w.onlyRead}>
      <p>{w.elsewhere(asideTitle(parting))}</p>
      <p>{into === undefined ? <Link href={`/cases/${item.id}/transfer`}>{w.back}</Link> : <Link href={`/cases/${into.case}`}>{w.goTo(into.reference)}</Link>}</p>
    </Panel>
  );
}
