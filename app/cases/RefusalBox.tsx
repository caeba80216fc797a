import type { ReactNode } from 'react';
import type { Refusal } from '../../engine/case/types.ts';
import type { Id } from '../../engine/procedure/types.ts';
import { Button, ProblemBox } from '../../ui/index.ts';
import { useWho } from '../world/session.ts';
import { rolesOf } from './actors.ts';
import { Cites } from './Cites.tsx';
import type { CaseModel } from './types.ts';
import type { Acting } from './useAct.ts';
import { caseWords } from './words.ts';

const w = caseWords.refusal;

/** What was not recorded and why, in the rule's words, and the way on. Nothing typed is lost. */
export function RefusalBox({ model, acting, title = w.title, doers = [], cites = [], more }: { readonly model: Pick<CaseModel, 'procedure' | 'actor'>; readonly acting: Pick<Acting, 'failure' | 'refusal' | 'round' | 'edit'>; readonly title?: string; /** Who may. */ readonly doers?: readonly Id[]; /** Where the source says so, when the refusal names no rule. */ readonly cites?: readonly string[]; /** What would help besides. */ readonly more?: ReactNode }) {
  if (acting.failure !== undefined) return <ProblemBox title={w.failedTitle} round={acting.round}><p>{acting.failure}</p></ProblemBox>;
  if (acting.refusal === undefined) return null;
  return <Refused model={model} refusal={acting.refusal} round={acting.round} title={title} doers={doers} cites={acting.refusal.cites ?? cites} edit={acting.edit} more={more} />;
}
function Refused({ model, refusal, round, title, doers, cites, edit, more }: { readonly model: Pick<CaseModel, 'procedure' | 'actor'>; readonly refusal: Refusal; readonly round: number; readonly title: string; readonly doers: readonly Id[]; readonly cites: readonly string[]; readonly edit: () => void; readonly more: ReactNode }) {
  const { actAs } = useWho();
  const named = refusal.missing.filter((one) => one.kind === 'role').map((one) => one.id);
  const roles = rolesOf(model.procedure).filter(({ id }) => (refusal.code === 'wrong-role' && (named.length > 0 ? named : doers).includes(id)));
  const missing = refusal.missing.filter((one) => one.kind !== 'role');
  return (
    <ProblemBox title={title} round={round}>
      <div className="case-refusal">
        <div>
          <p>{refusal.words}{refusal.code === 'wrong-role' ? <> {w.you(model.actor.label)}</> : null} {w.nothing}</p>
          <Cites procedure={model.procedure} cites={cites} most={1} />
        </div>
        <div>
          <p><b>{w.can}</b></p>
          <p>{refusal.remedy}</p>
          {missing.length < 2 ? null : <ul>{missing.map((one) => <li key={one.kind + one.id}>{one.label}</li>)}</ul>}
          {roles.length === 0 ? null : <div className="cw-row">{roles.slice(0, 4).map((role) => <Button key={role.id} small onClick={() => { actAs(model.procedure.id, role.id); edit(); }}>{w.actAs(role.label)}</Button>)}</div>}
          {more}
        </div>
      </div>
    </ProblemBox>
  );
}
