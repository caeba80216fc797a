import { useState } from 'react';
import { Link } from 'wouter';
import type { Instant } from '../../../engine/time/types.ts';
import { LinkButton, Tag } from '../../../ui/index.ts';
import { entryWords } from './entryWords.ts';
import type { CompiledOf, Entry, GroupId } from './overview.ts';
import { todayWords as w } from './words.ts';

const FIRST = 40;

/** One group of tasks: the task is the link, beside it state, date with its counting sentence, day and role. */
export function TaskGroup({ group, entries, note, compiledOf, now }: { readonly group: GroupId; readonly entries: readonly Entry[]; readonly note?: string | undefined; readonly compiledOf: CompiledOf; readonly now: Instant }) {
  const [most, setMost] = useState(FIRST);
  if (entries.length === 0) return null;
  const heading = `group-${group}`;
  return (
    <section aria-labelledby={heading} className="today-group">
      <h2 id={heading} className={`today-head ${group}`}>{w.group[group]} <span>{entries.length}</span>{note === undefined ? null : <em>{note}</em>}</h2>
      <ul className="today-tasks">{entries.slice(0, most).map((entry) => <TaskRow key={entry.id} entry={entry} compiledOf={compiledOf} now={now} />)}</ul>
      {entries.length > most ? <p><LinkButton onClick={() => setMost(most + 200)}>{w.showMore(Math.min(200, entries.length - most))}</LinkButton></p> : null}
    </section>
  );
}
function TaskRow({ entry, compiledOf, now }: { readonly entry: Entry; readonly compiledOf: CompiledOf; readonly now: Instant }) {
  const words = entryWords(entry, compiledOf(entry.row), now);
  return (
    <li>
      <div><Link className="today-task" href={`/cases/${entry.row.case}/tasks/${entry.task.task}`}>{words.title}<span className="cw-vh">, {words.about}</span></Link><div className="cw-s"><Link className="today-case" href={`/cases/${entry.row.case}`}>{words.about}</Link></div></div>
      <div><div className="cw-row">{words.state === '' ? null : <Tag kind={words.kind} {...(words.sign === undefined ? {} : { sign: words.sign })}>{words.state}</Tag>}<b>{words.date}</b></div><p className="cw-why">{words.why}</p>{words.cover === undefined ? null : <p className="cw-why"><b>{words.cover}</b></p>}</div>
      <div className="cw-s">{words.day === undefined || words.days === undefined ? null : <DayOf day={words.day} days={words.days} />}<span className="cw-q">{words.who}</span></div>
    </li>
  );
}
/** "day 8 of 15" with a mark a day; the marks are decoration. */
function DayOf({ day, days }: { readonly day: number; readonly days: number }) {
  return <div className="today-day">day <b className={day > days ? 'case-late' : undefined}>{day}</b>{w.day(day, days)}{days > 21 ? null : <span className="cw-days" aria-hidden="true">{Array.from({ length: days }, (_, index) => <i key={index} className={index + 1 === day ? 'at' : index + 1 < day ? 'on' : ''} />)}</span>}</div>;
}
