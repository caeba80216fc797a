// Every word of the findings panel.
const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const words = {
  title: 'Dates and people', open: 'Check dates and people', close: 'Close', found: (n: number) => plural(n, 'finding', 'findings'),
  none: 'Nothing was found on the ways and readings looked at.', noneOpen: 'Nothing is open: every finding was left with a reason.', problems: (n: number) => plural(n, 'goes wrong on some case', 'go wrong on some case'),
  working: (percent: number) => `Walking every way with dates: ${percent}%`, failed: (why: string) => `This could not be checked. ${why === '' ? 'Reload the page and try again; the drawing is kept.' : why}`, outdated: 'Changed since: checking again',
  list: 'Findings', remedies: 'What you can do', source: 'Where the source says it', readings: 'Under another reading', show: 'Show it on the diagram', clock: 'Open the clock',
  what: 'What was checked', not: 'Not looked at', slack: 'Time left of each clock', slackHint: 'When everything before it takes all the time it is allowed.',
  story: 'An invented case that shows it', noStory: 'This shows in the procedure itself; no case is needed to see it.', invented: 'Invented case, nothing is kept. Replayed with the same engine that runs real cases.',
  first: 'First step', before: 'Step back', after: 'Step on', step: (n: number, all: number) => `Step ${n} of ${all}`, clocks: 'Its clocks', over: 'run out', running: 'still running',
  days: (n: number, unit: string) => `${n} ${n === 1 ? unit.replace(/s$/, '') : unit}`, problem: 'Goes wrong', look: 'Look at',
  apply: 'Apply this change', leave: 'Leave it, and say why', reason: 'Why is it left as it is?', reasonHint: 'The reason stays with the procedure and stands in its document. The finding comes back when what it rests on changes.', reasonMissing: 'Write why it is left.',
  leaveNow: 'Leave it', cancel: 'Cancel', leftOn: (day: string) => `Left as it is on ${day}`, cameBack: (day: string) => `Left on ${day}; what it rests on has changed since. The reason then:`, takeBack: 'Take back: look at it again', leaveEdit: (title: string) => `Leave a finding: ${title}`, takeBackEdit: (title: string) => `Take a finding back: ${title}`,
  guidance: 'Beside the national guidance', guidanceHint: 'Its fixed points one by one: kept, missing, later, counted differently.',
  leftList: (n: number) => `Left with a reason (${n})`, leftCount: (n: number) => `${n} left with a reason`,
} as const;
