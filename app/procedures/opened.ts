import { useEffect, useState } from 'react';
import type { Procedure } from '../../engine/procedure/types.ts';
import type { Draft, PublishedVersion } from '../../engine/store/types.ts';
import { useWorld } from '../world/world.ts';
import { shippedProcedure } from './catalogue.ts';

export interface DrawingProps { readonly kind: 'shipped' | 'copy' | 'published'; readonly id: string; readonly version?: number }
export interface Opened { readonly procedure: Procedure; readonly draft?: Draft; readonly published?: PublishedVersion }

/** The procedure that an address names: shipped, an own copy, or a published version; undefined when there is none. */
export function useOpened({ kind, id, version }: DrawingProps): Opened | undefined | 'reading' {
  const { store } = useWorld();
  const [opened, setOpened] = useState<Opened | undefined | 'reading'>('reading');
  useEffect(() => {
    let here = true;
    const found = kind === 'shipped' ? shippedProcedure(id).then((procedure) => procedure && { procedure })
      : kind === 'copy' ? store.procedures.draft(id).then((draft) => draft && { procedure: draft.procedure, draft })
        : store.procedures.versions(id).then((all) => all.find((one) => one.version === version)).then((one) => one && { procedure: one.procedure, published: one });
    void found.then((result) => { if (here) setOpened(result); });
    return () => { here = false; };
  }, [store, kind, id, version]);
  return opened;
}
