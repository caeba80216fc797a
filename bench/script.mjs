// The named script that every contestant runs: the accepted acts of a shipped walkthrough, as commands for `perform`
// and as the machine events that they raised.
import { readFileSync } from 'node:fs';
import { commandOf, perform, versionsFor, walk } from '../dist/package/engine/index.js';

const read = (path) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));

/** Commands with who acts and when, the compiled procedure, and the case's final events. */
export function scriptOf(procedurePath, walkthroughPath) {
  const procedure = read(procedurePath);
  const walkthrough = read(walkthroughPath);
  const versions = versionsFor(walkthrough, procedure);
  const walked = walk(walkthrough, versions);
  if (walked.failures.length > 0) throw new Error(`${walkthroughPath} does not hold; measure nothing on it`);
  const accepted = walked.steps.filter(({ outcome }) => outcome === 'accepted').map(({ step }) => step - 1);
  const acts = accepted.map((index) => {
    const step = walkthrough.steps[index];
    return { command: commandOf(step, walkthrough.id, index), context: contextOf(step) };
  });
  return { procedure, versions, acts, events: walked.events, held: walked.case };
}

function contextOf({ at, as: role, person, onBehalfOf }) {
  return { now: Date.parse(`${at}:00${summer(at) ? '+01:00' : 'Z'}`), role, person, ...(onBehalfOf ? { onBehalfOf } : {}) };
}

// Good enough for the dates of the script: British summer time runs from late March to late October.
const summer = (at) => at.slice(5, 10) >= '03-28' && at.slice(5, 10) < '10-25';

/** Runs the whole script once and gives the number of accepted commands. */
export function runScript({ versions, acts }) {
  let held = [];
  for (const { command, context } of acts) {
    const outcome = perform(versions, held, command, context);
    if (!outcome.ok) throw new Error(`refused in the bench: ${outcome.refusal.words}`);
    held = outcome.case;
  }
  return acts.length;
}
