/** SQLite: locked by another process, disk full, file unreadable. PostgreSQL: resources, shutdown, lock conflicts. */
const CODES = /^(SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY)(_|$)|08|53|57P0|40001$|40P01$|55P03$)/;
/** The way to PostgreSQL is broken. */
const NETWORK = /^(ECONN(REFUSED|RESET)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
const PG_CLIENT =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** The connection broke under a transaction: the server has undone it. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
  readonly code = 'ECONNRESET';
}

/** Whether the database can't be written or reached for now: trying again later may work, and nothing was saved. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof AggregateError && error.errors.some(isUnavailable)) return true;
  for (let cause = error; cause instanceof Error; cause = causeOf(cause)) {
    const code = 'code' in cause ? String(cause.code) : '';
    if (CODES.test(code) || NETWORK.test(code) || PG_CLIENT.test(cause.message)) return true;
  }
  return false;
}

function causeOf(error: Error): unknown {
  return 'driverError' in error ? error.driverError : error.cause;
}
