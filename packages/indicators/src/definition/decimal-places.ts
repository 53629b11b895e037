/**
 * How many decimal places a finite number has as a person would write it: 31.2 has 1, 1e-7 has 7, 1e21 none. Read from
 * its shortest decimal text, so that float noise (0.1 × 3) counts as what it prints.
 */
export function decimalPlaces(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const written = mantissa.split('.')[1]?.length ?? 0;
  return Math.max(0, written - Number(exponent));
}
