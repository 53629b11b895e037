import type { EntityManager, EntityTarget, QueryDeepPartialEntity } from 'typeorm';

/**
 * Inserts whole rows: every column is given, since defaults stand in code. (TypeORM's own type of an insert cannot
 * express columns that hold JSON; this is the one place that says so.)
 */
export async function insertRow<Row extends object>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  rows: Row | readonly Row[],
): Promise<void> {
  const list: readonly unknown[] = Array.isArray(rows) ? rows : [rows];
  if (list.length === 0) return;
  await manager.insert(entity, list as QueryDeepPartialEntity<Row>[]);
}
