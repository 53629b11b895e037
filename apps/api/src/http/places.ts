import type { ProblemPlace } from '@kilim/contracts';
import type * as z from 'zod';

/** Places named at most: a body of a megabyte can be wrong in a hundred thousand. */
const MOST = 100;

/** Where a part of a request is wrong, as JSON pointers. */
export function placesOf(
  part: ProblemPlace['in'],
  issues: readonly z.core.$ZodIssue[],
): readonly ProblemPlace[] {
  return issues.flatMap((issue) => placesOfIssue(part, issue)).slice(0, MOST);
}

/** An RFC 6901 JSON pointer; empty for the whole. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function placesOfIssue(part: ProblemPlace['in'], issue: z.core.$ZodIssue): readonly ProblemPlace[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      in: part,
      pointer: pointerOf([...issue.path, key]),
      message: 'Nothing of this name is expected here.',
      mend: 'Leave it out.',
    }));
  }
  return [{ in: part, pointer: pointerOf(issue.path), message: issue.message }];
}
