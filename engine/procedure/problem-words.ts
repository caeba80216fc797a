// The one catalogue of problems: code, how grave, and the sentences. {label}, {found} and {expected} are filled in.
// Codes are never used again for something else. It does not know how a problem is found.
// P-001 to P-019 the file, P-020 to P-039 its shape, P-040 to P-059 names, P-060 to P-079 stages and routes,
// P-080 to P-094 tasks and parties, P-095 to P-109 questions and rules, P-110 to P-129 clocks and dates, P-130 on gaps and relations.

interface Entry {
  readonly severity: 'problem' | 'finding' | 'gap';
  readonly says: string;
  readonly expected: string;
  readonly remedy: string;
  readonly found?: string;
}
const bad = (says: string, expected: string, remedy: string, found?: string): Entry => ({ severity: 'problem', says, expected, remedy, ...(found === undefined ? {} : { found }) });
const look = (says: string, expected: string, remedy: string, found?: string): Entry => ({ ...bad(says, expected, remedy, found), severity: 'finding' });
const gap = (says: string, expected: string, remedy: string): Entry => ({ ...bad(says, expected, remedy), severity: 'gap' });
const unknown = (what: string, place: string): Entry => bad(`“{label}” names the ${what} “{found}”, which this procedure does not have.`, `a ${what} that is listed under “${place}”`, `Choose a ${what} that exists, or add this one.`);

const entries = {
  'P-001': bad('The file is larger than a procedure may be.', 'at most 2 MB', 'Use the procedure file alone, without pictures or other documents inside it.'),
  'P-002': bad('The file cannot be read as a procedure file.', 'a procedure file saved by Caseway', 'Open the place in a plain text editor: a comma, bracket or quotation mark is usually missing or one too many.'),
  'P-003': bad('The file is nested too deeply.', 'at most 64 levels', 'Take out the needless brackets around this place.'),
  'P-004': bad('The file holds too many values.', 'at most 200,000 values', 'Split the procedure, or take out what does not belong to it.'),
  'P-005': bad('A text in “{label}” is too long.', 'at most 20,000 characters', 'Put long documents beside the procedure and refer to them.'),
  'P-006': bad('“{label}” has a part named “{found}”, which no file may have.', 'any other name', 'Rename it, and ask whoever sent the file why it was there.'),
  'P-007': bad('“{label}” has “{found}” twice; only one can be meant.', 'each name once', 'Rename or take out one of the two.'),
  'P-008': bad('The file is not a procedure.', 'a procedure with its stages, tasks and parties', 'Choose the file named procedure.json.'),
  'P-009': bad('The file was made by a newer Caseway.', 'format 1 or older', 'Open it with a newer version of Caseway.'),
  'P-010': bad('The file does not say which format it has.', '"format": 1', 'Check that it is a procedure file; if it is, add the format.'),

  'P-020': bad('“{label}” has a part named “{found}”, which is not known here.', 'one of the parts the format knows', 'Take it out, or check how it is spelt.'),
  'P-021': bad('“{label}” lacks its “{expected}”.', '{expected}', 'Add it.', 'nothing'),
  'P-022': bad('A value in “{label}” is of the wrong kind.', '{expected}', 'Put {expected} there.'),
  'P-023': bad('“{found}” is not one of the words allowed in “{label}”.', '{expected}', 'Use one of: {expected}.'),
  'P-024': bad('The name “{found}” in “{label}” cannot be used.', 'lower-case words joined by hyphens, such as rapid-review', 'Use lower-case letters, digits and hyphens, and start with a letter.'),
  'P-025': bad('A text in “{label}” is empty.', 'words', 'Write the words, or take the part out.', 'an empty text'),
  'P-026': bad('“{found}” in “{label}” is not written as it should be.', '{expected}', 'Write it as {expected}.'),
  'P-027': bad('A list in “{label}” has too few or too many entries.', '{expected}', 'Give {expected}.'),
  'P-028': bad('The number {found} in “{label}” is out of range.', '{expected}', 'Use {expected}.'),
  'P-029': bad('“{label}” must say one thing at this place.', '{expected}', 'Keep one of them.'),
  'P-030': bad('There are more problems of this kind than are listed.', 'a file that keeps to the format', 'Put right those listed and try again.'),

  'P-040': unknown('stage', 'stages'),
  'P-041': unknown('task', 'tasks'),
  'P-042': unknown('question', 'questions'),
  'P-043': unknown('form', 'forms'),
  'P-044': unknown('party', 'parties'),
  'P-045': unknown('rule', 'rules'),
  'P-046': unknown('clock', 'timescales'),
  'P-047': unknown('setting', 'settings'),
  'P-048': bad('“{label}” names the option “{found}”, which is not offered there.', 'one of the options offered', 'Choose an option that exists, or add this one.'),
  'P-049': unknown('table', 'tables'),
  'P-050': unknown('calendar', 'calendars'),
  'P-051': unknown('meeting calendar', 'meetings'),
  'P-052': unknown('document', 'documents'),
  'P-053': unknown('source', 'sources'),
  'P-054': unknown('disclosure class', 'disclosure'),
  'P-055': unknown('route', 'transitions'),
  'P-056': unknown('column', 'columns'),
  'P-057': unknown('way in or task', 'doors or tasks'),
  'P-059': unknown('step of a sign-off', 'signOff'),
  'P-058': unknown('hold, relation, register or fragment', 'holds, relations, registers or fragments'),

  'P-060': bad('“{label}” leads to “{found}”, which is not a stage.', 'a stage of this procedure', 'Draw the route to a stage that exists.'),
  'P-061': bad('“{label}” lies within itself.', 'a stage within another one, or at the top level', 'Take the stage out of the group it is in.'),
  'P-062': bad('The group “{label}” does not say where it begins.', 'the stage where it begins', 'Choose the first stage of the group.'),
  'P-063': bad('The group “{label}” begins at “{found}”, which is not directly in it.', 'a stage directly in the group', 'Choose one of its own stages, or move that stage into the group.'),
  'P-064': look('No route and no way in leads to “{label}”.', 'a route or a way in', 'Draw a route to it, or take it out.', 'none'),
  'P-065': look('A case that comes to “{label}” cannot leave it.', 'a route out of it, or that it is an end', 'Draw a route out of it, or mark it as an end.', 'none'),
  'P-066': bad('“{label}” leaves a stage where the case ends.', 'no route out of an end', 'Take the route out, or mark the stage as no end.'),
  'P-067': bad('“{label}” is an end and has stages within it.', 'an end with nothing within it', 'Take the stages out of it, or mark it as no end.'),
  'P-068': bad('“{label}” leads nowhere: it starts at the top level, where no group can end.', 'a stage that it leads to', 'Choose the stage it leads to.', 'none'),
  'P-069': bad('There is no way in, so no case can be opened.', 'at least one way in', 'Add a way in.', 'none'),
  'P-070': look('No stage is an end, so no case is ever finished.', 'at least one stage that is an end', 'Mark the last stage as an end.', 'none'),
  'P-071': bad('“{label}” is set up as a group, and no stage lies within it.', 'a group with stages in it', 'Put stages into it, or make it a plain stage.', 'no stages'),
  'P-072': bad('Two entries in “{label}” have the name “{found}”.', 'each name once', 'Rename one of them.'),
  'P-073': bad('“{label}” is the route for everything else and also has a criterion.', 'one or the other', 'Take out the criterion, or the “otherwise”.', 'both'),
  'P-074': look('“{label}” can never be taken: a route before it on the same trigger is always taken.', 'a criterion on the earlier route', 'Give the earlier route a criterion, or put it last.', 'an earlier route without a criterion'),
  'P-075': bad('“{label}” waits for the end of “{found}”, which is not a group it leaves.', 'the group that the route leaves', 'Let the route start at that group, or choose another trigger.'),
  'P-076': bad('“{label}” goes back into “{found}”, which is not a group.', 'a group of stages', 'Choose a group, or draw the route to the stage itself.'),
  'P-077': look('“{label}” waits for the task “{found}”, which does not come up in the stage it leaves.', 'a task of that stage', 'Let the task stand in that stage, or choose another trigger.'),

  'P-078': bad('“{label}” gives “{found}” for a setting of the fragment that does not allow it.', '{expected}', 'Use one of: {expected}.'),
  'P-079': look('The fragment “{label}” is not drawn, or nothing calls it.', 'stages in it, and a stage that calls it', 'Draw it, call it, or take it out.', 'none'),
  'P-126': bad('“{label}” is repeated over a list, and calls no fragment that could be.', 'a fragment that the stage calls', 'Draw what is repeated as a fragment, and call it.', 'none'),
  'P-124': bad('“{label}” leads to several stages that cannot be active together: {found}.', 'stages in different lanes of one group', 'Choose stages in lanes, or one stage.'),
  'P-125': bad('“{label}” goes back to where the case came from, and no route leads to {found}.', 'a stage that a route leads to', 'Draw a route to the stage, or choose where this one leads.'),
  'P-122': bad('“{label}” calls a fragment that calls itself: {found}.', 'fragments that do not go in a circle', 'Take one of the calls out.'),
  'P-123': bad('“{label}” brings in “{found}”, and there is one of that name already.', 'a name of its own', 'Rename one of the two.'),

  'P-080': bad('Nobody does “{label}”.', 'a party, or a stage with an owner', 'Name who does it, or give its stage an owner.', 'none'),
  'P-081': bad('The decision “{label}” has nothing to choose from.', 'at least two options', 'Add its options.', 'fewer than two'),
  'P-082': bad('Nobody takes the decision “{label}”.', 'a party who decides', 'Name who decides.', 'none'),
  'P-083': bad('“{label}” goes to nobody.', 'at least one recipient', 'Name who it goes to, or let a rule name them.', 'none'),
  'P-084': look('“{label}” has “{found}”, which a task of its shape does not use.', 'parts of its own shape', 'Take it out, or change the shape.'),
  'P-085': look('“{label}” comes up only when a rule asks for it, and no rule does.', 'a rule that asks for it', 'Add the rule, or let it come up on entry.', 'none'),
  'P-086': bad('“{label}” comes up after itself.', 'another task before it', 'Choose another task.'),
  'P-087': look('A deputy of “{label}” may do “{found}”, which “{label}” does not do.', 'a task of the party that is stood in for', 'Take the task out of the deputy’s list, or name the party for the task.'),
  'P-088': bad('“{label}” asks for more agreement or options than there can be.', '{expected}', 'Lower the number.'),
  'P-089': bad('“{label}” is to be done by a meeting of “{found}”, which is not a body.', 'a party of the kind body', 'Choose a body.'),
  'P-090': bad('A deputy of “{label}” stands in for no task.', 'the tasks the deputy may do', 'List the tasks, or take the deputy out.', 'none'),
  'P-091': bad('“{label}” stands in no stage, so it never comes up.', 'at least one stage, or the whole case', 'Choose the stages it stands in.', 'none'),
  'P-092': look('“{label}” goes to {found}, which is outside, and nothing says what it may see.', 'what that party may see, since this procedure wants nothing to leave unless it is anonymised', 'Say what the party may see: nothing, or the classes that it may.'),
  'P-093': look('“{label}” goes outside, and its form does not ask “{found}” before it goes.', 'the question that this procedure wants answered before anything leaves', 'Add the question to the form of the sending.'),
  'P-094': bad('The gate of “{label}” is “{found}”, which is not a yes-or-no question asked afresh for each act.', 'a yes-or-no question asked afresh for each act', 'Choose such a question, or let this one be asked afresh for each act.'),

  'P-095': bad('The question “{label}” is a choice with nothing to choose from.', 'at least two options', 'Add its options.', 'fewer than two'),
  'P-096': bad('The setting “{label}” starts as “{found}”, which is not one of its choices.', '{expected}', 'Use one of: {expected}.'),
  'P-097': bad('The question “{label}” is a table without columns.', 'at least one column', 'Add its columns.', 'none'),
  'P-098': bad('“{label}” asks “{found}” twice.', 'each question once', 'Take out one of the two.'),
  'P-099': look('“{label}” reads the question “{found}”, which no form asks.', 'a question that a form or a way in asks', 'Add the question to a form.'),
  'P-100': look('Nobody is ever asked “{label}”.', 'a form that asks it', 'Add it to a form, or take it out.', 'no form'),
  'P-101': bad('“{label}” depends on itself.', 'rules that do not go in a circle', 'Take one of the references out.'),
  'P-102': bad('“{label}” takes “{found}” for yes or no, and it is not a yes-or-no question.', 'a yes-or-no question, or a comparison', 'Compare the answer with a value.'),
  'P-103': bad('“{label}” asks for something of “{found}”, which has no such part.', '{expected}', 'Choose another task.'),
  'P-104': bad('The computed question “{label}” does not say how it is worked out.', 'how it is worked out', 'Say how it is worked out, or choose another kind.', 'nothing'),
  'P-105': bad('The question “{label}” has fixed rows and names none.', 'at least one row', 'Add its rows.', 'none'),
  'P-106': bad('“{label}” is a column named “{found}”, which says the row itself.', 'another name', 'Rename the column.'),
  'P-107': bad('“{label}” fills the part “{found}”, which its form does not have.', 'a part of its form', 'Choose a part of the form.'),
  'P-108': bad('A piece of “{label}” says {found}.', 'exactly one thing', 'Keep one of them, or take the piece out.'),
  'P-109': bad('“{label}” has “{found}” in braces, which nothing can be filled in for.', 'a question, or one of: case, taken, done, due, holder, party, today', 'Correct what stands in the braces.'),

  'P-110': bad('“{label}” is counted from the answer to “{found}”, which no form or way in asks.', 'a date that somebody is asked for', 'Add the question to a form, or count from something else.'),
  'P-111': bad('“{label}” is counted from its own due date.', 'a date that comes from elsewhere', 'Count one of the clocks from something else.'),
  'P-112': bad('“{label}” counts to the next meeting and does not say of whom.', 'a meeting calendar', 'Choose the meeting calendar.', 'none'),
  'P-113': bad('“{label}” is a window without a closing amount.', 'a closing amount larger than the opening one', 'Add the closing amount.'),
  'P-114': bad('“{label}” is counted from “{found}”, which is not a date.', 'a question of the kind date', 'Choose a date question.'),
  'P-115': bad('“{label}” reads “{found}”, whose choices do not fit here.', '{expected}', 'Choose a setting that holds {expected}.'),
  'P-116': bad('“{label}” waits for replies, and its task sends nothing.', 'a task that goes to recipients', 'Choose another moment, or another task.'),
  'P-117': bad('“{label}” counts business hours, and its calendar has none.', 'a calendar with opening hours', 'Add opening hours to the calendar.', 'no opening hours'),
  'P-118': bad('“{found}” in “{label}” is not a day of the calendar.', 'a day that exists', 'Correct the date.'),
  'P-119': bad('In “{label}” the last day comes before the first.', 'a first day before the last', 'Swap or correct the dates.'),

  'P-120': bad('“{label}” is met by a sign-off, and its task has none, or it does not say which step.', 'a task with a sign-off, and one of its steps', 'Choose another moment, or give the task a sign-off.', 'none'),
  'P-121': bad('“{label}” lets “{found}” overturn it, and there is nothing decided in it.', 'a decision', 'Take “overturn” out, or let the step send it back.'),

  'P-127': bad('“{label}” chooses in a way that cannot be followed: {found}.', '{expected}', 'Let it say {expected}.'),
  'P-128': bad('“{label}” is given by whoever calls a fragment, and stands in none.', 'a choice of the procedure or of each case', 'Put it among the settings of a fragment, or let the procedure or each case choose.'),
  'P-129': look('“{label}” cites {found}.', 'a text that is in force', 'Look whether the text that took its place says the same, and cite that.'),

  'P-130': gap('The source leaves this open: {found}', 'words of the source', 'Ask the owner of the procedure; until then it stays marked.'),
  'P-131': gap('The source gives no time: {found}', 'a time in the source', 'Ask the owner of the procedure; until then the clock has no date.'),
  'P-132': bad('“{label}” is said to do this while it is open: {found}. No rule or route asks whether it is.', 'a rule or route that asks whether it is open', 'Add the rule or route, or take the effect out.'),
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof entries;
export const problemWords: Readonly<Record<ProblemCode, Entry>> = entries;
