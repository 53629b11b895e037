import type { QueryRunner } from 'typeorm';

/** The one place with SQL that differs between the databases: triggers that refuse what must not happen to rows. */

/** Refuses to change or remove rows of a table. */
export async function guardAppendOnly(runner: QueryRunner, table: string): Promise<void> {
  const message = `${table} is append-only`;
  if (isPostgres(runner)) {
    await refuseOnPostgres(runner, table, 'UPDATE OR DELETE', 'true', message);
    await refuseTruncate(runner, table, message);
    return;
  }
  await refuseOnSqlite(runner, table, 'UPDATE', '1', message);
  await refuseOnSqlite(runner, table, 'DELETE', '1', message);
}

/** Personal content can be erased, words and actor together; it can't be altered, and the row stays. */
export async function guardPersonalContent(runner: QueryRunner): Promise<void> {
  const table = 'personal_content';
  const message = 'personal_content can be erased, not altered';
  const alters = 'NEW.owner_id <> OLD.owner_id OR NEW.body IS NOT NULL OR NEW.actor_id IS NOT NULL';
  if (isPostgres(runner)) {
    await refuseOnPostgres(runner, table, 'UPDATE', alters, message);
    await refuseOnPostgres(runner, table, 'DELETE', 'true', message);
    await refuseTruncate(runner, table, message);
    return;
  }
  await refuseOnSqlite(runner, table, 'UPDATE', alters, message);
  await refuseOnSqlite(runner, table, 'DELETE', '1', message);
}

async function refuseOnSqlite(
  runner: QueryRunner,
  table: string,
  event: 'UPDATE' | 'DELETE',
  when: string,
  message: string,
): Promise<void> {
  await runner.query(
    `CREATE TRIGGER "${table}_refuses_${event.toLowerCase()}" BEFORE ${event} ON "${table}" WHEN ${when} ` +
      `BEGIN SELECT RAISE(ABORT, '${message}'); END`,
  );
}

async function refuseOnPostgres(
  runner: QueryRunner,
  table: string,
  event: 'UPDATE' | 'DELETE' | 'UPDATE OR DELETE',
  when: string,
  message: string,
): Promise<void> {
  const name = `${table}_refuses_${event.toLowerCase().replaceAll(' ', '_')}`;
  await createRefusal(runner, name, message);
  await runner.query(
    `CREATE TRIGGER "${name}" BEFORE ${event} ON "${table}" FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION "${name}"()`,
  );
}

async function refuseTruncate(runner: QueryRunner, table: string, message: string): Promise<void> {
  const name = `${table}_refuses_truncate`;
  await createRefusal(runner, name, message);
  await runner.query(
    `CREATE TRIGGER "${name}" BEFORE TRUNCATE ON "${table}" FOR EACH STATEMENT EXECUTE FUNCTION "${name}"()`,
  );
}

async function createRefusal(runner: QueryRunner, name: string, message: string): Promise<void> {
  await runner.query(
    // It outlives a table that is made anew.
    `CREATE OR REPLACE FUNCTION "${name}"() RETURNS trigger LANGUAGE plpgsql AS ` +
      `$$ BEGIN RAISE EXCEPTION '${message}' USING ERRCODE = 'restrict_violation'; END $$`,
  );
}

function isPostgres(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'postgres';
}
