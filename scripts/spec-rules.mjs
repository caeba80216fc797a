// The numbered rows of docs/SPEC.md and docs/abilities.md and the tests that show them: what does not hold, in words.
// A rule is a row `| S1.1 | rule | source | tests |`, an ability a row `| A1.1 | clause | concept | tests |`; a test is named
// by its file below tests/, without the ending, and its title as the run prints it. An ability may be open, with the reason. Tests are found in the syntax tree, and none is run. Nothing is read from disk here.
import { parseSync } from 'oxc-parser';

/** `S4.2` with its words, its source and the tests it names; those of a row that is cut short are empty. */
export function rulesIn(markdown) {
  return markdown.split('\n').flatMap((line) => {
    const [, id = '', words = '', source = '', shown = ''] = line.split('|').map((cell) => cell.trim());
    return /^[SA]\d+\.\d+$/.test(id) ? [{ id, words, source, tests: shown.split('<br>').flatMap((one) => namedTest(one)), open: id.startsWith('A') && isReason(shown) }] : [];
  });
}

/** "Open." and eight words or more that say why. */
const isReason = (shown) => shown.startsWith('Open. ') && shown.split(' ').length > 8;

function namedTest(text) {
  const [, file, title] = /^`([^`]+)` (.+)$/.exec(text.trim()) ?? [];
  return file === undefined ? [] : [{ file, title }];
}

/** Titles of the tests in a test file, those of a table row by row. Throws for a file that cannot be parsed. */
export function titlesIn(path, text) {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const calls = [];
  const tables = new Map();
  visit(program, (node) => {
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier') tables.set(node.id.name, node.init);
    if (node.type === 'CallExpression' && /^(test|it)\b/.test(text.slice(node.callee.start, node.callee.end))) calls.push(node);
  });
  return calls.flatMap((call) => titlesOf(call, tables));
}

function visit(node, look) {
  if (Array.isArray(node)) for (const part of node) visit(part, look);
  else if (typeof node === 'object' && node !== null) {
    if (typeof node.type === 'string') look(node);
    for (const part of Object.values(node)) visit(part, look);
  }
}

function titlesOf({ callee, arguments: [title] }, tables) {
  if (title?.type !== 'Literal' || typeof title.value !== 'string') return [];
  const isTable = callee.type === 'CallExpression' && callee.callee.property?.name === 'each';
  return isTable ? [title.value, ...rowsOf(callee.arguments[0], tables).map((row) => filledIn(title.value, row))] : [title.value];
}

/** A table written where it is used, or as a constant of the file; the entries of an object by their names. */
function rowsOf(table, tables) {
  if (table?.type === 'Identifier') return rowsOf(tables.get(table.name), tables);
  if (table?.type === 'TSAsExpression' || table?.type === 'TSSatisfiesExpression') return rowsOf(table.expression, tables);
  if (table?.type === 'CallExpression' && table.callee.property?.name === 'entries') return rowsOf(table.arguments[0], tables);
  if (table?.type === 'ObjectExpression') return table.properties.map(({ key }) => key);
  return table?.type === 'ArrayExpression' ? table.elements : [];
}

/** The title with the first text of a row for `%s`, or with the part that `$name` names. */
function filledIn(title, row) {
  const named = (name) => row?.properties?.find(({ key }) => key?.name === name)?.value?.value;
  const first = row?.type === 'ArrayExpression' ? row.elements[0]?.value : row?.value;
  return title.replace(/\$(\w+)/g, (whole, name) => named(name) ?? whole).replace('%s', first ?? '%s');
}

const tagOf = (title) => /^\[(S\d+\.\d+)\] /.exec(title)?.[1];

/**
 * What does not hold between the rules and the tests, a line each; empty when all does.
 * @param spec the text of a page
 * @param tests titles by file, as rules name the file
 * @param cites lines of the sources that the shipped procedures cite
 */
export function faultsOf(spec, tests, cites) {
  const rules = rulesIn(spec);
  const ids = rules.map(({ id }) => id);
  const has = ({ file, title }) => tests.get(file)?.some((one) => one === title || one.replace(/^\[S\d+\.\d+\] /, '') === title) ?? false;
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} stands twice`),
    ...rules.filter(({ words, source }) => words === '' || source === '').map(({ id }) => `${id} has no words or no source`),
    ...rules.filter((rule) => rule.tests.length === 0 && !rule.open).map(({ id }) => `${id} has no test`),
    ...rules.flatMap((rule) => rule.tests.filter((one) => !has(one)).map(({ file, title }) => `${rule.id} names a test that there is not: ${file}: ${title}`)),
    ...[...tests].flatMap(([file, titles]) => titles.filter((title) => tagOf(title) !== undefined && ids.some((id) => id.startsWith('S')) && !ids.includes(tagOf(title))).map((title) => `${file} is tagged with a rule that there is not: ${title}`)),
    ...rules.flatMap(({ id, source }) => [...source.matchAll(/\b[a-z]{2}#\d+(-\d+)?/g)].filter(([cite]) => !cites.has(cite)).map(([cite]) => `${id} comes from ${cite}, which no shipped procedure cites`)),
  ];
}
