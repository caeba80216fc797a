// Two procedures side by side, chosen by the address: two authorities on one calendar and in words, or two versions of
// one procedure as what changed.
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Comparison } from '../../../engine/verify/compare/compare.ts';
import { Button, Note } from '../../../ui/index.ts';
import { Loading } from '../../shell/Plain.tsx';
import { Shell } from '../../shell/Shell.tsx';
import { useWorld } from '../../world/world.ts';
import { useCatalogue } from '../catalogue.ts';
import { CompareTable } from './CompareTable.tsx';
import './compare.css';
import { sidesOf, type Side } from './sides.ts';
import { VersionsDiff } from './VersionsDiff.tsx';
import { words } from './words.ts';
import { compareBeside } from './worker.ts';

export default function ComparePage() {
  const { store } = useWorld();
  const [round, setRound] = useState(0);
  const catalogue = useCatalogue(store.procedures, round);
  const [asked, setAsked] = useSearchParams();
  if (!catalogue) return <Loading />;
  const sides = sidesOf(catalogue);
  const find = (key: string | null, index: number): Side | undefined => sides.find((side) => side.key === key) ?? sides[index];
  const [a, b] = [find(asked.get('a'), 0), find(asked.get('b'), 1)];
  if (!a || !b) return <Shell title={words.title} place="procedures"><h1 className="cw-h1">{words.title}</h1><p>{words.pick}</p></Shell>;
  const choose = (part: { readonly a?: string; readonly b?: string }): void => setAsked({ a: part.a ?? a.key, b: part.b ?? b.key }, { replace: true });
  const oneProcedure = a.procedure.id === b.procedure.id;
  return (
    <Shell title={words.title} place="procedures" wide>
      <h1 className="cw-h1">{words.title}</h1>
      <p className="cw-lede">{oneProcedure ? words.versionsLede : words.lede}</p>
      <div className="cmp-choose">
        <Choice id="cmp-a" label={words.one} sides={sides} value={a.key} onChoose={(key) => choose({ a: key })} />
        <Choice id="cmp-b" label={words.other} sides={sides} value={b.key} onChoose={(key) => choose({ b: key })} />
        <Button kind="secondary" onClick={() => choose({ a: b.key, b: a.key })}>{words.swap}</Button>
      </div>
      {oneProcedure ? <p>{words.between(a.label, b.label)}</p> : null}
      {oneProcedure ? <VersionsDiff was={a.procedure} now={b.procedure} /> : <Authorities key={`${a.key} ${b.key} ${round}`} a={a} b={b} onTaken={() => setRound(round + 1)} />}
    </Shell>
  );
}

function Choice({ id, label, sides, value, onChoose }: { readonly id: string; readonly label: string; readonly sides: readonly Side[]; readonly value: string; readonly onChoose: (key: string) => void }) {
  return <div className="cw-field"><label className="cw-label" htmlFor={id}>{label}</label><select id={id} className="cw-input" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>{sides.map((side) => <option key={side.key} value={side.key}>{side.label}</option>)}</select></div>;
}

function Authorities({ a, b, onTaken }: { readonly a: Side; readonly b: Side; readonly onTaken: () => void }) {
  const [told, setTold] = useState<{ readonly comparison: Comparison } | { readonly failed: string }>();
  useEffect(() => compareBeside(a.procedure, b.procedure, setTold), [a.procedure, b.procedure]);
  if (!told) return <p role="status">{words.working}</p>;
  if ('failed' in told) return <Note kind="late"><p>{words.failed(told.failed)}</p></Note>;
  return <CompareTable comparison={told.comparison} a={a} b={b} onTaken={onTaken} />;
}
