import { describe, expect, it } from '@jest/globals';
import { moveInGrid, nearestPlace } from './roving';

const size = { rows: 3, columns: 4 };
const press = (key: string, ctrlKey = false) => ({ key, ctrlKey });

describe('moving inside a grid', () => {
  it('goes to the neighbour and stays at the edges', () => {
    expect(moveInGrid(press('ArrowRight'), { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 1 });
    expect(moveInGrid(press('ArrowRight'), { row: 0, column: 3 }, size)).toEqual({ row: 0, column: 3 });
    expect(moveInGrid(press('ArrowUp'), { row: 0, column: 2 }, size)).toEqual({ row: 0, column: 2 });
    expect(moveInGrid(press('ArrowDown'), { row: 2, column: 2 }, size)).toEqual({ row: 2, column: 2 });
  });

  it('goes to the ends of the row, and with Ctrl to the ends of all', () => {
    const at = { row: 1, column: 2 };
    expect(moveInGrid(press('Home'), at, size)).toEqual({ row: 1, column: 0 });
    expect(moveInGrid(press('End'), at, size)).toEqual({ row: 1, column: 3 });
    expect(moveInGrid(press('Home', true), at, size)).toEqual({ row: 0, column: 0 });
    expect(moveInGrid(press('End', true), at, size)).toEqual({ row: 2, column: 3 });
  });

  it('leaves every other key to the page', () => {
    expect(moveInGrid(press('Tab'), { row: 0, column: 0 }, size)).toBeUndefined();
    expect(moveInGrid(press('a'), { row: 0, column: 0 }, size)).toBeUndefined();
  });

  it('has nowhere to go in an empty grid', () => {
    expect(moveInGrid(press('End'), { row: 0, column: 0 }, { rows: 0, columns: 4 })).toBeUndefined();
  });

  it('stays inside a grid that has become smaller', () => {
    expect(nearestPlace({ row: 9, column: 9 }, size)).toEqual({ row: 2, column: 3 });
    expect(nearestPlace({ row: 9, column: 9 }, { rows: 0, columns: 0 })).toEqual({ row: 0, column: 0 });
  });
});
