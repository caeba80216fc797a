// A case of which nothing is known, made once for a procedure. What comes to the same for every such case is found with
// it: rules that do not count yet, clocks that it does not have. An opening asks the others, and what its answers touch.
import type { CompiledProcedure } from './compile.ts';
import { EntryIds } from './entry-ids.ts';
import { draftOf, finish, inside, ownSlots, shown, type Folded } from './folded.ts';
import { isCounted } from './grounds.ts';
import { remembered } from '../procedure/remembered.ts';
import { scopeOf } from './scope.ts';
import { Marks, Slots } from './slots.ts';

/** The case, and the places of the rules to be asked and the clocks to be counted when one is opened. */
export interface Blank { readonly held: Folded; readonly rules: Marks; readonly clocks: Marks }

export const blankOf = remembered((compiled: CompiledProcedure): Blank => {
  const { readers, ruleAt, rules, places, readClocks } = compiled;
  const draft = draftOf(nothingKnown(compiled));
  const scope = scopeOf(compiled, draft, 0);
  const [truths, first] = [ownSlots(draft, 'truths'), { rules: new Marks(), clocks: new Marks() }];
  for (const { place, test } of ruleAt) truths.put(place, test ? test(scope) : true);
  for (const [place, id] of places.clocks.names.entries()) if (readClocks(compiled, draft, id).length > 0) first.clocks.add(place);
  const counted = ruleAt.filter(({ id }) => isCounted(rules, draft, id));
  for (const { place } of counted) first.rules.add(place);
  // What is in force differs from day to day.
  for (const dated of readers.get('in-force')?.values() ?? []) {
    first.rules.addAll(dated.rules);
    first.clocks.addAll(dated.clocks);
  }
  for (const place of first.rules.all()) truths.put(place, undefined);
  return { held: finish(draft), ...first };
});

const nothingKnown = ({ pin, stepper: { start }, places }: CompiledProcedure): Folded => finish(shown({
  id: '', reference: '', procedure: pin, events: [], head: '', asOf: 0, door: '', opened: 0, source: undefined,
  caseType: undefined, documents: undefined, instances: undefined, settings: undefined, closed: undefined,
  state: start.value, stages: [], visits: [], labels: [], absences: [], appointments: [], relations: [], holds: [], signed: [], extensions: [], findings: [],
  [inside]: {
    answers: new Slots(places.questions), tasks: new Slots(places.tasks), snapshot: start, truths: new Slots(places.rules), since: new Slots(places.rules), waiting: [], taken: new Slots(places.routes), cameFrom: new Slots(places.stages), clocks: new Slots(places.clocks),
    lapsed: {}, explained: {}, turns: [], dated: {}, until: 0, last: undefined, aside: false, ids: new EntryIds([]), settled: undefined, noted: [], over: undefined, touched: [],
  },
}));
