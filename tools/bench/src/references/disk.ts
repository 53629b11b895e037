import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';

/** The size of a small row with its indices. */
const BLOCK = Buffer.alloc(512, 1);

/**
 * What the disk itself can do: appends to a file, each on the disk before the next. Blocks the process meanwhile.
 *
 * @returns how long each took, in milliseconds
 */
export function syncedAppends(folder: string, windowMs: number): readonly number[] {
  const file = openSync(path.join(folder, 'appended'), 'a');
  const took: number[] = [];
  const end = performance.now() + windowMs;
  for (let now = performance.now(); now < end;) {
    writeSync(file, BLOCK);
    fdatasyncSync(file);
    const after = performance.now();
    took.push(after - now);
    now = after;
  }
  closeSync(file);
  return took;
}
