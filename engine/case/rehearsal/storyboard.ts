// A scenario as a storyboard: its dated steps, news, questions and notes in one order of time, and every change that an
// author makes of it. A change gives a new scenario; parts that it does not touch stay the same objects, and steps stay
// in order of time. It does not know whether the engine accepts the steps (storyboard-run.ts).
import { civilDate, civilDateTime, londonDay, parseDateTime, parseDay, type Day, type WorkingCalendar } from '../../time/index.ts';
import type { WalkthroughStep } from '../walkthrough-types.ts';
import { isWrittenDate, movingDates, type Keeping } from './moved-dates.ts';
import type { AskedQuestion, FacilitatorNote, Inject, Scenario } from './types.ts';

export type StoryList = 'steps' | 'injects' | 'questions' | 'notes';
export type StoryPart = WalkthroughStep | Inject | AskedQuestion | FacilitatorNote;
/** One entry; `pointer` is its place in the scenario: `/steps/3`. `at` is '' for a note that belongs to no moment. */
export interface StoryItem { readonly pointer: string; readonly list: StoryList; readonly index: number; readonly at: string; readonly part: StoryPart }
/** A scenario after a change, and where the entry that was changed now stands; '' when it is gone. */
export interface StoryChange { readonly scenario: Scenario; readonly pointer: string }

const LISTS: readonly StoryList[] = ['notes', 'injects', 'questions', 'steps'];
const listOf = (scenario: Scenario, list: StoryList): readonly StoryPart[] => scenario[list] ?? [];
const itemOf = (part: StoryPart, list: StoryList, index: number): StoryItem => ({ pointer: `/${list}/${index}`, list, index, at: part.at ?? '', part });

/** Every entry, in order of time; at the same moment what comes to the room stands before what is done. */
export function storyOf(scenario: Scenario): readonly StoryItem[] {
  return LISTS.flatMap((list) => listOf(scenario, list).map((part, index) => itemOf(part, list, index))).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The entry that a pointer leads to or into; undefined when it leads to none. */
export function storyItem(scenario: Scenario, pointer: string): StoryItem | undefined {
  const [, list, index] = /^\/(steps|injects|questions|notes)\/(\d+)(?:\/|$)/.exec(pointer) ?? [];
  const part = list === undefined ? undefined : listOf(scenario, list as StoryList)[Number(index)];
  return part === undefined ? undefined : itemOf(part, list as StoryList, Number(index));
}

/** With other parts in a list, in order of time, and the place of one of them. */
function withParts(scenario: Scenario, list: StoryList, parts: readonly StoryPart[], followed?: StoryPart): StoryChange {
  const inOrder = parts.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : (a.at ?? '') > (b.at ?? '') ? 1 : 0));
  const place = followed === undefined ? -1 : inOrder.indexOf(followed);
  // Each list holds parts of its own kind: they come from it, or are made for it.
  return { scenario: { ...scenario, [list]: inOrder } as Scenario, pointer: place < 0 ? '' : `/${list}/${place}` };
}

/** With an entry more, after those of the same moment. */
export function storyAdded(scenario: Scenario, list: StoryList, part: StoryPart): StoryChange {
  return withParts(scenario, list, [...listOf(scenario, list), part], part);
}
/** With another part in place of one. */
export function storyChanged(scenario: Scenario, pointer: string, part: StoryPart): StoryChange {
  const item = storyItem(scenario, pointer);
  return item === undefined ? { scenario, pointer } : withParts(scenario, item.list, listOf(scenario, item.list).map((one, index) => (index === item.index ? part : one)), part);
}
/** Without an entry. */
export function storyRemoved(scenario: Scenario, pointer: string): StoryChange {
  const item = storyItem(scenario, pointer);
  return item === undefined ? { scenario, pointer } : withParts(scenario, item.list, listOf(scenario, item.list).filter((_, index) => index !== item.index));
}
/** With an entry twice, the second just after the first. */
export function storyDoubled(scenario: Scenario, pointer: string): StoryChange {
  const item = storyItem(scenario, pointer);
  if (item === undefined) return { scenario, pointer };
  const twin = 'id' in item.part ? { ...item.part, id: freeId(scenario, item.list, item.part.id) } : { ...item.part };
  return withParts(scenario, item.list, listOf(scenario, item.list).toSpliced(item.index + 1, 0, twin), twin);
}
/** A name that no other entry of the list has. */
export function freeId(scenario: Scenario, list: StoryList, wanted: string): string {
  const taken = new Set(listOf(scenario, list).map((part) => ('id' in part ? part.id : '')));
  const stem = wanted.replace(/-\d+$/, '');
  for (let n = 1; ; n += 1) { const id = n === 1 ? stem : `${stem}-${n}`; if (!taken.has(id)) return id; }
}

const DAY = 86_400_000;
/** A written moment so many days and minutes on; what cannot be read stays. London's own time of day stays over a change of the clocks. */
function later(at: string, days: number, minutes = 0): string {
  const [date = '', time = ''] = at.split('T');
  const day = parseDay(date);
  if (day === undefined) return at;
  const instant = parseDateTime(`${civilDate(day + days)}T${time}`);
  return instant === undefined ? at : civilDateTime(instant + minutes * 60_000);
}
function shifted<T extends StoryPart>(part: T, days: number, minutes: number): T {
  const occurred = 'occurred' in part && part.occurred !== undefined ? { occurred: later(part.occurred, days, minutes) } : {};
  return part.at === undefined ? part : { ...part, at: later(part.at, days, minutes), ...occurred };
}

/** An entry so many days or minutes earlier or later; with `after`, everything from it on. What happened before it was entered moves with it. */
export function storyMoved(scenario: Scenario, pointer: string, by: { readonly days?: number; readonly minutes?: number }, after: boolean): StoryChange {
  const item = storyItem(scenario, pointer);
  if (item === undefined || item.at === '') return { scenario, pointer };
  const moved = shifted(item.part, by.days ?? 0, by.minutes ?? 0);
  if (!after) return storyChanged(scenario, pointer, moved);
  let now = scenario;
  for (const list of LISTS) if (scenario[list] !== undefined) now = withParts(now, list, listOf(scenario, list).map((part, index) => (list === item.list && index === item.index ? moved : (part.at ?? '') > item.at || ((part.at ?? '') === item.at && (list !== item.list || index > item.index)) ? shifted(part, by.days ?? 0, by.minutes ?? 0) : part))).scenario;
  return { scenario: now, pointer: `/${item.list}/${listOf(now, item.list).indexOf(moved)}` };
}
/** An entry at another moment, its own time of what happened before moved by as much. */
export function storyMovedTo(scenario: Scenario, pointer: string, at: string): StoryChange {
  const item = storyItem(scenario, pointer);
  const [from, to] = [parseDateTime(item?.at ?? ''), parseDateTime(at)];
  if (item === undefined || to === undefined) return { scenario, pointer };
  if (from === undefined) return storyChanged(scenario, pointer, { ...item.part, at });
  const days = londonDay(to) - londonDay(from);
  const rest = (parseDateTime(at) ?? 0) - (parseDateTime(later(item.at, days)) ?? 0);
  return storyMoved(scenario, pointer, { days, minutes: Math.round((rest % DAY) / 60_000) }, false);
}

/** The whole story begun on another day, its written dates with it. */
export function storyBegun(scenario: Scenario, calendar: WorkingCalendar, on: Day, keeping: Keeping): Scenario {
  const first = parseDateTime(scenario.steps[0]?.at ?? '');
  if (first === undefined) return scenario;
  const { written } = movingDates(calendar, londonDay(first), on, keeping);
  const move = (part: unknown): unknown => {
    if (typeof part === 'string') return isWrittenDate(part) ? written(part) : part;
    if (Array.isArray(part)) return part.map(move);
    return typeof part === 'object' && part !== null ? Object.fromEntries(Object.entries(part).map(([key, one]) => [key, move(one)])) : part;
  };
  return move(scenario) as Scenario;
}
