// The smallest pack of dated stories that is found to visit everything which can be reached: ways through the chart that
// between them take every route, then facts for the outcomes of rules, then the same stories put off until dates are
// missed. Chosen greedily, the one that adds most first; what no story visits is said, with why.
import type { CompiledProcedure } from '../../case/index.ts';
import type { Walkthrough } from '../../case/walkthrough-types.ts';
import { stageLabel } from '../../case/words.ts';
import { instantOf, parseDay, type Instant } from '../../time/index.ts';
import { explore, type Explored, type Path } from '../explore/explore.ts';
import { realise } from '../runs/realise.ts';
import { coverageBy, type Coverage } from './coverage.ts';
import { answersFor, withFacts } from './facts.ts';
import { putOff, toldAs, type Story } from './stories.ts';
import { targetsOf, type Target } from './targets.ts';

export interface PackOptions { /** When the first case is opened. */ readonly start?: Instant; /** Told after each story, with how many targets are visited. */ readonly progress?: (visited: number, all: number) => void }
/** A target that no story visits. `certain`: it is known that nothing can. */
export interface Unvisited { readonly target: Target; readonly certain: boolean; readonly why: string }
export interface Pack { readonly stories: readonly Walkthrough[]; readonly coverage: Coverage; readonly unvisited: readonly Unvisited[]; readonly notLooked: readonly string[] }

/** More than these are not looked at: the pack is to be there in seconds, and says what it left out. */
const MOST_SITUATIONS = 20_000;
const FIRST_DAY = instantOf(parseDay('2026-09-07') ?? 0, 9 * 60);

/** Makes the covering pack. The same procedure gives the same pack. Throws EndlessLoop when the procedure does not come to rest. */
export function coveringPack(compiled: CompiledProcedure, { start = FIRST_DAY, progress = () => undefined }: PackOptions = {}): Pack {
  const targets = targetsOf(compiled);
  const explored = explore(compiled, { most: MOST_SITUATIONS });
  const making = new Making(compiled, targets, progress);
  for (const path of chosenPaths(explored)) making.add(pathStory(compiled, path, start, making.next()));
  const base = making.stories;
  making.facts(base);
  making.delays(base);
  const stories = fewest(making.stories, targets);
  const coverage = coverageBy(targets, stories.map(({ visits }) => visits));
  return {
    stories: stories.map(({ walkthrough }, index) => ({ ...walkthrough, title: `${index + 1}. ${walkthrough.title}${aloneIn(coverage, index)}` })),
    coverage,
    unvisited: making.missing().map((target) => unvisited(compiled, explored, target)),
    notLooked: explored.notLooked,
  };
}

/** What a story alone visits, for its title: a route or stage before anything else. */
function aloneIn({ targets }: Coverage, index: number): string {
  const alone = targets.filter(({ by }) => by.length === 1 && by[0] === index);
  const first = alone.find(({ kind }) => kind === 'route') ?? alone[0];
  return first === undefined ? '' : `: ${first.label}`;
}

/** Stories made so far; one is kept when it visits something new. */
class Making {
  stories: readonly Story[] = [];
  private readonly covered = new Set<string>();
  private readonly compiled: CompiledProcedure;
  private readonly targets: readonly Target[];
  private readonly progress: (visited: number, all: number) => void;
  constructor(compiled: CompiledProcedure, targets: readonly Target[], progress: (visited: number, all: number) => void) {
    this.compiled = compiled;
    this.targets = targets;
    this.progress = progress;
  }
  next(): string { return `story-${this.stories.length + 1}`; }
  missing(kind?: Target['kind']): readonly Target[] { return this.targets.filter((target) => (kind === undefined || target.kind === kind) && !this.covered.has(target.name)); }
  add(story: Story): void {
    if (![...story.visits].some((name) => !this.covered.has(name))) return;
    this.stories = [...this.stories, story];
    for (const name of story.visits) this.covered.add(name);
    this.progress(this.targets.length - this.missing().length, this.targets.length);
  }
  /** Facts, after nearly everything of the longest story and at the beginning of the shortest. */
  facts(base: readonly Story[]): void {
    const ordered = base.toSorted((a, b) => b.walkthrough.steps.length - a.walkthrough.steps.length);
    for (const [story, leave] of [[ordered[0], 2], [ordered.at(-1), 1], [ordered[0], Infinity]] as const) {
      if (story && this.missing('rule').length > 0) this.add(withFacts(this.compiled, story.walkthrough, this.missing('rule'), { id: this.next(), title: 'Facts that change', leave }));
    }
  }
  /** The same ways put off, longest first, until every clock that can be was missed. */
  delays(base: readonly Story[]): void {
    for (const story of base.toSorted((a, b) => b.walkthrough.steps.length - a.walkthrough.steps.length)) {
      const wanted = this.missing('missed');
      if (wanted.length === 0) return;
      this.add(putOff(this.compiled, story.walkthrough, new Set(wanted.map(({ id }) => id)), this.next(), 'Dates missed'));
    }
  }
}

/** Ways that between them take every route and option, the one with most that is new first; then those to what no way to an end passes. */
function chosenPaths(explored: Explored): readonly Path[] {
  const keys = (path: Path): readonly string[] => path.flatMap(({ takes, stages, move }) => [...takes, ...stages.map((stage) => `stage ${stage}`), ...(move.kind === 'decide' ? move.options.map((option) => `${move.task}/${option}`) : [])]);
  const open = explored.tours().map((path) => ({ path, keys: new Set(keys(path)) }));
  const chosen: Path[] = [];
  const covered = new Set<string>();
  const gain = (one: { readonly keys: ReadonlySet<string> }): number => [...one.keys].filter((key) => !covered.has(key)).length;
  for (let best = most(open, gain); best && gain(best) > 0; best = most(open, gain)) {
    chosen.push(best.path);
    for (const key of best.keys) covered.add(key);
  }
  for (const [route, path] of explored.transitions) if (!covered.has(route)) { chosen.push(path); for (const key of keys(path)) covered.add(key); }
  for (const [stage, path] of explored.stages) if (!covered.has(`stage ${stage}`)) { chosen.push(path); for (const key of keys(path)) covered.add(key); }
  return chosen;
}

const most = <T>(all: readonly T[], gain: (one: T) => number): T | undefined => all.reduce<T | undefined>((best, one) => (best === undefined || gain(one) > gain(best) ? one : best), undefined);

function pathStory(compiled: CompiledProcedure, path: Path, start: Instant, id: string): Story {
  const last = path.at(-1)?.stages.map((stage) => stageLabel(compiled.procedure, stage)).join(', ') ?? '';
  const title = `To ${last}`;
  return toldAs(compiled, realise(compiled, path, { start, pace: 'prompt', id, title }).walkthrough, id, title);
}

/** Those that are needed: each in turn is left out if the others visit all that it does. */
function fewest(stories: readonly Story[], targets: readonly Target[]): readonly Story[] {
  const names = targets.map(({ name }) => name);
  return stories.reduce<readonly Story[]>((kept, story) => {
    const others = kept.filter((one) => one !== story);
    return names.every((name) => !story.visits.has(name) || others.some(({ visits }) => visits.has(name))) ? others : kept;
  }, stories);
}

function unvisited(compiled: CompiledProcedure, explored: Explored, target: Target): Unvisited {
  if (target.kind === 'stage' || target.kind === 'route') {
    const reachable = (target.kind === 'stage' ? explored.stages : explored.transitions).has(target.id);
    if (reachable) return { target, certain: false, why: 'A way leads there, but no dated story was found that takes it.' };
    const whole = explored.notLooked.length === 0;
    return { target, certain: whole, why: whole ? 'With the readings that are set, no way in leads there.' : 'No way there was found among the situations that were looked at.' };
  }
  if (target.kind === 'rule' && answersFor(compiled, target) === 'never') return { target, certain: true, why: 'With the readings that are set, no answers and no facts make it come out so.' };
  if (target.kind === 'rule') return { target, certain: false, why: 'It depends on what was done or on answers given elsewhere; no story was found that makes it come out so.' };
  return { target, certain: false, why: 'The clock did not run out in any story: it does not start in them, or what meets it also starts it.' };
}
