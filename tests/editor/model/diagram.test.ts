import { describe, expect, test } from 'vitest';
import { diagramOf, WAY_IN } from '../../../editor/model/diagram.ts';
import { thirteen } from '../../fixtures/editor/thirteen.ts';

const diagram = diagramOf(thirteen);
const route = (id: string) => diagram.routes.find((each) => each.transition === id);

describe('the order of the stages', () => {
  test('follows the routes from the way in, branch by branch, ends last', () => {
    expect(diagram.tree.order).toEqual(['incident-reported', 'alert-form', 'after-alert', 'tell-leaders', 'joint-decision', 'statutory-case', 'notify', 'set-up', 'convene', 'checks', 'panel-meets', 'final-decision', 'tell-outcome', 'need-to-know', 'first-review', 'detailed-review', 'learning', 'closed', 'information-only']);
  });
  test('does not depend on the order in which the file declares them', () => {
    const stages = Object.fromEntries(Object.entries(thirteen.stages).reverse());
    const order = diagramOf({ ...thirteen, stages }).tree.order.filter((id) => !['tell-leaders', 'joint-decision', 'convene', 'checks', 'closed', 'information-only'].includes(id));
    expect(order).toEqual(diagram.tree.order.filter((id) => order.includes(id)));
  });
  test('numbers what people work in: neither groups nor ends', () => {
    expect(diagram.stages.get('notify')?.number).toBe(5);
    expect(diagram.stages.get('closed')?.number).toBeNull();
    expect(diagram.count).toBe(13);
  });
  test('a stage that says it lies within itself, or in one that is not there, stands at top level', () => {
    const broken = { ...thirteen, stages: { ...thirteen.stages, notify: { kind: 'notify' as const, label: 'N', within: 'notify' }, learning: { kind: 'learning' as const, label: 'L', within: 'gone' } } };
    expect(diagramOf(broken).tree.children(null)).toEqual(expect.arrayContaining(['notify', 'learning']));
  });
});

describe('words on the diagram', () => {
  test('“when done” has no words; a branch, a join and a choice have', () => {
    expect(route('notified')?.label).toBeNull();
    expect(route('met')).toMatchObject({ label: 'Criteria met', bold: true, back: false });
    expect(route('set-up-done')?.label).toBe('panel convened and checks in');
    expect(route('new-facts')).toMatchObject({ label: 'new facts', back: true });
  });
  test('a route of all the stages of a group leaves from its frame', () => {
    const transitions = [...thirteen.transitions, { id: 'stop', from: ['first-review', 'detailed-review'], on: { chosen: { by: ['service'] } }, to: 'closed' }];
    expect(diagramOf({ ...thirteen, transitions }).routes.filter((each) => each.transition === 'stop').map((each) => each.from)).toEqual(['need-to-know']);
  });
  test('words of more than 28 letters are shortened at a word on the pill only', () => {
    const transitions = [{ id: 'long', from: ['notify'], on: { done: 'tell' }, label: 'the recommendation of the panel is agreed', to: 'learning' }];
    expect(diagramOf({ ...thirteen, transitions }).routes[0]).toMatchObject({ label: 'the recommendation of the…', words: expect.stringContaining('is agreed') as string });
  });
  test('groups at the same time say when they go on', () => {
    expect(diagram.groups.get('set-up')?.fact).toBe('goes on when both are done');
    expect(diagram.groups.get('after-alert')?.fact).toBe('both run at once');
  });
  test('all doors to one stage are one way in, with their sources counted', () => {
    expect(diagram.doors).toEqual([{ id: WAY_IN, title: 'Way in', to: ['incident-reported'], lines: ['2 sources and', '1 other process'] }]);
  });
  test('a stage without owner says whose task it is, or that nobody is named', () => {
    expect(diagram.stages.get('convene')?.owner).toBe('Business Unit');
    const nobody = { ...thirteen, stages: { ...thirteen.stages, convene: { kind: 'panel' as const, label: 'Convene' } } };
    expect(diagramOf(nobody).stages.get('convene')?.owner).toBe('Nobody named');
  });
});
