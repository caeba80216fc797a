// Opens a live case through its screen, for tests that are about something else.
import type { Page } from 'playwright-core';

/** What is typed into the free text fields; each has plain words where it is not given. */
export interface Typed { readonly person?: string; readonly child?: string; readonly reported?: string }

/** An incident of yesterday, reported to Tower Hamlets; `page` stands at the page that opens it. Gives the address of the case. */
export async function reportIncident(page: Page, { person = 'A.B.', child = 'Z.Z.', reported = '' }: Typed = {}): Promise<string> {
  await page.getByLabel('An incident is reported').check();
  await page.getByLabel('Where did the information come from?').selectOption({ index: 1 });
  await page.getByLabel('You act as').selectOption({ label: 'Team manager' });
  await page.getByLabel('Your initials').fill(person);
  await page.getByLabel('Child’s initials', { exact: true }).fill(child);
  await page.getByRole('textbox', { name: /^What has been reported/ }).fill(reported);
  const day = new Date(Date.now() - 86_400_000);
  for (const question of ['When did the incident happen?', 'When did the authority become aware of the incident?']) {
    const group = page.getByRole('group', { name: question });
    for (const [label, value] of [['Day', day.getDate()], ['Month', day.getMonth() + 1], ['Year', day.getFullYear()]] as const) await group.getByLabel(label).fill(String(value));
    if (question.includes('happen')) await group.getByLabel('Time (24-hour)').fill('09:40');
  }
  return opened(page);
}

/** Through the first door of the procedure that `page` stands at, with nothing known yet but who opens it. */
export async function openUnknown(page: Page, person: string): Promise<string> {
  await page.getByRole('radio').first().check();
  await page.getByLabel('You act as').selectOption({ index: 1 });
  await page.getByLabel('Your initials').fill(person);
  for (const box of await page.getByRole('checkbox', { name: /^Not known yet/ }).all()) await box.check();
  return opened(page);
}

async function opened(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Open the case' }).click();
  await page.getByText('is open.').waitFor();
  return page.url();
}
