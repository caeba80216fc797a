// The worker of rehearsal's long jobs: it is handed plain data and hands plain data back.
import { compile } from '../../engine/case/compile.ts';
import type { CompiledProcedure } from '../../engine/case/compile.ts';
import type { Walkthrough } from '../../engine/case/walkthrough-types.ts';
import { coverageBy, coveringPack, targetsOf, visitsOf } from '../../engine/verify/coverage/index.ts';
import { advise, networkOf, rangesFrom, rangesFromCases, simulate } from '../../engine/verify/durations/index.ts';
import type { Network } from '../../engine/verify/durations/index.ts';
import type { WorkingCalendar } from '../../engine/time/types.ts';
import type { Job, Results, Said } from './jobs.ts';

const say = (said: Said): void => { self.postMessage(said); };

self.onmessage = ({ data }: MessageEvent<Job>) => {
  try { say({ result: done(data) }); } catch (error) { say({ problem: String(error) }); }
};

function done(job: Job): Results[Job['kind']] {
  switch (job.kind) {
    case 'coverage': return coverageBy(targetsOf(compile(job.procedure)), job.pack.map((one) => visitsOf(withReadings(job.procedure, one), one)));
    case 'pack': return coveringPack(compile(job.procedure), { progress: (progress, all) => say({ progress, all }) });
    case 'ranges': return rangesOf(job);
    case 'caseRanges': return caseRangesOf(job);
    case 'durations': return durationsOf(job);
  }
}
const withReadings = (procedure: Parameters<typeof compile>[0], { settings }: Walkthrough): CompiledProcedure => compile(procedure, settings ? { settings } : {});

function network(job: Extract<Job, { readonly kind: 'ranges' | 'durations' }>): { readonly network: Network; readonly calendar: WorkingCalendar } {
  const compiled = withReadings(job.procedure, job.story);
  const calendar = compiled.calendars.get(compiled.procedure.conventions.calendar);
  if (calendar === undefined) throw new Error('The procedure has no calendar.');
  return { network: networkOf(compiled, job.story), calendar };
}
function rangesOf(job: Extract<Job, { readonly kind: 'ranges' }>): Results['ranges'] {
  const { network: of, calendar } = network(job);
  const ranges = rangesFrom(of, calendar);
  const labels = new Map(of.acts.map(({ name, label }) => [name, label]));
  return { lines: Object.keys(ranges).map((name) => ({ name, label: labels.get(name) ?? name })), ranges };
}
/** One network a case; a case that cannot be told again is counted and left out. */
function caseRangesOf({ stories }: Extract<Job, { readonly kind: 'caseRanges' }>): Results['caseRanges'] {
  const networks: Network[] = [];
  let calendar: WorkingCalendar | undefined;
  for (const [index, { procedure, story }] of stories.entries()) {
    say({ progress: index, all: stories.length });
    const compiled = compile(procedure);
    const network = networkOf(compiled, story);
    calendar ??= compiled.calendars.get(procedure.conventions.calendar);
    if (network.acts.length > 1) networks.push(network);
  }
  return { ranges: calendar === undefined ? {} : rangesFromCases(networks, calendar), cases: networks.length, left: stories.length - networks.length };
}
function durationsOf(job: Extract<Job, { readonly kind: 'durations' }>): Results['durations'] {
  const { network: of, calendar } = network(job);
  const asked = { runs: job.runs, seed: job.seed, calendar, ranges: job.ranges };
  const durations = simulate(of, { ...asked, progress: (progress) => { say({ progress, all: job.runs }); return true; } });
  return { durations, advice: advise(of, asked), leftOut: of.leftOut };
}
