// `node scripts/scenario-schema.mjs`: puts what scenarios share with walkthroughs, as examples/walkthrough.schema.json has it,
// into examples/scenario.schema.json. Run it after a change of the walkthrough's schema; a test holds the two together.
import { readFileSync, writeFileSync } from 'node:fs';

const file = (name) => new URL(`../examples/${name}.schema.json`, import.meta.url);
const read = (name) => JSON.parse(readFileSync(file(name), 'utf8'));

const walkthrough = read('walkthrough');
const scenario = read('scenario');
const { steps, ...shared } = walkthrough.properties;
const own = Object.fromEntries(Object.entries(scenario.properties).filter(([name]) => !(name in walkthrough.properties)));
const properties = { ...shared, ...own, steps: { ...steps, description: scenario.properties.steps.description } };
writeFileSync(file('scenario'), `${JSON.stringify({ ...scenario, properties, $defs: walkthrough.$defs }, null, 2)}\n`);
