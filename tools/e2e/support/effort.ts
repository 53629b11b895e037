import { it } from '@jest/globals';

/** Whether journeys go to the end that takes them long (`KILIM_TRIALS=long npm test -- e2e`). */
export const IS_LONG = process.env['KILIM_TRIALS'] === 'long';

/** A journey that takes long and whose parts others go as well: only in full. */
export const inFull: typeof it | typeof it.skip = IS_LONG ? it : it.skip;

/** What journeys go on that are to be gone on each database: the other one than everybody begins with only in full. */
export const DATABASES: readonly ('SQLite' | 'PostgreSQL')[] = IS_LONG
  ? ['SQLite', 'PostgreSQL']
  : ['SQLite'];
