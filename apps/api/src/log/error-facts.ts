/** What the log says of an error. */
export interface ErrorFacts {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  /** Where it happened. */
  readonly stack: string;
  readonly cause?: ErrorFacts;
  /** What the logger's type wants to be possible. */
  readonly [further: string]: unknown;
}

/** Deep enough for what wraps what. */
const MOST_CAUSES = 5;

/**
 * Picks what may be logged: the statement and the parameters that a database's error carries hold answers and names,
 * and so may the message of one that was given wrong data (SQLSTATE class 22).
 */
export function errorFacts(error: unknown): ErrorFacts {
  return factsOf(error, 0);
}

function factsOf(error: unknown, depth: number): ErrorFacts {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'Something was thrown that is no error', stack: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const cause = 'driverError' in error ? undefined : error.cause;
  return {
    type: error.name,
    message:
      code !== undefined && /^(22|23)[0-9A-Z]{3}$/.test(code) ? `PostgreSQL error ${code}` : error.message,
    ...(code === undefined ? {} : { code }),
    stack: framesOf(error),
    ...(cause === undefined || depth >= MOST_CAUSES ? {} : { cause: factsOf(cause, depth + 1) }),
  };
}

/** The stack without its first lines, which repeat the message. */
function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
}
