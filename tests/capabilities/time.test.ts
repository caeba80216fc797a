// Time: C15 to C26 on shipped procedures.
import { prove } from './capability.ts';
import { time } from './time.ts';

prove(time);
