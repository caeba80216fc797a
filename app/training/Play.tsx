import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import { Link, Redirect, Route, Switch, useParams } from 'wouter';
import { FrameProvider, type Frame } from '../cases/frameAround.ts';
import type { CaseModel } from '../cases/types.ts';
import { HistoryPage } from '../cases/pages/HistoryPage.tsx';
import { StagePage } from '../cases/pages/StagePage.tsx';
import { TimescalePage } from '../cases/pages/TimescalePage.tsx';
import { WayPage } from '../cases/pages/WayPage.tsx';
import { ReplyPage } from '../cases/tasks/ReplyPage.tsx';
import { TaskPage } from '../cases/tasks/TaskPage.tsx';
import { JustSaid } from '../cases/JustSaid.tsx';
import { ReloadProvider } from '../cases/reload.ts';
import { Loading } from '../shell/Plain.tsx';
import { WorldProvider } from '../world/world.ts';
import { NotHere } from './Frame.tsx';
import { PlayFrame } from './PlayFrame.tsx';
import { PlayerPage } from './PlayerPage.tsx';
import { PlayerProvider, usePlayer, useRehearsal } from './usePlayer.ts';
import { trainingWords as w } from './words.ts';

const DebriefPage = lazy(() => import('./debrief/DebriefPage.tsx'));

const actFrame: Frame = (props) => <ActFrame {...props} />;

/** One rehearsal: the player, the forms of its acts, and the debrief. */
export function Play() {
  const { id } = useParams<{ id: string }>();
  const opened = useRehearsal(id);
  if (opened.state === 'opening') return <Loading />;
  if (opened.state === 'missing') return <NotHere title={w.list.missing} text={w.list.missingText} />;
  if (opened.state === 'failed') return <NotHere title={w.list.refused} text={opened.words} />;
  return (
    <WorldProvider value={opened.world}>
      <PlayerProvider value={opened.player}>
        <ReloadProvider value={opened.player.reload}><FrameProvider value={actFrame}><Suspense fallback={<Loading />}><Pages /></Suspense></FrameProvider></ReloadProvider>
      </PlayerProvider>
    </WorldProvider>
  );
}

function Pages() {
  const { model } = usePlayer();
  const mine = (id: string, page: ReactNode) => (id === model.case.id ? page : <NotHere title={w.list.missing} text={w.list.live} />);
  return (
    <Switch>
      <Route path="/"><PlayerPage /></Route>
      <Route path="/debrief"><DebriefPage /></Route>
      <Route path="/cases/:id/history">{({ id }) => mine(id, <HistoryPage model={model} />)}</Route>
      <Route path="/cases/:id/stages/:stage">{({ id, stage }) => mine(id, <StagePage model={model} stage={stage} />)}</Route>
      <Route path="/cases/:id/ways/:way">{({ id, way }) => mine(id, <WayPage model={model} way={way} />)}</Route>
      <Route path="/cases/:id/deadlines/:timescale">{({ id, timescale }) => mine(id, <TimescalePage key={timescale} model={model} timescale={timescale} />)}</Route>
      <Route path="/cases/:id/tasks/:task/replies/:party">{({ id, task, party }) => mine(id, <ReplyPage key={task + party} model={model} task={task} party={party} />)}</Route>
      <Route path="/cases/:id/tasks/:task">{({ id, task }) => mine(id, <TaskPage key={`${task} ${model.actor.role}`} model={model} task={task} />)}</Route>
      <Route path="/cases/:id/*?">{({ id }) => mine(id, <PlayerPage />)}</Route>
      <Route><Redirect to="/" /></Route>
    </Switch>
  );
}

/** A casework form inside a rehearsal: the same form, in the rehearsal's frame. */
function ActFrame({ title, children }: { readonly model: CaseModel; readonly title: string; readonly children: ReactNode }) {
  return (
    <PlayFrame title={title}>
      <div className="tr-form"><p className="tr-back"><Link href="/">‹ {w.back}</Link></p><JustSaid />{children}</div>
    </PlayFrame>
  );
}
