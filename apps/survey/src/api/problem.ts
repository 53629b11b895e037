import { readLeniently, ToldProblem } from '@kilim/contracts';

/** A request the server refused, and what it says of that. */
export class Problem extends Error {
  constructor(readonly document: ToldProblem) {
    super(document.detail);
    this.name = 'Problem';
  }

  /** As the contract's catalogue of problems has it, unless the server is newer. */
  get code(): string {
    return this.document.code;
  }
}

/** The server could not be reached, or its reply did not arrive: whether the request took effect is not known. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('The server could not be reached.', { cause });
    this.name = 'Unreachable';
  }
}

/** Something answered, but not in the words of the contract: a proxy's page, or a server of another version. */
export class UnexpectedReply extends Error {
  constructor(
    readonly status: number,
    cause?: unknown,
  ) {
    super(`The server's reply (status ${String(status)}) could not be understood.`, { cause });
    this.name = 'UnexpectedReply';
  }
}

/** Something was done, and told in words that this version does not have: the server is a newer one. */
export class NewerReply extends UnexpectedReply {}

/** The error for a reply that is not a success: the problem it carries, or that it carries none. */
export function errorOf(status: number, body: unknown): Problem | UnexpectedReply {
  const parsed = readLeniently(ToldProblem, body);
  return parsed.success ? new Problem(parsed.data) : new UnexpectedReply(status, parsed.error);
}
