// Words that may not stand in certain files: an authority in code, a way to reach a person anywhere, a test set aside.
import type { Source, Violation } from './sources.ts';

// "bath" only as a word of its own, so that "bathroom" stays sayable.
const authorities = ['trafford', 'stockport', 'tower[ -]?hamlets', 'kscp', 'bath', 'banes', 'somerset'];

/**
 * Everything local is data: code that names an authority is code that treats one differently.
 * @param slugs names of the folders under procedures/, so that a sixth authority is held to this too
 */
export function authorityViolations(files: readonly Source[], slugs: readonly string[]): readonly Violation[] {
  const named = new RegExp(`(?<![a-z])(${[...authorities, ...slugs].join('|')})(?![a-z])`, 'i');
  return matches(files, named, 'names an authority');
}

// A telephone number begins with 0 or +44 and has nine or ten digits more, however they are spaced.
const reachable = /[\w.+-]+@(?!example\.)[\w.-]+\.[a-z]{2,}|(?<![\w.#/-])(?:\+44|0)(?:[ -]?\d){9,10}(?!\w|\.\d)/i;

/** Nobody real can be reached from any file: no e-mail address, no telephone number. */
export function contactViolations(files: readonly Source[]): readonly Violation[] {
  return matches(files, reachable, 'holds a way to reach a person');
}

const setAside = /(?<![\w.])(?:test|it|describe|suite)\.(?:skip|only|todo|fails|skipIf|runIf)\b/;

export function setAsideTests(files: readonly Source[]): readonly Violation[] {
  return matches(files, setAside, 'sets a test aside');
}

function matches(files: readonly Source[], pattern: RegExp, words: string): readonly Violation[] {
  return files.flatMap((file) => file.text.split('\n').flatMap((line, index) => {
    const found = pattern.exec(line);
    return found ? [{ path: file.path, words: `${words} on line ${index + 1}: ${found[0]}` }] : [];
  }));
}
