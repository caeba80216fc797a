// `npm run corpus`: every seeded defect over the shipped procedures, not only the sample that `npm test` takes. Recall is
// printed for each kind, each survivor by name, and false alarms. It goes part by part, each in a process of its own, and
// adds up; what was found is printed after each part, so that a run that is stopped has said what it came to.
// `npm run corpus -- stockport`: those of one procedure. `npm run corpus -- 101-200`: these of them, in their order, also
// with a procedure. `npm run corpus -- 10`: one in ten. `npm run corpus -- alarms`: the false alarms alone.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Defects in one part: some minutes. */
const PART = 40;
const MARK = 'CORPUS ';

/** What the arguments ask for. */
export function askedBy(words) {
  const asked = { procedure: '', from: 1, to: Infinity, every: 1, alarms: true, defects: true };
  for (const word of words) {
    const range = /^(\d+)-(\d+)$/.exec(word);
    if (word === 'alarms') asked.defects = false;
    else if (range) [asked.from, asked.to, asked.alarms] = [Number(range[1]), Number(range[2]), false];
    else if (/^\d+$/.test(word)) [asked.every, asked.alarms] = [Number(word), false];
    else [asked.procedure, asked.alarms] = [word, false];
  }
  return asked;
}

/** Adds what a part came to. */
export function added(sum, part) {
  const kinds = { ...sum.kinds };
  for (const [kind, [found, of]] of Object.entries(part.kinds)) kinds[kind] = [(kinds[kind]?.[0] ?? 0) + found, (kinds[kind]?.[1] ?? 0) + of];
  return { kinds, survivors: [...sum.survivors, ...part.survivors], unaccepted: sum.unaccepted + part.unaccepted };
}

export const nothing = { kinds: {}, survivors: [], unaccepted: 0 };

/** Recall by kind and of all, and survivors, a line each. */
export function told({ kinds, survivors, unaccepted }) {
  const [found, of] = Object.values(kinds).reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  const share = of === 0 ? '' : `: ${((100 * found) / of).toFixed(1)}%`;
  return [...Object.entries(kinds).map(([kind, [one, all]]) => `  ${kind}: ${one} of ${all}`), ...survivors.map((line) => `  survived: ${line}`), `  examples that the engine did not accept: ${unaccepted}`, `  together ${found} of ${of}${share}`].join('\n');
}

function part(asked) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'tests/engine/verify/corpus'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, CASEWAY_CORPUS: JSON.stringify(asked) } });
    let text = '';
    child.stdout.on('data', (some) => { text += some; });
    child.on('close', (code) => {
      const line = text.split('\n').find((one) => one.startsWith(MARK));
      if (line === undefined || code !== 0) console.log(text);
      resolve({ ok: code === 0 && line !== undefined, ...(line === undefined ? {} : { came: JSON.parse(line.slice(MARK.length)) }) });
    });
  });
}

async function main(words) {
  const asked = askedBy(words);
  let [sum, ok] = [nothing, true];
  if (asked.alarms) {
    const { ok: fine, came } = await part({ alarms: true });
    ok &&= fine;
    if (came) console.log(`false alarms: ${came.alarms} over ${came.findings} findings of the procedures as they are and written otherwise\n`);
  }
  for (let at = asked.from, of = Infinity; asked.defects && at <= Math.min(asked.to, of); at += PART) {
    const { ok: fine, came } = await part({ procedure: asked.procedure, from: at, to: Math.min(asked.to, at + PART - 1), every: asked.every });
    ok &&= fine;
    if (!came) break;
    of = came.of;
    sum = added(sum, came);
    console.log(`${at} to ${Math.min(asked.to, at + PART - 1, of)} of ${of}${asked.procedure === '' ? '' : ` of ${asked.procedure}`}${asked.every === 1 ? '' : `, one in ${asked.every}`}; so far:\n${told(sum)}\n`);
  }
  const counts = Object.values(sum.kinds);
  const recall = counts.reduce((n, [found]) => n + found, 0) / Math.max(1, counts.reduce((n, [, of]) => n + of, 0));
  return ok && (!asked.defects || recall >= 0.99) && sum.unaccepted === 0 ? 0 : 1;
}

if (fileURLToPath(import.meta.url) === process.argv[1]) process.exitCode = await main(process.argv.slice(2));
