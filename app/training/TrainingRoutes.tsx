import { Suspense, lazy } from 'react';
import { Route, Switch } from 'wouter';
import '../cases/case.css';
import './training.css';
import { Loading } from '../shell/Plain.tsx';
import { NotHere } from './Frame.tsx';
import { Play } from './Play.tsx';
import { ScenarioList } from './ScenarioList.tsx';
import { Start, StartFirst } from './Start.tsx';
import { trainingWords } from './words.ts';


const CoveragePage = lazy(() => import('./coverage/CoveragePage.tsx'));
const StoryboardPage = lazy(() => import('./storyboard/StoryboardPage.tsx'));
const DurationsPage = lazy(() => import('./durations/DurationsPage.tsx'));

/** Every address of rehearsal. None of them opens a store of cases. */
export default function TrainingRoutes() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/"><ScenarioList /></Route>
        <Route path="/first"><StartFirst /></Route>
        <Route path="/start/:scenario">{({ scenario }) => <Start scenario={scenario} on={new URLSearchParams(window.location.search).get('on') ?? undefined} />}</Route>
        <Route path="/storyboard/:id">{({ id }) => <StoryboardPage key={id} id={id} />}</Route>
        <Route path="/play/:id" nest><Play /></Route>
        <Route path="/coverage/:slug">{({ slug }) => <CoveragePage key={slug} slug={slug} />}</Route>
        <Route path="/durations/:slug">{({ slug }) => <DurationsPage key={slug} slug={slug} />}</Route>
        <Route><NotHere title={trainingWords.list.missing} text={trainingWords.list.live} /></Route>
      </Switch>
    </Suspense>
  );
}
