import { Suspense, lazy } from 'react';
import { Route, Switch } from 'wouter';
import { Loading, NotFound } from '../shell/Plain.tsx';
import { ProcedureList } from './ProcedureList.tsx';

const Compare = lazy(() => import('./compare/ComparePage.tsx'));
const DocumentPage = lazy(() => import('./DocumentPage.tsx'));
const FormsPage = lazy(() => import('./life/FormsPage.tsx'));
const FramePage = lazy(() => import('./frame/FramePage.tsx'));
const Drawing = lazy(() => import('./Drawing.tsx'));

/** The list of procedures, and one procedure drawn; the drawing program loads when it is first opened. */
export default function ProcedureRoutes() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/procedures"><ProcedureList /></Route>
        <Route path="/procedures/compare"><Compare /></Route>
        <Route path="/procedures/shipped/:id/document">{({ id }) => <DocumentPage key={id} kind="shipped" id={id} />}</Route>
        <Route path="/procedures/copy/:id/document">{({ id }) => <DocumentPage key={id} kind="copy" id={id} />}</Route>
        <Route path="/procedures/published/:id/:version/document">{({ id, version }) => <DocumentPage key={id + version} kind="published" id={id} version={Number(version)} />}</Route>
        <Route path="/procedures/shipped/:id/forms">{({ id }) => <FormsPage key={id} kind="shipped" id={id} />}</Route>
        <Route path="/procedures/copy/:id/forms">{({ id }) => <FormsPage key={id} kind="copy" id={id} />}</Route>
        <Route path="/procedures/published/:id/:version/forms">{({ id, version }) => <FormsPage key={id + version} kind="published" id={id} version={Number(version)} />}</Route>
        <Route path="/procedures/shipped/:id/guidance">{({ id }) => <FramePage key={id} kind="shipped" id={id} />}</Route>
        <Route path="/procedures/copy/:id/guidance">{({ id }) => <FramePage key={id} kind="copy" id={id} />}</Route>
        <Route path="/procedures/published/:id/:version/guidance">{({ id, version }) => <FramePage key={id + version} kind="published" id={id} version={Number(version)} />}</Route>
        <Route path="/procedures/shipped/:id">{({ id }) => <Drawing key={id} kind="shipped" id={id} />}</Route>
        <Route path="/procedures/copy/:id">{({ id }) => <Drawing key={id} kind="copy" id={id} />}</Route>
        <Route path="/procedures/published/:id/:version">{({ id, version }) => <Drawing key={id + version} kind="published" id={id} version={Number(version)} />}</Route>
        <Route><NotFound /></Route>
      </Switch>
    </Suspense>
  );
}
