import type { DeadlineMove, MovePreview, StageMove, TaskMove } from '../../../engine/case/migration/preview.ts';
import type { DeadlineView } from '../../../engine/case/types.ts';
import type { Id, Procedure } from '../../../engine/procedure/types.ts';
import { Details, SelectField, Table, Tag } from '../../../ui/index.ts';
import type { Row, TagKind } from '../../../ui/index.ts';
import { civilWords } from '../../dates.ts';
import { partyLabel } from '../actors.ts';
import { isChanged, placesIn } from './versions.ts';
import { movingWords as w } from './words.ts';

/** What a move would do to the stages, the tasks and every date of a case. Where a stage needs a person, they say it here. */
export function MovePlan({ plan, to, chosen, onChoose }: { readonly plan: MovePreview; /** The procedure of the other version. */ readonly to: Procedure; readonly chosen: Readonly<Record<Id, Id>>; readonly onChoose: (stage: Id, to: Id) => void }) {
  return (
    <>
      <Stages plan={plan} />
      {plan.stages.filter(({ stage, effect }) => effect === 'needs-a-person' || chosen[stage] !== undefined).map(({ stage, label }) => <SelectField key={stage} id={`f-move-${stage}`} label={w.person(label)} empty={w.chooseStage} value={chosen[stage] ?? ''} onChange={(next) => onChoose(stage, next)} options={placesIn(to)} />)}
      {plan.ready ? <><Tasks moves={plan.tasks} /><Dates plan={plan} to={to} /></> : <p role="status">{w.personFirst}</p>}
    </>
  );
}
function Stages({ plan }: { readonly plan: MovePreview }) {
  const columns = [{ id: 'stage', head: w.stage }, { id: 'to', head: w.becomes }];
  const rows = [...plan.stages.map((one): Row => ({ id: one.stage, cells: [one.label, <StageEffect key="e" move={one} />] })), ...plan.begin.filter(({ stage }) => !plan.stages.some(({ to }) => to === stage)).map(({ stage, label }): Row => ({ id: `begin-${stage}`, cells: [label, <Tag key="e" kind="soon">{w.begins}</Tag>] }))];
  return <Table caption={w.stages} columns={columns} rows={rows} className="case-move" />;
}
function StageEffect({ move: { effect, toLabel } }: { readonly move: StageMove }) {
  if (effect === 'needs-a-person') return <Tag kind="late" sign="late">{w.needs}</Tag>;
  return effect === 'stays' ? <Tag kind="met">{w.stays}</Tag> : <Tag kind="soon" wrap>{w.goesTo(toLabel ?? '')}</Tag>;
}

const taskKinds: Readonly<Record<TaskMove['effect'], TagKind>> = { stays: 'met', 'falls-away': 'late', 'comes-up': 'soon' };
function Tasks({ moves }: { readonly moves: readonly TaskMove[] }) {
  const [changed, same] = [moves.filter(({ effect }) => effect !== 'stays'), moves.filter(({ effect }) => effect === 'stays')];
  const columns = [{ id: 'task', head: w.task }, { id: 'effect', head: w.becomes }];
  const rowsOf = (list: readonly TaskMove[]) => list.map(({ task, label, effect }): Row => ({ id: task, cells: [label, <Tag key="e" kind={taskKinds[effect]}>{w.effects[effect]}</Tag>] }));
  return (
    <>
      {changed.length === 0 ? <p><b>{w.tasks}.</b> {w.noTasks}</p> : <Table caption={w.tasks} columns={columns} rows={rowsOf(changed)} className="case-move" />}
      {same.length === 0 ? null : <Details summary={w.sameTasks(same.length)}><ul>{same.map(({ task, label }) => <li key={task}>{label}</li>)}</ul></Details>}
    </>
  );
}

function Dates({ plan: { deadlines }, to }: { readonly plan: MovePreview; readonly to: Procedure }) {
  const [changed, same] = [deadlines.filter(isChanged), deadlines.filter((one) => !isChanged(one))];
  const columns = [{ id: 'clock', head: w.clock }, { id: 'was', head: w.before }, { id: 'now', head: w.after }];
  const rowsOf = (list: readonly DeadlineMove[]) => list.map((one): Row => ({ id: `${one.timescale}/${one.recipient ?? ''}`, cells: [<>{one.label}{one.recipient === undefined ? null : <span className="case-sub">{partyLabel(to, one.recipient)}</span>}</>, <DateOf key="was" when={w.before} view={one.was} />, <DateOf key="now" when={w.after} view={one.now} />] }));
  return (
    <>
      {changed.length === 0 ? <p><b>{w.dates}.</b> {w.noDates}</p> : <Table caption={w.dates} columns={columns} rows={rowsOf(changed)} className="case-move dates" />}
      {same.length === 0 ? null : <Details summary={w.same(same.length)}><Table caption={w.dates} hideCaption columns={columns} rows={rowsOf(same)} className="case-move dates" /></Details>}
    </>
  );
}
/** On a phone, where the columns stand below each other, each says which it is. */
function DateOf({ when, view }: { readonly when: string; readonly view: DeadlineView | undefined }) {
  const label = <span className="case-move-when">{when}: </span>;
  if (view === undefined) return <>{label}{w.notCounted}</>;
  return <>{label}<b>{view.date === undefined ? w.noDate : civilWords(view.date)}</b><span className="case-sub">{view.sentence}</span></>;
}
