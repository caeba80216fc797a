// Draws a criterion line by line, as a person does on the page: a line is about something, says something of it, with a value.
import type { Locator } from 'playwright-core';
import type { Criterion, Scalar } from '../../../engine/procedure/types.ts';
import { saidOf, valueKind, type Said, type Subject } from '../../../editor/rule/lines.ts';
import { decisions, dateQuestions, questionOf, subjectsOf, subjectTitle, valuesOf } from '../../../editor/rule/subjects.ts';
import { isGroup, treeOf, type Group, type Part } from '../../../editor/rule/tree.ts';
import { verbWords, words } from '../../../editor/rule/words.ts';
import { labelsOf } from './controls.ts';
import { chosenAt } from './hand.ts';
import type { Drawing } from './parts.ts';

const joins = words.joins;

/** What stands at first is kept till the rest is drawn, for a group that asks one thing alone is that thing; then it is taken out. */
export async function drawCriterion(drawing: Drawing, part: Locator, criterion: Criterion): Promise<void> {
  const crit = part.locator('.ed-crit');
  const old = await crit.locator(':scope > .ed-crit-line, :scope > .ed-crit-in').count();
  const tree = treeOf(criterion);
  for (const [index, each] of tree.parts.entries()) await drawPart(drawing, crit, each, [old + index]);
  if (tree.join !== 'all') await pick(drawing, crit.locator(':scope > .ed-crit-head select'), joins[tree.join]);
  for (let left = old; left > 0; left--) await drawing.hand.press(crit.locator(':scope > [data-line="0"] > button').last());
}

/** The box of a group by the path of its head. */
const groupAt = (crit: Locator, path: readonly number[]): Locator => (path.length === 0 ? crit : crit.locator('.ed-crit-in').filter({ has: crit.page().locator(`:scope > .ed-crit-head[data-line="${path.join('.')}"]`) }));

async function drawPart(drawing: Drawing, crit: Locator, part: Part, path: readonly number[]): Promise<void> {
  const within = groupAt(crit, path.slice(0, -1));
  const buttons = within.locator(':scope > .ed-crit-add > button');
  if (!isGroup(part)) { await addLine(drawing, crit, buttons.first(), said(part.line), path); return; }
  await drawGroup(drawing, crit, buttons.nth(1), part, path);
}

async function drawGroup(drawing: Drawing, crit: Locator, add: Locator, group: Group, path: readonly number[]): Promise<void> {
  const [first, ...rest] = group.parts;
  if (first === undefined) throw new Error('A group that asks nothing cannot be drawn.');
  await addLine(drawing, crit, add, said(firstLine(group)), [...path, 0]);
  // A group that begins with a group has a line put there for a while.
  const later = isGroup(first) ? group.parts : rest;
  for (const [index, each] of later.entries()) await drawPart(drawing, crit, each, [...path, index + 1]);
  const box = groupAt(crit, path);
  if (group.join !== 'any') await pick(drawing, box.locator(':scope > .ed-crit-head > select'), joins[group.join]);
  if (isGroup(first)) await drawing.hand.press(box.locator(`:scope > [data-line="${[...path, 0].join('.')}"] > button`).last());
}

function firstLine(part: Part): Criterion {
  if (!isGroup(part)) return part.line;
  const [first] = part.parts;
  if (first === undefined) throw new Error('A group that asks nothing cannot be drawn.');
  return firstLine(first);
}

function said(line: Criterion): Said {
  const found = saidOf(line);
  if (found === null) throw new Error(`No sentence says ${JSON.stringify(line)}.`);
  return found;
}

async function addLine(drawing: Drawing, crit: Locator, add: Locator, wanted: Said, path: readonly number[]): Promise<void> {
  const title = subjectTitle(drawing.wanted, wanted.subject);
  await drawing.hand.seek(add, title, nthOf(drawing, wanted.subject, title));
  const line = crit.locator(`.ed-crit-line[data-line="${path.join('.')}"]`);
  await line.waitFor();
  const date = questionOf(drawing.wanted, wanted.subject.id)?.type.startsWith('date') === true;
  await pick(drawing, line.getByLabel(words.verb, { exact: true }), verbWords(wanted.verb, date));
  if (wanted.other !== undefined) await pick(drawing, line.getByLabel(words.other, { exact: true }), otherWords(drawing, wanted.other));
  await setValue(drawing, line, wanted);
}

/** Of several subjects with the same name, which. */
function nthOf({ wanted }: Drawing, subject: Subject, title: string): number {
  return subjectsOf(wanted, null).filter((each) => each.title === title).findIndex((each) => each.subject.kind === subject.kind && each.subject.id === subject.id);
}
const otherWords = ({ wanted }: Drawing, id: string): string => [...decisions(wanted), ...dateQuestions(wanted)].find((each) => each.value === id)?.words ?? id;

async function setValue(drawing: Drawing, line: Locator, wanted: Said): Promise<void> {
  const kind = valueKind(drawing.wanted, wanted);
  const values = valuesOf(drawing.wanted, wanted.subject);
  const titleOf = (value: Scalar): string => values.find((each) => each.value === value)?.title ?? String(value);
  if (kind === 'none') return;
  if (kind === 'option') { await pick(drawing, line.getByLabel(words.value, { exact: true }), titleOf(wanted.value as Scalar)); return; }
  if (kind !== 'options') { const field = line.getByLabel(words.value, { exact: true }); if (await field.inputValue() !== String(wanted.value)) await drawing.hand.write(field, String(wanted.value)); return; }
  const chosen = (wanted.value as readonly Scalar[]).map(titleOf);
  for (const on of [true, false]) {
    for (const { title } of values) {
      const box = line.getByRole('group', { name: words.value, exact: true }).getByLabel(title, { exact: true });
      if (chosen.includes(title) === on && await box.isChecked() !== on) await drawing.hand.press(box);
    }
  }
}

async function pick({ hand }: Drawing, list: Locator, label: string): Promise<void> {
  const labels = await labelsOf(list);
  const at = labels.indexOf(label);
  if (at < 0) throw new Error(`“${label}” is not offered; offered are ${labels.join(', ')}.`);
  if (await chosenAt(list) !== at) await hand.pick(list, at);
}
