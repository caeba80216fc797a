// Before publishing: what the draft would have done to the cases kept here, tried in a worker on request.
import { useRef, useState } from 'react';
import type { CaseEvent } from '../../../engine/case/types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import type { CaseChange, Replayed } from '../../../engine/verify/replay/replay.ts';
import { Button, announce } from '../../../ui/index.ts';
import type { World } from '../../world/types.ts';
import { useWorld } from '../../world/world.ts';
import { textOf } from '../catalogue.ts';
import { words } from './words.ts';
import type { Group } from './together.ts';
import { replayBeside, type Told } from './worker.ts';
import { runsOn } from '../../cases/versions.ts';

export default function ReplayPanel({ procedure }: { readonly procedure: Procedure }) {
  const { store, now } = useWorld();
  const [told, setTold] = useState<Told | 'none'>();
  const stop = useRef<() => void>(undefined);
  const start = async (): Promise<void> => {
    stop.current?.();
    setTold({ progress: 0 });
    const groups = await groupsOf(store, procedure.id);
    if (groups.length === 0) { setTold('none'); announce(words.none); return; }
    stop.current = replayBeside({ groups, now: procedure, asOf: now() }, (said) => { setTold(said); if ('replayed' in said) announce(words.same(said.replayed.same, said.replayed.cases)); });
  };
  const busy = typeof told === 'object' && 'progress' in told;
  return (
    <section className="app-group" aria-label={words.title}>
      <h3>{words.title}</h3><p className="cw-s cw-q">{words.hint}</p>
      {told === 'none' && <p>{words.none}</p>}
      {busy && <p>{words.working(Math.round(told.progress * 100))} <progress aria-label={words.title} value={told.progress} max={1} /></p>}
      {typeof told === 'object' && 'failed' in told && <p role="alert">{words.failed(told.failed)}</p>}
      {typeof told === 'object' && 'replayed' in told && <Result replayed={told.replayed} procedure={procedure} />}
      {!busy && <Button kind="secondary" onClick={() => { void start(); }}>{words.start}</Button>}
    </section>
  );
}

function Result({ replayed: { cases, same, changes, unread }, procedure }: { readonly replayed: Replayed; readonly procedure: Procedure }) {
  return (
    <>
      <p><b>{words.same(same, cases)}</b>{unread.length > 0 && ` ${words.unread(unread.length)}`}</p>
      <ul>{changes.map((change) => <li key={change.case}><b>{change.reference}</b>: {changeWords(change, procedure).join('; ')}</li>)}</ul>
    </>
  );
}

function changeWords({ stages, refused, clocks }: CaseChange, procedure: Procedure): readonly string[] {
  const named = (ids: readonly Id[]): string => ids.map((id) => textOf(procedure.stages[id]?.label) || id).at(-1) ?? '';
  const clockLabel = (id: Id): string => textOf(procedure.timescales?.[id]?.label) || textOf(procedure.tasks[procedure.timescales?.[id]?.for ?? '']?.label) || id;
  return [
    ...(stages ? [words.elsewhere(named(stages.was), named(stages.now))] : []), ...(refused.length > 0 ? [`${words.refused(refused.length)}: ${refused[0]?.words ?? ''}`] : []),
    ...clocks.map(({ timescale, was, now }) => words.clock(clockLabel(timescale), was, now)),
  ];
}

/** The cases of a procedure with the versions that they run on; those whose version is not kept are left out. */
async function groupsOf(store: World['store'], id: Id): Promise<readonly Group[]> {
  const [open, closed] = await Promise.all([false, true].map((over) => store.cases.page({ closed: over, limit: 100_000 })));
  const rows = [...(open?.rows ?? []), ...(closed?.rows ?? [])].filter(({ procedure }) => procedure === id);
  const versions = await store.procedures.versions(id);
  const groups = new Map<Procedure, (readonly CaseEvent[])[]>();
  for (const row of rows) {
    const was = versions.find((one) => runsOn(row, one))?.procedure;
    if (was !== undefined) groups.set(was, [...(groups.get(was) ?? []), await store.cases.events(row.case)]);
  }
  return [...groups].map(([was, logs]) => ({ was, logs }));
}
