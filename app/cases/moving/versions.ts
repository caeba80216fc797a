// The published versions that a case can be on, and what a move to one of them would do.
import { useEffect, useState } from 'react';
import type { Versions } from '../../../engine/case/compile.ts';
import { samePin } from '../../../engine/case/migration/moves.ts';
import { previewMove } from '../../../engine/case/migration/preview.ts';
import type { DeadlineMove, MovePreview } from '../../../engine/case/migration/preview.ts';
import type { Case, ProcedurePin } from '../../../engine/case/types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import type { PublishedVersion } from '../../../engine/store/types.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { useWorld } from '../../world/world.ts';
import { compiledFor } from '../versions.ts';

export function pinOf({ id, version, hash }: PublishedVersion): ProcedurePin { return { id, version, hash }; }

/** Whether a case runs on this version: by its content, since a case taken in may have another number for it. */
export function standsOn({ procedure }: Pick<Case, 'procedure'>, { id, hash }: PublishedVersion): boolean { return procedure.id === id && procedure.hash === hash; }

/** Every version of a procedure on this computer, newest first; undefined while they are read. */
export function usePublished(procedure: Id): readonly PublishedVersion[] | undefined {
  const { store } = useWorld();
  const [versions, setVersions] = useState<readonly PublishedVersion[]>();
  useEffect(() => {
    let here = true;
    void store.procedures.versions(procedure).then((all) => { if (here) setVersions(all.toSorted((a, b) => b.version - a.version)); });
    return () => { here = false; };
  }, [store, procedure]);
  return versions;
}

/** What moving the case to a published version would do; nothing is kept of it. */
export function previewOf(versions: Versions, item: Case, to: PublishedVersion, stages: Readonly<Record<Id, Id>>, now: number): MovePreview {
  const target = compiledFor(pinOf(to), to.procedure);
  const held: Versions = { get: (pin) => (samePin(pin, target.pin) ? target : versions.get(pin)), latest: (id) => versions.latest(id) };
  return previewMove(held, item, target.pin, stages, now);
}

/** True of a date that is another, or says something else of how it is counted, after the move. */
export function isChanged({ effect, was, now }: DeadlineMove): boolean { return effect !== 'stays' || was?.sentence !== now?.sentence; }
/** Stages that a case can rest in: no groups, which hold others. */
export function placesIn({ stages }: Procedure): readonly { readonly value: Id; readonly label: string }[] {
  const groups = new Set(Object.values(stages).map((stage) => stage.within));
  return Object.entries(stages).filter(([id]) => !groups.has(id)).map(([id, stage]) => ({ value: id, label: textOf(stage.label) }));
}
