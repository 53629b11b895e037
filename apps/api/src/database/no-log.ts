import type { Logger } from 'typeorm';

/** Keeps TypeORM from writing to the terminal, which it does about migrations even when told not to log. */
export class NoLog implements Logger {
  logQuery(): void {}
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
