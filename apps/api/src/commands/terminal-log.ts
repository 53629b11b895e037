import type { LoggerService } from '@nestjs/common';
import { isSaidElsewhere } from '../log/nest-log.js';

/** What services say while an operator's command runs: warnings and errors, beside the command's own lines. */
export class TerminalLog implements LoggerService {
  log(): void {
    // Of interest to servers only.
  }

  warn(message: unknown): void {
    process.stderr.write(`${String(message)}\n`);
  }

  error(message: unknown, ...context: unknown[]): void {
    if (isSaidElsewhere(context.at(-1))) return;
    process.stderr.write(`${message instanceof Error ? message.message : String(message)}\n`);
  }
}
