// The check in a worker: a procedure comes in, its problems go out.
import { check } from '../../engine/procedure/check.ts';
import { answering } from '../workers.ts';

answering(check);
