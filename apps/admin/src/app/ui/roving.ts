/** A place in a grid, from 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** How large a grid is; every row is equally long. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** A key as the grid needs it. */
export interface GridKey {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/**
 * Where a key leads inside a grid with one tab stop. Nothing wraps: at an edge one stays.
 *
 * | Key | leads to |
 * |---|---|
 * | arrows | the neighbour |
 * | Home, End | the first, the last of the row |
 * | Ctrl+Home, Ctrl+End | the first, the last of all |
 * | Page Up, Page Down | the first, the last of the column |
 *
 * @returns undefined for every other key, and for a grid without places
 */
export function moveInGrid({ key, ctrlKey }: GridKey, at: GridPlace, size: GridSize): GridPlace | undefined {
  if (size.rows === 0 || size.columns === 0) return undefined;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  switch (key) {
    case 'ArrowRight':
      return { row: at.row, column: Math.min(at.column + 1, last.column) };
    case 'ArrowLeft':
      return { row: at.row, column: Math.max(at.column - 1, 0) };
    case 'ArrowDown':
      return { row: Math.min(at.row + 1, last.row), column: at.column };
    case 'ArrowUp':
      return { row: Math.max(at.row - 1, 0), column: at.column };
    case 'Home':
      return ctrlKey ? { row: 0, column: 0 } : { row: at.row, column: 0 };
    case 'End':
      return ctrlKey ? last : { row: at.row, column: last.column };
    case 'PageUp':
      return { row: 0, column: at.column };
    case 'PageDown':
      return { row: last.row, column: at.column };
    default:
      return undefined;
  }
}

/** The place nearest to one in a grid that may have become smaller. */
export function nearestPlace(at: GridPlace, size: GridSize): GridPlace {
  return {
    row: Math.max(0, Math.min(at.row, size.rows - 1)),
    column: Math.max(0, Math.min(at.column, size.columns - 1)),
  };
}

/** Reads a place as elements carry it: `3-0` is line 3, column 0. Undefined for anything else. */
export function placeNamed(name: string): GridPlace | undefined {
  const [, row, column] = /^(\d+)-(\d+)$/.exec(name) ?? [];
  return row === undefined || column === undefined ? undefined : { row: Number(row), column: Number(column) };
}
