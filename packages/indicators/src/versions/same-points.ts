import type { PointTable, Points } from '../definition/points.js';

/** Whether every answer that two questions both take is worth the same in both, and as much can be reached. */
export function samePoints(one: PointTable, other: PointTable): boolean {
  return (
    one.attainable === other.attainable && one.least === other.least && sameWorth(one.points, other.points)
  );
}

function sameWorth(one: Points, other: Points): boolean {
  switch (one.kind) {
    case 'yesNo':
      return other.kind === one.kind && one.yes === other.yes && one.no === other.no;
    case 'single':
      return other.kind === one.kind && sameWhereBoth(one.byOption, other.byOption);
    case 'multiple':
      return other.kind === one.kind && one.cap === other.cap && sameWhereBoth(one.byOption, other.byOption);
    case 'matrix':
      return other.kind === one.kind && sameWhereBoth(one.byColumn, other.byColumn);
    case 'banded':
      return other.kind === one.kind && JSON.stringify(one.bands) === JSON.stringify(other.bands);
    case 'curve':
      return other.kind === one.kind && JSON.stringify(one.steps) === JSON.stringify(other.steps);
    case 'ranking':
      return (
        other.kind === one.kind &&
        JSON.stringify(one.places) === JSON.stringify(other.places) &&
        JSON.stringify([...one.counting].sort()) === JSON.stringify([...other.counting].sort())
      );
    case 'file':
      return other.kind === one.kind && one.given === other.given;
    case 'none':
      return false;
  }
}

function sameWhereBoth(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return [...one].every(([id, points]) => (other.get(id) ?? points) === points);
}
