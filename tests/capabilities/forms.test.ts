// Forms: C44 to C50 on shipped procedures.
import { prove } from './capability.ts';
import { forms } from './forms.ts';

prove(forms);
