/** What was typed or chosen in a field. */
export function typed(event: Event): string {
  const { target } = event;
  return target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
    ? target.value
    : '';
}

/** Whether a box is checked. */
export function isChecked(event: Event): boolean {
  return event.target instanceof HTMLInputElement && event.target.checked;
}

/** Reads a number as people type it, with a point or a comma; undefined for nothing, null for what is no number. */
export function numberIn(text: string): number | undefined | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(',', '.');
  if (plain === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** A number as it stands in a field. */
export function numberText(value: number | undefined, language: string): string {
  if (value === undefined) return '';
  return language === 'en' ? String(value) : String(value).replace('.', ',');
}
