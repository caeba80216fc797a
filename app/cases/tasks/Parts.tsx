import { Link } from 'wouter';
import type { TaskView } from '../../../engine/case/types.ts';
import { Tag } from '../../../ui/index.ts';
import { partyLabel } from '../actors.ts';
import { answeredCount, heldFor, shownAll } from '../form/formParts.ts';
import type { Part } from '../form/formParts.ts';
import { readAll } from '../form/typedAnswers.ts';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';
import type { TaskTyped } from './fields.ts';

const w = caseWords.task;

/** The parts of a form with how far each is. */
export function Parts({ model, view, parts, typed, current }: { readonly model: CaseModel; readonly view: TaskView; readonly parts: readonly Part[]; readonly typed: TaskTyped; readonly current: string }) {
  const base = `/cases/${model.case.id}`;
  const here = `${base}/tasks/${view.id}`;
  return (
    <nav className="case-parts" aria-label={w.parts(view.label)}>
      <Link className="cw-s" href={base}>{caseWords.frame.back}</Link>
      <h2 className="cw-h3">{view.label}</h2>
      <ol>
        {parts.map((part, index) => <li key={part.id} aria-current={part.id === current ? 'step' : undefined}><Link href={`${here}?part=${part.id}`}>{index + 1}. {part.label}</Link><PartState model={model} view={view} part={part} typed={typed} /></li>)}
        <li aria-current={current === 'check' ? 'step' : undefined}><Link href={`${here}?part=check`}>{parts.length + 1}. {w.check}</Link></li>
      </ol>
    </nav>
  );
}
function PartState({ model, view, part, typed }: { readonly model: CaseModel; readonly view: TaskView; readonly part: Part; readonly typed: TaskTyped }) {
  const { procedure, case: item, now } = model;
  const held = heldFor(procedure, item, view);
  const bad = Object.keys(readAll(procedure, part.questions, shownAll(procedure, part.questions, typed.answers, held), now).problems).length;
  if (bad > 0) return <Tag kind="late">{w.toFix(bad)}</Tag>;
  const count = answeredCount(procedure, part.questions, typed.answers, held);
  if (count === part.questions.length) return <Tag kind="met">{w.done}</Tag>;
  if (count > 0) return <Tag kind="soon">{w.started}</Tag>;
  return <Tag wrap>{part.by === undefined || view.doers.some((doer) => doer.party === part.by) ? w.notStarted : partyLabel(procedure, part.by)}</Tag>;
}
