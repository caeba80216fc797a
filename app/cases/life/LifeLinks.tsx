import { Link } from 'wouter';
import { partingOf } from '../../../engine/case/parting.ts';
import { useWorld } from '../../world/world.ts';
import type { CaseModel } from '../types.ts';
import { lifeWords } from './words.ts';

const w = lifeWords.links;

/** From the history of a case: what can become of it besides closing. */
export function LifeLinks({ model: { case: item } }: { readonly model: CaseModel }) {
  const { kind } = useWorld();
  if (kind === 'rehearsal' || partingOf(item.events) !== undefined) return null;
  return <ul className="life-links"><li><Link href={`/cases/${item.id}/merge`}>{w.merge}</Link></li>{kind === 'live' ? <li><Link href={`/cases/${item.id}/transfer`}>{w.transfer}</Link></li> : null}</ul>;
}
