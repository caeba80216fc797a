import { practiceExamples } from './examples.ts';

/** What the front page says of the practice case. */
export async function practiceOffer(): Promise<string | undefined> {
  return (await practiceExamples())[0]?.practice.words;
}
