// What makes the procedure of one case its own: settings that it chose, and stages that it repeats over a list, for which
// the chart is drawn with a lane for each entry. When the
// list grows the case goes on in the chart with one lane more; an entry that the list loses keeps its lane until somebody
// withdraws it. A list grows with what is told, and not with time alone.
import { entryOf, withEntries, type Instance, type Repeated } from '../procedure/instances.ts';
import type { Scalar } from '../procedure/types.ts';
import type { Value } from '../criteria/types.ts';
import type { CompiledProcedure } from './compile.ts';
import { inside, type Draft } from './folded.ts';
import { carryOn } from './migration/carry.ts';
import { scopeOf } from './scope.ts';
import type { Case } from './types.ts';

const drawn = new WeakMap<CompiledProcedure, Map<string, CompiledProcedure>>();
/** Charts kept for one version; cases of one kind tend to list the same. */
const MOST_KEPT = 200;

/** What a case has of its own of its procedure. */
export type Own = Pick<Case, 'instances' | 'settings'>;

/** The version as drawn for what a case has of its own; the version itself where that is nothing. */
export function drawnAnew(compiled: CompiledProcedure, own: Own): CompiledProcedure {
  const base = compiled.base ?? compiled;
  if (own.instances === undefined && own.settings === undefined) return base; // as mostly, and asked with every act
  const { instances = {}, settings = {} } = own;
  if (Object.keys(instances).length === 0 && Object.keys(settings).length === 0) return base;
  const kept = drawn.get(base) ?? new Map<string, CompiledProcedure>();
  const key = JSON.stringify([instances, Object.entries(settings).toSorted()]);
  const found = kept.get(key) ?? { ...base.redrawn(instances, settings), base };
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, found);
  drawn.set(base, kept);
  return found;
}

/** The same of a case being written, where it has some. */
export const ownOf = ({ instances, settings }: Pick<Draft, 'instances' | 'settings'>): Own => ({ ...(instances && { instances }), ...(settings && { settings }) });

/** Takes the case on where a list has grown or a setting was chosen; gives the version as drawn now. */
export function grown(compiled: CompiledProcedure, draft: Draft): CompiledProcedure {
  if (compiled.repeated.length === 0 && draft.settings === undefined) return compiled;
  const instances: Record<string, readonly Instance[]> = { ...draft.instances };
  for (const one of compiled.repeated) if (one.over !== undefined) instances[one.stage] = entriesOf(compiled, draft, one, instances[one.stage] ?? []);
  const next = drawnAnew(compiled, ownOf({ instances, settings: draft.settings }));
  if (next === compiled) return compiled;
  if (compiled.repeated.length > 0) draft.instances = instances;
  carryOn(compiled, next, draft);
  return next;
}

function entriesOf(compiled: CompiledProcedure, draft: Draft, { stage, over = '' }: Repeated, known: readonly Instance[]): readonly Instance[] {
  const value = scopeOf(compiled, draft, draft[inside].until).value(over);
  const entries = listed(value).map(({ id, label }) => (label === undefined ? entryOf(compiled.procedure, id) : { id, label }));
  return withEntries(stage, entries, known);
}

/** The entries of a list; the rows of a table by their place, and called by their first column. */
function listed(value: Value | undefined): readonly { readonly id: string; readonly label?: string }[] {
  if (value === undefined) return [];
  const items: readonly (Scalar | Readonly<Record<string, Scalar>>)[] = Array.isArray(value) ? value : [value as Scalar];
  return items.map((item, index) => {
    if (typeof item !== 'object') return { id: String(item) };
    const [first] = Object.values(item);
    return { id: `row-${index + 1}`, label: first === undefined ? `Row ${index + 1}` : String(first) };
  });
}
