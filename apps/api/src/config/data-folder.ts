import { existsSync, mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { CannotStart } from './cannot-start.js';

/**
 * Makes the folder of everything that is kept, unless it is there, and makes sure that it can be written. It holds
 * password hashes: for nobody else on this machine.
 *
 * @throws CannotStart
 */
export function prepareDataFolder(folder: string): void {
  try {
    make(folder);
    // Only trying tells: rights, a read-only disk and a full one look alike from outside.
    rmdirSync(mkdtempSync(path.join(folder, '.try-')));
  } catch (cause) {
    throw new CannotStart(`The folder ${folder} ${fault(folder, cause)}; DATA_DIR names it.`, { cause });
  }
}

/** One step after the other: Node's own way of making several tries for ever where the system has odd folders. */
function make(folder: string): void {
  if (existsSync(folder)) return;
  make(path.dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function fault(folder: string, cause: unknown): string {
  if (existsSync(folder) && !statSync(folder).isDirectory()) return 'is a file';
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  switch (code) {
    case 'ENOTDIR':
      return 'lies below something that is no folder';
    case 'EROFS':
      return 'lies on a disk that can only be read';
    case 'ENOSPC':
      return 'lies on a disk that is full';
    default:
      return `can not be written (${code})`;
  }
}
