// The whole procedure on paper: what it models, the diagram, then stage by stage in words. The picture can be saved.
import { useMemo, useRef } from 'react';
import type { Procedure } from '../../engine/procedure/types.ts';
import { announce } from '../../ui/Announcer.tsx';
import { layoutOf } from '../layout/layout.ts';
import { diagramOf } from '../model/diagram.ts';
import { wordsOf } from '../model/text.ts';
import { caseLines, gapLines, leftLines, peopleLines, readingLines, stageSections, type Line } from './chapters.ts';
import './document.css';
import { Picture } from './Picture.tsx';
import { pngOf, svgText } from './save.ts';
import { words } from './words.ts';

interface Props { readonly procedure: Procedure; readonly stateWords: string; readonly onBack: () => void; readonly onSave: (name: string, type: string, content: string | Blob) => void }

export default function ProcedureDocument({ procedure, stateWords, onBack, onSave }: Props) {
  const diagram = useMemo(() => diagramOf(procedure), [procedure]);
  const layout = useMemo(() => layoutOf(diagram, procedure.layout), [diagram, procedure.layout]);
  const holder = useRef<HTMLDivElement>(null);
  const title = wordsOf(procedure.label);
  const picture = (): SVGSVGElement | null => holder.current?.querySelector('svg') ?? null;
  const svg = (): void => { const drawn = picture(); if (drawn !== null) onSave(`${procedure.id}.svg`, 'image/svg+xml', svgText(drawn)); };
  const png = (): void => { const drawn = picture(); if (drawn !== null) pngOf(drawn).then((blob) => onSave(`${procedure.id}.png`, 'image/png', blob), () => announce(words.pngFailed)); };
  return (
    <div className="ed-doc">
      <div className="ed-doc-acts"><button type="button" onClick={onBack}>{words.back}</button><button type="button" onClick={() => window.print()}>{words.print}</button><button type="button" onClick={svg}>{words.svg}</button><button type="button" onClick={png}>{words.png}</button></div>
      <main>
        <h1>{title}</h1>
        <p className="ed-doc-state">{stateWords}</p>
        {procedure.summary !== undefined && <p>{wordsOf(procedure.summary)}</p>}
        <p>{words.models(wordsOf(procedure.edition.words))}. {words.law(wordsOf(procedure.edition.law))}. {words.notAdvice}</p>
        <h2>{words.diagram}</h2>
        <div className="ed-doc-picture" ref={holder} tabIndex={0} role="region" aria-label={words.diagram}><Picture diagram={diagram} layout={layout} title={title} /></div>
        <h2>{words.stages}</h2>
        {stageSections(procedure).map((section) => <section key={section.id} className={`ed-doc-stage ed-doc-${Math.min(3, section.level)}`}><h3>{section.title}</h3><Lines lines={section.lines} /></section>)}
        <Chapter title={words.anywhere} lines={caseLines(procedure)} />
        <Chapter title={words.people} lines={peopleLines(procedure)} />
        <Chapter title={words.readings} lines={readingLines(procedure)} />
        <Chapter title={words.gaps} lines={gapLines(procedure)} />
        <Chapter title={words.left} lines={leftLines(procedure)} />
      </main>
    </div>
  );
}

function Chapter({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  return lines.length === 0 ? null : <section><h2>{title}</h2><Lines lines={lines} /></section>;
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return <dl>{lines.map((line, index) => <div key={index}><dt>{line.label}</dt><dd>{line.text}{line.cites !== undefined && <cite> {line.cites}</cite>}</dd></div>)}</dl>;
}
