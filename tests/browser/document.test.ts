// A procedure as a document, in Chromium: it opens from the diagram, goes back to it, and its picture is saved as SVG
// and as PNG without anything leaving the browser.
import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { appBrowser } from './browser.ts';

const app = appBrowser();

test('a procedure is read, printed and saved as a picture', async () => {
  const page = await app.open('procedures/shipped/tower-hamlets', { viewport: { width: 1280, height: 800 }, acceptDownloads: true });
  await page.getByRole('button', { name: 'Document' }).click();
  await page.getByRole('heading', { name: 'Stage by stage' }).waitFor();

  expect(await page.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(13);
  expect((await new AxeBuilder({ page }).analyze()).violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html ?? ''}`)).toEqual([]);

  const saved = async (name: string): Promise<Buffer> => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return readFileSync(await file.path());
  };
  const svg = (await saved('Save the picture (SVG)')).toString('utf8');
  expect(svg).toContain('Joint criteria decision');
  expect(svg).toMatch(/^<svg xmlns=/);
  const png = await saved('Save the picture (PNG)');
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.length).toBeGreaterThan(20_000);

  await page.getByRole('button', { name: 'Back to the diagram' }).click();
  await page.locator('.react-flow__node').first().waitFor();
});
