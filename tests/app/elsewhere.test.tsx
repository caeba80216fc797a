// A case that goes on elsewhere is only read: no page offers to enter anything that the engine would refuse, and each says why
// and where the case goes on.
import { readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import { Router } from 'wouter';
import { DatesPage } from '../../app/cases/around/DatesPage.tsx';
import { FactsPage } from '../../app/cases/around/FactsPage.tsx';
import { RelatedPage } from '../../app/cases/around/RelatedPage.tsx';
import { VersionPage } from '../../app/cases/moving/VersionPage.tsx';
import { NotesPage } from '../../app/cases/pages/NotesPage.tsx';
import { PeoplePage } from '../../app/cases/pages/PeoplePage.tsx';
import { TimescalePage } from '../../app/cases/pages/TimescalePage.tsx';
import { TaskPage } from '../../app/cases/tasks/TaskPage.tsx';
import type { CaseModel } from '../../app/cases/types.ts';
import type { World } from '../../app/world/types.ts';
import { WorldProvider } from '../../app/world/world.ts';
import { compile, deadlines, perform, rules, tasks, versionsOf, walk } from '../../engine/index.ts';
import type { Case, CommandBody, Walkthrough } from '../../engine/index.ts';
import type { Procedure } from '../../engine/procedure/types.ts';
import { createMemoryStore } from '../../engine/store/memory.ts';

const json = <T,>(path: string): T => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as T;
const procedure = json<Procedure>('procedures/tower-hamlets/procedure.json');
const versions = versionsOf([compile(procedure, { version: 1 })]);
const whole = json<Walkthrough>('examples/tower-hamlets/walkthrough.json');
const held = walk({ ...whole, steps: whole.steps.slice(0, 38) }, versions).case as Case;
const now = held.asOf + 60_000;
const world: World = { kind: 'live', base: '', store: createMemoryStore(), now: () => now };

function modelOf(item: Case): CaseModel {
  return { case: item, procedure, versions, now, tasks: tasks(versions, item, now, 'business-unit'), deadlines: deadlines(versions, item, now), rules: rules(versions, item), actor: { person: 'Z.B.', role: 'business-unit', label: 'Business unit' } };
}
function after(body: CommandBody): CaseModel {
  const outcome = perform(versions, held, { ...body, id: 'x', salt: 's' }, { now, role: procedure.closing?.by?.[0] ?? 'business-unit', person: 'Z.B.' });
  if (!outcome.ok) throw new Error(outcome.refusal.words);
  return modelOf(outcome.case);
}
const shown = (page: ReactElement): string => renderToStaticMarkup(<Router ssrPath="/"><WorldProvider value={world}>{page}</WorldProvider></Router>);
const main = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'));

const pages: Readonly<Record<string, (model: CaseModel) => ReactElement>> = {
  people: (model) => <PeoplePage model={model} />, facts: (model) => <FactsPage model={model} />, dates: (model) => <DatesPage model={model} />, related: (model) => <RelatedPage model={model} />,
  notes: (model) => <NotesPage model={model} />, version: (model) => <VersionPage model={model} />, clock: (model) => <TimescalePage model={model} timescale="panel-10-days" />,
  ...Object.fromEntries(['request-checks', 'send-alert', 'decide-criteria', 'convene-panel'].map((task) => [task, (model: CaseModel) => <TaskPage model={model} task={task} />])),
};
test.each(Object.keys(pages))('%s of a case that goes on elsewhere has nothing to fill in, and says where it goes on', (name) => {
  const page = pages[name] as (model: CaseModel) => ReactElement;
  const merged = main(shown(page(after({ type: 'mergeCase', into: { case: 'other', reference: 'TH-2026-099' }, reason: 'Twice.' }))));
  const sent = main(shown(page(after({ type: 'transferCase', to: 'North', reason: 'Moved.' }))));
  for (const html of [merged, sent]) {
    // A merge is undone where the two cases are named.
    if (name !== 'related' || html === sent) expect(html.match(/<(form|textarea|select|input)\b|>Correct/g) ?? []).toEqual([]);
    expect(html).not.toContain('Record a related process');
    expect(html).toContain('Nothing can be added here');
  }
  expect(merged).toContain('Go to TH-2026-099');
  expect(sent).toContain('/transfer');
  if (name === 'people' || name === 'notes') expect(main(shown(page(modelOf(held))))).toContain('<form');
});
