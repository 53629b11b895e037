import type { Layout } from './layout.js';

const MAGIC = 0x414c494b; // "KILA"
const FORMAT = 1;
const HEADER_WORDS = 6;

/**
 * The answers of several assessments to one version, packed column by column: what all of them answered in one place
 * lies together.
 *
 * `codes` and `figures` hold one column after the other, each with `capacity` entries, one for each assessment. A slot
 * (a question, in a repeated set once for each instance it may list) has one or more columns of codes and some have one
 * of figures:
 *
 * | kind | first code | further codes | figure |
 * |---|---|---|---|
 * | all | 0 open or faulty, 1 not applicable, 2 and on answered | | |
 * | yesNo | 2 no, 3 yes | | |
 * | single | 2 + number of the option | | |
 * | multiple | 2 | one bit for each option, 16 in a code | |
 * | number, share | 2 | | the number |
 * | matrix | 2 | by row the number of the column | |
 * | ranking | 2 | by place the number of the option | |
 * | file | 2 | | how many |
 * | date, text | 3 + number of the words that a condition asks for, else 2 | | |
 * | set | 2 | | how many instances it lists, also of a faulty list |
 *
 * Nothing else is kept: no words, no names of instances or files. Options, rows and instances are numbered from 0 in the
 * order of the version.
 */
export class AnswerBlock {
  readonly codes: Uint16Array;
  readonly figures: Float64Array;
  /** How many assessments it holds. */
  length = 0;

  constructor(
    readonly layout: Layout,
    readonly capacity: number,
  ) {
    this.codes = new Uint16Array(layout.allColumns * capacity);
    this.figures = new Float64Array(layout.allFigures * capacity);
  }
}

/**
 * A block as bytes, little-endian: six 32-bit words (the letters KILA, the format 1, the mark of the layout, the number
 * of assessments, of columns of codes and of columns of figures), then the figures, then the codes, column by column.
 */
export function encodeBlock({ layout, codes, figures, capacity, length }: AnswerBlock): Uint8Array {
  const bytes = new Uint8Array(HEADER_WORDS * 4 + length * (layout.figures * 8 + layout.columns * 2));
  const view = new DataView(bytes.buffer);
  const header = [MAGIC, FORMAT, layout.mark, length, layout.columns, layout.figures];
  header.forEach((word, at) => {
    view.setUint32(at * 4, word, true);
  });
  let at = HEADER_WORDS * 4;
  for (let column = 0; column < layout.figures; column += 1)
    for (let row = 0; row < length; row += 1, at += 8)
      view.setFloat64(at, figures[column * capacity + row] ?? 0, true);
  for (let column = 0; column < layout.columns; column += 1)
    for (let row = 0; row < length; row += 1, at += 2)
      view.setUint16(at, codes[column * capacity + row] ?? 0, true);
  return bytes;
}

/**
 * A block from its bytes.
 *
 * @throws RangeError when they are not a block of answers to a version of this layout, whole and in this format
 */
export function decodeBlock(layout: Layout, bytes: Uint8Array): AnswerBlock {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const word = (at: number): number => (bytes.byteLength >= (at + 1) * 4 ? view.getUint32(at * 4, true) : -1);
  if (word(0) !== MAGIC) throw new RangeError('These bytes are not packed answers.');
  if (word(1) !== FORMAT) throw new RangeError(`Packed answers of format ${String(word(1))} are not known.`);
  if (word(2) !== layout.mark || word(4) !== layout.columns || word(5) !== layout.figures)
    throw new RangeError('These answers were packed for another version.');
  const length = word(3);
  const size = HEADER_WORDS * 4 + length * (layout.figures * 8 + layout.columns * 2);
  if (bytes.byteLength !== size) throw new RangeError('These packed answers are not whole.');
  const block = new AnswerBlock(layout, length);
  block.length = length;
  let at = HEADER_WORDS * 4;
  for (let entry = 0; entry < layout.figures * length; entry += 1, at += 8)
    block.figures[entry] = view.getFloat64(at, true);
  for (let entry = 0; entry < layout.columns * length; entry += 1, at += 2)
    block.codes[entry] = view.getUint16(at, true);
  return block;
}
