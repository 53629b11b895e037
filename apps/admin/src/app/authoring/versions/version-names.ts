/** How long the name of a version may be. */
export const NAME_MAXIMUM = 24;

/** What the next version after one may be called, unlike all that are there: 2026.1 → 2026.2. */
export function nextFreeName(version: string, names: ReadonlySet<string>): string {
  let name = next(version);
  while (names.has(name)) name = next(name);
  return name;
}

function next(version: string): string {
  // No more digits than a number holds exactly.
  const [, stem = version, digits] = /^(.*?)(\d{1,15})$/.exec(version) ?? [];
  const number = digits === undefined ? '.1' : String(Number(digits) + 1);
  return `${stem.slice(0, NAME_MAXIMUM - number.length)}${number}`;
}
