import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';
import { currentRequestId } from './current-request.js';

/** Who reports an error of the start that is thrown as well: `main` says it to the person at the terminal. */
const SAID_BY_MAIN: readonly unknown[] = ['ExceptionHandler', 'NestApplication'];

/** Whether an error of this context is thrown as well, so that saying it once more would only confuse. */
export function isSaidElsewhere(context: unknown): boolean {
  return SAID_BY_MAIN.includes(context);
}

/** Nest's own messages, in the one log there is. What it says while it starts is of interest to developers only. */
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

function factsOf(context: readonly unknown[]): { readonly context: unknown; readonly requestId?: string } {
  const requestId = currentRequestId();
  return { context: context.at(-1), ...(requestId === undefined ? {} : { requestId }) };
}
