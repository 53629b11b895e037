import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { COMMANDS, SERVER, clear, folder, start, until } from './support/processes.mjs';

let dataDir;

/** A demonstration, made and left alone. */
beforeAll(async () => {
  dataDir = folder();
  const server = start([SERVER], { DATA_DIR: dataDir, PORT: '0', KILIM_MODE: 'demo' });
  await until(() => /Kilim listens on/.test(server.output()));
  server.child.kill('SIGTERM');
  await server.ended;
});
afterAll(clear);

const kilim = (words, environment = {}) =>
  start([COMMANDS, ...words], { DATA_DIR: dataDir, ...environment }).ended;

/** Writes past the program, as somebody with the file could; triggers are no hindrance to them. */
function tamper(sql, table) {
  const database = new Sqlite(path.join(dataDir, 'kilim.sqlite'));
  const triggers = database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?");
  for (const { name } of triggers.all(table)) database.exec(`DROP TRIGGER "${name}"`);
  const { changes } = database.prepare(sql).run();
  database.close();
  return changes;
}

function stored(sql) {
  const database = new Sqlite(path.join(dataDir, 'kilim.sqlite'), { readonly: true });
  const rows = database.prepare(sql).all();
  database.close();
  return rows;
}

describe('kilim rebuild', () => {
  const ANSWERS = 'SELECT * FROM current_answer ORDER BY 1, 2, 3';
  const SCORES = 'SELECT assessment_id, basis, numbers FROM scorecard ORDER BY 1, 2';

  it('finds nothing where nothing was touched', async () => {
    expect(await kilim(['rebuild'])).toEqual({
      code: 0,
      output: 'Answers and scores are what the records give.\n',
    });
  });

  it('lists what differs; with --check it leaves it, without it makes it what the records give', async () => {
    const [answers, scores] = [stored(ANSWERS), stored(SCORES)];
    const first = "(SELECT id FROM assessment WHERE state = 'verified')";
    expect(
      tamper(`UPDATE current_answer SET comment = 'forged' WHERE assessment_id = ${first}`),
    ).toBeGreaterThan(50);
    expect(
      tamper(`UPDATE scorecard SET numbers = '{}' WHERE assessment_id = ${first} AND basis = 'found'`),
    ).toBe(1);
    const forged = [stored(ANSWERS), stored(SCORES)];
    const checked = await kilim(['rebuild', '--check']);
    expect(checked.code).toBe(1);
    expect(checked.output).toMatch(/^current_answer q-\S+ of assessment \S+\n/);
    expect(checked.output).toMatch(/\nscorecard found of assessment \S+\n/);
    expect([stored(ANSWERS), stored(SCORES)]).toEqual(forged);
    const mended = await kilim(['rebuild']);
    expect([mended.code, mended.output.split('\n').at(-2)]).toEqual([
      1,
      expect.stringMatching(/^\d+ difference\(s\), mended\.$/),
    ]);
    expect([stored(ANSWERS), stored(SCORES)]).toEqual([answers, scores]);
    expect((await kilim(['rebuild', '--check'])).code).toBe(0);
  });
});

describe('kilim verify-audit', () => {
  it('finds every chain as it was written', async () => {
    const { code, output } = await kilim(['verify-audit']);
    expect([code, output]).toEqual([
      0,
      expect.stringMatching(/^\d+ chain\(s\), each as it was written\.\n$/),
    ]);
  });

  it('names the entry that somebody has altered', async () => {
    tamper(
      `UPDATE answer_event SET kind = 'cleared' WHERE sequence = (SELECT max(sequence) FROM answer_event)`,
      'answer_event',
    );
    const { code, output } = await kilim(['verify-audit']);
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(/^altered: entry \d+ of assessment \S+\n.*, 1 fault\(s\)\.\n$/),
    ]);
  });
});

describe('a command that can not do its work ends with 2 and one sentence', () => {
  it.each([
    ['an unknown command', ['dance'], {}, /^kilim dance: there is no such command, but rebuild, .*\.\n$/],
    [
      'a word that it does not know',
      ['rebuild', '--all'],
      {},
      /^kilim rebuild: rebuild takes --check .*\.\n$/,
    ],
    [
      'a word for one that takes none',
      ['verify-audit', '--check'],
      {},
      /^kilim verify-audit: verify-audit takes nothing, not --check\.\n$/,
    ],
    ['a wrong setting', ['rebuild'], { LOG_LEVEL: 'loud' }, /^kilim rebuild: LOG_LEVEL must be .*\.\n$/],
    [
      'no database',
      ['verify-audit'],
      { DATA_DIR: '/nowhere' },
      /^kilim verify-audit: there is no database .*\.\n$/,
    ],
    [
      'a database out of reach',
      ['verify-audit'],
      { DATABASE_URL: 'postgres://kilim@127.0.0.1:9/kilim' },
      /^kilim verify-audit: The PostgreSQL at 127\.0\.0\.1:9, .*\?\n$/,
    ],
  ])('%s', async (_what, words, environment, sentence) => {
    const { code, output } = await kilim(words, environment);
    expect([code, output]).toEqual([2, expect.stringMatching(sentence)]);
  });
});
