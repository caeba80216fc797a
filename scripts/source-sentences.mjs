// Sentences of a source that may bind somebody: those with must, should, will, within or before. The texts themselves are
// not kept here, because they print people's names: a sentence is known by its line, its place in the line and a digest.
import { createHash } from 'node:crypto';

const BINDING = /\b(must|should|will|within|before)\b/gi;
// A sentence ends at . ; : ? or ! before a space; a list item is one of its own. "e.g." and "S.C.R." do not end one.
const END = /(?<=[.;:?!])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\b[A-Z]\.)\s+/;

/**
 * @param {string} text the whole source
 * @returns {{ id: string, line: number, words: string[], digest: string, text: string }[]} id: `57.2`, the second sentence of line 57
 */
export function bindingSentences(text) {
  return text.split(/\r?\n/).flatMap((line, index) => sentencesOf(line, index + 1));
}

function sentencesOf(line, number) {
  const sentences = line.trim().split(END).map((sentence) => sentence.replace(/\s+/g, ' ').trim());
  return sentences.flatMap((text, place) => {
    const words = [...new Set((text.match(BINDING) ?? []).map((word) => word.toLowerCase()))];
    return words.length === 0 ? [] : [{ id: `${number}.${place + 1}`, line: number, words, digest: digestOf(text), text }];
  });
}

/** The first 16 hex digits of SHA-256 over the sentence, spaces made single and letters small. */
export function digestOf(text) {
  return createHash('sha256').update(text.toLowerCase()).digest('hex').slice(0, 16);
}

/** Every line that some element of a procedure cites, gaps included. */
export function citedLines(procedure, source) {
  const lines = new Set();
  const visit = (value) => {
    if (value === null || typeof value !== 'object') return;
    for (const [key, child] of Object.entries(value)) {
      if (key === 'cites') child.forEach((cite) => add(lines, cite, source));
      else visit(child);
    }
  };
  visit(procedure);
  return lines;
}

function add(lines, cite, source) {
  const [, of, from, to] = /^(.+)#(\d+)(?:-(\d+))?$/.exec(cite) ?? [];
  if (of !== source) return;
  for (let line = Number(from); line <= Number(to ?? from); line += 1) lines.add(line);
}
