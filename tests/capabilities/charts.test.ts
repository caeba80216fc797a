// Charts and control flow: C1 to C14 on shipped procedures.
import { prove } from './capability.ts';
import { charts } from './charts.ts';

prove(charts);
