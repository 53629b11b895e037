/**
 * SQLite: locked by another process, disk full, file unreadable. PostgreSQL: resources, shutdown, lock conflicts, a server
 * that only reads, as while another one takes its place.
 */
const CODES =
  /^(SQLITE_(BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY)(_|$)|08|53|57P0|25006$|25P03$|40001$|40P01$|55P03$)/;
/** The way to PostgreSQL is broken. */
const NETWORK = /^(ECONN(REFUSED|RESET)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
const PG_CLIENT =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** There is no room: on SQLite's disk, on PostgreSQL's. */
const FULL = /^(SQLITE_FULL|53100|ENOSPC)$/;

/** The connection broke under a transaction: the server has undone it. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
  readonly code = 'ECONNRESET';
}

/** Whether the database can't be written or reached for now: trying again later may work, and nothing was saved. */
export function isUnavailable(error: unknown): boolean {
  return causesOf(error).some(
    ({ code = '', message }) => CODES.test(code) || NETWORK.test(code) || PG_CLIENT.test(message),
  );
}

/** Whether PostgreSQL gave up waiting for rows that somebody else holds. */
export function isHeldElsewhere(error: unknown): boolean {
  return causesOf(error).some(({ code }) => code === '55P03');
}

/** Whether that is because there is no room left. */
export function isFull(error: unknown): boolean {
  return causesOf(error).some(({ code = '' }) => FULL.test(code));
}

/** An error and all that it stands for. */
function causesOf(error: unknown): readonly ErrorLike[] {
  if (!isErrorLike(error)) return [];
  const parts = error instanceof AggregateError ? (error.errors as readonly unknown[]) : [];
  return [error, ...[...parts, error.driverError ?? error.cause].flatMap(causesOf)];
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
