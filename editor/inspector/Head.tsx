// The head of the inspector: kind, place in the order, and the name, which is changed where it stands.
import { useState } from 'react';
import type { Id, StageKind } from '../../engine/procedure/types.ts';
import { Icon, toneOf } from '../canvas/icons.tsx';
import { rename, setKind } from '../edits/commands.ts';
import { useDiagram, useEditor } from '../store/context.ts';
import { words } from '../words.ts';

const kinds: readonly (StageKind | 'end')[] = ['alert', 'triage', 'notify', 'agency-checks', 'panel', 'decision', 'review', 'publish', 'action-plan', 'learning', 'other', 'end'];

export function Head({ stage: id }: { readonly stage: Id }) {
  const diagram = useDiagram();
  const readOnly = useEditor((state) => state.readOnly);
  const stage = useEditor((state) => state.procedure.stages[id]);
  const edit = useEditor((state) => state.edit);
  const drawn = diagram.stages.get(id);
  const group = diagram.groups.get(id);
  if (stage === undefined) return null;
  const sign = group === undefined ? drawn?.kind ?? stage.kind : group.parallel ? 'together' : 'group';
  const kindWords = group !== undefined ? (group.parallel ? words.stage.together : words.stage.group) : words.kinds[drawn?.kind ?? stage.kind];
  return (
    <header className="ed-insp-head">
      <div className={`ed-kind ed-k-${group === undefined ? toneOf(drawn?.kind ?? stage.kind) : 'other'}`}>
        <span className="ed-kind-sign"><Icon name={sign} /></span>
        {readOnly || group !== undefined ? <span className="ed-kind-word">{kindWords.charAt(0).toUpperCase() + kindWords.slice(1)}</span> : (
          <select className="ed-kind-select" aria-label={words.inspector.kind} value={stage.final === true ? 'end' : stage.kind} onChange={(event) => edit(setKind(id, event.currentTarget.value as StageKind | 'end'))}>
            {kinds.map((kind) => <option key={kind} value={kind}>{words.kinds[kind]}</option>)}
          </select>
        )}
        <span className="ed-place">{placeWords(drawn?.number ?? null, diagram.count)}</span>
      </div>
      <Name stage={id} title={drawn?.title ?? group?.title ?? id} readOnly={readOnly} />
    </header>
  );
}

const placeWords = (number: number | null, count: number): string => (number === null ? '' : words.stage.ofShort(number, count));

/** About how many letters of a name a line holds, where the browser does not size the field to its words by itself. */
const LINE = 28;

/** The name as a heading, all of it; with the pointer or Tab on it, a field. Enter or leaving keeps it, Escape gives it up. */
function Name({ stage, title, readOnly }: { readonly stage: Id; readonly title: string; readonly readOnly: boolean }) {
  const edit = useEditor((state) => state.edit);
  const [typed, setTyped] = useState<string | null>(null);
  if (readOnly) return <h2>{title}</h2>;
  const finish = (): void => {
    const name = typed?.replace(/\s+/g, ' ').trim() ?? '';
    if (name !== '' && name !== title) edit(rename(stage, name));
    setTyped(null);
  };
  return (
    <h2 className="ed-insp-name"><textarea rows={Math.ceil((typed ?? title).length / LINE)} aria-label={words.inspector.title} value={typed ?? title} onChange={(event) => setTyped(event.currentTarget.value)} onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') { event.preventDefault(); finish(); }
        if (event.key === 'Escape') setTyped(null);
      }} /></h2>
  );
}
