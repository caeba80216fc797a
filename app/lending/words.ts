// What is said where something crosses from real work into rehearsal: a procedure, a scenario without names, ranges of times.
export const lendingWords = {
  procedure: { button: 'Rehearse', draft: (revision: number) => `Draft ${revision}`, version: (version: number) => `Version ${version}`, labelled: (label: string, version: number) => `${label} (version ${version})` },
  case: {
    link: 'Make a rehearsal of this case', title: 'Make a rehearsal of this case',
    lede: 'A scenario is made of what was done here: people become invented initials, everything anybody wrote is left out, and all dates move together. The case itself stays where it is; only the scenario goes into rehearsal.',
    name: 'Title of the scenario', nameHint: 'It is shown to the room. Do not name anybody in it.', usual: (procedure: string) => `A case of ${procedure}`, from: 'It is to begin on or after', keep: 'What stays the same',
    keeping: { 'working-days': 'The number of working days between the acts', 'calendar-days': 'The number of calendar days and hours between the acts' }, keepHint: 'One of the two can be kept: bank holidays fall differently in another year. The order stays in both.',
    look: 'Show what it would be', looking: 'Making it…', again: 'Make it anew', notADate: 'Give a day, a month and a year', stale: 'Something above was changed. Make it anew.',
    changed: (n: number) => (n === 0 ? 'Every date comes out as it did in the case.' : n === 1 ? '1 date comes out differently' : `${n} dates come out differently`), changedText: 'If that matters for what is to be learned, keep the other kind of days.', clock: 'Date', before: 'In the case', after: 'In the scenario',
    replaced: (n: number) => `What was replaced (${n})`, where: 'Where it stood', stood: 'In the case', stands: 'In the scenario',
    suspects: (n: number) => (n === 0 ? 'Nothing that stood in the case and nothing like a name, a date of birth, an address or a long number was found in it. Read it all the same.' : n === 1 ? '1 thing to look at before you go on' : `${n} things to look at before you go on`),
    kinds: { kept: 'stood in the case', name: 'looks like a name', birth: 'a date of birth, moved with the other dates', address: 'looks like an address', number: 'looks like a number of something' } as const,
    dropped: (n: number) => (n === 1 ? '1 act of the case is not in it' : `${n} acts of the case are not in it`), steps: (n: number, from: string, to: string) => `${n} acts, from ${from} to ${to}.`, summary: 'Made of a real case. Names and words are left out, and the dates are not those of the case.',
    agree: 'I have read what was replaced and what was not', use: 'Open it on the storyboard', save: 'Save as a file', logged: 'Made into a scenario for rehearsal, without names and words', failed: 'It could not be made', back: 'Back to the case',
  },
  durations: {
    title: 'How long acts took in closed cases', lede: (label: string) => `Choose closed cases of ${label}. From each, the working days between what was done and what it waited for are taken; nothing else of a case goes into rehearsal.`, none: 'No case of this procedure is closed on this computer yet.', choose: 'Closed cases', count: 'Take the times', counting: (done: number, all: number) => `Case ${done} of ${all}`,
    act: 'Act', least: 'Least', usual: 'Middle', most: 'Most', from: 'From', cases: (n: number, times: number) => `${n === 1 ? '1 case' : `${n} cases`}${times === n ? '' : `, ${times} times`}`, few: 'A range from one or two cases says little, and may tell one case from the others. Take it out, or widen it there.', use: 'Use these in rehearsal', leave: 'Back to rehearsal', took: (n: number) => `The times of ${n === 1 ? '1 case' : `${n} cases`} were taken over.`, closed: 'closed', include: 'Take it', left: (n: number) => (n === 1 ? '1 case could not be told again and was left out.' : `${n} cases could not be told again and were left out.`), logged: 'Working days between acts taken for rehearsal',
  },
} as const;
