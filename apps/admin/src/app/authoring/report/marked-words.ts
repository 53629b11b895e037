/** A piece of a text: the same in both, only in the older, or only in the newer. */
export interface MarkedPiece {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Beyond so many words in both texts together they are shown whole: comparing them would take too long. */
const MOST_WORDS = 1200;

/** Which words of two texts differ: the longest common run of words stays, all else is marked. */
export function markedWords(before: string, after: string): readonly MarkedPiece[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length + now.length > MOST_WORDS)
    return joined([
      { kind: 'gone', text: before },
      { kind: 'new', text: after },
    ]);
  const lengths = commonLengths(old, now);
  const pieces: MarkedPiece[] = [];
  let [a, b] = [0, 0];
  while (a < old.length || b < now.length) {
    const [mine, theirs] = [old[a], now[b]];
    if (mine !== undefined && mine === theirs) {
      pieces.push({ kind: 'same', text: mine });
      a += 1;
      b += 1;
    } else if (
      mine !== undefined &&
      (theirs === undefined || at(lengths, a + 1, b) >= at(lengths, a, b + 1))
    ) {
      pieces.push({ kind: 'gone', text: mine });
      a += 1;
    } else {
      pieces.push({ kind: 'new', text: theirs ?? '' });
      b += 1;
    }
  }
  return joined(pieces);
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

/** For every pair of places: how many words the rests have in common, in order. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: old.length + 1 }, () =>
    new Array<number>(now.length + 1).fill(0),
  );
  for (let a = old.length - 1; a >= 0; a -= 1)
    for (let b = now.length - 1; b >= 0; b -= 1) {
      const row = rows[a] as number[];
      row[b] =
        old[a] === now[b] ? at(rows, a + 1, b + 1) + 1 : Math.max(at(rows, a + 1, b), at(rows, a, b + 1));
    }
  return rows;
}

function at(rows: readonly (readonly number[])[], a: number, b: number): number {
  return rows[a]?.[b] ?? 0;
}

function joined(pieces: readonly MarkedPiece[]): readonly MarkedPiece[] {
  const result: MarkedPiece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.kind === piece.kind)
      result[result.length - 1] = { kind: piece.kind, text: last.text + piece.text };
    else result.push(piece);
  }
  return result;
}
