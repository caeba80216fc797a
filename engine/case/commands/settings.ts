// Choosing a setting that the procedure leaves to each case. What rests on it is asked and counted anew from then on.
import { say, type Attempt, type Body, type Verdict } from '../attempt.ts';
import { periodWords, standsAt } from '../in-force.ts';
import { anyOf, textOf } from '../words.ts';

/** Any role of the procedure may; who did is in the log. */
export function chooseSetting(attempt: Attempt, body: Body<'chooseSetting'>): Verdict {
  const { compiled } = attempt;
  const setting = compiled.procedure.settings?.[body.setting];
  if (!setting) return say(attempt, 'unknown-task', { what: body.setting });
  const what = `“${textOf(setting.label) ?? body.setting}”`;
  if (setting.scope !== 'case') return say(attempt, 'forbidden', { what: `Choosing ${what}`, because: 'it is one for all cases of the procedure.', remedy: 'Change it in the procedure.' });
  if (!standsAt(setting, attempt.occurred)) return say(attempt, 'not-due-here', { what: `Choosing ${what}`, because: `it is ${periodWords(setting)}.` });
  if (!setting.choices.some(({ value }) => value === body.value)) return say(attempt, 'bad-answer', { because: `${what} is one of ${anyOf(setting.choices.map(({ label, value }) => `“${textOf(label) ?? String(value)}”`))}.` });
  return compiled.settings[body.setting] === body.value ? say(attempt, 'already-done', { what }) : [{ type: 'settingChosen', payload: body }];
}
