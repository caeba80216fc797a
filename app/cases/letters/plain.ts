// Blocks of a document as plain text, for e-mail and for copying.
import type { DocumentBlock, Run } from '../../../engine/case/document-types.ts';

export function plainText(blocks: readonly DocumentBlock[]): string {
  return blocks.map(block).join('\n\n');
}
const said = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
function block(one: DocumentBlock): string {
  switch (one.kind) {
    case 'heading': case 'paragraph': return said(one.runs);
    case 'answers': return one.lines.map((line) => `${line.label}: ${said(line.runs)}`).join('\n');
    case 'table': return [`${one.label}:`, ...one.rows.map((row) => `- ${row.map((cell, index) => `${one.columns[index] ?? ''}: ${said(cell)}`).join('; ')}`)].join('\n');
  }
}
