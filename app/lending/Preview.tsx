import type { Anonymous, Suspect } from '../../engine/case/rehearsal/index.ts';
import { Details, Note, Table } from '../../ui/index.ts';
import { civilWords } from '../dates.ts';
import { lendingWords } from './words.ts';

const w = lendingWords.case;

/** What a scenario out of a case is: what was replaced in it, what might still tell whose it was, and dates that come out otherwise. */
export function Preview({ made: { scenario, replaced, changed, dropped }, suspects }: { readonly made: Anonymous; readonly suspects: readonly Suspect[] }) {
  const { steps } = scenario;
  return (
    <section className="lend-preview" aria-labelledby="lend-preview">
      <h2 id="lend-preview" className="cw-h2">{scenario.title}</h2>
      <p>{w.steps(steps.length, civilWords(steps[0]?.at.slice(0, 10) ?? ''), civilWords(steps.at(-1)?.at.slice(0, 10) ?? ''))}</p>
      {suspects.length === 0 ? <p>{w.suspects(0)}</p> : <Note kind="soon"><p><b>{w.suspects(suspects.length)}</b></p><ul>{grouped(suspects).map(({ kind, found, where, n }) => <li key={kind + found + where}>“{found}”{n > 1 ? ` (${n})` : ''}: {w.kinds[kind]}{where === '' ? '' : `. ${where}`}</li>)}</ul></Note>}
      {changed.length === 0 ? <p>{w.changed(0)}</p> : (
        <Details summary={w.changed(changed.length)} open>
          <Table caption={w.changed(changed.length)} hideCaption columns={[{ id: 'c', head: w.clock }, { id: 'b', head: w.before }, { id: 'a', head: w.after }]} rows={changed.map((one, index) => ({ id: `${one.label}-${index}`, cells: [one.label, one.before, one.after] }))} />
          <p className="cw-s">{w.changedText}</p>
        </Details>
      )}
      {dropped.length === 0 ? null : <Details summary={w.dropped(dropped.length)} open><ul>{dropped.map((words, index) => <li key={`${index}-${words}`}>{words}</li>)}</ul></Details>}
      <Details summary={w.replaced(replaced.length)} open={replaced.length <= 20}>
        <Table caption={w.replaced(replaced.length)} hideCaption columns={[{ id: 'w', head: w.where }, { id: 'b', head: w.stood }, { id: 'a', head: w.stands }]} rows={replaced.map((one, index) => ({ id: `${one.kind}-${index}`, cells: [one.where, shortened(one.before), one.after] }))} />
      </Details>
    </section>
  );
}
const shortened = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

interface Group { readonly kind: Suspect['kind']; readonly found: string; readonly where: string; readonly n: number }
/** The same thing in the same question once, with how often. */
function grouped(suspects: readonly Suspect[]): readonly Group[] {
  const all = new Map<string, Group>();
  for (const { kind, found, where = '' } of suspects) { const key = `${kind} ${found} ${where}`; all.set(key, { kind, found, where, n: (all.get(key)?.n ?? 0) + 1 }); }
  return [...all.values()];
}
