import { useEffect, useState } from 'react';
import type { Scenario } from '../../engine/case/rehearsal/index.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { groundOf, library, relatives } from './library.ts';

export interface OfProcedure { readonly procedure: Procedure; readonly scenarios: readonly Scenario[]; readonly examples: readonly Scenario[] }

/** A procedure with its scenarios and worked examples; 'missing' when it is not here, undefined while it is read. */
export function useOfProcedure(slug: string): OfProcedure | 'missing' | undefined {
  const [found, setFound] = useState<OfProcedure | 'missing'>();
  useEffect(() => {
    let here = true;
    void Promise.all([groundOf(slug), library()]).then(([ground, all]) => {
      if (!here) return;
      const of = (list: readonly Scenario[]) => list.filter((one) => one.procedure === slug);
      setFound(ground === undefined ? 'missing' : { procedure: ground.procedure, scenarios: [...of(all.own), ...of(all.written), ...(ground.on === undefined ? [] : relatives(all, slug).map((one) => ({ ...one, procedure: slug })))], examples: of(all.examples) });
    });
    return () => { here = false; };
  }, [slug]);
  return found;
}
