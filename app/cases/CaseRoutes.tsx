import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import type { TaskView } from '../../engine/case/types.ts';
import { Route, Switch } from 'wouter';
import { Note } from '../../ui/index.ts';
import { useViewRecorded } from '../trust/access.ts';
import { Loading, NotFound } from '../shell/Plain.tsx';
import { Shell } from '../shell/Shell.tsx';
import './case.css';
import './duties/duties.css';
import './moving/moving.css';
import './register/register.css';
import './today/today.css';
import { ChronologyPage } from './agencies/ChronologyPage.tsx';
import { DatesPage } from './around/DatesPage.tsx';
import { DocumentsPage } from './around/DocumentsPage.tsx';
import { FactsPage } from './around/FactsPage.tsx';
import { RelatedPage } from './around/RelatedPage.tsx';
import { DutiesPage } from './duties/DutiesPage.tsx';
import { ProcedureDuties } from './duties/ProcedureDuties.tsx';
import { CaseList } from './CaseList.tsx';
import { HistoryPage } from './pages/HistoryPage.tsx';
import { NotesPage } from './pages/NotesPage.tsx';
import { PeoplePage } from './pages/PeoplePage.tsx';
import { StagePage } from './pages/StagePage.tsx';
import { TasksPage } from './pages/TasksPage.tsx';
import { TimescalePage } from './pages/TimescalePage.tsx';
import { WayPage } from './pages/WayPage.tsx';
import { NowPage } from './now/NowPage.tsx';
import { OpenCase } from './open/OpenCase.tsx';
import { CasesByVersion } from './moving/CasesByVersion.tsx';
import { VersionPage } from './moving/VersionPage.tsx';
import { PracticeStart } from './PracticeStart.tsx';
import { ChangedProvider, ReloadProvider } from './reload.ts';
import { DocumentDraft, LetterDraft, MinutesPage } from './letters/DraftPage.tsx';
import type { CaseModel } from './types.ts';
import { RegisterPage } from './register/RegisterPage.tsx';
import { BoardPage } from './today/BoardPage.tsx';
import { CalendarPage } from './today/CalendarPage.tsx';
import { TodayPage } from './today/TodayPage.tsx';
import { ReplyPage } from './tasks/ReplyPage.tsx';
import { TaskPage } from './tasks/TaskPage.tsx';
import type { TaskPlace } from './tabs.ts';
import { useCase } from './useCase.ts';
import { caseWords } from './words.ts';

const CaseReports = lazy(() => import('../reports/CaseReports.tsx'));
const Settings = lazy(() => import('../settings/SettingsRoutes.tsx'));
const Reports = lazy(() => import('../reports/ReportRoutes.tsx'));
const MergePage = lazy(() => import('./life/MergePage.tsx').then(({ MergePage: page }) => ({ default: page })));
const TransferPage = lazy(() => import('./life/TransferPage.tsx').then(({ TransferPage: page }) => ({ default: page })));
const TakeInPage = lazy(() => import('./life/TakeInPage.tsx').then(({ TakeInPage: page }) => ({ default: page })));
const DiagramPage = lazy(() => import('./pages/DiagramPage.tsx'));

/** Every address of casework; the same screens for live cases and for practice. */
export default function CaseRoutes() {
  return (
    <Switch>
      <Route path="/today"><TodayPage /></Route>
      <Route path="/board"><BoardPage /></Route>
      <Route path="/register"><RegisterPage /></Route>
      <Route path="/calendar"><CalendarPage /></Route>
      <Route path="/settings/*?">{({ '*': path }) => <Suspense fallback={<Loading />}><Settings path={path ?? ''} /></Suspense>}</Route>
      <Route path="/reports/*?">{({ '*': path }) => <Suspense fallback={<Loading />}><Reports path={path ?? ''} /></Suspense>}</Route>
      <Route path="/duties"><DutiesPage /></Route>
      <Route path="/duties/:procedure">{({ procedure }) => <ProcedureDuties key={procedure} procedure={procedure} />}</Route>
      <Route path="/cases"><CaseList /></Route>
      <Route path="/cases/take-in"><Suspense fallback={<Loading />}><TakeInPage /></Suspense></Route>
      <Route path="/cases/open"><OpenCase /></Route>
      <Route path="/cases/versions/:procedure">{({ procedure }) => <CasesByVersion key={procedure} procedure={procedure} />}</Route>
      <Route path="/cases/:id/*?">{({ id }) => <OneCase key={id} id={id} />}</Route>
      <Route path="/"><PracticeStart /></Route>
      <Route><NotFound /></Route>
    </Switch>
  );
}

/** A page about a task that the case has; else that it is not asked. */
function OnView({ model, task, shown }: { readonly model: CaseModel; readonly task: string; readonly shown: (view: TaskView) => ReactNode }) {
  const view = model.tasks.find((one) => one.id === task);
  return view === undefined ? <NotFound /> : shown(view);
}
const PLACES: readonly TaskPlace[] = ['forms', 'sent', 'meetings', 'decisions'];
/** One case, read once and kept while its pages change. */
function OneCase({ id }: { readonly id: string }) {
  const loaded = useCase(id);
  useViewRecorded(id);
  if (loaded.state === 'reading') return <Loading />;
  if (loaded.state === 'missing') return <NotFound text={caseWords.frame.missing} />;
  if (loaded.state === 'failed') return <Shell title={caseWords.frame.failedTitle} place="cases"><h1 className="cw-h1">{caseWords.frame.failedTitle}</h1><Note kind="late"><p>{loaded.words}</p></Note></Shell>;
  const { model, reload, changed } = loaded;
  return (
    <ReloadProvider value={reload}>
      <ChangedProvider value={changed}>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/cases/:id"><NowPage model={model} /></Route>
            {PLACES.map((place) => <Route key={place} path={`/cases/:id/${place}`}><TasksPage model={model} place={place} /></Route>)}
            <Route path="/cases/:id/facts"><FactsPage model={model} /></Route>
            <Route path="/cases/:id/dates"><DatesPage model={model} /></Route>
            <Route path="/cases/:id/reports/*?">{({ '*': path }) => <CaseReports model={model} path={path ?? ''} />}</Route>
            <Route path="/cases/:id/chronology"><ChronologyPage model={model} /></Route>
            <Route path="/cases/:id/documents/:document">{({ document }) => <DocumentDraft key={document} model={model} document={document} />}</Route>
            <Route path="/cases/:id/documents"><DocumentsPage model={model} /></Route>
            <Route path="/cases/:id/related"><RelatedPage model={model} /></Route>
            <Route path="/cases/:id/version"><VersionPage model={model} /></Route>
            <Route path="/cases/:id/merge"><MergePage model={model} /></Route>
            <Route path="/cases/:id/transfer"><TransferPage model={model} /></Route>
            <Route path="/cases/:id/people"><PeoplePage model={model} /></Route>
            <Route path="/cases/:id/notes"><NotesPage model={model} /></Route>
            <Route path="/cases/:id/history"><HistoryPage model={model} /></Route>
            <Route path="/cases/:id/diagram"><DiagramPage model={model} /></Route>
            <Route path="/cases/:id/stages/:stage">{({ stage }) => <StagePage model={model} stage={stage} />}</Route>
            <Route path="/cases/:id/ways/:way">{({ way }) => <WayPage model={model} way={way} />}</Route>
            <Route path="/cases/:id/deadlines/:timescale">{({ timescale }) => <TimescalePage key={timescale} model={model} timescale={timescale} />}</Route>
            <Route path="/cases/:id/tasks/:task/replies/:party">{({ task, party }) => <ReplyPage key={task + party} model={model} task={task} party={party} />}</Route>
            <Route path="/cases/:id/tasks/:task/letter">{({ task }) => <OnView model={model} task={task} shown={(view) => <LetterDraft key={task} model={model} view={view} />} />}</Route>
            <Route path="/cases/:id/tasks/:task/minutes">{({ task }) => <OnView model={model} task={task} shown={(view) => <MinutesPage key={task} model={model} view={view} />} />}</Route>
            <Route path="/cases/:id/tasks/:task">{({ task }) => <TaskPage key={task} model={model} task={task} />}</Route>
            <Route><NotFound /></Route>
          </Switch>
        </Suspense>
      </ChangedProvider>
    </ReloadProvider>
  );
}
