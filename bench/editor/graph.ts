// An invented procedure of any number of stages, shaped as the shipped ones are: a line of stages, each with an owner and
// every third with a clock, routes back by a few stages, groups with a group inside, and routes into a group.
import type { Procedure } from '../../engine/procedure/types.ts';

/** Stages to a stretch; the middle ones lie in a group, and four of those in a group within it. */
const STRETCH = 25;
const GROUP = { first: 8, last: 19 };
const INNER = { first: 12, last: 15 };
const kinds = ['alert', 'triage', 'notify', 'agency-checks', 'panel', 'decision', 'publish', 'action-plan', 'learning'] as const;

const within = (place: number, { first, last }: typeof GROUP): boolean => place >= first && place <= last;

function groupOf(n: number, total: number): string | undefined {
  const stretch = Math.floor(n / STRETCH);
  if ((stretch + 1) * STRETCH > total) return undefined;
  return within(n % STRETCH, INNER) ? `inner-${stretch}` : within(n % STRETCH, GROUP) ? `group-${stretch}` : undefined;
}

/** `total`: stages besides groups and the end. */
export function procedureOf(total: number): Procedure {
  const ids = Array.from({ length: total }, (_, n) => `stage-${n}`);
  const stretches = Array.from({ length: Math.floor(total / STRETCH) }, (_, n) => n);
  const on = (n: number) => ({ done: `task-${n}` });
  // From the stage before a group the way leads into the group, not to a stage of it.
  const next = (n: number): string => (groupOf(n, total) === undefined && groupOf(n + 1, total)?.startsWith('group') ? `group-${Math.floor((n + 1) / STRETCH)}` : ids[n + 1] ?? 'ended');
  return {
    format: 1, id: 'drawn', label: 'Drawn', edition: { words: 'Invented', law: 'None' }, casePrefix: 'DR',
    conventions: { calendar: 'office', triggerDay: 0, roll: 'none', timeZone: 'Europe/London' },
    calendars: { office: { label: 'Office', days: ['mon', 'tue', 'wed', 'thu', 'fri'], holidays: 'england-and-wales' } },
    parties: { manager: { kind: 'role', title: 'Business manager' }, chair: { kind: 'role', title: 'Independent chair' } },
    questions: { died: { type: 'yes-no', label: 'Has the child died?' } },
    doors: { referral: { label: 'Referral', by: ['manager'], to: ['stage-0'] } },
    stages: Object.fromEntries([
      ...stretches.flatMap((n) => [
        [`group-${n}`, { kind: 'review', label: `Part ${n + 1} of the review`, initial: ids[n * STRETCH + GROUP.first] }],
        [`inner-${n}`, { kind: 'review', label: `Within part ${n + 1}`, within: `group-${n}`, initial: ids[n * STRETCH + INNER.first] }],
      ]),
      ...ids.map((id, n) => [id, { kind: kinds[n % kinds.length], label: `Stage ${n + 1} of the review`, owner: n % 2 === 0 ? 'manager' : 'chair', ...(groupOf(n, total) === undefined ? {} : { within: groupOf(n, total) }) }]),
      ['ended', { kind: 'other', label: 'Ended', final: true }],
    ]),
    transitions: [
      ...ids.map((id, n) => ({ id: `on-${n}`, from: [id], on: on(n), to: next(n) })),
      ...ids.flatMap((id, n) => (n % 5 === 4 ? [{ id: `back-${n}`, from: [id], on: { chosen: { by: ['manager'] } }, to: ids[n - 2] ?? id, label: 'Not yet' }] : [])),
    ],
    tasks: Object.fromEntries(ids.map((id, n) => [`task-${n}`, { shape: 'record', label: `Task ${n + 1}`, in: [id] }])),
    timescales: Object.fromEntries(ids.flatMap((id, n) => (n % 3 === 0 ? [[`clock-${n}`, { for: `task-${n}`, direction: 'within', amount: 5, unit: 'working-days', from: { entered: id }, basis: 'local' }]] : []))),
    sources: {},
  } as unknown as Procedure;
}
