import type { Database } from '../../src/database/database.js';

/** What a thief with the database file could do: no trigger stops them. */
export async function tamper({ kind, writer }: Database, table: string, sql: string): Promise<void> {
  if (kind === 'postgres') {
    await writer.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  } else {
    const triggers: { name: string }[] = await writer.query(
      `SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = '${table}'`,
    );
    for (const { name } of triggers) await writer.query(`DROP TRIGGER "${name}"`);
  }
  await writer.query(sql);
}
