// An invented procedure of any number of stages: a line of record tasks in groups of ten, with a clock on every fifth.

/** @param {number} total stages besides the groups */
export function largeProcedure(total) {
  const ids = Array.from({ length: total }, (_, n) => `stage-${n}`);
  const groups = Array.from({ length: Math.ceil(total / 10) }, (_, n) => `group-${n}`);
  const stage = (id, n) => [id, { kind: 'other', label: `Stage ${n}`, owner: 'manager', within: groups[Math.floor(n / 10)] }];
  return {
    format: 1, id: 'large', label: 'Large', edition: { words: 'Invented', law: 'None' }, casePrefix: 'LA',
    conventions: { calendar: 'office', triggerDay: 0, roll: 'none', timeZone: 'Europe/London' },
    calendars: { office: { label: 'Office', days: ['mon', 'tue', 'wed', 'thu', 'fri'], holidays: 'england-and-wales' } },
    parties: { manager: { kind: 'role', title: 'Manager' } },
    questions: { died: { type: 'yes-no', label: 'Has the child died?' } },
    doors: { referral: { label: 'Referral', by: ['manager'], to: ['stage-0'] } },
    stages: Object.fromEntries([
      ...groups.map((id, n) => [id, { kind: 'other', label: `Group ${n}`, initial: `stage-${n * 10}` }]),
      ...ids.map(stage), ['ended', { kind: 'other', label: 'Ended', final: true }],
    ]),
    transitions: ids.map((id, n) => ({ id: `from-${n}`, from: [id], on: { done: `task-${n}` }, to: ids[n + 1] ?? 'ended', ...(n % 7 === 0 ? { if: { '!': { var: 'died' } } } : {}) })),
    tasks: Object.fromEntries(ids.map((id, n) => [`task-${n}`, { shape: 'record', label: `Task ${n}`, in: [id] }])),
    timescales: Object.fromEntries(ids.filter((_, n) => n % 5 === 0).map((id, n) => [`clock-${n}`, { for: `task-${n * 5}`, direction: 'within', amount: 5, unit: 'working-days', from: { entered: id }, basis: 'local' }])),
    sources: {},
  };
}
