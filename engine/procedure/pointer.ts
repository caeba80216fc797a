// JSON pointers (RFC 6901) into a procedure file, and the label a person sees at the place one points to.
// It reads documents that may be wrong in any way, and never throws. It does not know what is right.

/** A step of a pointer: a key or a place in a list. */
export type Step = string | number;

/** The pointer made of the steps: `pointerTo('stages', 'panel', 'label')` is `/stages/panel/label`. */
export function pointerTo(...steps: readonly Step[]): string {
  let pointer = '';
  for (const step of steps) pointer += `/${typeof step === 'string' && special.test(step) ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step}`;
  return pointer;
}

const special = /[~/]/;

/** The steps of a pointer; the empty pointer has none. */
export function stepsOf(pointer: string): string[] {
  return pointer === '' ? [] : pointer.slice(1).split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What one step leads to; undefined where there is nothing. Inherited parts (`toString`) are nothing. */
export function childOf(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return /^\d+$/.test(step) ? value[Number(step)] : undefined;
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** The value a pointer leads to; undefined where there is nothing. */
export function valueAt(document: unknown, pointer: string): unknown {
  return stepsOf(pointer).reduce<unknown>(childOf, document);
}

/** One reading of words in one or several languages: English when there is one, else the first. */
export function wordsOf(text: unknown): string | undefined {
  if (typeof text === 'string') return text;
  if (!isObject(text)) return undefined;
  const chosen = childOf(text, 'en') ?? Object.values(text)[0];
  return typeof chosen === 'string' ? chosen : undefined;
}

const singular: Readonly<Record<string, string>> = {
  settings: 'Setting', calendars: 'Calendar', meetings: 'Meeting calendar', parties: 'Party', questions: 'Question', forms: 'Form', doors: 'Way in', stages: 'Stage',
  tasks: 'Task', rules: 'Rule', registers: 'Register', documents: 'Document', disclosure: 'Disclosure class', tables: 'Table', holds: 'Hold', relations: 'Relation',
  duties: 'Duty', fragments: 'Fragment', sources: 'Source', layout: 'Place of', options: 'Option', sections: 'Section', columns: 'Column',
};

/** The label on screen of the element a pointer lies in: "Rapid review panel", or "Route from Decision to Review". */
export function labelAt(document: unknown, pointer: string): string {
  let label = written(childOf(document, 'label')) ?? 'The procedure';
  let value: unknown = document;
  let previous = '';
  for (const step of stepsOf(pointer)) {
    value = childOf(value, step);
    label = labelOf(document, value, previous, step) ?? label;
    previous = step;
  }
  return label;
}

/** Words with more in them than blanks: a damaged file may hold a label of one space. */
function written(text: unknown): string | undefined {
  const words = wordsOf(text);
  return words === undefined || words.trim() === '' ? undefined : words;
}

function labelOf(document: unknown, value: unknown, collection: string, id: string): string | undefined {
  if (!isObject(value)) return undefined;
  const own = written(childOf(value, 'label')) ?? written(childOf(value, 'title'));
  if (own !== undefined) return own;
  if (collection === 'transitions') return routeLabel(document, value);
  if (collection === 'timescales') return `Clock of ${labelIn(document, 'tasks', childOf(value, 'for')) ?? id}`;
  const name = singular[collection];
  return name === undefined ? undefined : `${name} ${wordsOf(childOf(value, 'id')) ?? id}`;
}

function routeLabel(document: unknown, route: unknown): string {
  const from = childOf(childOf(route, 'from'), '0');
  const to = childOf(route, 'to');
  const start = labelIn(document, 'stages', from) ?? wordsOf(from) ?? 'a stage';
  const end = labelIn(document, 'stages', to) ?? wordsOf(to) ?? 'another place';
  return `Route from ${start} to ${end}`;
}

function labelIn(document: unknown, collection: string, id: unknown): string | undefined {
  return typeof id === 'string' ? wordsOf(childOf(childOf(childOf(document, collection), id), 'label')) : undefined;
}
