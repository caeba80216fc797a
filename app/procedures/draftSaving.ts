// Saves each edit of a copy, one write at a time and always the latest; says what is kept and what is not.
import { useRef, useState } from 'react';
import type { KeptHistory, SavedState } from '../../editor/types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { Draft } from '../../engine/store/types.ts';
import { words } from '../words.ts';
import { faultWords } from '../world/faults.ts';
import { useSession } from '../world/session.ts';
import { useWorld } from '../world/world.ts';

export interface DraftSaving { readonly saved: SavedState; readonly revision: number; readonly save: (procedure: Procedure, history: KeptHistory) => void; /** Who is asked to sign it off, and who has. */ readonly keep: (part: Partial<Pick<Draft, 'signatures' | 'signers'>>, work: Pick<Draft, 'procedure' | 'history'>) => void; /** Resolves when nothing is waiting to be written. */ readonly settled: () => Promise<void> }

export function useDraftSaving(draft: Draft | undefined): DraftSaving {
  const { kind, store, now } = useWorld();
  const { wrote, failedWrite } = useSession();
  const [saved, setSaved] = useState<SavedState>('saved');
  const revision = useRef(draft?.revision ?? 0);
  const waiting = useRef<Pick<Draft, 'procedure' | 'history'> | undefined>(undefined);
  const running = useRef<Promise<void>>(Promise.resolve());
  const busy = useRef(false);
  const rest = useRef<Partial<Pick<Draft, 'signatures' | 'signers'>>>({});

  const write = async (): Promise<void> => {
    while (draft !== undefined && waiting.current !== undefined) {
      const work = waiting.current;
      waiting.current = undefined;
      const { revision: _, ...kept } = draft;
      const result = await store.procedures.saveDraft({ ...kept, ...rest.current, changed: now(), ...work }, revision.current);
      if (!result.ok) {
        const what = result.code === 'conflict' ? words.procedures.draftElsewhere : result.words;
        setSaved({ failed: what });
        failedWrite(what);
        return;
      }
      revision.current = result.revision;
    }
    wrote(kind, now());
    setSaved('saved');
  };
  const save = (procedure: Procedure, history: unknown) => {
    waiting.current = { procedure, ...(history === undefined ? {} : { history }) };
    if (busy.current) return;
    busy.current = true;
    setSaved('saving');
    running.current = write().catch((error: unknown) => setSaved({ failed: faultWords(error) })).finally(() => { busy.current = false; });
  };
  const keep = (part: Partial<Pick<Draft, 'signatures' | 'signers'>>, work: Pick<Draft, 'procedure' | 'history'>) => { rest.current = { ...rest.current, ...part }; save(work.procedure, work.history); };
  return { saved, keep, revision: revision.current, save, settled: () => running.current };
}
