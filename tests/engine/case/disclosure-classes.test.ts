// Which classes would reach which recipient, by everything that a sending carries, and in which variants it may go.
import { describe, expect, test } from 'vitest';
import { fitVariants, maySee, usualVariant, variantsFor, withheldFrom } from '../../../engine/case/disclosure.ts';
import type { DocumentDefinition, Procedure, Question, Rule, Task } from '../../../engine/procedure/types.ts';
import { at } from '../../fixtures/engine/acting.ts';
import { procedureWith } from './clockwork.ts';

const base = procedureWith({});
const asks = (one: string | undefined, more: object = {}): Question => ({ type: 'text', label: 'Q', ...(one === undefined ? {} : { class: one }), ...more } as Question);
const form = (...questions: readonly string[]) => ({ label: 'F', sections: [{ id: 'one', label: 'One', questions: questions.slice(0, 1) }, { id: 'two', label: 'Two', questions: questions.slice(1) }] });
const chosen = (id: string): Rule => ({ label: 'Chooses', then: { choose: { form: id, of: 'tell' } }, strength: 'must' });
interface Drawn { readonly task?: Partial<Task>; readonly document?: Partial<DocumentDefinition>; readonly rules?: Readonly<Record<string, Rule>>; readonly inForce?: object; readonly everybody?: boolean }
function drawn({ task = {}, document, rules = {}, inForce, everybody }: Drawn): readonly [Procedure, Task] {
  const tell = { shape: 'exchange', label: 'Tell', by: ['manager'], in: ['alert'], to: ['blind'], expects: 'nothing', ...(document ? { document: { id: 'letter' } } : {}), ...task } as Task;
  const limited = everybody ? {} : { maySee: [] };
  const procedure = {
    ...base, rules, disclosure: { a: { label: 'A', ...(inForce ? { inForce } : {}) }, b: { label: 'B' }, c: { label: 'C' } },
    parties: { ...base.parties, blind: { kind: 'agency', title: 'Blind', ...limited }, half: { kind: 'agency', title: 'Half', ...(everybody ? {} : { maySee: ['a'] }) }, free: { kind: 'agency', title: 'Free', ...limited, exempt: ['letter'] } },
    questions: { qa: asks('a'), qb: asks('b'), none: asks(undefined), table: { type: 'table', label: 'T', columns: { x: asks('c'), y: asks(undefined) } }, listed: { type: 'list', label: 'L', of: 'half' }, plain: { type: 'list', label: 'P' }, sign: asks('c') },
    forms: { fa: form('qa', 'none'), fb: form('qb', 'none'), ft: form('none', 'table'), both: form('qa', 'qb'), signed: { label: 'S', sections: [{ id: 'one', label: 'One', questions: ['none'], signature: 'sign' }] } },
    documents: { letter: { label: 'Letter', variants: ['full', 'short'], leavesOut: { short: ['a'] }, ...document }, bare: { label: 'Bare' } },
    tasks: { ...base.tasks, tell, write: { ...base.tasks['write'], form: 'fb', reply: { form: 'ft' } } },
  } as unknown as Procedure;
  return [procedure, tell];
}
const withheld = (one: Drawn, variant?: string, recipients: readonly string[] = ['blind'], when = '2026-12-02T09:00'): readonly string[] => withheldFrom(...drawn(one), variant, recipients, at(when)).map(({ party, classes }) => `${party}: ${classes.join(' ')}`);

describe('what a sending carries', () => {
  test.each<[name: string, one: Drawn, told: readonly string[]]>([
    ['nothing, without document and form', {}, []], ['what its form asks', { task: { form: 'fa' } }, ['blind: a']], ['what one part of its form asks', { task: { form: 'both', section: 'two' } }, ['blind: b']], ['what a column of its form is', { task: { form: 'ft' } }, ['blind: c']], ['what signs its form', { task: { form: 'signed' } }, ['blind: c']],
    ['everything, of a document that does not say', { document: {} }, ['blind: a b c']], ['what its document says it carries', { document: { carries: ['b'] } }, ['blind: b']], ['nothing of a document that is not there', { task: { document: { id: 'none' } } }, []],
    ['each class once', { document: { carries: ['a'] }, task: { form: 'fa' } }, ['blind: a']], ['what stands on an attached form', { task: { attach: ['fa'] } }, ['blind: a']], ['what an attached task holds, and its replies', { task: { attach: ['write'] } }, ['blind: b c']], ['nothing of what is attached and not there', { task: { attach: ['none'] } }, []],
    ['what stands on a form that a rule may choose', { task: { form: 'fa' }, rules: { one: chosen('fb') } }, ['blind: a b']], ['what stands on each form that a rule may choose, where it has none of its own', { rules: { one: chosen('fb'), two: chosen('fa') } }, ['blind: b a']],
  ])('is %s', (_name, one, told) => {
    expect(withheld(one)).toEqual(told);
  });
  test('less what the variant leaves out', () => {
    const one: Drawn = { document: {}, task: { form: 'fa' } };
    expect([withheld(one, 'full'), withheld(one, 'short'), withheld(one, 'none'), withheld({ ...one, document: { leavesOut: { short: ['a', 'b', 'c'] } } }, 'short')]).toEqual([['blind: a b c'], ['blind: b c'], ['blind: a b c'], []]);
  });
  test('only while a class is in force', () => {
    const one: Drawn = { task: { form: 'fa' }, inForce: { from: '2026-12-02', until: '2026-12-03' } };
    expect(['2026-12-01T23:59', '2026-12-02T00:00', '2026-12-03T23:59', '2026-12-04T00:00'].map((when) => withheld(one, undefined, ['blind'], when))).toEqual([[], ['blind: a'], ['blind: a'], []]);
  });
});

describe('who may not see it', () => {
  test('is told each with what, and those who may see all are not', () => {
    expect(withheld({ document: { carries: ['a', 'b'] } }, undefined, ['blind', 'half', 'free', 'health', 'nobody'])).toEqual(['blind: a b', 'half: b']);
    expect(withheld({ document: {}, everybody: true }, undefined, ['blind', 'half'])).toEqual([]);
    expect(withheld({ task: { form: 'fa' } }, undefined, ['free'])).toEqual(['free: a']);
  });
  test('is whoever a list lists, where the recipient has no title of its own', () => {
    const of = (task: Partial<Task>) => withheld({ task: { form: 'both', ...task } }, undefined, ['scouts']);
    expect([of({ per: { over: 'listed' } as never }), of({ to: [{ answer: 'listed' }] as never }), of({ to: ['blind', { answer: 'plain' }, { answer: 'listed' }] as never }), of({ per: { over: 'plain' } as never }), of({})]).toEqual([['scouts: b'], ['scouts: b'], ['scouts: b'], [], []]);
    const { to: _to, ...without } = drawn({ task: { form: 'both' } })[1];
    expect(maySee(drawn({})[0], without, 'scouts', 'a')).toBe(true);
  });
});

describe('the variants', () => {
  test('are those of the document, or the one that the task names; without a document none', () => {
    const of = (task: Partial<Task>) => variantsFor(...drawn({ task }));
    expect([of({}), of({ document: { id: 'letter' } }), of({ document: { id: 'letter', variant: 'short' } }), of({ document: { id: 'bare' } }), of({ document: { id: 'none' } })]).toEqual([[], ['full', 'short'], ['short'], [], []]);
    expect([usualVariant(...drawn({ document: {} })), usualVariant(...drawn({ document: { variants: ['only'] } })), usualVariant(...drawn({}))]).toEqual([undefined, 'only', undefined]);
  });
  test('that fit are those in which everybody may get it', () => {
    const fit = (carries: readonly string[], ...recipients: readonly string[]) => fitVariants(...drawn({ document: { carries } }), recipients, at('2026-12-02T09:00'));
    expect([fit(['a'], 'blind'), fit(['a', 'b'], 'blind'), fit(['a'], 'half'), fit(['a', 'b'], 'free'), fit(['a'], 'half', 'blind')]).toEqual([['short'], [], ['full', 'short'], ['full', 'short'], ['short']]);
  });
});
