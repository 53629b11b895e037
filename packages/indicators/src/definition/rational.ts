/** An exact fraction; `over` is above 0. Not reduced: what a formula of 500 nodes makes of it stays small enough. */
export interface Rational {
  readonly top: bigint;
  readonly over: bigint;
}

/** The fraction that a number is as a person would write it: 0.1 is one tenth, not the nearest binary fraction. */
export function rational(value: number): Rational {
  if (Number.isSafeInteger(value)) return { top: BigInt(value), over: 1n };
  const [mantissa = '0', exponentText = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const exponent = Number(exponentText) - fraction.length;
  const digits = BigInt(whole + fraction);
  return exponent >= 0
    ? { top: digits * 10n ** BigInt(exponent), over: 1n }
    : { top: digits, over: 10n ** BigInt(-exponent) };
}

export function add(a: Rational, b: Rational): Rational {
  if (a.over === b.over) return { top: a.top + b.top, over: a.over };
  return { top: a.top * b.over + b.top * a.over, over: a.over * b.over };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { top: -b.top, over: b.over });
}

export function multiply(a: Rational, b: Rational): Rational {
  return { top: a.top * b.top, over: a.over * b.over };
}

/** Undefined when divided by 0. */
export function divide(a: Rational, b: Rational): Rational | undefined {
  if (b.top === 0n) return undefined;
  const sign = b.top < 0n ? -1n : 1n;
  return { top: a.top * b.over * sign, over: a.over * b.top * sign };
}

/** Below 0 when the first is less, above 0 when it is greater, 0 when both are equal. */
export function compareRationals(a: Rational, b: Rational): number {
  const difference = a.top * b.over - b.top * a.over;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** How many digits a quotient is given before it is read as a number; a double tells 17 apart. */
const DIGITS = 25;

/** The number nearest to a fraction; undefined beyond what a number can hold. */
export function toNumber({ top, over }: Rational): number | undefined {
  if (isSmall(top) && isSmall(over)) return Number(top) / Number(over);
  const places = DIGITS - (digitsOf(top) - digitsOf(over));
  const scaled = places >= 0 ? (top * 10n ** BigInt(places)) / over : top / (over * 10n ** BigInt(-places));
  const value = Number(`${String(scaled)}e${String(-places)}`);
  return Number.isFinite(value) ? value : undefined;
}

/** A fraction rounded to so many decimal places, a half away from 0; undefined beyond what a number can hold. */
export function roundRational({ top, over }: Rational, decimals: number): number | undefined {
  const size = top < 0n ? -top : top;
  const rounded = (2n * size * 10n ** BigInt(decimals) + over) / (2n * over);
  const value = Number(`${String(top < 0n ? -rounded : rounded)}e${String(-decimals)}`);
  return Number.isFinite(value) ? value : undefined;
}

function isSmall(value: bigint): boolean {
  return value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER;
}

function digitsOf(value: bigint): number {
  return String(value < 0n ? -value : value).length;
}
