import { existsSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { SERVER, clear, folder, start, until } from './support/processes.mjs';

afterAll(clear);

/** What the server says when it does not start: nothing but its sentence, and an exit code. */
async function refusal(environment) {
  const { code, output } = await start([SERVER], { DATA_DIR: folder(), PORT: '0', ...environment }).ended;
  expect(code).toBe(1);
  return output;
}

/** Whether a database that is being filled has come to its round. */
function hasRounds(file) {
  if (!existsSync(file)) return false;
  const database = new Sqlite(file, { readonly: true });
  const table = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'round'").get();
  const isThere = table !== undefined && database.prepare('SELECT 1 FROM round').get() !== undefined;
  database.close();
  return isThere;
}

describe('the server says in one sentence why it does not start', () => {
  it('when a setting is wrong: which, and what is allowed', async () => {
    expect(await refusal({ PORT: 'many' })).toBe(
      'Kilim could not start. PORT must be a whole number from 0 to 65535; it is “many”.\n',
    );
  });

  it('when the port is taken', async () => {
    const other = createServer();
    await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
    const port = String(other.address().port);
    expect(await refusal({ PORT: port })).toBe(
      `Kilim could not start. Port ${port} is taken by another program: stop that one, or set PORT to another port.\n`,
    );
    other.close();
  });

  it('when the address is not of this machine', async () => {
    expect(await refusal({ HOST: '192.0.2.1' })).toBe(
      'Kilim could not start. HOST is 192.0.2.1, which is no address of this machine.\n',
    );
  });

  it('when its folder can not be written, whatever the reason', async () => {
    const file = path.join(folder(), 'file');
    writeFileSync(file, '');
    expect(await refusal({ DATA_DIR: file })).toBe(
      `Kilim could not start. The folder ${file} is a file; DATA_DIR names it.\n`,
    );
    const below = path.join(file, 'below');
    expect(await refusal({ DATA_DIR: below })).toBe(
      `Kilim could not start. The folder ${below} lies below something that is no folder; DATA_DIR names it.\n`,
    );
  });

  // There not even the superuser can make a folder, and Node's own way of making one never ends.
  const itOnLinux = existsSync('/proc/self') ? it : it.skip;
  itOnLinux('when the system refuses to make its folder', async () => {
    expect(await refusal({ DATA_DIR: '/proc/kilim' })).toBe(
      'Kilim could not start. The folder /proc/kilim can not be written (ENOENT); DATA_DIR names it.\n',
    );
  });

  it('when the database can not be reached', async () => {
    expect(await refusal({ DATABASE_URL: 'postgres://kilim:secret@127.0.0.1:9/kilim' })).toBe(
      'Kilim could not start. The PostgreSQL at 127.0.0.1:9, which DATABASE_URL names, can not be reached (ECONNREFUSED): is it running?\n',
    );
  });

  it('when the database is newer than the program', async () => {
    const dataDir = folder();
    const database = new Sqlite(path.join(dataDir, 'kilim.sqlite'));
    database.exec(`CREATE TABLE migration (id INTEGER PRIMARY KEY, timestamp BIGINT, name VARCHAR);
      INSERT INTO migration VALUES (1, 9999999999999, 'Later9999999999999')`);
    database.close();
    expect(await refusal({ DATA_DIR: dataDir })).toBe(
      'Kilim could not start. The database was written by a newer version of Kilim (it has Later9999999999999): start that version.\n',
    );
  });

  it('when a migration fails', async () => {
    const dataDir = folder();
    const database = new Sqlite(path.join(dataDir, 'kilim.sqlite'));
    database.exec('CREATE TABLE account (whatever INTEGER)');
    database.close();
    expect(await refusal({ DATA_DIR: dataDir })).toMatch(
      /^Kilim could not start\. The database could not be brought up to date: First\d+ failed \(.*account.*\); what it had changed was undone\.\n$/,
    );
  });

  it('when its demonstration was interrupted while it was made', async () => {
    const dataDir = folder();
    const environment = { DATA_DIR: dataDir, KILIM_MODE: 'demo' };
    const first = start([SERVER], { ...environment, PORT: '0' });
    await until(() => hasRounds(path.join(dataDir, 'kilim.sqlite')));
    first.child.kill('SIGKILL');
    await first.ended;
    expect(await refusal(environment)).toContain(`Remove the folder ${dataDir}`);
  });
});

it('shows where in the code it failed from the log level debug on', async () => {
  const file = path.join(folder(), 'file');
  writeFileSync(file, '');
  expect(await refusal({ DATA_DIR: file, LOG_LEVEL: 'debug' })).toMatch(
    /^Kilim could not start\. .*\n[\s\S]*\n {4}at /,
  );
});

it('starts in a folder that is not there yet, for nobody else to read, and stops cleanly when told to', async () => {
  const dataDir = path.join(folder(), 'one', 'two');
  const server = start([SERVER], { DATA_DIR: dataDir, PORT: '0' });
  await until(() => /Kilim listens on/.test(server.output()));
  server.child.kill('SIGTERM');
  expect((await server.ended).code).toBe(0);
  expect(existsSync(path.join(dataDir, 'kilim.sqlite'))).toBe(true);
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
});
