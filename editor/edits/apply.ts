// Carries out one edit on a procedure: a new procedure and what was done in words, or a refusal in words. Pure:
// the procedure given is not changed, and what an edit does not touch stays the same object.
import type { Id, Party, Procedure, Stage, Task, Timescale } from '../../engine/procedure/types.ts';
import { deputiesOf } from '../model/owners.ts';
import { lowerFirst, partyTitle, stageTitle, taskTitle, wordsOf } from '../model/text.ts';
import { words } from '../words.ts';
import { addStage, removeStage } from './stages.ts';
import type { Edit, EditResult } from './types.ts';

const said = words.edits;
const done = (procedure: Procedure, what: string): EditResult => ({ ok: true, procedure, words: what });
const refused = (why: string): EditResult => ({ ok: false, words: why });
type Of<Name extends Edit['edit']> = Extract<Edit, { readonly edit: Name }>;

/** The procedure after an edit. An edit of something that is not there, or that changes nothing, is refused. */
export function applyEdit(procedure: Procedure, edit: Edit): EditResult {
  switch (edit.edit) {
    case 'rename-stage': return renameStage(procedure, edit);
    case 'change-kind': return changeStage(procedure, edit.stage, (stage) => ({ ...stage, kind: edit.kind }), said.kind(stageTitle(procedure, edit.stage), lowerFirst(words.kinds[edit.kind])));
    case 'change-owner': return changeOwner(procedure, edit);
    case 'change-deputy': return changeDeputy(procedure, edit);
    case 'add-stage': return addStage(procedure, edit);
    case 'remove-stage': return removeStage(procedure, edit.stage);
    case 'add-route': return addRoute(procedure, edit);
    case 'remove-route': return removeRoute(procedure, edit.route);
    case 'change-clock': return changeClock(procedure, edit);
    case 'add-clock': return addClock(procedure, edit);
    case 'remove-clock': return removeClock(procedure, edit.clock);
    case 'change-reading': return changeReading(procedure, edit);
    case 'move': return done({ ...procedure, layout: { ...procedure.layout, [edit.stage]: { x: edit.x, y: edit.y } } }, said.move(stageTitle(procedure, edit.stage)));
    case 'tidy': return tidy(procedure);
  }
}

function changeStage(procedure: Procedure, id: Id, change: (stage: Stage) => Stage, what: string): EditResult {
  const stage = procedure.stages[id];
  if (stage === undefined) return refused(said.noStage);
  return done({ ...procedure, stages: { ...procedure.stages, [id]: change(stage) } }, what);
}

function renameStage(procedure: Procedure, { stage: id, label }: Of<'rename-stage'>): EditResult {
  const name = label.trim();
  if (name === '') return refused(said.noName);
  const before = stageTitle(procedure, id);
  if (name === before) return refused(said.same);
  return changeStage(procedure, id, (stage) => ({ ...stage, label: typeof stage.label === 'object' ? { ...stage.label, [languageOf(stage.label)]: name } : name }), said.rename(before, name));
}

const languageOf = (label: Readonly<Record<string, string>>): string => ['en-GB', 'en'].find((each) => each in label) ?? Object.keys(label)[0] ?? 'en';

function changeOwner(procedure: Procedure, { stage: id, owner }: Of<'change-owner'>): EditResult {
  const what = owner === null ? said.noOwner(stageTitle(procedure, id)) : said.owner(stageTitle(procedure, id), partyTitle(procedure, owner));
  return changeStage(procedure, id, ({ owner: _, ...stage }) => (owner === null ? stage : { ...stage, owner }), what);
}

/** Who acts for the owner in the tasks of this stage; what deputies do elsewhere stays as it is. */
function changeDeputy(procedure: Procedure, { stage: id, deputy }: Of<'change-deputy'>): EditResult {
  const owner = procedure.stages[id]?.owner;
  const party = owner === undefined ? undefined : procedure.parties[owner];
  if (owner === undefined || party === undefined) return refused(said.ownerFirst);
  const tasks = Object.entries(procedure.tasks).filter(([, task]) => task.in?.includes(id) === true).map(([task]) => task);
  if (tasks.length === 0 || deputiesOf(procedure, id)[0] === (deputy ?? undefined)) return refused(tasks.length === 0 ? said.noTasks : said.same);
  const others = (party.deputies ?? []).map((each) => ({ ...each, tasks: each.tasks.filter((task) => !tasks.includes(task)) })).filter((each) => each.tasks.length > 0);
  const deputies = deputy === null ? others : [...others, { party: deputy, tasks, when: 'absent' as const }];
  const { deputies: _, ...rest } = party;
  const next: Party = deputies.length === 0 ? rest : { ...rest, deputies };
  return done({ ...procedure, parties: { ...procedure.parties, [owner]: next } }, said.deputy(stageTitle(procedure, id), deputy === null ? words.stage.nobody : partyTitle(procedure, deputy)));
}

function addRoute(procedure: Procedure, { route, from, to, on }: Of<'add-route'>): EditResult {
  if (!(from in procedure.stages) || !(to in procedure.stages)) return refused(said.noStage);
  if (from === to) return refused(said.sameStage);
  if (procedure.stages[from]?.final === true) return refused(said.fromEnd(stageTitle(procedure, from)));
  const transitions = [...procedure.transitions, { id: route, from: [from], on, to }];
  return done({ ...procedure, transitions }, said.connect(stageTitle(procedure, from), stageTitle(procedure, to)));
}

function removeRoute(procedure: Procedure, route: Id): EditResult {
  const found = procedure.transitions.find((each) => each.id === route);
  if (found === undefined) return refused(said.noRoute);
  const transitions = procedure.transitions.filter((each) => each.id !== route);
  return done({ ...procedure, transitions }, said.removeRoute(found.from.map((id) => stageTitle(procedure, id)).join(` ${words.and} `)));
}

const clockOwner = (procedure: Procedure, timescale: Timescale): string => {
  const task: Task | undefined = procedure.tasks[timescale.for];
  const stage = task?.in?.[0];
  return stage === undefined ? taskTitle(procedure, timescale.for) : stageTitle(procedure, stage);
};

function changeClock(procedure: Procedure, { clock, timescale }: Of<'change-clock'>): EditResult {
  const before = procedure.timescales?.[clock];
  if (before === undefined) return refused(said.noClock);
  if (JSON.stringify(before) === JSON.stringify(timescale)) return refused(said.same);
  return done({ ...procedure, timescales: { ...procedure.timescales, [clock]: timescale } }, said.changeClock(clockOwner(procedure, timescale)));
}

function addClock(procedure: Procedure, { clock, timescale }: Of<'add-clock'>): EditResult {
  return done({ ...procedure, timescales: { ...procedure.timescales, [clock]: timescale } }, said.addClock(clockOwner(procedure, timescale)));
}

function removeClock(procedure: Procedure, clock: Id): EditResult {
  const { [clock]: gone, ...timescales } = procedure.timescales ?? {};
  return gone === undefined ? refused(said.noClock) : done({ ...procedure, timescales }, said.removeClock(clockOwner(procedure, gone)));
}

function changeReading(procedure: Procedure, { setting, value }: Of<'change-reading'>): EditResult {
  const found = procedure.settings?.[setting];
  if (found === undefined || found.default === value) return refused(said.same);
  const choice = wordsOf(found.choices.find((each) => each.value === value)?.label);
  return done({ ...procedure, settings: { ...procedure.settings, [setting]: { ...found, default: value } } }, said.reading(wordsOf(found.label), lowerFirst(choice)));
}

function tidy(procedure: Procedure): EditResult {
  const { layout, ...rest } = procedure;
  return layout === undefined || Object.keys(layout).length === 0 ? refused(said.tidyAlready) : done(rest, said.tidy);
}
