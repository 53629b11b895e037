import { Problem } from '../http/problem.js';
import { isFull, isUnavailable } from './unavailable.js';

/** What somebody is told whose work the database can't take now; undefined when the error is of another kind. */
export function unavailableProblem(error: unknown): Problem | undefined {
  if (isFull(error)) return new Problem('server.full', { cause: error, retryAfterSeconds: 30 });
  if (isUnavailable(error)) return new Problem('server.busy', { cause: error, retryAfterSeconds: 2 });
  return undefined;
}
