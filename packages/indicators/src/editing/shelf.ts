/** How many boards a shelf has: a draft of 500 questions puts about six things on each. */
const BOARDS = 512;

/**
 * A dictionary that never changes: putting something in gives a new one, which shares all but one small board with the
 * old. A plain record would have to be copied whole at every keystroke.
 */
export class Shelf<Thing> {
  private constructor(private readonly boards: readonly Readonly<Record<string, Thing>>[]) {}

  static empty<Thing>(): Shelf<Thing> {
    return new Shelf<Thing>(Array.from({ length: BOARDS }, () => ({})));
  }

  /** A shelf with all of these; in time linear in their number. */
  static of<Thing>(entries: Iterable<readonly [string, Thing]>): Shelf<Thing> {
    const boards = Array.from({ length: BOARDS }, () => new Map<string, Thing>());
    for (const [name, thing] of entries) boards[boardOf(name)]?.set(name, thing);
    return new Shelf(boards.map((board) => Object.fromEntries(board)));
  }

  get(name: string): Thing | undefined {
    const board = this.boards[boardOf(name)];
    return board !== undefined && Object.hasOwn(board, name) ? board[name] : undefined;
  }

  /** A shelf with the thing under that name; `undefined` takes what was there away. */
  with(name: string, thing: Thing | undefined): Shelf<Thing> {
    const at = boardOf(name);
    const { [name]: _, ...others } = this.boards[at] ?? {};
    const boards = this.boards.slice();
    boards[at] = thing === undefined ? others : { ...others, [name]: thing };
    return new Shelf(boards);
  }

  /** Everything on it, in an order that depends on the names alone. */
  *entries(): Generator<readonly [string, Thing]> {
    for (const board of this.boards)
      for (const name of Object.keys(board).sort()) yield [name, board[name] as Thing];
  }
}

/** FNV-1a: spreads names evenly, the same everywhere. */
function boardOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % BOARDS;
}
