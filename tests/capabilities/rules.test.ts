// Rules: C27 to C35 on shipped procedures.
import { prove } from './capability.ts';
import { rules } from './rules.ts';

prove(rules);
