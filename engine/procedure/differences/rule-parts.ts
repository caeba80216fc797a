// The parts of what is required and how ambiguous words are read: settings, rules, tables.
import type { DecisionTable, Effect, Rule, SettingChoice, SettingDefinition, Strength, TableRow, Target } from '../types.ts';
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

/** "“Meet the criteria” of Joint decision", "the fields Age and Name of Alert form" */
function targetWords(target: Target, speaker: Speaker): string {
  if ('task' in target) return speaker.name(target.task, 'tasks');
  if ('option' in target) return `“${speaker.option(...target.option)}” of ${speaker.name(target.option[0], 'tasks')}`;
  if ('reasons' in target) return `reasons for ${speaker.name(target.reasons, 'tasks')}`;
  if ('transition' in target) return `the route ${target.transition}`;
  const of = speaker.name(target.of, 'tasks', 'doors', 'forms');
  if ('fields' in target) return `${listed(target.fields.map((id) => speaker.name(id, 'questions')))} in ${of}`;
  if ('recipients' in target) return `${listed(target.recipients.map((id) => speaker.name(id, 'parties')))} to be sent ${of}`;
  if ('seats' in target) return `${listed(target.seats.map((id) => speaker.name(id, 'parties')))} to be present at ${of}`;
  return `the seat of ${speaker.name(target.seat, 'parties')} at ${of}`;
}

export function effectWords(effect: Effect, speaker: Speaker): string {
  if ('require' in effect) return `require ${targetWords(effect.require, speaker)}`;
  if ('forbid' in effect) return `forbid ${targetWords(effect.forbid, speaker)}`;
  if ('relieve' in effect) return `relieve of ${targetWords(effect.relieve, speaker)}`;
  if ('label' in effect) return `call the case ${speaker.text(effect.label)}`;
  if ('allowHold' in effect) return `allow the hold ${speaker.name(effect.allowHold, 'holds')}`;
  const { party, form, amount, of } = effect.choose;
  const what = [...(party === undefined ? [] : [speaker.name(party, 'parties')]), ...(form === undefined ? [] : [speaker.name(form, 'forms')]), ...(amount === undefined ? [] : [`the amount ${amount}`])];
  return `choose ${listed(what)} for ${speaker.name(of, 'tasks', 'timescales')}`;
}

export const strengths: Readonly<Record<Strength, string>> = { must: 'must', 'should-always': 'should always', should: 'should', consider: 'consider', may: 'may' };

const effect: Value<Effect> = value('What it does', 'rule', effectWords);

export const ruleParts: Parts<Rule> = {
  ...cited, label: label('Rule'), if: criterion('Holds when', 'rule'), then: effect, strength: word('How strongly', 'rule', strengths),
  unknown: word('While an answer is not known', 'rule', { force: 'it counts as true', block: 'it refuses', wait: 'it waits' }, 'it waits'),
  implies: some('Then also holds', 'rule', 'rules', 'nothing'), excludes: some('Cannot hold together with', 'rule', 'rules', 'nothing'),
};

/** "must require Notify the board, when “Has the child died?” is yes" */
export function ruleWords(rule: Rule, speaker: Speaker): string {
  return `${strengths[rule.strength]} ${effectWords(rule.then, speaker)}${rule.if === undefined ? '' : `, when ${speaker.criterion(rule.if)}`}`;
}

const rows: Many<TableRow> = {
  shape: 'list', title: 'Rows', noun: 'Row', weight: 'rule', key: ({ when }) => JSON.stringify(when), name: ({ when, then }) => `${when}: ${then}`,
  parts: () => ({ when: plain('Looked up', 'rule'), then: plain('Read', 'rule') }),
};

export const tableParts: Parts<DecisionTable> = { ...cited, label: label('Table'), rows, otherwise: plain('When no row fits', 'rule', 'nothing') };

/** Words a rule is known by: its own, or what it does. */
export function ruleTitle(rule: Rule, _: string, speaker: Speaker): string {
  return rule.label === undefined ? `Rule: ${effectWords(rule.then, speaker)}` : named(rule.label, '');
}
