// `npm start`: builds the app into a fresh folder and serves it at one fixed address.
// Only the version check is imported at once; the rest would not load on an old Node.
import { nodeProblem } from './node-version.mjs';

const problem = nodeProblem(process.version);
if (problem) {
  console.error(problem);
  process.exit(1);
}
const { start } = await import('./start-app.mjs');
process.exitCode = await start({ args: process.argv.slice(2), env: process.env, terminal: Boolean(process.stdout.isTTY) });
