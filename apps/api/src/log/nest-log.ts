import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';

/** Who reports an error of the start that is thrown as well: `main` says it to the person at the terminal. */
const SAID_BY_MAIN: readonly unknown[] = ['ExceptionHandler', 'NestApplication'];

/** Whether an error of this context is thrown as well, so that saying it once more would only confuse. */
export function isSaidElsewhere(context: unknown): boolean {
  return SAID_BY_MAIN.includes(context);
}

/**
 * What Nest and our services say, in the one log there is; what is said while the server starts is of interest to
 * developers only. Whoever speaks of a request adds its id: `log.warn('…', { requestId })`. It isn't found out by itself,
 * since following the thread of work through every promise makes all of them slower (decision 019).
 */
export class NestLog implements LoggerService {
  constructor(private readonly logger: FastifyBaseLogger) {}

  log(message: unknown, ...context: unknown[]): void {
    this.logger.debug(factsOf(context), String(message));
  }

  warn(message: unknown, ...context: unknown[]): void {
    this.logger.warn(factsOf(context), String(message));
  }

  error(message: unknown, ...context: unknown[]): void {
    const facts = { ...(message instanceof Error ? { err: message } : {}), ...factsOf(context) };
    const text = message instanceof Error ? message.message : String(message);
    if (isSaidElsewhere(facts.context)) this.logger.debug(facts, text);
    else this.logger.error(facts, text);
  }

  fatal(message: unknown, ...context: unknown[]): void {
    this.logger.fatal(factsOf(context), String(message));
  }
}

/** The facts that were added, and who speaks, which Nest puts at the end. */
function factsOf(added: readonly unknown[]): { readonly context: unknown } {
  const facts = added.filter((each) => typeof each === 'object');
  return Object.assign({ context: added.at(-1) }, ...facts) as { readonly context: unknown };
}
