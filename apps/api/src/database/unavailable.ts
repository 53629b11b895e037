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
  for (let cause = error; isErrorLike(cause); cause = cause.driverError ?? cause.cause) {
    if (CODES.test(cause.code ?? '') || NETWORK.test(cause.code ?? '') || PG_CLIENT.test(cause.message)) {
      return true;
    }
  }
  return false;
}

interface ErrorLike {
  readonly message: string;
  readonly code?: string;
  /** What TypeORM wraps. */
  readonly driverError?: unknown;
  readonly cause?: unknown;
}

/** By its looks: the errors of a native module need not descend from the `Error` of whoever catches them. */
function isErrorLike(error: unknown): error is ErrorLike {
  return typeof error === 'object' && error !== null && 'message' in error;
}
