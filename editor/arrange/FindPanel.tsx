// Finding on the diagram: part of the name of a stage, of who does it or of what is done in it; the one chosen is
// selected and brought into sight.
import { useMemo } from 'react';
import type { Id } from '../../engine/procedure/types.ts';
import { Icon } from '../canvas/icons.tsx';
import { TypeAhead, type Choice } from '../grid/TypeAhead.tsx';
import { taskTitle } from '../model/text.ts';
import { useBench, useDiagram, useEditor } from '../store/context.ts';
import { words } from './words.ts';

export function FindPanel() {
  const { send, focusStage, store } = useBench();
  const diagram = useDiagram();
  const procedure = useEditor((state) => state.procedure);
  const select = useEditor((state) => state.select);
  const choices = useMemo(() => [
    ...[...diagram.stages.values()].map((stage): Choice => ({ id: stage.id, title: stage.owner === '' || stage.kind === 'end' ? stage.title : `${stage.title}, ${stage.owner}`, sign: stage.kind, number: stage.number })),
    ...[...diagram.groups.values()].map((group): Choice => ({ id: group.id, title: group.title, sign: group.parallel ? 'together' : 'group' })),
    ...Object.entries(procedure.tasks).flatMap(([id, task]): readonly Choice[] => { const [stage] = task.in ?? []; return stage === undefined || taskTitle(procedure, id) === diagram.stages.get(stage)?.title ? [] : [{ id: `${stage} ${id}`, title: taskTitle(procedure, id), sign: 'list' }]; }),
  ], [diagram, procedure]);
  const leave = (): void => { send({ type: 'done' }); focusStage(store.getState().selection); };
  const choose = (id: Id): void => {
    const [stage = ''] = id.split(' ');
    send({ type: 'done' });
    select(stage);
    requestAnimationFrame(() => focusStage(stage));
  };
  return (
    <section className="ed-panel ed-finder" aria-label={words.find.title}>
      <div className="ed-panel-head"><h2>{words.find.title}</h2><button type="button" className="ed-ib" aria-label={words.find.close} onClick={leave}><Icon name="cross" small /></button></div>
      <TypeAhead label={words.find.label} start="" choices={choices} onChoose={choose} onLeave={leave} />
    </section>
  );
}
