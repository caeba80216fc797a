// An entry of Today in words: what to do, its state, its date with how it was counted.
import type { CompiledProcedure } from '../../../engine/case/compile.ts';
import { listWords } from '../../../engine/time/words.ts';
import { civilDateTime } from '../../../engine/time/london.ts';
import type { Instant } from '../../../engine/time/types.ts';
import type { SignName, TagKind } from '../../../ui/index.ts';
import { civilWords } from '../../dates.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { partyLabel } from '../actors.ts';
import { signingWords } from '../signing/words.ts';
import { clockNow } from './overview.ts';
import type { Cover, Entry } from './overview.ts';
import { todayWords as w } from './words.ts';

export interface EntryWords { readonly title: string; readonly about: string; readonly kind: TagKind; readonly sign?: SignName; readonly state: string; readonly date: string; readonly why: string; readonly day?: number; readonly days?: number; readonly who: string; /** Who is away, until when, and who covers. */ readonly cover?: string }

export function entryWords(entry: Entry, compiled: CompiledProcedure | undefined, now: Instant): EntryWords {
  const clock = clockNow(entry, compiled, now);
  const label = (id: string) => (compiled === undefined ? id : partyLabel(compiled.procedure, id));
  return {
    title: entry.chase === true ? w.chaseAgain(entry.task.label) : entry.task.signs === true ? signingWords.headline(entry.task.label) : titleOf(entry, label, now), about: aboutOf(entry), who: [entry.cover === undefined ? entry.task.person : undefined, whoWords(entry.task.doers.map(label))].filter(Boolean).join(', '), ...(entry.cover === undefined ? {} : { cover: coverWords(entry.cover) }), ...stateOf(entry, clock?.state, clock?.lateWords),
    date: entry.chase === true ? civilWords(entry.task.chase ?? '', false) : entry.booked ? civilWords(entry.task.planned ?? '', false) : entry.clock?.date === undefined ? '' : civilWords(entry.clock.date, false),
    why: entry.chase === true ? w.chaseWhy : entry.booked ? meetingWhy(entry, compiled) : entry.clock?.sentence ?? '', ...(clock?.day === undefined || clock.days === undefined ? {} : { day: clock.day, days: clock.days }),
  };
}
function coverWords(cover: Cover): string {
  const until = civilWords(cover.until, false);
  return cover.me ? w.coveredByMe(cover.of, until) : w.covered(cover.of, until, cover.by);
}
function whoWords(doers: readonly string[]): string {
  return doers.length > 2 ? w.orOthers(doers[0] ?? '', doers.length - 1) : listWords(doers, 'or');
}
/** "AB-2026-014, Q.X., 7 months". */
export function aboutOf({ row: { content } }: Pick<Entry, 'row'>): string {
  return [content.reference, content.initials, content.age].filter(Boolean).join(', ');
}
/** Those who are late are to be chased, unless they were and the next chase is to come; the rest is the task's own name. */
function titleOf({ task, group, clock }: Entry, label: (id: string) => string, now: Instant): string {
  if (task.chase !== undefined && task.chase > civilDateTime(now)) return task.label;
  const late = group === 'late' && task.state === 'waiting' ? (clock?.recipients ?? task.out ?? []).filter((id) => task.out?.includes(id) === true) : [];
  return late.length === 0 ? task.label : `${w.chase(late.length > 3 ? w.others(late.length) : listWords(late.map(label)))}: ${task.label}`;
}
function stateOf(entry: Entry, state: string | undefined, late: string | undefined): Pick<EntryWords, 'kind' | 'sign' | 'state'> {
  if (entry.task.held !== undefined) return { kind: 'held', sign: 'none', state: w.held };
  if (entry.chase === true) return entry.group === 'today' ? { kind: 'soon', sign: 'today', state: w.group.today } : { kind: 'pending', sign: 'coming', state: w.toCome };
  if (entry.group === 'late') return { kind: 'late', sign: 'late', state: late ?? w.group.late };
  if (entry.group === 'today') return { kind: 'soon', sign: 'today', state: entry.booked ? w.booked : w.group.today };
  if (entry.due !== undefined) return { kind: 'pending', sign: 'coming', state: entry.booked ? w.booked : (entry.clock?.date?.length ?? 0) > 10 ? w.by(entry.clock?.date?.slice(11) ?? '') : w.toCome };
  return state === 'no-date' ? { kind: 'held', sign: 'none', state: w.noDate } : state === undefined ? { kind: 'pending', state: '' } : { kind: 'pending', sign: 'waits', state: w.waits };
}
function meetingWhy({ task, clock }: Entry, compiled: CompiledProcedure | undefined): string {
  const body = compiled?.procedure.tasks[task.task]?.meeting?.body;
  const of = body === undefined || compiled === undefined ? '' : textOf(compiled.procedure.parties[body]?.title);
  return [of, clock?.sentence].filter(Boolean).join('. ');
}
