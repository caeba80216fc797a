// What the package brings along may be given to any authority: the licences of everything installed for production.
import type { Violation } from './sources.ts';

export interface LockedPackage { readonly license?: string; readonly dev?: boolean; readonly optional?: boolean; readonly devOptional?: boolean; readonly optionalDependencies?: Readonly<Record<string, string>> }

const allowed = new Set(['MIT', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Unlicense', '0BSD']);

/** The packages of a lock file that are installed for production, by path. */
export function production(packages: Readonly<Record<string, LockedPackage>>): readonly (readonly [string, LockedPackage])[] {
  return Object.entries(packages).filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional);
}

export function licenceViolations(packages: Readonly<Record<string, LockedPackage>>): readonly Violation[] {
  return production(packages).filter(([, { license }]) => !allowed.has(license ?? '')).map(([path, { license }]) => ({ path, words: `is under ${license ?? 'no licence that is named'}` }));
}

/**
 * Packages for other systems that the lock file does not know: `npm ci` refuses such a file on every system.
 * An npm that cannot reach one of them leaves it out without a word.
 */
export function unlocked(packages: Readonly<Record<string, LockedPackage>>): readonly Violation[] {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) => Object.keys(optionalDependencies)
    .filter((name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`])
    .map((name) => ({ path, words: `may need ${name}, which is not in the lock file` })));
}
