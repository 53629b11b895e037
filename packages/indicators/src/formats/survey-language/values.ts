/** A value as an expression of SurveyJS may hold it. */
export type Value = string | number | boolean | null;

/** The number that a value is or spells; undefined when it is none. */
export function numberIn(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** A value as a message or a text holds it, cut where it is long. */
export function textOf(value: Value): string {
  return String(value).slice(0, 200);
}
