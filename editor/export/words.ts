// Every word of the procedure as a document.
import type { Party } from '../../engine/procedure/types.ts';

export const words = {
  title: 'As a document', print: 'Print', svg: 'Save the picture (SVG)', png: 'Save the picture (PNG)', back: 'Back to the diagram', pngFailed: 'This browser could not draw the picture. Save it as SVG instead.',
  models: (edition: string) => `It models this edition: ${edition}`, law: (law: string) => `It follows: ${law}`, notAdvice: 'It is a reading of that text and no advice on today’s law.',
  diagram: 'The diagram', stages: 'Stage by stage', anywhere: 'At any stage', people: 'People and bodies', readings: 'How ambiguous words are read', gaps: 'What the source leaves open', left: 'Findings left as they are', leftOn: (day: string) => `Left on ${day}`, because: (reason: string) => `Why it is left: ${reason}`, contents: 'Contents',
  kind: 'Kind', owner: 'Who does it', guidance: 'Guidance', task: 'To do', option: 'It can go', clock: 'Clock', rule: 'Rule', next: 'Then', gap: 'Left open', or: ' or ',
  by: (who: string) => `(${who})`, to: (whom: string) => `to ${whom}`, onForm: (form: string) => `on the form “${form}”`, onlyIf: 'only if', otherwise: 'when no other route is open',
  seats: (who: string) => `Members: ${who}.`, deputy: (who: string, tasks: string) => `${who} may stand in for: ${tasks}.`,
  plain: { role: 'A role.', body: 'A body that meets.', agency: 'An agency.', participant: 'Somebody who takes part.', audience: 'An audience.' } satisfies Record<Party['kind'], string>,
} as const;
