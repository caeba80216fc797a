// The walkthroughs that come with Caseway; the marked ones become practice cases.
import { fetchJson } from './fetchJson.ts';
import type { Walkthrough } from '../../engine/case/walkthrough-types.ts';

const files = import.meta.glob<string>('../../examples/*/*.json', { query: '?url&no-inline', import: 'default', eager: true });

export type PracticeExample = Walkthrough & { readonly practice: NonNullable<Walkthrough['practice']> };

/** The marked walkthroughs, by file name. */
export async function practiceExamples(): Promise<readonly PracticeExample[]> {
  const all = await Promise.all(Object.keys(files).toSorted().map((path) => fetchJson<Walkthrough>(files[path] ?? '')));
  return all.filter((one): one is PracticeExample => one.practice !== undefined);
}
