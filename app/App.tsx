import { Suspense, lazy, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { Announcer } from '../ui/Announcer.tsx';
import { Front } from './pages/Front.tsx';
import { LockWatch } from './trust/LockWatch.tsx';
import { Loading, NotFound, StorageRefused } from './shell/Plain.tsx';
import { faultWords } from './world/faults.ts';
import type { World } from './world/types.ts';
import { WorldProvider, openLive } from './world/world.ts';

const Pages = lazy(() => import('./pages/Pages.tsx'));
const Procedures = lazy(() => import('./procedures/ProcedureRoutes.tsx'));
const Cases = lazy(() => import('./cases/CaseRoutes.tsx'));
const Training = lazy(() => import('./training/TrainingRoutes.tsx'));
const Lend = lazy(() => import('./lending/LendRoutes.tsx'));
const Gate = lazy(() => import('./trust/Gate.tsx'));
const Verify = lazy(() => import('./trust/VerifyPage.tsx'));
const openPractice = () => import('./world/practice.ts').then(({ openPracticeWorld }) => openPracticeWorld());

/** Every address of the application. */
export function App() {
  return (
    <>
      <Announcer />
      <LockWatch />
      <Suspense fallback={<Loading />}>
        <Switch>
          <Route path="/practice" nest><InWorld key="practice" open={openPractice}><Cases /></InWorld></Route>
          <Route path="/training" nest><Training /></Route>
          <Route path="/"><InWorld key="live" open={openLive}><Front /></InWorld></Route>
          <Route path="/lend/*?"><InWorld key="live" open={openLive}><Lend /></InWorld></Route>
          <Route path="/verify"><Verify /></Route>
          <Route path="/start"><InWorld key="live" open={openLive}><Front always /></InWorld></Route>
          {['/today', '/board', '/calendar', '/register/*?', '/reports/*?', '/settings/*?', '/duties/*?'].map((path) => <Route key={path} path={path}><InWorld key="live" open={openLive}><Cases /></InWorld></Route>)}
          <Route path="/cases/*?"><InWorld key="live" open={openLive}><Cases /></InWorld></Route>
          <Route path="/procedures/*?"><InWorld key="live" open={openLive}><Procedures /></InWorld></Route>
          <Route path="/:page"><InWorld key="live" open={openLive}><Pages /></InWorld></Route>
          <Route><NotFound /></Route>
        </Switch>
      </Suspense>
    </>
  );
}

/** A lock to open, or cases to bring back, before any screen of the store. */
const isGate = (error: unknown): boolean => error instanceof Error && (error.name === 'Locked' || error.name === 'Vanished');

/** Shows its screens once their store is open, or says why it is not. */
function InWorld({ open, children }: { readonly open: () => Promise<World>; readonly children: ReactNode }) {
  const [world, setWorld] = useState<World>();
  const [refused, setRefused] = useState<string>();
  const [gate, setGate] = useState<unknown>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let here = true;
    open().then((opened) => { if (here) setWorld(opened); }, (error: unknown) => { if (here) { if (isGate(error)) setGate(error); else setRefused(faultWords(error)); } });
    return () => { here = false; };
  }, [open, turn]);
  if (gate !== undefined) return <Gate why={gate} onOpen={() => { setGate(undefined); setTurn(turn + 1); }} />;
  if (refused !== undefined) return <StorageRefused why={refused} />;
  return world === undefined ? <Loading /> : <WorldProvider value={world}>{children}</WorldProvider>;
}
