import { type QueryRunner, Table, type TableColumnOptions } from 'typeorm';

/** What stands beside a table's columns: column names each. */
interface Constraints {
  readonly unique?: readonly (readonly string[])[];
  readonly index?: readonly (readonly string[])[];
  /** Column → the table whose `id` it holds. */
  readonly references?: Readonly<Record<string, string>>;
}

/** A column as migrations describe it. */
export interface Part {
  readonly name: string;
  readonly type: 'varchar' | 'text' | 'integer' | 'boolean';
  readonly length?: number;
  readonly isPrimary?: true;
  readonly isNullable?: true;
}

/** A row's id: the primary key. */
export const key = (name = 'id', length = 36): Part => ({ ...word(name, length), isPrimary: true });
/** Another row's id. */
export const uuid = (name: string): Part => word(name, 36);
export const word = (name: string, length: number): Part => ({ name, type: 'varchar', length });
export const text = (name: string): Part => ({ name, type: 'text' });
export const integer = (name: string): Part => ({ name, type: 'integer' });
export const flag = (name: string): Part => ({ name, type: 'boolean' });
/** ISO text in UTC. */
export const instant = (name: string): Part => word(name, 24);
/** A SHA-256 in hex. */
export const hash = (name: string): Part => word(name, 64);
/** JSON as text. */
export const json = (name: string): Part => text(name);
export const optional = (part: Part): Part => ({ ...part, isNullable: true });

/** Creates a table alike on both databases. */
export async function createTable(
  runner: QueryRunner,
  name: string,
  parts: readonly Part[],
  { unique = [], index = [], references = {} }: Constraints = {},
): Promise<void> {
  const table = new Table({
    name,
    columns: parts.map((part) => columnOptions(part, runner)),
    uniques: unique.map((columnNames) => ({ columnNames: [...columnNames] })),
    indices: index.map((columnNames) => ({ columnNames: [...columnNames] })),
    foreignKeys: Object.entries(references).map(([column, target]) => ({
      columnNames: [column],
      referencedTableName: target,
      referencedColumnNames: ['id'],
    })),
  });
  await runner.createTable(table);
}

/**
 * Adds a column that may be empty. Written out: TypeORM would make the whole table anew on SQLite.
 *
 * @param part its name and type; it is optional whether it says so or not
 */
export async function addColumn(runner: QueryRunner, table: string, part: Part): Promise<void> {
  const { name, type, length } = part;
  const isWords = type === 'varchar' || type === 'text';
  const collation = isWords && runner.dataSource.options.type === 'postgres' ? ' COLLATE "C"' : '';
  const size = length === undefined ? '' : `(${String(length)})`;
  await runner.query(`ALTER TABLE "${table}" ADD COLUMN "${name}" ${type}${size}${collation}`);
}

/** Runs a statement whose values stand in it as `?`, on both databases. */
export async function run(runner: QueryRunner, sql: string, values: readonly Value[]): Promise<void> {
  let place = 0;
  const isPostgres = runner.dataSource.options.type === 'postgres';
  await runner.query(isPostgres ? sql.replaceAll('?', () => `$${String(++place)}`) : sql, [...values]);
}

/** Inserts a row, by its columns as they are called at that time: entities may know others by now. */
export async function insertInto(
  runner: QueryRunner,
  table: string,
  row: Readonly<Record<string, Value>>,
): Promise<void> {
  const names = Object.keys(row).map((name) => `"${name}"`);
  const values = Object.values(row);
  await run(
    runner,
    `INSERT INTO "${table}" (${names.join()}) VALUES (${values.map(() => '?').join()})`,
    values,
  );
}

/** What columns hold. */
type Value = string | number | null;

/** PostgreSQL sorts words by the server's locale unless told to sort by bytes, as SQLite does. */
function columnOptions(part: Part, runner: QueryRunner): TableColumnOptions {
  const { length, ...rest } = part;
  const isWords = part.type === 'varchar' || part.type === 'text';
  return {
    ...rest,
    ...(length === undefined ? {} : { length: String(length) }),
    ...(isWords && runner.dataSource.options.type === 'postgres' ? { collation: 'C' } : {}),
  };
}
