// `npm run -s coverage`, or `node scripts/walkthrough-coverage.mjs [--transitions] [SLUG...]`: what the shipped walkthroughs
// visit of each shipped procedure, n of N, and by name what none of them visits. Exit code 1 when a transition is not
// visited. With --transitions, stages and transitions alone. Runs on dist/package; `npm run build:package` makes it.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { visitedBy } from './visited.mjs';

const HEADINGS = { stages: 'Stages entered', transitions: 'Transitions taken', rules: 'Sides of rules', clocks: 'States of clocks', refusals: 'Kinds of refusal' };
const top = new URL('../', import.meta.url);
const text = (path) => readFileSync(new URL(path, top), 'utf8');

/** The procedure of a slug and its walkthroughs, read as any file is read. Throws with the first problem's words. */
export function shipped(engine, slug) {
  const procedure = readOr(engine.readProcedure(text(`procedures/${slug}/procedure.json`))).procedure;
  const schema = JSON.parse(text('examples/walkthrough.schema.json'));
  const files = readdirSync(new URL(`examples/${slug}/`, top)).filter((file) => file.endsWith('.json')).toSorted();
  return { procedure, walkthroughs: files.map((file) => readOr(engine.readWalkthrough(text(`examples/${slug}/${file}`), schema)).walkthrough) };
}

function readOr(read) {
  if (!read.ok) throw new Error(`${read.problems[0]?.pointer}: ${read.problems[0]?.words}`);
  return read;
}

/** What is told of one procedure: a line a heading, and below it what is not visited, a line for each rule or clock. */
export function told(slug, walkthroughs, visited, headings = Object.keys(HEADINGS)) {
  const lines = headings.flatMap((heading) => {
    const { names, missed } = visited[heading];
    return [`  ${HEADINGS[heading]}: ${names.length - missed.length} of ${names.length}`, ...gathered(missed).map((line) => `    not visited: ${line}`)];
  });
  return [`${slug}: ${walkthroughs.length} walkthroughs`, ...lines];
}

/** `a: true` and `a: false` in one line, `a: true, false`. */
function gathered(missed) {
  const byName = new Map();
  for (const one of missed) {
    const [name, side] = one.split(': ');
    byName.set(name, [...(byName.get(name) ?? []), ...(side === undefined ? [] : [side])]);
  }
  return [...byName].map(([name, sides]) => (sides.length === 0 ? name : `${name}: ${sides.join(', ')}`));
}

/** Tells what each set of walkthroughs visits, and gives the exit code: 1 when a transition is not visited. */
export function tellAll(engine, sets, print, headings) {
  let missed = 0;
  for (const { slug, procedure, walkthroughs } of sets) {
    const visited = visitedBy(engine, procedure, walkthroughs);
    print(told(slug, walkthroughs, visited, headings).join('\n'));
    missed += visited.transitions.missed.length;
  }
  return missed === 0 ? 0 : 1;
}

async function main(args) {
  const engine = await import('../dist/package/engine/index.js');
  const named = args.filter((arg) => !arg.startsWith('--'));
  const slugs = named.length > 0 ? named : readdirSync(fileURLToPath(new URL('procedures/', top)));
  return tellAll(engine, slugs.map((slug) => ({ slug, ...shipped(engine, slug) })), console.log, args.includes('--transitions') ? ['stages', 'transitions'] : undefined);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main(process.argv.slice(2));
