import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { begin, keptOf } from '../../engine/case/rehearsal/index.ts';
import type { Scenario } from '../../engine/case/rehearsal/index.ts';
import { forgetAllTyped } from '../cases/typed.ts';
import { Loading } from '../shell/Plain.tsx';
import { faultWords } from '../world/faults.ts';
import { useSession } from '../world/session.ts';
import { NotHere } from './Frame.tsx';
import { firstScenario, opened, scenarioOf } from './library.ts';
import { SHELF, keepRehearsal } from './shelf.ts';
import { trainingWords as w } from './words.ts';

/** Begins a rehearsal of a scenario and goes to it. */
export function Start({ scenario }: { readonly scenario: string }) { return <Begin find={() => scenarioOf(scenario)} />; }
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
  const book = await opened(scenario);
  const id = crypto.randomUUID();
  await forgetAllTyped(SHELF);
  await keepRehearsal({ id, scenario, kept: keptOf(book, begin(book, id)), changed: Date.now() });
  const played = scenario.cast?.find((one) => one.played !== false);
  if (played !== undefined) useSession.getState().actAs('rehearsal', scenario.procedure, played.role, played.person);
  return id;
}
