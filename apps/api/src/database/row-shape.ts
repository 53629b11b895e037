import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';

/** A column of a table, as statements written by hand need it. */
interface ShapedColumn {
  readonly property: string;
  readonly name: string;
  readonly type: 'varchar' | 'text' | 'integer' | 'boolean';
  readonly isJson: boolean;
  readonly isKey: boolean;
}

/** Raw rows as a driver gives them, by column name. */
export type RawRow = Readonly<Record<string, unknown>>;

/**
 * How the rows of an entity lie in the database. The few statements that are written by hand, because they carry every
 * answer that is saved, take tables and columns from here: the entity stays the one place that says them.
 */
export class RowShape<Row extends ObjectLiteral> {
  readonly table: string;
  readonly columns: readonly ShapedColumn[];

  constructor(source: DataSource, entity: EntityTarget<Row>) {
    const metadata = source.getMetadata(entity);
    this.table = metadata.tableName;
    this.columns = metadata.columns.map(({ propertyName, databaseName, type, isPrimary }) => ({
      property: propertyName,
      name: databaseName,
      type: type === 'simple-json' ? 'text' : (type as ShapedColumn['type']),
      isJson: type === 'simple-json',
      isKey: isPrimary,
    }));
  }

  /** The columns' names, as an insert lists them. */
  get names(): string {
    return this.columns.map(({ name }) => `"${name}"`).join();
  }

  /** The columns of a table that a statement calls `alias`, named `alias_column`: see {@link read}. */
  selected(alias: string): string {
    return this.columns.map(({ name }) => `${alias}."${name}" AS "${alias}_${name}"`).join();
  }

  /** What makes an insert replace the row with the same key. */
  get orReplace(): string {
    const keys = this.columns.filter(({ isKey }) => isKey).map(({ name }) => `"${name}"`);
    const others = this.columns.filter(({ isKey }) => !isKey);
    const updates = others.map(({ name }) => `"${name}" = excluded."${name}"`);
    return `ON CONFLICT (${keys.join()}) DO UPDATE SET ${updates.join()}`;
  }

  /** A row's values in the order of the columns. No column of these tables is boolean, which SQLite has not. */
  values(row: Row): unknown[] {
    const values: unknown[] = [];
    for (const { property, isJson } of this.columns) {
      const value: unknown = row[property] ?? null;
      values.push(isJson && value !== null ? JSON.stringify(value) : value);
    }
    return values;
  }

  /** The entity among the columns of a raw row that were selected under an alias. */
  read(raw: RawRow, alias: string): Row {
    const row: Record<string, unknown> = {};
    for (const { property, name, isJson } of this.columns) {
      const value = raw[`${alias}_${name}`] ?? null;
      row[property] = isJson && typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
    }
    return row as Row;
  }
}
