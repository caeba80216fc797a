// Every word of the editor that a person reads or hears, in one place. British English, sentence case; "stage",
// "route", "clock", "way in", never node, edge, state or guard.
import type { Direction } from '../engine/time/types.ts';
import type { QuestionType, StageKind, Strength, Task, Timescale } from '../engine/procedure/types.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const kinds: Record<StageKind | 'end', string> = {
  alert: 'Alert', triage: 'Triage', notify: 'Notify', 'agency-checks': 'Agency checks', panel: 'Panel', decision: 'Decision',
  review: 'Review', publish: 'Publish', 'action-plan': 'Action plan', learning: 'Learning', other: 'Stage', end: 'End',
};
const joint: Record<Direction, string> = { within: 'from', 'at-least-before': 'before', 'at-least-after': 'after', 'not-before': 'from', 'at-least-for': 'from', on: 'after', window: 'from' };
const directions: Record<Direction, string> = {
  within: 'Within', 'at-least-before': 'At least', 'at-least-after': 'No sooner than', 'not-before': 'Not before', 'at-least-for': 'For at least', on: 'Exactly', window: 'Between',
};
const joints: Record<Direction, string> = { within: 'after', 'at-least-before': 'before', 'at-least-after': 'after', 'not-before': 'after', 'at-least-for': 'after', on: 'after', window: 'after' };
const basis: Record<Timescale['basis'], string> = { statutory: 'In law', local: 'Local rule', normally: 'Normally', aim: 'An aim' };

export const words = {
  or: 'or', and: 'and',
  kinds, kindNew: (kind: string) => `New ${kind.toLowerCase()}`,
  stage: {
    nobody: 'Nobody named', noClock: 'No clock set', more: (n: number) => `+${n} more`,
    of: (n: number, all: number) => `stage ${n} of ${all}`, ofShort: (n: number, all: number) => `Stage ${n} of ${all}`,
    clocks: (n: number) => plural(n, 'clock', 'clocks'), toLookAt: (n: number) => `${plural(n, 'thing', 'things')} to look at`,
    stops: (n: number) => `${plural(n, 'problem', 'problems')} that stop publishing`, routesOut: (n: number) => `${plural(n, 'route', 'routes')} out`,
    group: 'group', together: 'group, at the same time', end: 'end',
  },
  group: {
    word: 'Group',
    goesOn: (n: number) => (n === 2 ? 'goes on when both are done' : `goes on when all ${n} are done`),
    together: (n: number) => (n === 2 ? 'both run at once' : `all ${n} run at once`),
  },
  door: {
    add: 'Add a way in', fresh: 'New way in', by: 'Opened by', to: 'Starts at', sources: 'Told by', remove: (door: string) => `Remove ${door}`,
    title: (n: number) => (n === 1 ? 'Way in' : 'Ways in'), outline: 'Ways in',
    lines: (doors: number, people: number, processes: number): string[] => {
      if (people === 0 && processes === 0) return [plural(doors, 'way in', 'ways in')];
      const first = people > 0 ? `${plural(people, 'source', 'sources')}${processes > 0 ? ' and' : ''}` : '';
      return [first, processes > 0 ? plural(processes, 'other process', 'other processes') : ''].filter((line) => line !== '');
    },
  },
  clock: {
    joint, directions, joints, basis,
    basisShort: { statutory: 'In law', local: 'Local', normally: 'Normally', aim: 'Aim' } satisfies Record<Timescale['basis'], string>,
    readAs: (unit: string) => `read as ${unit}`, every: (months: number) => (months === 1 ? 'Every month' : `Every ${months} months`),
    title: 'Clocks', add: 'Add a clock', addShort: 'Add', change: 'Change', close: 'Close the clocks', remove: 'Remove this clock', none: 'No clock set', for: 'For', binds: (task: string) => `for “${task}”`, basisLabel: 'Where it comes from',
    amountLabel: 'Amount', unitLabel: 'Unit', directionLabel: 'Direction', fromLabel: 'Counted from', calendarLabel: 'Calendar', calendarAny: 'The procedure’s own', wordsLabel: 'The source’s own words',
    sourceSays: 'The source says', noSource: 'No words of the source are given.', reading: (setting: string) => `Reading: ${setting}`, shared: (n: number) => `One reading, shared by ${plural(n, 'clock', 'clocks')}.`,
    example: 'Worked example', start: 'Start', due: 'due', startCell: 'start', bank: 'bank', left: '–', before: (date: string) => `It was ${date} before the change.`, same: 'The same date as before the change.',
    waits: (anchor: string) => `Waits for: ${anchor}`, noAmount: 'The source gives no time, so no date can be worked out. Enter the number that your partnership uses.', pickDate: 'Choose a date to see the clock counted.',
    leftOut: (names: string[]) => `Left out: ${names.join(', ')}.`, expected: 'These bank holidays are expected, not yet published.', day: (n: number) => String(n),
    lines: (lines: string[]) => (lines.length === 1 && !lines[0]?.includes('-') ? `line ${lines[0]}` : `lines ${lines.join(', ').replaceAll('-', ' to ')}`),
    twoClocks: 'Both clocks bind the same act; the earlier date comes first.', announce: (words_: string) => words_,
    amountWrong: 'Enter a whole number, 0 or more.', optionFrom: 'something else, as written', strip: 'The days counted',
  },
  route: {
    label: 'Words on it', if: 'Only if', always: 'Let it be taken whatever the answers', nothingMore: 'Nothing more is asked', whenNoOther: 'No earlier route is open', turn: (n: number, all: number) => `Looked at ${n} of ${all} out of this stage. The first that holds is taken.`, sooner: 'Sooner', later: 'Later',
    lapsed: 'time runs out', chosen: (who: string) => `${who} chooses`, relation: { open: 'the other process starts', ended: 'the other process ends' }, otherwise: 'otherwise', condition: 'on a condition',
    not: (what: string) => `not: ${what}`, whenDone: (task: string) => `When “${task}” is done`, whenOption: (task: string, option: string) => `${task}: ${option}`, whenEnded: (group: string) => `When all of ${group} is done`,
    whenLapsed: (task: string) => `When the time for “${task}” runs out`, whenChosen: (who: string) => `When ${who} chooses`, goTo: (stage: string) => `go to ${stage}`, groupEnds: 'this part of the group ends', back: 'go back to where it came from',
    from: (from: string, to: string, how: string) => `Route from ${from} to ${to}: ${how}`, wayIn: (to: string) => `Way in to ${to}`,
  },
  strengths: { must: 'must', 'should-always': 'should always', should: 'should', consider: 'consider', may: 'may' } satisfies Record<Strength, string>,
  bar: {
    procedures: 'Procedures', undo: (what: string) => `Undo: ${what}`, redo: (what: string) => `Redo: ${what}`, nothingUndo: 'Nothing to undo', nothingRedo: 'Nothing to redo', saved: 'Saved', saving: 'Saving…',
    notSaved: (why: string) => `Not saved: ${why}`, download: 'Download a copy', publish: 'Publish…', copy: 'Make your own copy', readOnly: 'To read only', keys: 'Keys', parts: 'All parts', document: 'Document', name: 'Editor', brand: 'Caseway', view: 'View', views: { canvas: 'Canvas', outline: 'Outline', table: 'Table' },
  },
  canvas: {
    name: (procedure: string) => `Diagram of ${procedure}`, help: 'Arrow keys follow the routes. Enter edits the name, N adds the next stage, C connects, Delete removes, Alt and arrows move, Escape steps out. Press the question mark for all keys.',
    empty: 'There is no stage yet.', drawing: 'The diagram is being drawn…', emptyAdd: 'Add the first stage', tools: 'Drawing tools', addKind: (kind: string) => `Add stage: ${kind}`, stage: 'Stage', connect: 'Connect', tidy: 'Tidy', zoomIn: 'Zoom in', zoomOut: 'Zoom out', fit: 'Show the whole procedure', map: 'Map of the whole procedure', zoom: (percent: number) => `${percent}%`,
  },
  actions: { forStage: (title: string) => `Actions for ${title}`, duplicate: 'Duplicate', duplicateStage: (title: string) => `Duplicate ${title}`, next: 'Next stage', connectTo: 'Connect to…', remove: 'Delete', removeStage: (title: string) => `Delete ${title}`, removeRoute: 'Remove this route', putBetween: 'Put a stage in between', addRoute: 'Add a route', rename: 'Name' },
  palette: { title: 'Which kind of stage?', nextTitle: (after: string) => `What comes after ${after}?`, close: 'Close' },
  connect: { title: (from: string) => `Connect ${from} to`, label: 'Stage to go to', hint: 'Type part of a name, choose with the arrow keys, press Enter.', none: 'No stage has a name like that.', trigger: 'When', done: (task: string) => `“${task}” is done`, chosen: 'someone chooses it', add: 'Add the route', cancel: 'Cancel' },
  outline: { title: 'Stages', find: 'Find', add: 'Add a stage', tree: 'Stages in order', open: 'Open the outline', close: 'Close the outline', none: 'No stage has a name like that.', questions: 'Questions', people: 'People and bodies', ways: 'Ways in', rules: 'Rules' },
  inspector: {
    name: (title: string) => `Stage: ${title}`, none: 'Nothing is selected', noneHint: 'Choose a stage on the diagram or in the list to read and change it.', kind: 'Kind', title: 'Name', who: 'Who does it', away: 'If away', starts: 'Starts when', nobody: 'Nobody named', noDeputy: 'Nobody named', doorStart: 'A case is opened', groupStart: (group: string) => `${group} begins`, noStart: 'No route leads here',
    clocks: 'Clocks', tasks: 'What people do', noTasks: 'Nothing set', next: 'What happens next', noNext: 'Nothing follows', source: 'Source', passages: (n: number) => (n === 0 ? 'none' : plural(n, 'passage', 'passages')), rules: 'Rules about this', count: (n: number) => (n === 0 ? 'none' : String(n)), problems: 'To look at', inferred: 'read into the source', raised: 'when a rule asks for it', choice: 'when someone chooses to', back: 'Back to the stages', parts: 'Parts', always: 'always', edit: (title: string) => `Change clock: ${title}`, route: 'Route', trigger: 'Taken', from: 'From', to: 'To', panel: 'What is selected', sizes: (stages: number, routes: number) => `${plural(stages, 'stage', 'stages')}, ${plural(routes, 'route', 'routes')}`, byTask: (who: string) => `${who} (by task)`, groupGoesOn: 'The group goes on', doors: (n: number) => plural(n, 'way in', 'ways in'), opensBy: (who: string[]) => `Opened by ${who.join(' or ')}`,
  },
  problems: {
    stops: (n: number) => `${plural(n, 'problem stops', 'problems stop')} publishing`, look: (n: number) => `${n} to look at`, none: 'No problems found', showAll: 'Show all', hide: 'Hide', checked: 'All stages, routes and clocks checked', list: 'Problems', go: 'Go to it', checking: 'Checking…', title: 'Problems found', refused: (what: string) => `Not published. First put this right: ${what}`,
  },
  said: { selected: (title: string) => `${title} selected`, undone: (what: string) => `Undone: ${what}`, redone: (what: string) => `Redone: ${what}`, refused: (why: string) => `Not changed. ${why}`, nothing: 'Nothing is selected', noRoute: 'No route leads on from here', noRouteBack: 'No route leads here', readOnly: 'This procedure can be read, not changed. Make your own copy to change it.' },
  edits: {
    deputy: (stage: string, deputy: string) => `Change who does ${stage} if away to ${deputy}`, removeStage: (stage: string) => `Delete ${stage}`, same: 'That is how it is already.',
    sameStage: 'A route leads to another stage.', between: (from: string, to: string) => `Put a stage between ${from} and ${to}`, noBetween: 'No stage can be put into this route.', noClock: 'That clock is not there any more.', clockFor: (task: string) => `Set the clock for “${task}”`, ownerFirst: 'First choose who does it.', noTasks: 'Nothing is done in this stage yet.', yes: 'Yes', no: 'No',
  },
  fields: { add: (label: string) => `Add: ${label.toLowerCase()}`, takeOut: (title: string) => `Take out ${title}` },
  whole: { addParty: 'Add a person or body, by name', stageFirst: 'Draw the first stage, then a way in to it.', peopleFirst: 'Add a person or body first: somebody must be able to open a case.', name: 'Procedure', size: 'Size', readings: 'Readings', readingsHint: 'Where the source can be read in more than one way, one reading is taken for the whole procedure.' },
  presets: { 'alert-form': 'Alert form', notification: 'Notification', 'agency-check': 'Agency check', meeting: 'Meeting', recommendation: 'Recommendation', decision: 'Decision', publication: 'Publication', 'action-plan': 'Action plan', 'case-note': 'Case note', review: 'Review' } satisfies Record<NonNullable<Task['preset']>, string>,
  tasks: {
    add: 'Add what people do', sorts: 'What sort?', what: 'Sort', noSort: 'No sort chosen', owner: 'Whoever does the stage', to: 'Goes to', toNobody: 'Nobody named', expects: 'Waits for', expected: { nothing: 'Nothing', acknowledgement: 'An acknowledgement', reply: 'A reply' }, channel: 'How it goes',
    form: 'Form', noForm: 'No form', raised: 'Comes up', raisedWords: { entry: 'On entering the stage', required: 'When a rule asks for it', choice: 'When someone chooses to', done: (task: string) => `When “${task}” is done` }, guidance: 'Guidance', remove: (task: string) => `Remove ${task}`,
    options: 'Can go', option: (n: number) => `Way ${n} it can go`, addOption: 'Add a way it can go', newOption: (n: number) => `Way ${n}`, answer: (question: string) => `Those named in “${question}”`, sort: (task: string, sort: string) => `Change ${task} to ${sort.toLowerCase()}`,
  },
  form: {
    close: 'Close the form', name: 'Name of the form', add: 'Ask', fresh: 'New question', empty: 'Nothing is asked yet.', preview: 'What staff will see', tryIt: 'Try answering. Nothing here is kept.', noPreview: 'Questions of this sort are shown in a case.', place: (n: number, all: number) => `Question ${n} of ${all}`,
    question: 'Question', hint: 'Hint', answer: 'Answer', choices: 'Choices', choice: (n: number) => `Choice ${n}`, addChoice: 'Add a choice', choiceUp: (choice: string) => `Move ${choice} up`, up: 'Move the question up', down: 'Move the question down', take: 'Take the question off this form', change: 'Change what the form asks', read: 'Read the form', make: 'Make a form',
    sorts: { 'yes-no': 'Yes or no', choice: 'Choose one from a list', 'choice-many': 'Choose any from a list', text: 'A line of words', 'text-long': 'Several lines of words', number: 'A number', date: 'A date', 'date-time': 'A date and time' },
    others: { 'yes-no': 'Yes or no', choice: 'Choose from a list', number: 'A number', date: 'A date', 'date-time': 'A date and time', text: 'Words', table: 'A table', matrix: 'A table of fixed rows', list: 'A list', file: 'A file', signature: 'A signature', party: 'A party', computed: 'Worked out from other answers' } satisfies Record<QuestionType, string>,
  },
  grid: {
    outline: 'Stages and routes in order', table: 'Stages as a table', tools: 'Change the procedure', columns: { name: 'Stage or route', kind: 'Kind', owner: 'Who does it', clock: 'Clock', tasks: 'What people do', goes: 'Goes to' },
    cell: (column: string, row: string) => `${column}: ${row}`, folded: (n: number) => `${plural(n, 'route', 'routes')}, folded`, together: 'at the same time', route: 'route', labelled: (label: string, to: string) => `${label}: ${to}`,
    newStage: (title: string) => `New stage “${title}”`, none: 'Nothing has a name like that.', newGroup: 'New group', noGroup: 'There is no group above it to go into.', topLevel: 'It stands in no group.',
    byRoutes: (stage: string) => `${stage} stands where the routes lead to it. Change a route to move it.`, fixed: 'This cell is not changed here.', group: 'Put in a group', ungroup: 'Take apart', foldAll: 'Fold all', unfoldAll: 'Unfold all', allKeys: 'All keys',
    keys: [[['↑', '↓'], 'move', true], [['→', '←'], 'open, close, across', true], [['Enter'], 'edit', true], [['N'], 'new stage', true], [['C'], 'connect', true], [['Alt ↑'], 'move up', true], [['Alt →'], 'into a group', false]] as const,
  },
  keys: {
    title: 'Keys', close: 'Close',
    rows: [['Arrow right, left', 'follow a route on, back'], ['Arrow down, up', 'next stage, stage before'], ['Enter or F2', 'change the name'], ['N', 'add the next stage'], ['C', 'connect to another stage'], ['Shift arrows', 'choose the next stage too'], ['Ctrl arrows, Space', 'go past a stage; keep it chosen'], ['Ctrl A', 'choose all stages beside it'], ['D', 'duplicate what is chosen'], ['Ctrl C, X, V', 'copy, cut, paste, also between procedures'], ['G, Shift G', 'put in a group; at the same time'], ['A', 'arrange: line up, spread out, tidy, put into a group'], ['F', 'close or open a group'], ['/', 'find on the diagram'], ['Delete or Backspace', 'delete the stage or route'], ['Alt and arrows', 'move by 8; with Shift by 40'], ['Ctrl Z', 'undo'], ['Ctrl Shift Z or Ctrl Y', 'redo'], ['F8, Shift F8', 'next problem, problem before'], ['F6, Shift F6', 'under All parts: the list, the part, what uses it'], ['Escape', 'step out'], ['?', 'these keys']] as const,
  },
} as const;
