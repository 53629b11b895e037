/** What stands between whole and decimal places where this language is read: 31.2 in English, 31,2 in Polish. */
export function decimalMarkOf(language: string): '.' | ',' {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
}
