// The three speeds that rehearsal promises: stepping back to any point of 500 events, ten thousand runs of the largest
// procedure's longest story, and the covering pack of each shipped procedure. There is no peer to run beside them.
import { readFileSync, readdirSync } from 'node:fs';
import { compile, deadlines, rehearsal, rules, tasks } from '../dist/package/engine/index.js';
import { coveringPack } from '../dist/package/engine/verify/coverage/index.js';
import { networkOf, rangesFrom, simulate } from '../dist/package/engine/verify/durations/index.js';

const EVENTS = 500;
const RUNS = 10_000;
const json = (path) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));
const procedure = (slug) => json(`procedures/${slug}/procedure.json`);

/** What one run takes, in milliseconds: the median of several. */
function median(rounds, run) {
  const times = Array.from({ length: rounds }, () => { const from = performance.now(); run(); return performance.now() - from; });
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)];
}

/** A rehearsal of so many events: the story's acts, then notes. */
function longRehearsal() {
  const story = json('examples/tower-hamlets/walkthrough.json');
  const book = rehearsal.playbookOf(story, compile(procedure('tower-hamlets')));
  let played = rehearsal.begin(book, 'bench');
  for (const expected of book.expected) played = rehearsal.asWritten(book, rehearsal.moveTo(book, played, expected.at), expected) ?? played;
  while (rehearsal.caseOf(book, rehearsal.wayOf(played)).events.length < EVENTS) {
    played = rehearsal.tryAct(book, played, { type: 'addNote', words: `Note ${rehearsal.wayOf(played).told}` }, { role: 'business-unit', person: 'Z.B.' }).rehearsal;
  }
  return { book, played };
}

/** What a screen asks of the case where the rehearsal stands. */
function viewsAt(book, now) {
  const way = rehearsal.wayOf(now);
  const held = rehearsal.caseOf(book, way);
  return [tasks(book.versions, held, way.clock), deadlines(book.versions, held, way.clock), rules(book.versions, held)];
}

function steppingBack() {
  const { book, played } = longRehearsal();
  const all = rehearsal.wayOf(played).moments.length;
  const places = [0, 1, Math.floor(all / 4), Math.floor(all / 2), all - 1];
  const looked = places.map((place) => median(5, () => viewsAt(book, rehearsal.stepTo(book, played, place))));
  const kept = rehearsal.keptOf(book, played);
  return [
    { name: `step back in ${EVENTS} events, with every view of the case: the slowest of ${places.length} places`, milliseconds: Math.max(...looked), goal: 100 },
    { name: `${EVENTS} events read from what was kept, each tried again`, milliseconds: median(5, () => rehearsal.reopened(book, kept)) },
  ];
}

function runs() {
  const compiled = compile(procedure('stockport'));
  const network = networkOf(compiled, json('examples/stockport/walkthrough.json'));
  const calendar = compiled.calendars.get(compiled.procedure.conventions.calendar);
  const asked = { runs: RUNS, seed: 1, calendar, ranges: rangesFrom(network, calendar) };
  return [{ name: `${RUNS} runs of ${network.acts.length} acts and ${network.clocks.length} clocks`, milliseconds: median(3, () => simulate(network, asked)), goal: 5000 }];
}

function packs() {
  return readdirSync(new URL('../procedures/', import.meta.url)).map((slug) => {
    const compiled = compile(procedure(slug));
    let pack;
    const milliseconds = median(1, () => { pack = coveringPack(compiled); });
    return { name: `covering pack of ${slug}: ${pack.stories.length} stories`, milliseconds, goal: 10_000 };
  });
}

/** Every figure, with its goal where it has one. */
export function benchRehearsal() {
  return [...steppingBack(), ...runs(), ...packs()];
}
