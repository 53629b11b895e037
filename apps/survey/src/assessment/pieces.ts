import type { Evidence } from '@kilim/contracts';

/** The pieces with a new or changed one among them, the oldest first: a changed one stays where it was. */
export function withPiece(pieces: readonly Evidence[], piece: Evidence): readonly Evidence[] {
  return [...pieces.filter(({ id }) => id !== piece.id), piece].sort(byAge);
}

function byAge(one: Evidence, other: Evidence): number {
  if (one.addedAt !== other.addedAt) return one.addedAt < other.addedAt ? -1 : 1;
  // Of the same moment: the ids were given one after the other.
  return one.id < other.id ? -1 : 1;
}
