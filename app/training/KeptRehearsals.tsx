import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { Details, LinkButton } from '../../ui/index.ts';
import { instantWords } from '../dates.ts';
import { forgetRehearsal, rehearsalsKept } from './shelf.ts';
import type { ShelvedRehearsal } from './shelf.ts';
import { trainingWords } from './words.ts';

const w = trainingWords.list;

/** Rehearsals that were begun on this computer, to go on with. */
export function KeptRehearsals({ round }: { readonly round: number }) {
  const [kept, setKept] = useState<readonly ShelvedRehearsal[]>([]);
  const [gone, setGone] = useState(0);
  useEffect(() => { let here = true; void rehearsalsKept().then((found) => { if (here) setKept(found); }, () => undefined); return () => { here = false; }; }, [round, gone]);
  const remove = (id: string) => { void forgetRehearsal(id).then(() => setGone((n) => n + 1)); };
  if (kept.length === 0) return null;
  return (
    <Details summary={`${w.kept} (${kept.length})`}>
      <ul className="tr-kept">
        {kept.map((one) => <li key={one.id}><Link href={`/play/${one.id}`}>{w.again}: {one.scenario.title}</Link> <span className="cw-s cw-q">{w.begun} {instantWords(one.changed)}, {w.acts(Math.max(...one.kept.ways.map((way) => way.entries.length)))}</span> <LinkButton onClick={() => remove(one.id)}>{w.remove}<span className="cw-vh"> {one.scenario.title}</span></LinkButton></li>)}
      </ul>
    </Details>
  );
}
