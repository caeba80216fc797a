// Publication, plan, learning and registers: C55 to C59 on shipped procedures.
import { prove } from './capability.ts';
import { publication } from './publication.ts';

prove(publication);
