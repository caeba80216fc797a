// What the walkthroughs of one procedure visit together: stages, transitions, sides of rules, states of clocks, refusals.
// The engine is handed in (the built package, or its source in a test); nothing is read from disk or printed here.

/** Sides of a rule that has a criterion; `unknown` only where a question may still be unanswered. */
const SIDES = ['true', 'false', 'unknown'];
/** States of a clock that are looked for; a clock without an amount has none of them. */
export const CLOCK_STATES = ['met', 'met-late', 'overdue', 'pending'];

const forbids = (rule, target) => rule.then.forbid !== undefined && target in rule.then.forbid;
const binds = (rule) => rule.strength === 'must' || rule.strength === 'should-always';
const saysAnonymised = (rule) => forbids(rule, 'task') && /anonymis/.test(JSON.stringify(rule.if ?? ''));

/** A must binds an outcome and no view of one who decides with others: such a view is not refused. */
const isDecidedAlone = (target, tasks) => target?.option !== undefined && (tasks[target.option[0]]?.agreement?.by ?? 'one') === 'one';

/** Kinds of refusal: which procedures can give them, and which refusals count. */
const REFUSALS = {
  'wrong role': { can: () => true, is: ({ code }) => code === 'wrong-role' },
  'missing field': { can: (rule) => binds(rule) && rule.then.require?.fields !== undefined, is: ({ code }) => code === 'missing-field' },
  'forced outcome': { can: (rule, tasks) => rule.strength === 'must' && isDecidedAlone(rule.then.require ?? rule.then.forbid, tasks), is: ({ code }) => code === 'forced-option' },
  quorum: { can: (rule) => binds(rule) && rule.then.require?.seats !== undefined, is: ({ code }) => code === 'quorum' },
  'independence or declared interest': { can: (rule) => binds(rule) && forbids(rule, 'seat'), is: ({ code }) => code === 'not-independent' || code === 'declared-interest' },
  anonymisation: { can: saysAnonymised, is: ({ code, rule }, rules) => (code === 'forbidden' || code === 'waits') && rule !== undefined && rules[rule] !== undefined && saysAnonymised(rules[rule]) },
};

/**
 * What is visited of what could be.
 * @param engine the engine's public surface: compile, versionsOf, walk, replay, rules, deadlines, time
 * @param procedure a procedure that was read
 * @param walkthroughs walkthroughs of that procedure; refused steps count for refusals alone
 * @returns for each heading the names there are and those visited; a name of a rule or clock is `id: side`
 */
export function visitedBy(engine, procedure, walkthroughs) {
  const seen = { stages: new Set(), transitions: new Set(), rules: new Set(), clocks: new Set(), refusals: new Set() };
  for (const walkthrough of walkthroughs) visit(engine, procedure, walkthrough, seen);
  const there = namesOf(procedure);
  return Object.fromEntries(Object.entries(there).map(([heading, names]) => [heading, { names, missed: names.filter((name) => !seen[heading].has(name)) }]));
}

function namesOf(procedure) {
  const rules = Object.entries(procedure.rules ?? {});
  const asked = rules.filter(([, rule]) => rule.if !== undefined);
  const counted = Object.entries(procedure.timescales ?? {}).filter(([, { amount }]) => !(typeof amount === 'object' && 'gap' in amount));
  return {
    stages: Object.keys(procedure.stages),
    transitions: procedure.transitions.map(({ id }) => id),
    rules: asked.flatMap(([id, rule]) => SIDES.filter((side) => side !== 'unknown' || mayBeUnknown(procedure, rule.if)).map((side) => `${id}: ${side}`)),
    clocks: counted.flatMap(([id]) => CLOCK_STATES.map((state) => `${id}: ${state}`)),
    refusals: Object.entries(REFUSALS).filter(([, { can }]) => can({ then: {} }, procedure.tasks) || rules.some(([, rule]) => can(rule, procedure.tasks))).map(([kind]) => kind),
  };
}

/** A criterion that asks for the value of an answer, itself or through another rule. */
function mayBeUnknown(procedure, criterion) {
  if (Array.isArray(criterion)) return criterion.some((part) => mayBeUnknown(procedure, part));
  if (criterion === null || typeof criterion !== 'object') return false;
  if ('var' in criterion) return true;
  if ('rule' in criterion) return mayBeUnknown(procedure, procedure.rules?.[criterion.rule]?.if);
  return Object.values(criterion).some((part) => mayBeUnknown(procedure, part));
}

function visit(engine, procedure, walkthrough, seen) {
  const compiled = engine.compile(procedure, walkthrough.settings ? { settings: walkthrough.settings } : {});
  const versions = engine.versionsOf([compiled]);
  const { steps, events } = engine.walk(walkthrough, versions);
  for (const { refusal } of steps) if (refusal) noteRefusal(procedure, refusal, seen);
  for (const at of new Set(steps.map((step) => engine.time.parseDateTime(step.at)))) lookAt(engine, versions, events, at, seen);
  const asOf = events.at(-1)?.recorded;
  if (asOf !== undefined) engine.replay(engine.versionsOf([{ ...compiled, stepper: noting(compiled.stepper, seen) }]), events, asOf);
}

/** A rule that refuses leaves no case in which it holds: the refusal is where it was seen, true or not known. */
function noteRefusal(procedure, refusal, seen) {
  for (const [kind, { is }] of Object.entries(REFUSALS)) if (is(refusal, procedure.rules ?? {})) seen.refusals.add(kind);
  if (refusal.rule !== undefined) seen.rules.add(`${refusal.rule}: ${refusal.code === 'waits' ? 'unknown' : 'true'}`);
}

/** Rules and clocks as they stood when a step had been recorded. */
function lookAt(engine, versions, events, at, seen) {
  const known = events.filter(({ recorded }) => recorded <= at);
  if (known.length === 0) return;
  const held = engine.replay(versions, known, at);
  for (const { rule, result } of engine.rules(versions, held)) seen.rules.add(`${rule}: ${result}`);
  for (const { timescale, state } of engine.deadlines(versions, held, at)) seen.clocks.add(`${timescale}: ${state}`);
}

/** The stepper, which also notes the transitions it takes and the stages it comes through. */
function noting(stepper, seen) {
  const step = (...asked) => {
    const taken = stepper.step(...asked);
    for (const move of taken.moves) {
      for (const { transition } of move.taken) seen.transitions.add(transition);
      for (const stage of stepper.stages(move.snapshot)) seen.stages.add(stage);
    }
    return taken;
  };
  return { ...stepper, step };
}
