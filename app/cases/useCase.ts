import { useCallback, useEffect, useMemo, useState } from 'react';
import { deadlines } from '../../engine/case/deadlines.ts';
import { rules } from '../../engine/case/rules.ts';
import { tasks } from '../../engine/case/tasks.ts';
import { compiledOf, replay } from '../../engine/case/replay.ts';
import { faultWords } from '../world/faults.ts';
import { useWho } from '../world/session.ts';
import { waitedFor } from '../world/turns.ts';
import { useWorld } from '../world/world.ts';
import { partyLabel, rolesOf } from './actors.ts';
import { justWritten, loadCase } from './session.ts';
import type { LoadedCase } from './session.ts';
import type { CaseModel } from './types.ts';

export type Loaded = { readonly state: 'reading' } | { readonly state: 'missing' } | { readonly state: 'failed'; readonly words: string } | { readonly state: 'here'; readonly model: CaseModel; readonly reload: () => void; /** Changed in another tab since this page read it. */ readonly changed: boolean };

/** A case with all its views, read again when it changes anywhere and each minute as its dates move. */
export function useCase(caseId: string): Loaded {
  const world = useWorld();
  const [loaded, setLoaded] = useState<LoadedCase | 'missing'>();
  const [failure, setFailure] = useState<string>();
  const [changed, setChanged] = useState(false);
  const [minute, setMinute] = useState(0);
  const read = useCallback(() => {
    waitedFor(() => loadCase(world, caseId)).then((found) => { setLoaded(found ?? 'missing'); }, (error: unknown) => setFailure(faultWords(error)));
  }, [world, caseId]);
  const reload = useCallback(() => {
    setChanged(false);
    const written = justWritten(world.store, caseId);
    // What this tab has just written is shown at once, so that no page says "recorded" above the stage before.
    if (written === undefined) read(); else setLoaded((shown) => (isNewer(shown, written) ? shown : written));
  }, [world, caseId, read]);
  useEffect(() => { read(); return world.store.cases.watch((id) => { if (id === caseId) { setChanged(true); read(); } }); }, [world, caseId, read]);
  useEffect(() => { const timer = setInterval(() => setMinute((n) => n + 1), 60_000); return () => clearInterval(timer); }, []);
  const model = useModel(loaded === 'missing' ? undefined : loaded, minute);
  if (failure !== undefined) return { state: 'failed', words: failure };
  if (loaded === 'missing') return { state: 'missing' };
  return model === undefined ? { state: 'reading' } : { state: 'here', model, reload, changed };
}

function isNewer(shown: LoadedCase | 'missing' | undefined, written: LoadedCase): boolean {
  return shown !== undefined && shown !== 'missing' && shown.case.events.length > written.case.events.length;
}

function useModel(loaded: LoadedCase | undefined, minute: number): CaseModel | undefined {
  const world = useWorld();
  const { person, roles } = useWho();
  return useMemo(() => {
    if (loaded === undefined) return undefined;
    const { versions } = loaded;
    const now = world.now();
    const item = minute === 0 ? loaded.case : replay(versions, loaded.case.events, now);
    const procedure = minute === 0 ? loaded.procedure : compiledOf(versions, item).procedure;
    const role = roles[procedure.id] ?? rolesOf(procedure)[0]?.id ?? '';
    return { ...(loaded.broken === undefined ? {} : { broken: loaded.broken.words }), case: item, procedure, versions, now, actor: { person: person === '' ? '?' : person, role, label: partyLabel(procedure, role) }, tasks: tasks(versions, item, now, role), deadlines: deadlines(versions, item, now), rules: rules(versions, item) };
  }, [loaded, minute, person, roles, world]);
}
