// Which tests judge a part of the engine, in the order in which they are asked: what stands beside the code comes first and
// sees most. What capabilities, traps, abilities and whole procedures hold of a case is held through `perform`, so it judges
// `case` too. What looks at documents, at sources or at the rest of the tree judges nothing and is not in Stryker's copy.
import { readdirSync } from 'node:fs';

const aside = /\/(complete|sixth|source-coverage)\.test\.ts$/u;
const further = { case: ['tests/capabilities', 'tests/traps', 'tests/abilities', 'tests/procedures'] };

/** The folders, from the root of the checkout, that judge a part; those beside the code first. */
export const judgesOf = (part) => [`tests/engine/${part}`, ...(further[part] ?? [])];

/** Their test files, folder by folder, as they lie under `root`. */
export const judgingFiles = (part, root = '.') => judgesOf(part).flatMap((folder) =>
  readdirSync(`${root}/${folder}`, { recursive: true }).map((name) => `${folder}/${name}`.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.test.ts') && !aside.test(name)).toSorted());
