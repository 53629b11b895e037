/**
 * Helvetica, which every reader of PDF has: widths in thousandths of the size (Adobe's font metrics), for the letters
 * of the languages in which the demonstration's documents are written.
 */
const WIDTHS: Readonly<Record<string, number>> = {
  ...widths(222, "'ijl"),
  ...widths(278, ' !,./:;It\\[]'),
  ...widths(333, '()-r`ˊ˛˙„“”'),
  ...widths(334, '|{}'),
  ...widths(355, '"'),
  ...widths(500, 'ckszxyvJ'),
  ...widths(556, '#$0123456789?_abdeghnopquLäöüéß–§'),
  ...widths(584, '+<=>~'),
  ...widths(611, 'FTZ'),
  ...widths(667, '&ABEKPSVXYÄ'),
  ...widths(722, 'CDHNRUwÜ'),
  ...widths(778, 'GOQÖ'),
  ...widths(833, 'Mm'),
  ...widths(889, '%'),
  ...widths(944, 'W'),
  ...{ f: 278, ł: 222, Ł: 556, '€': 556, '’': 222, '…': 1000, ó: 556, Ó: 778, '«': 556, '»': 556 },
};

/** Letters that the font lacks: a letter that it has, with a mark that it has. */
const COMPOSED: Readonly<Record<string, readonly [letter: string, mark: string]>> = {
  ...{ ą: ['a', '˛'], ę: ['e', '˛'], Ą: ['A', '˛'], Ę: ['E', '˛'], ż: ['z', '˙'], Ż: ['Z', '˙'] },
  ...{ ć: ['c', 'ˊ'], ń: ['n', 'ˊ'], ś: ['s', 'ˊ'], ź: ['z', 'ˊ'] },
  ...{ Ć: ['C', 'ˊ'], Ń: ['N', 'ˊ'], Ś: ['S', 'ˊ'], Ź: ['Z', 'ˊ'] },
};

/** How much higher a mark stands above a capital, in sizes. */
const RISE = 0.19;

/** Codes beyond ASCII: as in Windows-1252, and in 128 to 134 what that lacks. */
const CODES: Readonly<Record<string, number>> = {
  ...{
    ł: 129,
    Ł: 141,
    '˛': 143,
    '˙': 144,
    ˊ: 180,
    '€': 128,
    '„': 132,
    '…': 133,
    '’': 146,
    '“': 147,
    '”': 148,
  },
  ...{
    '–': 150,
    '§': 167,
    '«': 171,
    '»': 187,
    Ä: 196,
    Ö: 214,
    Ü: 220,
    Ó: 211,
    ó: 243,
    ß: 223,
    ä: 228,
    é: 233,
  },
  ...{ ö: 246, ü: 252 },
};

/** How the codes that Windows-1252 lacks are called in the font. */
export const DIFFERENCES = '129 /lslash 141 /Lslash 143 /ogonek 144 /dotaccent';

/** How wide a line is at a size of one. */
export function widthOf(line: string): number {
  return [...line].reduce((sum, letter) => sum + widthOfLetter(letter), 0) / 1000;
}

/**
 * What shows a line: arrays for the operator `TJ`, in which numbers go back. A mark above stands in the middle of its
 * letter, one below at its end.
 *
 * @throws Error for a letter that the demonstration's documents do not use
 */
export function shownLine(line: string, size: number): string {
  return `[${[...line].map((letter) => shownLetter(letter, size)).join('')}] TJ`;
}

function shownLetter(letter: string, size: number): string {
  const composed = COMPOSED[letter];
  if (!composed) return hex(letter);
  const [base, mark] = composed;
  const markWidth = widthOfLetter(mark);
  const back = mark === '˛' ? 307 : (widthOfLetter(base) + markWidth) / 2;
  const isHigh = mark !== '˛' && base === base.toUpperCase();
  const shownMark = isHigh ? `] TJ ${String(RISE * size)} Ts [${hex(mark)}] TJ 0 Ts [` : hex(mark);
  return `${hex(base)} ${String(back)} ${shownMark} ${String(markWidth - back)} `;
}

function hex(letter: string): string {
  const code = CODES[letter] ?? letter.codePointAt(0) ?? 0;
  if (WIDTHS[letter] === undefined)
    throw new Error(`The documents of the demonstration have no letter ${letter}.`);
  return `<${code.toString(16).padStart(2, '0')}>`;
}

function widthOfLetter(letter: string): number {
  return WIDTHS[COMPOSED[letter]?.[0] ?? letter] ?? 0;
}

function widths(width: number, letters: string): Readonly<Record<string, number>> {
  return Object.fromEntries([...letters].map((letter) => [letter, width]));
}
