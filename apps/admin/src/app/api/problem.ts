import { HttpErrorResponse } from '@angular/common/http';
import { readLeniently, ToldProblem } from '@kilim/contracts';

/**
 * What went wrong with a request, as screens need it.
 *
 * | kind | |
 * |---|---|
 * | `told` | the server says what is wrong |
 * | `offline` | no answer came |
 * | `strange` | an answer came that is not in the contract |
 */
export type Problem =
  | { readonly kind: 'told'; readonly document: ToldProblem }
  | { readonly kind: 'offline' }
  | { readonly kind: 'strange'; readonly message: string };

/** Reads whatever a request was rejected with. */
export function problemOf(error: unknown): Problem {
  const response = httpError(error);
  // Part of the program could not be fetched: there is no network, or the server has a newer one.
  if (error instanceof TypeError && /import|fetch/i.test(error.message)) return { kind: 'offline' };
  if (response === undefined) return { kind: 'strange', message: messageOf(error) };
  const told = readLeniently(ToldProblem, response.error);
  if (told.success) return { kind: 'told', document: told.data };
  if (response.status === 0 || response.status === 502 || response.status === 504) return { kind: 'offline' };
  return { kind: 'strange', message: response.message };
}

/** The code of a problem that the server told, which may be newer than this page; undefined for every other kind. */
export function codeOf(problem: Problem): string | undefined {
  return problem.kind === 'told' ? problem.document.code : undefined;
}

/** A resource wraps what is no Error; the response stands in `cause`. */
function httpError(error: unknown): HttpErrorResponse | undefined {
  if (error instanceof HttpErrorResponse) return error;
  if (error instanceof Error && error.cause instanceof HttpErrorResponse) return error.cause;
  return undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
