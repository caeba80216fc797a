// The parts of what is required and how ambiguous words are read: settings, rules, tables.
import type { DecisionTable, Effect, Id, Rule, SettingChoice, SettingDefinition, Strength, TableRow, Target } from '../types.ts';
import { listWords } from '../../time/index.ts';
import { cited } from './cited.ts';
import { criterion, label, listed, named, plain, some, text, value, word, type Many, type Parts, type Value } from './parts.ts';
import type { Speaker } from './speaker.ts';

const choices: Many<SettingChoice> = {
  shape: 'list', title: 'Choices', noun: 'Choice', weight: 'rule', key: (choice) => JSON.stringify(choice.value), name: (choice, _, speaker) => speaker.text(choice.label),
  parts: () => ({ value: plain('Value', 'rule'), label: label('Choice') }),
};

const settingParts: Parts<SettingDefinition> = {
  ...cited, label: label('Setting'), scope: word('Who chooses', 'rule', { procedure: 'the procedure', case: 'each case', fragment: 'the caller of the fragment' }),
  kind: word('What it is', 'wording', { reading: 'a reading of ambiguous words', variant: 'a local variant', argument: 'an argument of a fragment' }),
  default: plain('Read as', 'rule'), choices, words: text('The ambiguous words'),
};

/** Settings, the default said with the label of its choice where the setting is at hand. */
export const settingsMany: Many<SettingDefinition> = {
  shape: 'map', title: 'Settings', noun: 'Setting', weight: 'rule', name: (setting, id) => named(setting.label, id),
  parts: () => ({ ...settingParts, default: { shape: 'joint', title: 'Read as', weight: 'rule', tell: (setting, speaker) => defaultWords(setting, speaker) } }),
};

function defaultWords({ default: chosen, choices: all }: SettingDefinition, speaker: Speaker): string {
  const found = all.find(({ value: each }) => each === chosen);
  return found === undefined || speaker.exact ? JSON.stringify(chosen) : speaker.text(found.label);
}

/** "“Alert form”", "Age and Name in “Alert form”", "Police to be present at “Panel”" */
function targetWords(target: Target, speaker: Speaker): string {
  const task = (id: Id): string => `“${speaker.name(id, 'tasks', 'doors', 'forms')}”`;
  const parties = (ids: readonly Id[]): string => listed(ids.map((id) => speaker.name(id, 'parties')));
  if ('task' in target) return task(target.task);
  if ('option' in target) return `the option “${speaker.option(...target.option)}” of ${task(target.option[0])}`;
  if ('reasons' in target) return `reasons for ${task(target.reasons)}`;
  if ('transition' in target) return `the route ${target.transition}`;
  if ('reply' in target) return `a reply to ${task(target.reply)}`;
  if ('fields' in target) return `${listed(target.fields.map((id) => `“${speaker.name(id, 'questions')}”`))} in ${task(target.of)}`;
  if ('recipients' in target) return `${parties(target.recipients)} to be sent ${task(target.of)}`;
  if ('seats' in target) return `${parties(target.seats)} to be present at ${task(target.of)}`;
  if ('channels' in target) return `${task(target.of)} to go by ${listWords(target.channels.map((one) => speaker.text(one)), 'or')}`;
  if ('doer' in target) return `${parties([target.doer])} to do ${task(target.of)}`;
  return `the seat of ${parties([target.seat])} at ${task(target.of)}`;
}

/** "requires “Notify the board”", "forbids the option “No” of “Decide”" */
export function effectWords(effect: Effect, speaker: Speaker): string {
  if ('require' in effect) return `requires ${targetWords(effect.require, speaker)}`;
  if ('forbid' in effect) return `forbids ${targetWords(effect.forbid, speaker)}`;
  if ('relieve' in effect) return `relieves of ${targetWords(effect.relieve, speaker)}`;
  if ('label' in effect) return `calls the case ${speaker.text(effect.label)}`;
  if ('allowHold' in effect) return `allows the hold “${speaker.name(effect.allowHold, 'holds')}”`;
  const { party, form, amount, of } = effect.choose;
  const what = [...(party === undefined ? [] : [speaker.name(party, 'parties')]), ...(form === undefined ? [] : [`“${speaker.name(form, 'forms')}”`]), ...(amount === undefined ? [] : [`the amount ${amount}`])];
  return `chooses ${listed(what)} for “${speaker.name(of, 'tasks', 'timescales')}”`;
}

const strengths: Readonly<Record<Strength, string>> = { must: 'must', 'should-always': 'should always', should: 'should', consider: 'consider', may: 'may' };

const effect: Value<Effect> = value('What it does', 'rule', effectWords);

export const ruleParts: Parts<Rule> = {
  ...cited, label: label('Rule'), if: criterion('Holds when', 'rule'), then: effect, strength: word('How strongly', 'rule', strengths),
  unknown: word('While an answer is not known', 'rule', { force: 'it counts as true', block: 'it refuses', wait: 'it waits' }, 'it waits'),
  implies: some('Then also holds', 'rule', 'rules', 'nothing'), excludes: some('Cannot hold together with', 'rule', 'rules', 'nothing'),
};

/** "requires “Notify the board” (must), when “Has the child died?” is yes" */
export function ruleWords(rule: Rule, speaker: Speaker): string {
  return `${effectWords(rule.then, speaker)} (${strengths[rule.strength]})${rule.if === undefined ? '' : `, when ${speaker.criterion(rule.if)}`}`;
}

const rows: Many<TableRow> = {
  shape: 'list', title: 'Rows', noun: 'Row', weight: 'rule', key: ({ when }) => JSON.stringify(when), name: ({ when, then }) => `${when}: ${then}`,
  parts: () => ({ when: plain('Looked up', 'rule'), then: plain('Read', 'rule') }),
};

export const tableParts: Parts<DecisionTable> = { ...cited, label: label('Table'), rows, otherwise: plain('When no row fits', 'rule', 'nothing') };

/** Words a rule is known by: its own, or what it does. */
export function ruleTitle(rule: Rule, _: string, speaker: Speaker): string {
  return rule.label === undefined ? `Rule that ${effectWords(rule.then, speaker)}` : named(rule.label, '');
}
