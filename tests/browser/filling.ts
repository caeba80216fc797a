// Typing answers into the screens, whatever the procedure asks: each question by its type, into the controls that stand
// under its name.
import type { Locator, Page } from 'playwright-core';
import type { RawAnswer } from '../../engine/case/walkthrough-types.ts';
import type { Procedure, Question, Scalar } from '../../engine/procedure/types.ts';

/** Types one answer; false when it is not asked on this page. */
export async function fill({ page, procedure }: { readonly page: Page; readonly procedure: Procedure }, id: string, raw: RawAnswer | undefined): Promise<boolean> {
  const question = procedure.questions[id];
  const field = `f-${id}`;
  if (question === undefined || raw === undefined || await page.locator(`main [id="${field}"], main [name="${field}"], main [id^="${field}-"]`).count() === 0) return false;
  if (typeof raw === 'object' && raw !== null && 'status' in raw) await noAnswer(page, field, String(raw.status), 'reason' in raw ? String(raw.reason) : '');
  else await control(page, field, question, raw);
  return true;
}
async function noAnswer(page: Page, field: string, status: string, reason: string): Promise<void> {
  if (status === 'unknown') return page.locator(`[id="${field}-unknown"]`).check();
  if (await page.locator(`[id="${field}-status"]`).count() === 0) await page.locator(`.cw-field:has([id="${field}"]) .case-noanswer`).first().click();
  await page.locator(`[id="${field}-status"]`).selectOption(status);
  await page.locator(`[id="${field}-why"]`).fill(reason);
}
async function control(page: Page, field: string, question: Question, raw: unknown): Promise<void> {
  switch (question.type) {
    case 'yes-no': return page.locator(`input[name="${field}"][value="${raw === true ? 'yes' : 'no'}"]`).check();
    case 'choice': return question.many === true ? boxes(page, field, list(raw)) : page.locator(`input[name="${field}"][value="${String(raw)}"]`).check();
    case 'party': return void (await page.locator(`[id="${field}"]`).selectOption(String(raw)));
    case 'date': case 'date-time': return date(page, field, String(raw));
    case 'list': return listed(page, field, list(raw));
    case 'table': return rows(page, field, question, raw as readonly Readonly<Record<string, Scalar>>[]);
    case 'matrix': return matrix(page, field, question, raw as readonly Readonly<Record<string, Scalar>>[]);
    default: return page.locator(`[id="${field}"]`).fill(String(raw));
  }
}
export const list = (raw: unknown): readonly string[] => (Array.isArray(raw) ? raw.map(String) : [String(raw)]);
/** Exactly these of the boxes of that name are ticked. */
export async function boxes(page: Page, name: string, values: readonly string[]): Promise<void> {
  if (values.length > 0) await page.locator(`input[type="checkbox"][name="${name}"]`).first().waitFor({ state: 'attached' });
  const all: readonly Locator[] = await page.locator(`input[type="checkbox"][name="${name}"]`).all();
  const offered = await Promise.all(all.map((box) => box.inputValue()));
  const missing = values.filter((value) => !offered.includes(value));
  if (missing.length > 0) throw new Error(`Not offered for ${name}: ${missing.join(', ')}`);
  for (const [index, box] of all.entries()) await box.setChecked(values.includes(offered[index] ?? ''));
}
export async function date(page: Page, field: string, civil: string): Promise<void> {
  const [day = '', time] = civil.split('T');
  const [year = '', month = '', date = ''] = day.split('-');
  for (const [suffix, value] of [['', date], ['-month', month], ['-year', year]] as const) await page.locator(`[id="${field}${suffix}"]`).fill(value);
  if (time !== undefined) await page.locator(`[id="${field}-time"]`).fill(time);
}
async function listed(page: Page, field: string, values: readonly string[]): Promise<void> {
  if (await page.locator(`input[type="checkbox"][name="${field}"]`).count() > 0) return boxes(page, field, values);
  for (const [index, value] of values.entries()) {
    if (await page.locator(`[id="${field}-${index}"]`).count() === 0) await adder(page, field).click();
    await page.locator(`[id="${field}-${index}"]`).fill(value);
  }
}
/** The button that adds a row to that group, which stands in the group's own frame. */
function adder(page: Page, field: string): Locator {
  return page.locator(`fieldset:has(> ul.cw-rows)`).filter({ has: page.locator(`[id^="${field}-"]`) }).or(page.locator(`fieldset[data-group="${field}"]`)).getByRole('button', { name: /^Add/ }).last();
}
async function rows(page: Page, field: string, question: Question, values: readonly Readonly<Record<string, Scalar>>[]): Promise<void> {
  for (const [index, row] of values.entries()) {
    const [first = ''] = Object.keys(question.columns ?? {});
    if (await page.locator(`[id^="${field}-${index}-${first}"]`).count() === 0) await adder(page, field).click();
    for (const [column, cell] of Object.entries(row)) { const asked = question.columns?.[column]; if (asked !== undefined) await control(page, `${field}-${index}-${column}`, asked as Question, cell); }
  }
}
async function matrix(page: Page, field: string, question: Question, values: readonly Readonly<Record<string, Scalar>>[]): Promise<void> {
  for (const { row, ...cells } of values) for (const [column, cell] of Object.entries(cells)) { const asked = question.columns?.[column]; if (asked !== undefined) await control(page, `${field}-${String(row)}-${column}`, asked as Question, cell); }
}
