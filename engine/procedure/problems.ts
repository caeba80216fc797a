// A problem of a procedure file and how it is told: code, place, label on screen, expected, found, what to try.
// The sentences are in problem-words.ts; this file fills them. It does not know how problems are found.
import { labelAt } from './pointer.ts';
import { problemWords, type ProblemCode } from './problem-words.ts';

/** problem: the procedure cannot be used. finding: it can, and somebody should look. gap: the source leaves it open. */
export type Severity = 'problem' | 'finding' | 'gap';

export interface Problem {
  readonly code: ProblemCode;
  /** JSON pointer into the file; empty for the file as a whole. */
  readonly pointer: string;
  /** Label on screen of the element. Example: "Rapid review panel". */
  readonly label: string;
  readonly severity: Severity;
  readonly expected: string;
  readonly found: string;
  /** What to try, one sentence. */
  readonly remedy: string;
  /** The whole in one plain sentence. */
  readonly words: string;
}

/** What is put into the catalogue's sentences. */
export interface ProblemParts {
  readonly found?: string;
  readonly expected?: string;
  readonly near?: string | undefined;
  readonly remedy?: string;
  readonly severity?: Severity;
}

/** Longest words quoted from a file, in characters; a gap is told in full. */
const longest = { label: 80, found: 120, gap: 2000 } as const;

/**
 * The problem with this code at this place of the document.
 * `near` is a known name that may have been meant; it turns the remedy into a question.
 */
export function problem(code: ProblemCode, document: unknown, pointer: string, parts: ProblemParts = {}): Problem {
  const entry = problemWords[code];
  const label = shortened(labelAt(document, pointer), longest.label);
  const found = shortened(parts.found ?? entry.found ?? 'nothing', entry.severity === 'gap' ? longest.gap : longest.found);
  const expected = parts.expected ?? entry.expected;
  const fill = (sentence: string): string => sentence.replaceAll('{label}', () => label).replaceAll('{found}', () => found).replaceAll('{expected}', () => expected);
  const remedy = parts.near === undefined ? fill(parts.remedy ?? entry.remedy) : `Did you mean “${parts.near}”?`;
  return { code, pointer, label, severity: parts.severity ?? entry.severity, expected, found, remedy, words: fill(entry.says) };
}

function shortened(words: string, most: number): string {
  const line = words.replaceAll(/\s+/g, ' ');
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** One line for a list or a terminal: code, place, label, sentence, remedy. */
export function problemLine(one: Problem): string {
  const counted = one.severity === 'gap' ? '' : `Expected ${one.expected}; found ${one.found}. `;
  return `${one.code} ${one.pointer === '' ? '(whole file)' : one.pointer} (“${one.label}”): ${one.words} ${counted}${one.remedy}`;
}

/** Problems in the order of their places (numbers as numbers), then of codes; equal ones once. The order does not depend on how they were found. */
export function sortedProblems(problems: readonly Problem[]): Problem[] {
  const byKey = new Map(problems.map((one) => [`${one.pointer}\u0000${one.code}\u0000${one.found}`, one]));
  return [...byKey.values()].sort((a, b) => comparePointers(a.pointer, b.pointer) || compare(a.code, b.code) || compare(a.found, b.found));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function comparePointers(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  const at = left.findIndex((step, index) => step !== right[index]);
  const [one, other] = [left[at], right[at]];
  if (one === undefined || other === undefined) return left.length - right.length;
  const digits = /^\d+$/;
  return digits.test(one) && digits.test(other) ? Number(one) - Number(other) : compare(one, other);
}
