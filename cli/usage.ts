// What --help says, one text per command.

const exitCodes = `Exit code: 0 clean, 1 something was found, 2 a file or the command could not be read.`;

export const usage = {
  all: `caseway: run and check local safeguarding procedures

  caseway check FILE…            is a procedure file sound?
  caseway diff OLDER NEWER       what differs between two versions?
  caseway compare A B            how do two authorities differ?
  caseway walk WALKTHROUGH…      does a walkthrough hold on its procedure?
  caseway date FROM AMOUNT UNIT  which date is that, and how was it counted?

  caseway COMMAND --help         more on one command
  caseway --version

${exitCodes}`,

  check: `caseway check FILE… [--deep] [--json]

Reads procedure files and lists what is wrong or doubtful in each: the file, the place,
the label on screen, what was expected and found, and what to try. A file named - is
read from standard input. Gaps that the source itself leaves are listed and do not count.

  caseway check procedures/*/procedure.json
  caseway check --json my-procedure.json

--deep   verify as well: every way through is walked on dated, invented cases, with each act
         on the last day its clock allows and under each reading. Lists clocks that cannot
         be met, duties that contradict one another, places without a way on, who may not
         be away; each with a case that shows it. Says what was looked at and what was not, and
         how the procedure stands to the fixed points of national law and guidance.
--json   one JSON document: { "files": [{ "file", "outcome", "problems": [...] }] }; with
         --deep also "verified": { "findings", "slack", "looked", "notLooked", "frame" }

${exitCodes}`,

  diff: `caseway diff OLDER NEWER [--json]

Compares two versions of one procedure by meaning, not by line: stages, tasks, clocks and
all other parts are matched by their ids, and each difference is a sentence. The order of
keys in a file and its spacing are no difference. A file named - is read from standard input.

  caseway diff version-6.json version-7.json
  git show HEAD:my-procedure.json | caseway diff - my-procedure.json

Differences come heaviest first: by when (clock), who (people), what happens and what
follows (route), what is required (rule), what is asked and recorded (form), words and
sources (wording), and the diagram only (layout), which changes nothing for a case.

--json   one JSON document: { "was", "now", "outcome": "same", "different" or "unreadable",
         "differences": [{ "kind", "weight", "element", "stage", "label", "part", "words", "was", "now" }] }

Exit code: 0 the same, 1 different, 2 a file or the command could not be read.`,

  compare: `caseway compare A B [--json]

Compares two authorities by what is done, not by name: each step of the one beside the step
of the other that is most alike (kind, words, who is told, place in the flow), who does it,
and by when on one calendar: one invented incident, each step taking all the time it may.
For two versions of one procedure use caseway diff.

  caseway compare ours/procedure.json theirs/procedure.json

--json   one JSON document: { "a", "b", "words", "days", "rows": [{ "a", "b", "words", "differs" }] }

Exit code: 0 no step differs, 1 some do, 2 a file or the command could not be read.`,

  walk: `caseway walk WALKTHROUGH… [--procedure FILE] [--json]

Runs dated walkthroughs on the engine and prints each expectation that did not hold: the
step, what was expected and what came. The procedure is the one the walkthrough names,
from those that come with this package, unless --procedure gives a file of your own.

  caseway walk examples/*/walkthrough.json
  caseway walk --procedure my-procedure.json my-walkthrough.json

--procedure FILE   run on this procedure instead
--json             one JSON document: { "walkthroughs": [{ "file", "outcome", "steps", "failures": [...] }] }

${exitCodes}`,

  date: `caseway date FROM AMOUNT UNIT [--before] [--calendar NAME] [--json]

Counts from a date and says how. FROM is 2026-12-22 or, in London time, 2026-12-22T14:20.
UNIT is hours, calendar-days, working-days, weeks, months or years; day 0 is FROM.

  caseway date 2026-12-22 5 working-days
  caseway date 2026-12-22 10 working days --before --calendar scotland

--before           the last day that is at least AMOUNT before FROM
--calendar NAME    whose bank holidays: england-and-wales (usual), scotland,
                   northern-ireland or none
--json             { "date", "sentence", "calendar", "certainty", "leftOut" }

Exit code: 0 counted, 2 the command could not be understood.`,
} as const;
