import type { ProblemCode } from '@kilim/contracts';
import { Problem } from '../api/problem.js';

/** The further facts of a problem with that code; undefined for any other error. */
export function detailsOf(error: unknown, code: ProblemCode): unknown {
  return error instanceof Problem && error.code === code ? error.document.details : undefined;
}
