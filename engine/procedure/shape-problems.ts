// Turns what the validator found into problems a person can act on; its raw text is never shown.
// Where several forms were allowed (a word or a group of parts), only what concerns the form that was used is kept.
// It does not know the schema beyond the errors and the list of known names.
import { kindOf } from './gates.ts';
import { grouped } from './grouped.ts';
import { nearest } from './near.ts';
import { isObject, valueAt } from './pointer.ts';
import { problem, sortedProblems, type Problem } from './problems.ts';
import type { SchemaError } from './validate.generated.js';

const mostListed = 200;
/** A file with more errors than this is not looked at further. */
const mostRead = 5000;

/** One problem for each place that matters, at most 200, then a line that says there are more. */
export function shapeProblems(document: unknown, errors: readonly SchemaError[], knownKeys: readonly string[]): Problem[] {
  const places = grouped(errors.slice(0, mostRead), ({ instancePath }) => instancePath);
  const explained = placesAbove(places.keys());
  const relevant = [...places].flatMap(([pointer, here]) => withoutNoise(valueAt(document, pointer), here, explained.has(pointer)));
  const problems = sortedProblems(relevant.map((error) => toProblem(document, error, knownKeys)));
  return problems.length <= mostListed ? problems : [...problems.slice(0, mostListed), problem('P-030', document, '', { found: `${problems.length} problems` })];
}

/** Every place that has one of the pointers somewhere inside it. */
function placesAbove(pointers: Iterable<string>): ReadonlySet<string> {
  const above = new Set<string>();
  for (const pointer of pointers) {
    for (let end = pointer.lastIndexOf('/'); end >= 0 && !above.has(pointer.slice(0, end)); end = pointer.lastIndexOf('/', end - 1)) {
      above.add(pointer.slice(0, end));
      if (end === 0) break;
    }
  }
  return above;
}

/** Without the errors of forms that were not meant, and without the enclosing choice once something explains it. */
function withoutNoise(value: unknown, here: readonly SchemaError[], explainedInside: boolean): readonly SchemaError[] {
  // A bad name is told once, by the error that carries the name.
  const errors = here.filter((error) => error.keyword !== 'pattern' || typeof value === 'string');
  if (!errors.some(({ keyword }) => keyword === 'anyOf')) return errors;
  const meant = errors.filter((error) => !ofAnotherForm(error, value));
  return meant.length > 0 || explainedInside ? meant : errors.filter(({ keyword }) => keyword === 'anyOf');
}

/** True for an error that only says the value is not of a form which it does not try to be. */
function ofAnotherForm(error: SchemaError, value: unknown): boolean {
  if (error.keyword === 'anyOf' || error.keyword === 'type') return true;
  return (error.keyword === 'enum' || error.keyword === 'const') && typeof value !== 'string' && typeof value !== 'number';
}

function toProblem(document: unknown, error: SchemaError, knownKeys: readonly string[]): Problem {
  const pointer = error.instancePath;
  const value = valueAt(document, pointer);
  switch (error.keyword) {
    case 'additionalProperties': case 'unevaluatedProperties': return unknownKey(document, pointer, String(error.params['additionalProperty']), knownKeys);
    case 'required': return problem('P-021', document, pointer, { expected: String(error.params['missingProperty']) });
    case 'dependentRequired': return problem('P-021', document, pointer, { expected: String(error.params['missingProperty']) });
    case 'enum': return problem('P-023', document, pointer, allowed(error.params['allowedValues'], value));
    case 'const': return problem('P-023', document, pointer, allowed([error.params['allowedValue']], value));
    case 'pattern': return patternProblem(document, error, String(value));
    case 'propertyNames': return nameProblem(document, error);
    case 'minItems': case 'maxItems': return problem('P-027', document, pointer, { expected: atLeastOrMost(error), found: `${Array.isArray(value) ? value.length : 0}` });
    case 'minProperties': case 'maxProperties': return problem('P-029', document, pointer, { expected: 'exactly one of the things that can stand here', found: keysOf(value) });
    case 'minimum': case 'maximum': case 'exclusiveMinimum': return problem('P-028', document, pointer, { expected: `a number ${comparisonWords[String(error.params['comparison'])] ?? ''} ${String(error.params['limit'])}`, found: String(value) });
    default: return problem('P-022', document, pointer, { expected: expectedKind(error), found: kindOf(value) });
  }
}

function unknownKey(document: unknown, pointer: string, key: string, knownKeys: readonly string[]): Problem {
  const near = nearest(key, knownKeys.filter((known) => known !== key));
  return problem('P-020', document, pointer, { found: key, near });
}

function allowed(values: unknown, found: unknown): { expected: string; found: string } {
  return { expected: Array.isArray(values) ? values.map(String).join(', ') : '', found: typeof found === 'object' ? kindOf(found) : String(found) };
}

function atLeastOrMost(error: SchemaError): string {
  return `${error.keyword === 'minItems' ? 'at least' : 'at most'} ${String(error.params['limit'])}`;
}

function keysOf(value: unknown): string {
  const keys = isObject(value) ? Object.keys(value) : [];
  return keys.length === 0 ? 'nothing' : keys.join(' and ');
}

/** What a text should look like, told by the pattern that it does not match. */
const patternWords: readonly { readonly part: string; readonly expected: string }[] = [
  { part: '(0[1-9]|1[0-2])-', expected: 'a day such as 2026-12-10' },
  { part: '([01][0-9]|2[0-3])', expected: 'a time such as 16:30' },
  { part: '*#[0-9]', expected: 'a source and its lines, such as th#57-59' },
  { part: '^[A-Z]', expected: 'a few capital letters, such as EX' },
];

function patternProblem(document: unknown, error: SchemaError, value: string): Problem {
  const pattern = String(error.params['pattern']);
  if (pattern === '\\S') return problem('P-025', document, error.instancePath);
  if (pattern.startsWith('^[a-z][a-z0-9-]*$')) return problem('P-024', document, error.instancePath, { found: value });
  const expected = patternWords.find((words) => pattern.includes(words.part))?.expected ?? 'the format asks';
  return problem('P-026', document, error.instancePath, { found: value, expected });
}

/** A name in a list of named things: an id, a language, or lines of a source. */
function nameProblem(document: unknown, error: SchemaError): Problem {
  const found = String(error.params['propertyName']);
  if (error.schemaPath.includes('/Text/')) return problem('P-026', document, error.instancePath, { found, expected: 'a language, such as en or cy' });
  if (error.schemaPath.includes('/passages/')) return problem('P-026', document, error.instancePath, { found, expected: 'lines, such as 57-59' });
  return problem('P-024', document, error.instancePath, { found });
}

const comparisonWords: Readonly<Record<string, string>> = { '>=': 'of at least', '<=': 'of at most', '>': 'above' };
const typeWords: Readonly<Record<string, string>> = { string: 'words', object: 'a group of parts', array: 'a list', number: 'a number', integer: 'a whole number', boolean: 'true or false' };

function expectedKind(error: SchemaError): string {
  const type = error.params['type'];
  const names = Array.isArray(type) ? type : String(type).split(',');
  if (error.keyword !== 'type') return 'one of the forms that can stand here';
  return names.map((name: unknown) => typeWords[String(name)] ?? String(name)).join(' or ');
}
