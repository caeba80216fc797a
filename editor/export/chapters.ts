// The whole procedure as chapters of sentences, for a board to read and approve: stage by stage who does what, by when
// and under which rules, then people, readings, closing and what the source leaves open. Words only; no screen.
import { inWords, labelsOf } from '../../engine/criteria/index.ts';
import { ruleWords } from '../../engine/procedure/differences/rule-parts.ts';
import { speakerOf } from '../../engine/procedure/differences/speaker.ts';
import { dayWords, parseDay } from '../../engine/time/index.ts';
import type { Id, Procedure, Stage, Task, Timescale } from '../../engine/procedure/types.ts';
import { clockOf } from '../model/clocks.ts';
import { triggerWords } from '../model/routes.ts';
import { partyTitle, stageTitle, taskTitle, wordsOf } from '../model/text.ts';
import { targetsOf, treeOf } from '../model/tree.ts';
import { rulesAbout } from '../rule/RuleList.tsx';
import { citeWords } from '../clock/ClockSource.tsx';
import { words as editor } from '../words.ts';
import { words } from './words.ts';

export interface Line { readonly label: string; readonly text: string; readonly cites?: string }
export interface Section { readonly id: Id; readonly title: string; readonly level: number; readonly lines: readonly Line[] }

/** The stages in order, each with its routes, tasks, clocks and rules. */
export function stageSections(procedure: Procedure): readonly Section[] {
  const tree = treeOf(procedure);
  return tree.order.map((id) => ({ id, title: stageTitle(procedure, id), level: tree.ancestors(id).length, lines: stageLines(procedure, id) }));
}

function stageLines(procedure: Procedure, id: Id): readonly Line[] {
  const stage = procedure.stages[id];
  if (stage === undefined) return [];
  const tasks = Object.entries(procedure.tasks).filter(([, task]) => task.in?.[0] === id);
  return [
    { label: words.kind, text: kindWords(procedure, id, stage), ...cited(procedure, stage.cites) },
    ...(stage.owner === undefined ? [] : [{ label: words.owner, text: partyTitle(procedure, stage.owner) }]),
    ...(stage.guidance === undefined ? [] : [{ label: words.guidance, text: wordsOf(stage.guidance) }]),
    ...tasks.flatMap(([task, each]) => taskLines(procedure, task, each)),
    ...procedure.transitions.filter((route) => route.from.includes(id)).map((route) => ({ label: words.next, text: routeWords(procedure, route), ...cited(procedure, route.cites) })),
    ...(stage.gap === undefined ? [] : [{ label: words.gap, text: wordsOf(stage.gap) }]),
  ];
}

/** What sort of stage it is; one that holds others is a group, whatever kind it was given. */
function kindWords(procedure: Procedure, id: Id, stage: Stage): string {
  if (stage.final === true) return editor.kinds.end;
  if (!treeOf(procedure).isGroup(id)) return editor.kinds[stage.kind];
  const said = stage.parallel === true ? editor.stage.together : editor.stage.group;
  return said.charAt(0).toUpperCase() + said.slice(1);
}

function taskLines(procedure: Procedure, id: Id, task: Task): readonly Line[] {
  const who = (task.by ?? []).map((party) => partyTitle(procedure, party)).join(words.or);
  const to = (task.to ?? []).map((each) => (typeof each === 'string' ? partyTitle(procedure, each) : editor.tasks.answer(wordsOf(procedure.questions[each.answer]?.label)))).join(', ');
  const form = procedure.forms?.[task.form ?? ''];
  const speaker = speakerOf(procedure, false);
  return [
    { label: words.task, text: [wordsOf(task.label), who === '' ? '' : words.by(who), to === '' ? '' : words.to(to), form === undefined ? '' : words.onForm(wordsOf(form.label))].filter((part) => part !== '').join(' '), ...cited(procedure, task.cites) },
    ...(task.options ?? []).map((option) => ({ label: words.option, text: wordsOf(option.label) })),
    ...Object.entries(procedure.timescales ?? {}).filter(([, clock]) => clock.for === id).map(([clock, each]) => clockLine(procedure, clock, each)),
    ...rulesAbout(procedure, [id]).map((rule) => { const found = procedure.rules?.[rule.id]; return { label: words.rule, text: found === undefined ? rule.said : `${wordsOf(found.label)}${found.label === undefined ? '' : ': '}${ruleWords(found, speaker)}`, ...cited(procedure, found?.cites) }; }),
  ];
}

function clockLine(procedure: Procedure, id: Id, timescale: Timescale): Line {
  const clock = clockOf(procedure, id, timescale);
  return { label: words.clock, text: `${clock.amount} ${clock.rest} (${clock.basis})`.replaceAll('  ', ' '), ...cited(procedure, timescale.cites) };
}

function routeWords(procedure: Procedure, route: Procedure['transitions'][number]): string {
  const asked = route.if === undefined ? '' : `, ${words.onlyIf} ${inWords(route.if, labelsOf(procedure)).replace(/\.$/, '')}`;
  const to = targetsOf(route).map((stage) => stageTitle(procedure, stage));
  return `${triggerWords(procedure, route)}${asked}${route.otherwise === true ? `, ${words.otherwise}` : ''}${to.length === 0 ? '' : `: ${editor.route.goTo(to.join(', '))}`}`;
}

const cited = (procedure: Procedure, cites: readonly string[] | undefined): { readonly cites?: string } => (cites === undefined ? {} : { cites: citeWords(procedure, cites) });

/** What is done at whatever stage a case is, and the rules about neither. */
export function caseLines(procedure: Procedure): readonly Line[] {
  const anywhere = Object.entries(procedure.tasks).filter(([, task]) => task.in === undefined);
  const told = new Set(rulesAbout(procedure, Object.keys(procedure.tasks)).map((rule) => rule.id));
  const speaker = speakerOf(procedure, false);
  return [
    ...anywhere.flatMap(([id, task]) => taskLines(procedure, id, task)),
    ...Object.entries(procedure.rules ?? {}).filter(([id]) => !told.has(id)).map(([, rule]) => ({ label: words.rule, text: `${wordsOf(rule.label)}${rule.label === undefined ? '' : ': '}${ruleWords(rule, speaker)}`, ...cited(procedure, rule.cites) })),
  ];
}

/** Each person or body with who stands in. */
export function peopleLines(procedure: Procedure): readonly Line[] {
  return Object.entries(procedure.parties).map(([id, party]) => ({
    label: partyTitle(procedure, id),
    text: [...(party.seats ?? []).length > 0 ? [words.seats((party.seats ?? []).map((seat) => partyTitle(procedure, seat)).join(', '))] : [], ...(party.deputies ?? []).map((deputy) => words.deputy(partyTitle(procedure, deputy.party), deputy.tasks.map((task) => taskTitle(procedure, task)).join(', ')))].join(' ') || words.plain[party.kind],
    ...cited(procedure, party.cites),
  }));
}

/** Each place where the source can be read in more than one way, with the reading taken. */
export function readingLines(procedure: Procedure): readonly Line[] {
  return Object.values(procedure.settings ?? {}).map((setting) => ({ label: wordsOf(setting.label), text: wordsOf(setting.choices.find((choice) => choice.value === setting.default)?.label), ...cited(procedure, setting.cites) }));
}

/** What the source names and does not hold. */
export const gapLines = (procedure: Procedure): readonly Line[] => (procedure.gaps ?? []).map((gap) => ({ label: '', text: wordsOf(gap.words), ...cited(procedure, gap.cites) }));

/** What verification found and somebody left as it is: the claim, and why. */
export const leftLines = (procedure: Procedure): readonly Line[] => (procedure.findingsLeft ?? []).map(({ claim, reason, on }) => ({ label: words.leftOn(dayWords(parseDay(on) ?? 0)), text: `${wordsOf(claim)} ${words.because(wordsOf(reason))}` }));
