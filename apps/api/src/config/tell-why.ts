const LEVELS_WITH_STACK = ['debug', 'trace'];

/**
 * Says on the terminal why a program ends: what it could not do, then what the error says. Where in the code it happened
 * follows only from the log level debug on.
 */
export function tellWhy(what: string, error: unknown): void {
  process.stderr.write(`${what} ${error instanceof Error ? error.message : String(error)}\n`);
  // The settings themselves may be what is wrong.
  if (!LEVELS_WITH_STACK.includes(process.env['LOG_LEVEL'] ?? '')) return;
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    process.stderr.write(`${cause.stack ?? cause.message}\n`);
}
