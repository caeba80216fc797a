import { useState } from 'react';
import type { DeadlineView } from '../../engine/case/types.ts';
import { LinkButton, Table, Tag } from '../../ui/index.ts';
import { civilWords } from '../dates.ts';
import { grouped, recipientsIn } from '../cases/now/DeadlineTable.tsx';
import type { Group } from '../cases/now/DeadlineTable.tsx';
import { byUrgency, deadlineState } from '../cases/states.ts';
import { caseWords } from '../cases/words.ts';
import { usePlayer } from './usePlayer.ts';
import { trainingWords } from './words.ts';

const w = trainingWords.room;
const isRunning = (one: DeadlineView): boolean => one.state === 'due' || one.state === 'overdue' || one.state === 'not-yet';
const isMet = (one: DeadlineView): boolean => one.state === 'met' || one.state === 'met-late';

/** What is overdue and due, a line each; how it was counted on demand. The states are casework's. */
export function DueList() {
  const { model } = usePlayer();
  const [why, setWhy] = useState(false);
  const groups = grouped(model.deadlines.filter((one) => isRunning(one) || isMet(one)).toSorted(byUrgency));
  const columns = [{ id: 'what', head: caseWords.deadlines.what }, { id: 'state', head: caseWords.deadlines.state, className: 'tr-due-state' }, { id: 'date', head: w.by_when, className: 'tr-due-date' }];
  if (groups.length === 0) return <p>{caseWords.deadlines.none}</p>;
  return (
    <>
      <Table className="tr-due" caption={caseWords.deadlines.title} hideCaption columns={columns} rows={groups.map((group) => rowOf(group, why))} />
      <LinkButton aria-expanded={why} onClick={() => setWhy(!why)}>{w.whyDates}</LinkButton>
    </>
  );

  function rowOf(group: Group, counted: boolean) {
    const [one] = group;
    const state = deadlineState(one, model.now);
    const whose = recipientsIn(model, group);
    return {
      id: `${one.timescale}/${one.task}/${one.recipient ?? ''}`,
      cells: [
        <>{one.label}{whose === '' ? null : <span className="cw-s cw-q"> {whose}</span>}{counted ? <span className="cw-why">{one.sentence}</span> : null}</>,
        <Tag key="state" kind={state.kind} {...(state.sign === undefined ? {} : { sign: state.sign })}>{state.words}</Tag>,
        one.date === undefined ? '' : civilWords(one.date, false),
      ],
    };
  }
}
