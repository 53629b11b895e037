import Sqlite from 'better-sqlite3';

/** Commits one row after the other and says each number once it is committed: `insert.mjs FILE SYNCHRONOUS`. */
const [file, synchronous] = process.argv.slice(2);
const database = new Sqlite(file);
database.pragma('journal_mode = WAL');
database.pragma(`synchronous = ${synchronous}`);
const insert = database.prepare('INSERT INTO said VALUES (?)');
for (let number = 1; ; number += 1) {
  insert.run(number);
  process.stdout.write(`${number}\n`);
}
