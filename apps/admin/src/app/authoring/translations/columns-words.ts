import type { SheetColumnsFault } from '@kilim/indicators';
import type { Speech } from '../../language/speech';

/** What is wrong with the columns of a sheet, in sentences. */
export function columnsWords({ missing, unknown, duplicate }: SheetColumnsFault, say: Speech): string {
  const named = (columns: readonly string[]): string => say.list(columns.map((column) => `“${column}”`));
  return [
    ...(missing.length > 0 ? [say.t('sheet.missing', { columns: named(missing) })] : []),
    ...(unknown.length > 0 ? [say.t('sheet.unknown', { columns: named(unknown) })] : []),
    ...(duplicate.length > 0 ? [say.t('sheet.duplicate', { columns: named(duplicate) })] : []),
  ].join(' ');
}
