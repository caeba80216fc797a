// What the rehearsal screens say.
export const trainingWords = {
  name: 'Rehearsal', mark: 'REHEARSAL', notReal: 'Nothing here is a real case', leave: 'Leave', handOver: 'Hand over', debrief: 'Debrief', back: 'Back to the case', youPlay: 'You play', header: 'Rehearsal',
  list: {
    title: 'Rehearse', lede: 'Take a team through an invented case on the real procedure. Move the clock, step back, try another way, and talk about it afterwards.',
    apart: 'Rehearsals are kept apart from real cases, in a database of their own. A real case cannot be opened here.',
    first: 'New here? Start with ten minutes on your own', start: 'Start', startFirst: 'Start the first rehearsal', again: 'Go on', remove: 'Delete', scenarios: (label: string) => `Scenarios for ${label}`,
    columns: { title: 'Scenario', how: 'How', aims: 'What it is for', act: 'Start' }, self: 'On your own', facilitated: 'With a room', minutes: (n: number) => `${n} minutes`, own: 'Made here',
    walkthroughs: (n: number) => (n === 1 ? '1 worked example can be played too' : `${n} worked examples can be played too`), kept: 'Rehearsals begun here', keptNone: 'None is kept here yet.', begun: 'Begun', acts: (n: number) => (n === 1 ? '1 act' : `${n} acts`),
    open: 'Open a scenario file', openHint: 'A file saved by Caseway or written by hand. Files of real cases are refused.', refused: 'This file cannot be played', download: 'Save as a file', coverage: 'What the scenarios visit', durations: 'How long it takes', more: 'More about this procedure', missing: 'This rehearsal is not on this computer', missingText: 'It may have been deleted, or kept in another browser. Start one from the list.', live: 'Real cases are never opened in a rehearsal.',
  },
  clock: {
    says: 'The clock says', next: 'Next event', back: 'Step back', day: '+1 day', deadline: 'Next deadline', play: 'Play', pause: 'Pause', speed: '1 step in', seconds: (n: number) => (n === 1 ? '1 second' : `${n} seconds`), go: 'Go to a date', goButton: 'Go', dateLabel: 'Date', over: 'Nothing more is to come', beginning: 'This is the beginning',
    legend: 'B bank holiday. Grey: not a working day', calendar: 'Working days', today: 'now', moved: (when: string) => `The clock says ${when}.`, notADate: 'Give a day, a month and a year', days: 'Drag the clock, or press the left and right arrow keys', earlier: 'Earlier act', later: 'Later act', dayLine: 'Day', way: (letter: string) => `Way ${letter}`,
  },
  room: {
    path: 'The path so far', ways: (n: number) => `${n} ways through the same case`, due: 'What is due', compare: 'Compare the ways', happened: 'Step back to', nothingYet: 'Nothing was done yet.', views: 'Below the path',
    what: 'What would you do?', mine: 'Yours', others: 'For others', noneMine: 'Nothing is asked of you now.', offered: 'May be done', ways_on: 'Ways on', why: 'Why?', whatIf: 'What if?', if: 'If you do this now',
    would: { leaves: 'It leaves', enters: 'It goes on to', asks: 'It asks for', dates: 'It starts', nothing: 'It is recorded; nothing else changes.', lacks: 'It cannot be done so yet', option: 'If the answer is' },
    closed: 'The case is closed.', take: (role: string) => `Hand over to ${role}`,
    refused: 'Not accepted', notKept: 'Nothing changed in the case.', dismiss: 'Understood',
    fork: 'Try another way from here', play: (letter: string) => `Play ${letter} instead`, most: 'Four ways are the most that can be compared.', comparedAt: (when: string) => `Compared at ${when}`, same: 'the same', begins: 'The beginning', part: (letters: string) => `Ways ${letters} part here`,
    facilitator: 'For the facilitator', expected: 'Expected next', asWritten: 'Do it as written', notesNow: 'Notes', nobody: 'Nothing more is expected.', aims: 'Aims', all: 'Show what only some roles know', record: 'Save what was played as a scenario', saved: 'Saved as a scenario of your own, in the list.', cannot: 'It is not accepted yet: something before it is missing.',
    played: (words: string) => `Done as written: ${words}.`, question: 'A question for the room', right: 'Right', notQuite: 'Not quite', newInfo: { information: 'New information', 'late-return': 'A late return', challenge: 'A challenge', media: 'Media interest', holiday: 'A holiday' }, elsewhere: 'Somebody else has news', earlierNews: (n: number) => `Earlier news (${n})`, at: 'at', opening: 'How it begins', facts: 'What is known', expectedKey: 'as the scenario has it', refusedWord: 'refused', by_when: 'By', whyDates: 'Why these dates?',
  },
  hand: { title: 'Who plays next?', text: 'The screen is covered until the next person confirms.', choose: 'Hand over', cancel: 'Cancel', cover: 'Hand over the screen', am: (role: string) => `I play ${role}`, known: 'What you know', sentence: (role: string) => `The next to act: ${role}` },
  report: {
    title: (well: number, duties: number) => `Debrief: ${well} of ${duties} duties done well`, same: 'The same acts always give this result.', by: (acts: number, roles: number) => `${acts === 1 ? '1 act' : `${acts} acts`} by ${roles === 1 ? '1 role' : `${roles} roles`}.`,
    well: 'Done well', wellText: 'in time, by the right role', late: 'Late', missed: 'Missed', wrong: 'Wrong role', unneeded: 'Not needed', none: 'none', questions: (right: number, asked: number) => `Questions: ${right} of ${asked} answered rightly`,
    line: 'What should have happened, and what did', table: 'The same as a table', columns: { what: 'What', who: 'Who', should: 'Last day allowed', did: 'Done', verdict: 'How' }, talk: 'Talk about', noTalk: 'Nothing went wrong. Ask what was hardest to find.', note: 'Facilitator’s note', noteHint: 'Printed with the debrief; kept with this rehearsal.',
    again: 'Play it again from here', print: 'Print', word: 'Word', wordFile: 'Save as Word', see: 'See that moment', expectedBy: (when: string) => `expected ${when}`, refusedTitle: 'What was not accepted', unneededTitle: 'What nobody needed', verdicts: { well: 'Done well', late: 'Late', missed: 'Missed', 'not-reached': 'Not reached', 'to-come': 'Still to come' }, key: { last: 'last day allowed', done: 'done', late: 'late', missed: 'never done', off: 'Grey: not a working day' }, to: 'to', wayOf: (letter: string) => `Way ${letter}`, differently: (words: string) => `decided otherwise: ${words}`, never: 'never done', notReached: 'not reached', toCome: 'still to come', source: 'The source’s words', answered: 'Answered',
  },
  error: 'The rehearsal could not be kept on this computer. It can be played on, and is gone when this page is closed.',
} as const;
