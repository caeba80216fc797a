import { Route, Switch } from 'wouter';
import '../cases/case.css';
import { NotFound } from '../shell/Plain.tsx';
import { LendCase } from './CasePage.tsx';
import { LendDurations } from './DurationsPage.tsx';
import './lending.css';

/** Every address at which something crosses from real work into rehearsal. */
export default function LendRoutes() {
  return (
    <Switch>
      <Route path="/lend/case/:id">{({ id }) => <LendCase key={id} id={id} />}</Route>
      <Route path="/lend/durations/:procedure">{({ procedure }) => <LendDurations key={procedure} procedure={procedure} />}</Route>
      <Route><NotFound /></Route>
    </Switch>
  );
}
