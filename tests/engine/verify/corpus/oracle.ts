// Whether a seeded change is a defect, by means that share nothing with verification: the cited words as read by hand,
// and plain searches over the raw stages and routes. What it cannot judge is no defect here.
import type { Procedure, Transition } from '../../../../engine/procedure/types.ts';
import type { Mutant } from './mutator.ts';
import { truth } from './truth.ts';

export function isDefect(was: Procedure, { kind, procedure, at }: Mutant): boolean {
  switch (kind) {
    case 'working and calendar days swapped': case 'deadline shortened': case 'start of a clock moved':
      return contradictsWords(procedure, at);
    case 'escape dropped':
      return losesItsWay(was, procedure, at);
    case 'loop added':
      return goesRound(procedure, at) || endless(procedure).length > endless(was).length;
    case 'owner removed':
      return procedure.tasks[at]?.by === undefined && (procedure.tasks[at]?.in ?? []).every((stage) => lineOf(procedure, stage).every((one) => procedure.stages[one]?.owner === undefined));
    case 'deputy removed':
      return standIns(was, at).some((task) => isWaitedFor(procedure, task) && soleDoer(procedure, task) === at);
    case 'criterion widened':
      return shadowsAnother(procedure, at);
    case 'adviser decides':
      return Object.values(procedure.tasks).some((task) => task.advises === at && task.by?.some((party) => procedure.tasks[at]?.by?.includes(party)));
  }
}

function contradictsWords(procedure: Procedure, id: string): boolean {
  const said = truth[procedure.id]?.[id];
  const clock = procedure.timescales?.[id];
  if (!said || !clock || typeof clock.amount !== 'number') return false;
  const unit = typeof clock.unit === 'string' ? clock.unit : String(procedure.settings?.[clock.unit.setting]?.default);
  const chosen = 'choose' in clock.from ? Object.values(clock.from.choose.of).map((one) => JSON.stringify(one)) : [JSON.stringify(clock.from)];
  const starts = said.from !== undefined && !chosen.some((one) => said.from?.includes(one));
  return clock.amount !== said.amount || !said.units.includes(unit) || starts;
}

const lineOf = ({ stages }: Procedure, id: string): readonly string[] => { const found = [id]; for (let at = stages[id]?.within; at !== undefined; at = stages[at]?.within) found.push(at); return found; };
const insideOf = (procedure: Procedure, id: string): readonly string[] => Object.keys(procedure.stages).filter((one) => lineOf(procedure, one).includes(id));
const leads = ({ to }: Transition): readonly string[] => (typeof to === 'string' ? [to] : Array.isArray(to) ? to : []);

/** Stages by plain search: a route may always be taken, a group brings what begins in it, a lane its neighbours. */
function reached(procedure: Procedure, without?: string): ReadonlySet<string> {
  const open: string[] = [...Object.values(procedure.doors).flatMap(({ to }) => [...to]), ...(procedure.closing?.reopen ? [procedure.closing.reopen.to].flat() : [])];
  const seen = new Set<string>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at) || !procedure.stages[at]) continue;
    seen.add(at);
    const { stages } = procedure;
    const children = Object.keys(stages).filter((id) => stages[id]?.within === at);
    open.push(...(stages[at]?.parallel ? children : [stages[at]?.initial ?? children[0] ?? []].flat()), ...[stages[at]?.within ?? []].flat());
    for (const route of procedure.transitions) if (route.id !== without && route.from.includes(at)) open.push(...leads(route));
  }
  return seen;
}

/** An option of a decision with nowhere to go, while others of it lead on; a stage that nothing leads to or out of. */
function losesItsWay(was: Procedure, procedure: Procedure, id: string): boolean {
  const gone = was.transitions.find((route) => route.id === id);
  if (!gone) return false;
  const [before, after] = [reached(was), reached(procedure)];
  if ([...before].some((stage) => !after.has(stage))) return true;
  return gone.from.some((stage) => {
    const rest = procedure.transitions.filter((route) => lineOf(procedure, stage).some((one) => route.from.includes(one)));
    if (rest.length === 0) return true;
    const ended = rest.every((route) => 'ended' in route.on && route.on.ended !== stage);
    if (!('option' in gone.on)) return ended;
    const [task] = gone.on.option;
    const others = rest.some((route) => !('ended' in route.on) && !('option' in route.on && route.on.option[0] === task));
    return !others;
  });
}

/** The changed route closes a circle that no limit ends. */
function goesRound(procedure: Procedure, id: string): boolean {
  const route = procedure.transitions.find((one) => one.id === id);
  if (!route || route.limit !== undefined) return false;
  const open = [...leads(route)];
  const seen = new Set<string>();
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (route.from.includes(at)) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const next of procedure.transitions) if (next.limit === undefined && next.from.includes(at)) open.push(...leads(next));
  }
  return false;
}

/** Stages from which no final stage of the whole can be come to. */
function endless(procedure: Procedure): readonly string[] {
  const ends = new Set(Object.keys(procedure.stages).filter((id) => procedure.stages[id]?.final));
  for (let grown = true; grown;) {
    grown = false;
    for (const route of procedure.transitions) {
      const to = leads(route);
      const arrives = to.length === 0 || to.some((id) => ends.has(id) || insideOf(procedure, id).some((one) => ends.has(one)));
      for (const from of route.from) for (const one of arrives ? insideOf(procedure, from) : []) if (!ends.has(one)) { ends.add(one); grown = true; }
    }
  }
  return Object.keys(procedure.stages).filter((id) => !ends.has(id));
}

/** Without its criterion the route is always taken before the later ones on the same trigger out of the same stage. */
function shadowsAnother({ transitions }: Procedure, id: string): boolean {
  const index = transitions.findIndex((route) => route.id === id);
  const route = transitions[index];
  if (!route || 'chosen' in route.on || route.limit !== undefined) return false;
  return transitions.slice(index + 1).some((later) => JSON.stringify(later.on) === JSON.stringify(route.on) && later.from.every((stage) => route.from.includes(stage)));
}

const standIns = ({ parties }: Procedure, party: string): readonly string[] => (parties[party]?.deputies ?? []).flatMap(({ tasks }) => tasks);
const isWaitedFor = ({ transitions, timescales = {} }: Procedure, task: string): boolean => transitions.some(({ on }) => ('done' in on && on.done === task) || ('option' in on && on.option[0] === task)) || Object.values(timescales).some((one) => one.for === task);
const soleDoer = ({ tasks, stages }: Procedure, task: string): string | undefined => { const by = tasks[task]?.by ?? [stages[tasks[task]?.in?.[0] ?? '']?.owner ?? ''] ; return by.length === 1 ? by[0] : undefined; };
