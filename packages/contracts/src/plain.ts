/** Letters that are one whole with what sets them apart, and how they are typed without. */
const TYPED: Readonly<Record<string, string>> = { ł: 'l', đ: 'd', ø: 'o', ß: 'ss' };

/**
 * Words as a careless reader types them who looks for something: without capitals, accents and strokes, wherever the program
 * runs. What is looked for and what is looked through are both taken so.
 */
export function plain(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łđøß]/g, (letter) => TYPED[letter] ?? letter);
}
