import { writeSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

/**
 * Commits rows one after the other and says each number once it is committed, then waits until it is killed:
 * `insert.mjs FILE SYNCHRONOUS ROWS`.
 */
const [file, synchronous, rows] = process.argv.slice(2);
const database = new Sqlite(file);
database.pragma('journal_mode = WAL');
database.pragma(`synchronous = ${synchronous}`);
// A checkpoint would sync what no commit has asked to be synced.
database.pragma('wal_autocheckpoint = 0');
const insert = database.prepare('INSERT INTO said VALUES (?)');
for (let number = 1; number <= Number(rows); number += 1) {
  insert.run(number);
  // Not through process.stdout: what the pipe does not take at once would wait for an event loop that is not running.
  writeSync(1, `${number}\n`);
}
setInterval(() => undefined, 1000);
