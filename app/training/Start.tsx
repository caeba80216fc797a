import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Scenario } from '../../engine/case/rehearsal/index.ts';
import { Loading } from '../shell/Plain.tsx';
import { faultWords } from '../world/faults.ts';
import { NotHere } from './Frame.tsx';
import { beginAt } from './beginAt.ts';
import { firstScenario, scenarioOf } from './library.ts';
import { trainingWords as w } from './words.ts';

/** Begins a rehearsal of a scenario and goes to it. */
export function Start({ scenario, on }: { readonly scenario: string; /** Another procedure than its own, by id. */ readonly on?: string | undefined }) {
  return <Begin find={async () => { const found = await scenarioOf(scenario); return found === undefined || on === undefined ? found : { ...found, procedure: on }; }} />;
}
/** One click from the front page. */
export function StartFirst() { return <Begin find={firstScenario} />; }

function Begin({ find }: { readonly find: () => Promise<Scenario | undefined> }) {
  const [, go] = useLocation();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    let here = true;
    begun(find).then((id) => { if (here) go(`/play/${id}`, { replace: true }); }, (error: unknown) => { if (here) setProblem(error instanceof Error && error.name === 'Unplayable' ? error.message : faultWords(error)); });
    return () => { here = false; };
    // Begun once for the page, whatever the parent renders.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return problem === undefined ? <Loading /> : <NotHere title={w.list.refused} text={problem} />;
}

async function begun(find: () => Promise<Scenario | undefined>): Promise<string> {
  const scenario = await find();
  if (scenario === undefined) throw new Error('The scenario is not here.');
  return beginAt(scenario, (_, rehearsal) => rehearsal);
}
