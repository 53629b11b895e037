import { Column, type ColumnOptions, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * The column types that mean the same on SQLite and PostgreSQL: varchar, integer, boolean, text and JSON as text.
 * Times are ISO text, defaults stand in code, enumerations are checked by the contract's schemas.
 */

/** Whether a row may be without it; a column is required unless it says so. */
export interface Optionality {
  readonly nullable?: true;
}

/** The length of an id of the questionnaire: question, indicator, section, option. */
export const ID_LENGTH = 40;

/** The row's UUIDv7. */
export function UuidKey(): PropertyDecorator {
  return PrimaryColumn({ type: 'varchar', length: 36 });
}

/** A part of a composite key made of words. */
export function WordKey(length: number): PropertyDecorator {
  return PrimaryColumn({ type: 'varchar', length });
}

/** The UUID of another row. */
export function UuidColumn(options: Optionality = {}): PropertyDecorator {
  return column({ type: 'varchar', length: 36 }, options);
}

/** The UUID of a row of another table, which must exist. Named by the table, so that features don't import each other. */
export function RefColumn(table: string, options: Optionality = {}): PropertyDecorator {
  return (target, property) => {
    UuidColumn(options)(target, property);
    ForeignKey(table)(target, property);
  };
}

/** Words of at most `length` UTF-16 units. */
export function WordColumn(length: number, options: Optionality = {}): PropertyDecorator {
  return column({ type: 'varchar', length }, options);
}

/** Words of any length; their limits stand in the contract. */
export function TextColumn(options: Optionality = {}): PropertyDecorator {
  return column({ type: 'text' }, options);
}

/** A moment as ISO text in UTC ending in `…sssZ`: it compares as text. */
export function InstantColumn(options: Optionality = {}): PropertyDecorator {
  return column({ type: 'varchar', length: 24 }, options);
}

/** A SHA-256 in hex. */
export function HashColumn(options: Optionality = {}): PropertyDecorator {
  return column({ type: 'varchar', length: 64 }, options);
}

/** A whole number of at most 2³¹ − 1. */
export function IntegerColumn(options: Optionality = {}): PropertyDecorator {
  return column({ type: 'integer' }, options);
}

/** Yes or no. */
export function FlagColumn(): PropertyDecorator {
  return column({ type: 'boolean' }, {});
}

/** Any JSON value but null, kept as text; a null column means: absent. */
export function JsonColumn(options: Optionality = {}): PropertyDecorator {
  return column({ type: 'simple-json' }, options);
}

function column(
  options: ColumnOptions,
  { nullable = false }: { readonly nullable?: boolean },
): PropertyDecorator {
  return Column({ ...options, nullable });
}
