/** Where a command writes; each call is one line. */
export interface Output {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** How a command ended: 0 as wished, 1 with faults in what it was given, 2 called wrongly. */
export type ExitCode = 0 | 1 | 2;

/** Something the caller has to mend, told in one sentence. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2,
  ) {
    super(message);
  }
}

/** What an error says. Not by `instanceof`: tests run in a realm of their own, where Node's errors are none of theirs. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
