import { Link } from 'wouter';
import { partingOf } from '../../../engine/case/parting.ts';
import type { OtherCase } from '../../../engine/case/types.ts';
import { Tag } from '../../../ui/index.ts';
import { instantWords } from '../../dates.ts';
import { partyLabel } from '../actors.ts';
import type { CaseModel } from '../types.ts';
import { asideTitle } from './entryTitles.ts';
import { lifeWords } from './words.ts';

const w = lifeWords.frame;

/** Under the name of a case that goes on elsewhere: where, since when, by whom, and the ways on. */
export function AsideBand({ model }: { readonly model: CaseModel }) {
  const { case: item, procedure, now } = model;
  const parting = partingOf(item.events);
  if (parting === undefined) return null;
  const band = w.band(asideTitle(parting), instantWords(parting.occurred, now), `${parting.actor.person}, ${partyLabel(procedure, parting.actor.role)}`);
  const into = parting.type === 'caseMerged' ? (parting.payload['into'] as OtherCase) : undefined;
  return (
    <section className="case-band" aria-label={asideTitle(parting)}>
      {band} {into === undefined ? <Link href={`/cases/${item.id}/transfer`}>{w.back}</Link> : <><Link href={`/cases/${into.case}`}>{w.goTo(into.reference)}</Link>{' '}<Link href={`/cases/${item.id}/related`}>{w.undo}</Link></>}
    </section>
  );
}
/** In the place of "Closed". */
export function AsideTag({ model: { case: item } }: { readonly model: CaseModel }) {
  const parting = partingOf(item.events);
  return parting === undefined ? null : <Tag>{parting.type === 'caseMerged' ? w.merged : w.transferred}</Tag>;
}
