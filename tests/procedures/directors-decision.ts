// A Trafford case brought straight to the Director's decision on stated facts. Everything that is not stated points nowhere.
import { versionsFor, walk } from '../../engine/index.ts';
import type { Procedure, Walkthrough } from '../../engine/index.ts';

type Facts = NonNullable<Extract<Walkthrough['steps'][number], { readonly do: unknown }>['do']['answers']>;
/** A case in which nothing points anywhere. */
const nothing: Facts = {
  'child-age': 9, 'abuse-or-neglect': 'no', 'child-died': false, 'looked-after': false, 'seriously-harmed': false, 'life-threatening-injury': false,
  'serious-sexual-abuse': false, 'permanent-impairment': false, 'may-lead-to-scr': false, 'practice-concern': false, 'policy-implications': false,
  'council-practice': false, 'media-attention': 'neither', 'concern-working-together': false, 'clear-no-concerns': true, 'death-place': ['none'], 'valuable-lessons': false,
};

/** What becomes of the Director's decision on these facts, and of what is done afterwards. */
export function decided(procedure: Procedure, facts: Facts, options: readonly string[], settings: Readonly<Record<string, string>> = {}, reasons: { readonly reasons?: string } = { reasons: 'Invented.' }, afterwards: Walkthrough['steps'] = []) {
  const answers: Facts = { ...nothing, ...facts };
  const steps: Walkthrough['steps'] = [
    { at: '2027-05-10T09:00', as: 'strategic-lead', person: 'E.F.', do: { type: 'openCase', reference: 'TR-2027-009', door: 'brought-to-strategic-lead', answers: { 'child-initials': 'M.S.' } } },
    { at: '2027-05-10T10:00', as: 'strategic-lead', person: 'E.F.', do: { type: 'decide', task: 'strategic-lead-view', options: ['no-further-action'], reasons: 'Invented.', answers } },
    { at: '2027-05-10T11:00', as: 'strategic-lead', person: 'E.F.', do: { type: 'sendExchange', task: 'forward-information' } },
    { at: '2027-05-11T09:00', as: 'director', person: 'G.H.', do: { type: 'decide', task: 'directors-decision', options, ...reasons } },
    ...afterwards,
  ];
  const walkthrough: Walkthrough = { format: 1, id: 'invented', title: 'Invented', procedure: 'trafford', invented: 'All invented.', settings, steps };
  const { case: held, failures, steps: walked } = walk(walkthrough, versionsFor(walkthrough, procedure));
  if (!held) throw new Error('the case was not opened');
  const of = (code: string): readonly string[] => held.findings.flatMap((finding) => (finding.code === code && finding.task === 'directors-decision' ? [finding.rule ?? ''] : []));
  return { held, refusal: walked.at(-1)?.refusal, refused: failures.length > 0, departures: of('departure'), open: (task: string) => held.tasks[task]?.at(-1)?.state === 'open' };
}
