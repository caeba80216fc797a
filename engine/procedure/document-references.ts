// What a document's template names: questions, forms, tasks and parties, those in braces within its words included.
// It does not put a document together.
import { criterionReferences } from './expression-references.ts';
import { placeholdersOf } from './placeholders.ts';
import { cited, named, namedAll, type Reference, type ReferenceKind } from './reference.ts';
import type { DocumentDefinition, TemplateBlock } from './types.ts';

const placed: Readonly<Record<string, ReferenceKind>> = { answer: 'question', taken: 'task', done: 'task', due: 'timescale', holder: 'party', party: 'party' };

export function templateReferences(template: DocumentDefinition['template'], at: string): Reference[] {
  return (template ?? []).flatMap((block, index) => blockReferences(block, `${at}/${index}`));
}

function blockReferences(block: TemplateBlock, at: string): Reference[] {
  const inWords = (['heading', 'words'] as const).flatMap((key) => placeholdersOf(block[key]).flatMap(({ kind, name }) => {
    const what = placed[kind];
    return what === undefined ? [] : named(what, name, `${at}/${key}`);
  }));
  return [
    ...cited(block, at), ...inWords, ...namedAll('question', block.answers, `${at}/answers`), ...named('question', block.table, `${at}/table`), ...named('form', block.form, `${at}/form`),
    ...named('task', block.decision, `${at}/decision`), ...named('task', block.replies, `${at}/replies`), ...criterionReferences(block.if, `${at}/if`),
  ];
}
