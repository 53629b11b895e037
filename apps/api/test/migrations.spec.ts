import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { uuidv7 } from 'uuidv7';
import { openDatabase } from '../src/database/data-source.js';
import { MIGRATIONS } from '../src/database/migrations/index.js';
import { insertRow } from '../src/database/insert-row.js';
import { ProgrammeRow } from '../src/rounds/programme.entity.js';
import { type Core, openCore } from './support/core.js';
import { describeOnBothDatabases, type TestDatabase } from './support/databases.js';
import { givenRowsEverywhere } from './support/given-rows.js';

const APPEND_ONLY = [
  'agreed_value',
  'answer_event',
  'audit_entry',
  'change_report',
  'checkpoint',
  'draft_snapshot',
  'draft_step',
  'clarification_event',
  'evidence_link_event',
  'finding',
  'questionnaire_version',
  'report_signature',
  'stakeholder_view',
  'text_revision',
  'version_origin',
  'version_retirement',
];

describeOnBothDatabases('the database', (make, kind) => {
  let testDatabase: TestDatabase;
  let core: Core;
  beforeAll(async () => {
    testDatabase = await make();
    core = await openCore(testDatabase);
    await givenRowsEverywhere(core);
  });
  afterAll(async () => {
    await core.close();
    await testDatabase.remove();
  });

  test('is exactly what the entities say', async () => {
    const difference = await core.database.writer.driver.createSchemaBuilder().log();
    expect(difference.upQueries.map(({ query }) => query)).toEqual([]);
  });

  test('is seen to differ where it does', async () => {
    const { writer } = core.database;
    await writer.query('ALTER TABLE programme ADD COLUMN unexpected varchar(10)');
    const difference = await writer.driver.createSchemaBuilder().log();
    expect(difference.upQueries.map(({ query }) => query).join()).toMatch(/programme/);
    await writer.query('ALTER TABLE programme DROP COLUMN unexpected');
  });

  test('opens a second time without doing anything', async () => {
    const again = await openDatabase(testDatabase.place);
    const rows: unknown[] = await again.reader.query('SELECT name FROM migration');
    expect(rows).toHaveLength(MIGRATIONS.length);
    await again.close();
  });

  test('refuses to open when a newer program has written it', async () => {
    await core.database.writer.query(
      `INSERT INTO migration (timestamp, name) VALUES (9999999999999, 'Later9999999999999')`,
    );
    await expect(openDatabase(testDatabase.place)).rejects.toThrow(/newer version of Kilim/);
    await core.database.writer.query(`DELETE FROM migration WHERE name = 'Later9999999999999'`);
  });

  test('is migrated once when several servers start at the same time', async () => {
    if (kind === 'sqlite') return;
    const empty = await make();
    const opened = await Promise.all([1, 2, 3].map(() => openDatabase(empty.place)));
    const rows: unknown[] | undefined = await opened[0]?.reader.query('SELECT name FROM migration');
    expect(rows).toHaveLength(MIGRATIONS.length);
    await Promise.all(opened.map((database) => database.close()));
    await empty.remove();
  });

  test('sorts words by their bytes', async () => {
    const names = ['b', 'B', 'a', 'Ä', 'z', 'A'];
    await core.unit.write({ actor: null }, async () => {
      const rows = names.map((name) => ({ id: uuidv7(), name, createdAt: core.unit.now() }));
      await insertRow(core.unit.manager(), ProgrammeRow, rows);
      await core.chain.append({ stream: { kind: 'administration' }, action: 'city.added' });
    });
    const rows = await core.reads.manager().find(ProgrammeRow, { order: { name: 'ASC' } });
    expect(rows.map(({ name }) => name)).toEqual(['A', 'B', 'Test programme', 'a', 'b', 'z', 'Ä']);
  });

  test('keeps its foreign keys', async () => {
    await expect(
      core.unit.write({ actor: null }, async () => {
        const made = { id: uuidv7(), programmeId: uuidv7(), code: 'x', createdAt: core.unit.now() };
        await core.unit
          .manager()
          .query(
            kind === 'sqlite'
              ? 'INSERT INTO questionnaire (id, programme_id, code, created_at) VALUES (?, ?, ?, ?)'
              : 'INSERT INTO questionnaire (id, programme_id, code, created_at) VALUES ($1, $2, $3, $4)',
            Object.values(made),
          );
      }),
    ).rejects.toThrow(/foreign key/i);
  });

  test.each(APPEND_ONLY)('refuses to change or remove rows of %s', async (table) => {
    const column = { checkpoint: 'at', version_origin: 'version_id' }[table] ?? 'id';
    const rows: unknown[] = await core.database.writer.query(`SELECT * FROM ${table}`);
    expect(rows).not.toHaveLength(0);
    await expect(core.database.writer.query(`UPDATE ${table} SET ${column} = 'x'`)).rejects.toThrow(
      `${table} is append-only`,
    );
    await expect(core.database.writer.query(`DELETE FROM ${table}`)).rejects.toThrow(
      `${table} is append-only`,
    );
  });

  test('lets personal content be erased, but neither altered nor removed', async () => {
    const { writer } = core.database;
    await expect(writer.query(`UPDATE personal_content SET body = '{}'`)).rejects.toThrow(/not altered/);
    await expect(writer.query(`UPDATE personal_content SET body = NULL, actor_id = 'x'`)).rejects.toThrow(
      /not altered/,
    );
    await expect(writer.query('DELETE FROM personal_content')).rejects.toThrow(/not altered/);
    await writer.query(`UPDATE personal_content SET body = NULL, actor_id = NULL, salt = ''`);
    const left: unknown[] = await writer.query('SELECT * FROM personal_content WHERE body IS NOT NULL');
    expect(left).toEqual([]);
  });
});
