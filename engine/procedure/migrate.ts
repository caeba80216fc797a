// Brings a file of an older format to the present one, a step per format, and refuses newer ones in words.
// Format 0 was the draft before the first release: it named things "states", "arrows" and "clocks".
// It does not know whether the result is valid; the schema looks at that afterwards.
import { isObject } from './pointer.ts';
import { problem, type Problem } from './problems.ts';

/** The format that this version reads and writes. */
export const presentFormat = 1;

type Document = Readonly<Record<string, unknown>>;
export type Migrated = { readonly ok: true; readonly document: Document; /** The format the file had. */ readonly from: number } | { readonly ok: false; readonly problems: readonly Problem[] };

/** For each older format, the step to the next one. */
const steps: readonly ((document: Document) => Document)[] = [fromFormat0];

/** The document in the present format. A document that has it already is returned as it is. Never throws. */
export function migrate(document: Document): Migrated {
  const format = document['format'];
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 0) {
    return { ok: false, problems: [problem('P-010', document, '/format', { found: format === undefined ? 'no format' : JSON.stringify(format) })] };
  }
  if (format > presentFormat) return { ok: false, problems: [problem('P-009', document, '/format', { found: `format ${format}` })] };
  return { ok: true, from: format, document: steps.slice(format).reduce((older, step) => step(older), document) };
}

const renamedIn0: Readonly<Record<string, string>> = { states: 'stages', arrows: 'transitions', clocks: 'timescales', people: 'parties', fields: 'questions' };

/** 0 to 1: new names at the top, `start` on an arrow's `from`, and a title for the label. */
function fromFormat0(document: Document): Document {
  const renamed = Object.fromEntries(Object.entries(document).map(([key, value]) => [renamedIn0[key] ?? key, value]));
  const { title, ...rest } = renamed;
  const transitions = rest['transitions'];
  return {
    ...rest, format: 1, ...(title === undefined ? {} : { label: title }),
    ...(Array.isArray(transitions) ? { transitions: transitions.map(arrowToTransition) } : {}),
  };
}

/** Format 0 allowed one stage, unlisted, as the start of an arrow. */
function arrowToTransition(arrow: unknown): unknown {
  return isObject(arrow) && typeof arrow['from'] === 'string' ? { ...arrow, from: [arrow['from']] } : arrow;
}
