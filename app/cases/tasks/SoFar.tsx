import { explain } from '../../../engine/case/rules.ts';
import type { Answers } from '../../../engine/case/types.ts';
import type { Clause } from '../../../engine/criteria/types.ts';
import type { Id, Procedure, Rule } from '../../../engine/procedure/types.ts';
import { listWords } from '../../../engine/time/words.ts';
import { Panel, Tag } from '../../../ui/index.ts';
import { textOf } from '../../procedures/catalogue.ts';
import { Cites } from '../Cites.tsx';
import type { CaseModel } from '../types.ts';
import { caseWords } from '../words.ts';

const w = caseWords.soFar;

export interface SoFarRule { readonly rule: Id; readonly result: Clause['result']; readonly label: string; /** What follows from it. */ readonly then: string; /** Questions on which it still depends. */ readonly open: readonly string[]; readonly cites: readonly string[] }

/** What the answers on this page come to while they are typed: criteria that settle an outcome, or what they still depend on. */
export function SoFar({ model, ids, answers }: { readonly model: CaseModel; readonly ids: readonly Id[]; readonly answers: Answers }) {
  const rules = soFar(model, ids, answers);
  if (rules.length === 0) return null;
  return (
    <Panel title={w.title} className="case-block">
      {rules.map(({ rule, result, label, then, open, cites }) => (
        <div key={rule} className="case-clock">
          <p><Tag kind={result === true ? 'held' : 'pending'}>{result === true ? w.met : result === false ? w.notMet : w.open}</Tag> <b>{label}</b></p>
          <p className="cw-s">{result === true ? then : result === false ? w.free : w.depends(listWords(open.map((one) => `“${one}”`)))}</p>
          <Cites procedure={model.procedure} cites={cites} most={1} />
        </div>
      ))}
    </Panel>
  );
}
/** The rules that settle an outcome or name a case and read one of these questions, on the case with these answers in place of its own. */
export function soFar({ case: item, versions, procedure }: CaseModel, ids: readonly Id[], answers: Answers): readonly SoFarRule[] {
  const asIf = { ...item, answers: { ...item.answers, ...answers } };
  return Object.entries(procedure.rules ?? {}).flatMap(([id, rule]): readonly SoFarRule[] => {
    const then = thenWords(procedure, rule);
    const told = then === undefined || rule.if === undefined ? undefined : explain(versions, asIf, { rule: id });
    if (told === undefined || then === undefined || !reads(told.clause).some((one) => ids.includes(one))) return [];
    const open = [...new Set(unsettled(told.clause))].flatMap((one) => textOf(procedure.questions[one]?.label) || []);
    return [{ rule: id, result: told.clause.result, label: textOf(rule.label) || told.words, then, open, cites: told.cites }];
  });
}
function thenWords({ tasks }: Procedure, { then, strength }: Rule): string | undefined {
  if ('label' in then) return w.named(textOf(then.label));
  const option = 'require' in then && 'option' in then.require ? then.require.option : 'forbid' in then && 'option' in then.forbid ? then.forbid.option : undefined;
  if (option === undefined || !(strength === 'must' || strength === 'should-always')) return undefined;
  const [task, choice] = [tasks[option[0]], tasks[option[0]]?.options?.find(({ id }) => id === option[1])];
  const [about, what] = [textOf(task?.label), textOf(choice?.label)];
  return 'require' in then ? w.only(what, about, strength === 'must') : w.shut(what, about, strength === 'must');
}
function reads(clause: Clause): readonly string[] { return [...clause.reads, ...clause.clauses.flatMap(reads)]; }
/** What is read by the parts that cannot be told yet. */
function unsettled(clause: Clause): readonly string[] {
  if (clause.result !== 'unknown') return [];
  return [...clause.reads, ...clause.clauses.flatMap(unsettled)];
}
