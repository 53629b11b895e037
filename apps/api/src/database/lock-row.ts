import type { EntityManager, EntityTarget, FindOptionsWhere } from 'typeorm';

/**
 * Reads a row inside a unit and keeps everybody else from changing it until the unit is over; null when there is none.
 * Whoever writes rows of other tables that refer to it need not wait: they may hold what the unit wants next. On SQLite a
 * unit is alone anyway.
 */
export function lockRow<Row extends { readonly id: string }>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  id: string,
): Promise<Row | null> {
  const locksRows = manager.dataSource.options.type === 'postgres';
  return manager.findOne(entity, {
    where: { id } as FindOptionsWhere<Row>,
    ...(locksRows && { lock: { mode: 'for_no_key_update' } }),
  });
}
