// A second look at a report that was made without names, by other means than those that made it: what still looks like a
// name, a date of birth, an address or a long number. It finds; a person decides.
import type { DocumentBlock, Run } from '../../engine/case/document-types.ts';
import type { Procedure } from '../../engine/procedure/types.ts';

export type Look = 'name' | 'birth' | 'address' | 'number';
export interface Suspect { readonly kind: Look; readonly found: string }
export interface Looked { readonly suspects: readonly Suspect[]; /** In how many places something stands for a name, or is left out. */ readonly replaced: number }

const PATTERNS: readonly (readonly [Look, RegExp])[] = [
  ['address', /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b\d+[A-Za-z]? [A-Z][a-z]+ (?:Road|Street|Lane|Avenue|Close|Drive|Way|Place|Court|Gardens|Terrace)\b/g],
  ['birth', /\b(?:born|birth|DOB)\b[^.;]{0,24}?\d{1,2}[^.;]{0,12}?\d{4}/gi],
  ['number', /(?<![\w-])\d[\d ]{5,}\d(?![\w-])/g],
  ['name', /\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b/g],
];

/** Each thing once. Words that the procedure itself uses, such as a title, tell nobody's name. */
export function looksLike(blocks: readonly DocumentBlock[], procedure: Procedure): Looked {
  const own = JSON.stringify(procedure).toLowerCase();
  const runs = blocks.flatMap(runsIn);
  const said = runs.filter(({ is }) => is === 'answer' || is === 'words').map(({ text }) => text);
  const found = said.flatMap((text) => PATTERNS.flatMap(([kind, pattern]) => (text.match(pattern) ?? []).map((one): Suspect => ({ kind, found: one.trim() }))));
  const telling = found.filter(({ kind, found: words }) => kind !== 'name' || !own.includes(words.toLowerCase()));
  return { suspects: [...new Map(telling.map((one) => [`${one.kind} ${one.found}`, one])).values()], replaced: runs.filter(({ is }) => is === 'pseudonym' || is === 'withheld').length };
}
function runsIn(block: DocumentBlock): readonly Run[] {
  switch (block.kind) {
    case 'heading': case 'paragraph': return block.runs;
    case 'answers': return block.lines.flatMap(({ runs }) => runs);
    case 'table': return block.rows.flat(2);
  }
}
