// Which parts of a form a task fills, and which questions a part has. A task fills its whole form unless it names a part.
import type { FormSection, Id, Procedure, Task } from '../procedure/types.ts';

/** Every question of a part, its signature included. */
export const questionsOf = ({ questions, signature }: FormSection): readonly Id[] => (signature === undefined || questions.includes(signature) ? questions : [...questions, signature]);

/** The parts of its form that a task fills: one, where it names one. */
export function sectionsOf({ forms }: Procedure, { form, section }: Pick<Task, 'form' | 'section'>): readonly FormSection[] {
  const all = forms?.[form ?? '']?.sections ?? [];
  return section === undefined ? all : all.filter(({ id }) => id === section);
}
