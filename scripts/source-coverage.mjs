// `node scripts/source-coverage.mjs [--procedures FOLDER] [--seeds FOLDER] [--text]`: for each shipped procedure, the sentences of its source that may
// bind somebody, that no element cites, and that nobody dismissed with a reason. Exit code 0 when there is none.
// With --seeds (the folder of the five texts) the committed lists are also held against the texts themselves; with --text
// the open sentences are printed; with --write the lists are made anew, keeping what was dismissed.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bindingSentences, citedLines } from './source-sentences.mjs';

const CATEGORIES = ['background', 'definition', "another body's duty", 'repeated at a line'];
const MOST_DISMISSED = 0.15;
const shipped = fileURLToPath(new URL('../procedures/', import.meta.url));

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/**
 * What is open for one procedure.
 * @param {object} procedure the procedure file
 * @param {{ source: string, sentences: { id: string, line: number }[], dismissed: Record<string, { category: string, reason: string }>, secondReader?: string }} list
 */
export function coverageOf(procedure, list) {
  const cited = citedLines(procedure, list.source);
  const open = list.sentences.filter(({ id, line }) => !cited.has(line) && !list.dismissed[id]);
  const entries = Object.entries(list.dismissed);
  const faults = [
    ...entries.filter(([id]) => !list.sentences.some((sentence) => sentence.id === id)).map(([id]) => `${id} is dismissed and is no sentence of the list`),
    ...entries.filter(([, { category }]) => !CATEGORIES.includes(category)).map(([id, { category }]) => `${id} is dismissed as "${category}", which is no category`),
    ...entries.filter(([, { reason }]) => !reason || reason.length < 8).map(([id]) => `${id} is dismissed without a reason`),
  ];
  const share = list.sentences.length === 0 ? 0 : entries.length / list.sentences.length;
  if (share > MOST_DISMISSED && !list.secondReader) faults.push(`${(share * 100).toFixed(0)}% are dismissed: a second reader goes through the list`);
  const count = (category) => entries.filter(([, one]) => one.category === category).length;
  return { open, faults, share, dismissed: Object.fromEntries(CATEGORIES.map((category) => [category, count(category)])), total: list.sentences.length };
}

function textOf(seeds, list) {
  const file = readdirSync(seeds).find((name) => name.startsWith(list.text));
  if (!file) throw new Error(`No text in ${seeds} begins with ${list.text}.`);
  return bindingSentences(readFileSync(join(seeds, file), 'utf8'));
}

const bare = ({ id, line, words, digest }) => ({ id, line, words, digest });

function report(slug, { procedures, seeds, showText, write }) {
  const folder = join(procedures, slug);
  const path = join(folder, 'source-lines.json');
  const list = readJson(path);
  const found = seeds ? textOf(seeds, list) : undefined;
  if (write && found) {
    list.sentences = found.map(bare);
    writeFileSync(path, format(list));
  }
  const { open, faults, share, dismissed, total } = coverageOf(readJson(join(folder, 'procedure.json')), list);
  if (found && JSON.stringify(found.map(bare)) !== JSON.stringify(list.sentences)) faults.push('the list is not the one that the text gives; --write makes it anew');
  const by = Object.entries(dismissed).filter(([, n]) => n > 0).map(([category, n]) => `${n} ${category}`).join(', ') || 'none';
  console.log(`${slug}: ${total} sentences, ${open.length} open, ${faults.length} faults; dismissed ${(share * 100).toFixed(0)}% (${by})`);
  for (const { id, words } of open) console.log(`  ${id} (${words.join(', ')})${showText && found ? `: ${found.find((one) => one.id === id)?.text}` : ''}`);
  for (const fault of faults) console.log(`  ${fault}`);
  return open.length + faults.length;
}

/** One line a sentence and a dismissal, so that a change reads well. */
function format({ sentences, dismissed, ...head }) {
  const lines = (rows) => rows.map((row) => `    ${row}`).join(',\n');
  const start = JSON.stringify(head, null, 2).replace(/\n}$/, '');
  return `${start},\n  "sentences": [\n${lines(sentences.map((one) => JSON.stringify(one)))}\n  ],\n  "dismissed": {${Object.keys(dismissed).length ? `\n${lines(Object.entries(dismissed).map(([id, one]) => `${JSON.stringify(id)}: ${JSON.stringify(one)}`))}\n  ` : ''}}\n}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const given = (option) => (process.argv.includes(option) ? process.argv[process.argv.indexOf(option) + 1] : undefined);
  const procedures = given('--procedures') ?? shipped;
  const options = { procedures, seeds: given('--seeds'), showText: process.argv.includes('--text'), write: process.argv.includes('--write') };
  const found = readdirSync(procedures).map((slug) => report(slug, options));
  process.exitCode = found.some((n) => n > 0) ? 1 : 0;
}
