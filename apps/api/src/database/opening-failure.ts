import { CannotStart } from '../config/cannot-start.js';
import type { DatabasePlace } from './place.js';

/** Why a database could not be opened or brought up to date, as one sentence; what nobody foresaw stays as it is. */
export function openingFailure(place: DatabasePlace, error: unknown): unknown {
  const code = codeOf(error);
  const sentence =
    place.kind === 'sqlite' ? sqliteSentence(place.file, code) : postgresSentence(place.url, error);
  return sentence === undefined ? error : new CannotStart(sentence, { cause: error });
}

function sqliteSentence(file: string, code: string): string | undefined {
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code))
    return `${file} is no database, or a damaged one: restore a backup, or move it away to begin with an empty one.`;
  if (/^SQLITE_(CANTOPEN|READONLY|PERM)/.test(code))
    return `The database ${file} can not be written: check who owns it and its folder, which DATA_DIR names.`;
  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return `Another program holds the database ${file}: stop that one first.`;
  if (/^SQLITE_(FULL|IOERR)/.test(code)) return `The disk of the database ${file} is full or fails.`;
  return undefined;
}

function postgresSentence(url: string, error: unknown): string | undefined {
  const { host, database, user } = partsOf(url);
  const code = codeOf(error);
  const where = `The PostgreSQL at ${host}, which DATABASE_URL names,`;
  if (/^(ECONN|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_AGAIN|EPIPE)/.test(code) || isTimeout(error))
    return `${where} can not be reached (${code || 'no answer'}): is it running?`;
  if (code.startsWith('28')) return `${where} refuses the user ${user} or the password.`;
  if (code === '3D000') return `${where} has no database ${database}: make it with CREATE DATABASE.`;
  if (code === '42501')
    return `${where} does not let ${user} change the database ${database}: grant all on it.`;
  if (/^(53|57P0)/.test(code)) return `${where} takes no connection now (${code}): try again in a moment.`;
  return undefined;
}

/** What of the address may be shown: never the password. */
function partsOf(url: string): { host: string; database: string; user: string } {
  const { host, pathname, username } = new URL(url);
  return { host: host || 'this machine', database: pathname.slice(1), user: username || 'of this process' };
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && /timeout|Connection terminated/i.test(error.message);
}

/** The driver's code, wherever TypeORM or Node have packed it. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if ('errors' in error && Array.isArray(error.errors)) return codeOf(error.errors[0]);
  if ('driverError' in error) return codeOf(error.driverError);
  return 'cause' in error ? codeOf(error.cause) : '';
}
