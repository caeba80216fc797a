// What the package brings along may be given to any authority: the licences of everything installed for production.
import type { Violation } from './sources.ts';

export interface LockedPackage { readonly license?: string; readonly dev?: boolean; readonly optional?: boolean; readonly devOptional?: boolean }

const allowed = new Set(['MIT', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Unlicense', '0BSD']);

/** The packages of a lock file that are installed for production, by path. */
export function production(packages: Readonly<Record<string, LockedPackage>>): readonly (readonly [string, LockedPackage])[] {
  return Object.entries(packages).filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional);
}

export function licenceViolations(packages: Readonly<Record<string, LockedPackage>>): readonly Violation[] {
  return production(packages).filter(([, { license }]) => !allowed.has(license ?? '')).map(([path, { license }]) => ({ path, words: `is under ${license ?? 'no licence that is named'}` }));
}
