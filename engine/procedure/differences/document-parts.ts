// The parts of documents and of classes of information: what a document is put together from, what is left out for
// whom, and what must be answered before anything leaves.
import type { DisclosureClass, DocumentDefinition, Pseudonyms, TemplateBlock } from '../types.ts';
import { cited, signOff } from './cited.ts';
import { label, listed, one, some, value, type Parts } from './parts.ts';
import type { Speaker } from './speaker.ts';

function blockWords(block: TemplateBlock, speaker: Speaker): string {
  const when = block.if === undefined ? '' : `, when ${speaker.criterion(block.if)}`;
  const from = block.cites === undefined ? '' : ` (${block.cites.join(', ')})`;
  return `${contentWords(block, speaker)}${when}${speaker.exact ? from : ''}`;
}

function contentWords({ heading, level, words, answers, table, form, decision, replies }: TemplateBlock, speaker: Speaker): string {
  const said = [
    ...(heading === undefined ? [] : [`heading ${speaker.text(heading)}`]), ...(level === undefined ? [] : [`level ${level}`]), ...(words === undefined ? [] : [`words ${speaker.text(words)}`]),
    ...(answers === undefined ? [] : [`answers to ${listed(answers.map((id) => speaker.name(id, 'questions')))}`]), ...(table === undefined ? [] : [`rows of ${speaker.name(table, 'questions')}`]),
    ...(form === undefined ? [] : [`the form ${speaker.name(form, 'forms')}`]), ...(decision === undefined ? [] : [`the decision ${speaker.name(decision, 'tasks')}`]), ...(replies === undefined ? [] : [`the replies to ${speaker.name(replies, 'tasks')}`]),
  ];
  return said.join(', ');
}

function leftOutWords(variants: NonNullable<DocumentDefinition['leavesOut']>, speaker: Speaker): string {
  return listed(Object.entries(variants).map(([variant, classes]) => `by ${variant}: ${listed(classes.map((id) => speaker.name(id, 'disclosure')))}`));
}

export const documentParts: Parts<DocumentDefinition> = {
  ...cited, label: label('Document'), template: value('Put together from', 'form', (blocks, speaker) => blocks.map((block) => blockWords(block, speaker)).join('; '), 'nothing'), variants: value('Variants', 'form', (all) => listed(all), 'none'),
  carries: some('Classes of what is in it', 'people', 'disclosure', 'every class'), leavesOut: value('Left out', 'people', leftOutWords, 'nothing'), signOff,
};

const pseudonymWords = ({ question, name, pseudonym }: Pseudonyms, speaker: Speaker): string => `${speaker.name(question, 'questions')} (${name}: ${pseudonym})`;

export const disclosureParts: Parts<DisclosureClass> = {
  ...cited, label: label('Class of information'), exempt: some('Names that may stand', 'people', 'parties', 'none'), pseudonyms: value('What stands for names', 'people', pseudonymWords, 'nothing'),
  gate: one('To be answered yes before it leaves', 'people', 'questions', 'nothing'),
};
