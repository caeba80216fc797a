// A second look at a scenario made of a case, by other means than those that made it: texts of the case that still stand
// in it, and what looks like a name, a date of birth, an address or a long number. It finds; a person decides.
import type { Procedure } from '../../procedure/types.ts';
import type { CaseEvent } from '../types.ts';
import { textOf } from '../words.ts';
import type { Scenario } from './types.ts';

/** Something to look at before a scenario leaves. `pointer` leads into the scenario. */
export interface Suspect { readonly kind: 'kept' | 'name' | 'birth' | 'address' | 'number'; readonly pointer: string; readonly found: string; /** The question it answers, in words. */ readonly where?: string }

interface Leaf { readonly pointer: string; readonly key: string; readonly value: string | number }

/** What stands in a scenario that might tell whose the case was. */
export function suspectsIn(scenario: Scenario, events: readonly CaseEvent[], procedure: Procedure): readonly Suspect[] {
  const own = JSON.stringify(procedure);
  const told = new Set(leavesOf(events.map(({ payload, actor }) => ({ payload, person: actor.person }))).flatMap(({ value }) => (typeof value === 'string' && isTelling(value, own) ? [value] : [])));
  const { title, invented: _invented, summary: _summary, $schema: _schema, id: _id, ...rest } = scenario;
  const named = [...told].filter((text) => title.includes(text)).map((found): Suspect => ({ kind: 'kept', pointer: '/title', found }));
  return [...named, ...leavesOf(rest).flatMap((leaf): readonly Suspect[] => {
    const found = kindOf(leaf, procedure, told, own);
    const label = textOf(procedure.questions[leaf.key]?.label);
    return found === undefined ? [] : [{ kind: found, pointer: leaf.pointer, found: String(leaf.value), ...(label === undefined ? {} : { where: label }) }];
  })];
}

/** A text that somebody wrote in the case: neither a name that the procedure or the engine gives (lower case, no spaces), nor a date, nor one of the invented initials. */
function isTelling(text: string, own: string): boolean {
  return text.length > 3 && !/^[a-z-]+$/.test(text) && !/^\d{4}-\d{2}-\d{2}/.test(text) && !INVENTED.test(text) && !own.includes(JSON.stringify(text).slice(1, -1));
}
const INVENTED = /^([A-Z])\.\1\.$|^Left out( \d+)?\.$|^Organisation \d+$/;

function kindOf({ key, value }: Leaf, procedure: Procedure, told: ReadonlySet<string>, own: string): Suspect['kind'] | undefined {
  const text = String(value);
  if (typeof value === 'string' && told.has(value)) return 'kept';
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return /birth|born|dob\b/i.test(`${key} ${textOf(procedure.questions[key]?.label) ?? ''}`) ? 'birth' : undefined;
  if (INVENTED.test(text) || own.includes(JSON.stringify(text).slice(1, -1))) return undefined;
  if (/\d[\d ]{5,}\d/.test(text)) return 'number';
  if (/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/.test(text) || /\b\d+[A-Za-z]? [A-Z][a-z]+ (Road|Street|Lane|Avenue|Close|Drive|Way|Place|Court|Gardens|Terrace)\b/.test(text)) return 'address';
  return /\b[A-Z][a-z]+ [A-Z][a-z]+\b/.test(text) ? 'name' : undefined;
}

function leavesOf(part: unknown, pointer = '', key = ''): readonly Leaf[] {
  if (typeof part === 'string' || typeof part === 'number') return [{ pointer, key, value: part }];
  if (Array.isArray(part)) return part.flatMap((one, index) => leavesOf(one, `${pointer}/${index}`, key));
  return typeof part === 'object' && part !== null ? Object.entries(part).flatMap(([name, one]) => leavesOf(one, `${pointer}/${name}`, name === 'value' ? key : name)) : [];
}
