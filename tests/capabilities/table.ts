// The whole table: every capability of the five procedures, in order.
import type { Capability } from './capability.ts';
import { charts } from './charts.ts';
import { communications } from './communications.ts';
import { definition } from './definition.ts';
import { forms } from './forms.ts';
import { parallelProcesses } from './parallel-processes.ts';
import { people } from './people.ts';
import { publication } from './publication.ts';
import { rules } from './rules.ts';
import { time } from './time.ts';

export const groups: Readonly<Record<string, readonly Capability[]>> = {
  'charts and control flow': charts, time, rules, 'people, decisions, quorum': people, forms, communications,
  'publication, plan, learning, registers': publication, 'parallel processes and protection': parallelProcesses, 'definition integrity': definition,
};
export const table: readonly Capability[] = Object.values(groups).flat();
