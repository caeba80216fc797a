// What a mutation run needs beside Stryker, as plain functions: which test files said nothing, and which changes a sample
// tries. Called by runner.mjs, inside Stryker's own process.
import { createHash } from 'node:crypto';

/** The test files of which no test ran: one that does not load, most likely. Paths are from the root of the checkout. */
export function silent(wanted, tests) {
  const heard = new Set(tests.map(({ fileName = '' }) => fileName.replaceAll('\\', '/')));
  return wanted.filter((file) => ![...heard].some((name) => name === file || name.endsWith(`/${file}`)));
}

/** So many of them, each as likely as any other: those whose digest with the seed comes first. All, where there are no more. */
export function drawn(ids, count, seed) {
  const placed = ids.map((id) => [createHash('sha256').update(`${seed} ${id}`).digest('hex'), id]);
  return placed.toSorted(([a], [b]) => (a < b ? -1 : 1)).slice(0, count).map(([, id]) => id);
}
