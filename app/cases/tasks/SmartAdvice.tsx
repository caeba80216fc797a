import type { Answers } from '../../../engine/case/types.ts';
import type { Id, Procedure, Scalar, Task } from '../../../engine/procedure/types.ts';
import { listWords } from '../../../engine/time/words.ts';
import { Panel } from '../../../ui/index.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { caseWords } from '../words.ts';

const w = caseWords.smart;
const holdsActions = (task: Task | undefined): boolean => task?.preset === 'action-plan';

/** Beside a plan that is drawn up: what makes an action one that can be carried out and looked at again. */
export function SmartPrompts({ task }: { readonly task: Task | undefined }) {
  if (!holdsActions(task)) return null;
  return <Panel level={2} title={w.title}><ul className="case-smart cw-s">{w.prompts.map(([name, words]) => <li key={name}><b>{name}</b> {words}</li>)}</ul></Panel>;
}

/** Beneath the actions of a plan: which of them say nothing yet on who, by when, what for. Nothing is refused for it. */
export function SmartGaps({ procedure, task, ids, answers }: { readonly procedure: Procedure; readonly task: Task | undefined; readonly ids: readonly Id[]; readonly answers: Answers }) {
  const gaps = holdsActions(task) ? smartGaps(procedure, ids, answers) : [];
  if (gaps.length === 0) return null;
  return <Panel title={w.gaps} className="case-block"><ul className="case-smart">{gaps.map(({ action, empty }, index) => <li key={index}><b>{action}</b> {w.gap(listWords(empty.map((one) => `“${one}”`)))}</li>)}</ul></Panel>;
}

export interface SmartGap { /** The first words of the row, by which it is known on the page. */ readonly action: string; /** The labels of the columns that say nothing. */ readonly empty: readonly string[] }
/** The rows of these tables whose columns are not all filled; a row of nothing at all is no action yet and is not among the answers. */
export function smartGaps({ questions }: Procedure, ids: readonly Id[], answers: Answers): readonly SmartGap[] {
  return ids.flatMap((id) => {
    const columns = questions[id]?.type === 'table' ? Object.entries(questions[id].columns ?? {}) : [];
    const given = answers[id];
    const rows = given !== undefined && 'value' in given && Array.isArray(given.value) ? given.value as readonly Readonly<Record<Id, Scalar>>[] : [];
    return rows.flatMap((row) => {
      const empty = columns.filter(([column]) => row[column] === undefined).map(([, { label }]) => textOf(label));
      const first = columns.map(([column]) => row[column]).find((cell) => cell !== undefined);
      return empty.length === 0 || first === undefined ? [] : [{ action: shortened(String(first)), empty }];
    });
  });
}
const MOST = 70;
const shortened = (words: string): string => (words.length > MOST ? `${words.slice(0, MOST).trimEnd()}…` : words);
