// People, decisions and quorum: C36 to C43 on shipped procedures.
import { prove } from './capability.ts';
import { people } from './people.ts';

prove(people);
