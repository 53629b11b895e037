/** A fraction in lowest terms, written for reading: [top, bottom], the bottom above 0. */
export type Fraction = readonly [bigint, bigint];

export function fraction(top: bigint, bottom: bigint): Fraction {
  if (bottom < 0n) return fraction(-top, -bottom);
  const shared = greatestCommonDivisor(top < 0n ? -top : top, bottom);
  return [top / shared, bottom / shared];
}

/** What a person means by a written number: 12.5 is 25/2. */
export function fractionOf(value: number): Fraction {
  let bottom = 1n;
  let text = value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
  const point = text.indexOf('.');
  if (point >= 0) {
    bottom = 10n ** BigInt(text.length - point - 1);
    text = text.replace('.', '');
  }
  return fraction(BigInt(text), bottom);
}

export const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => fraction(a * d + c * b, b * d);
export const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => fraction(a * d - c * b, b * d);
export const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => fraction(a * c, b * d);
export const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => fraction(a * d, b * c);
export const isLess = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d < c * b;
export const isEqual = ([a, b]: Fraction, [c, d]: Fraction): boolean => a === c && b === d;
export const isZero = ([a]: Fraction): boolean => a === 0n;

/** Rounded to so many decimal places, a half away from 0, digit by digit as by hand. */
export function rounded([top, bottom]: Fraction, places: number): number {
  const negative = top < 0n;
  let rest = negative ? -top : top;
  let digits = String(rest / bottom);
  rest %= bottom;
  let decimals = '';
  for (let place = 0; place < places; place += 1) {
    rest *= 10n;
    decimals += String(rest / bottom);
    rest %= bottom;
  }
  if (rest * 2n >= bottom) {
    const raised = String(BigInt(digits + decimals) + 1n).padStart(digits.length + places, '0');
    digits = raised.slice(0, raised.length - places);
    decimals = raised.slice(raised.length - places);
  }
  const value = Number(`${digits}.${decimals === '' ? '0' : decimals}`);
  return negative ? -value : value;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? (a === 0n ? 1n : a) : greatestCommonDivisor(b, a % b);
}
