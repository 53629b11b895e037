const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const CODE = /^[A-Z]{2}$/;

let codes: ReadonlyMap<string, string> | undefined;

/** The two letters of a country, given those or its English name (`PL`, `Poland`); undefined for any other word. */
export function countryCode(country: string): string | undefined {
  if (CODE.test(country)) return country;
  codes ??= codesByName();
  return codes.get(country);
}

function codesByName(): ReadonlyMap<string, string> {
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const found = new Map<string, string>();
  for (const code of LETTERS.flatMap((one) => LETTERS.map((two) => one + two))) {
    const name = english.of(code);
    // Letters that have been given up bear the name of what came after them: DD is called Germany.
    const isCurrent = new Intl.Locale(`und-${code}`).region === code;
    if (name !== undefined && isCurrent) found.set(name, code);
  }
  return found;
}
