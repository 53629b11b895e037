import type { Answer, AnswerValue } from '@kilim/indicators';

/** Whether two answers say the same. The order in which several options were chosen means nothing. */
export function sameAnswer(a: Answer | null | undefined, b: Answer | null | undefined): boolean {
  if (a === null || a === undefined || b === null || b === undefined) return (a ?? null) === (b ?? null);
  if (a.kind === 'value' && b.kind === 'value') return canonical(a.value) === canonical(b.value);
  return a.kind === b.kind;
}

function canonical(value: AnswerValue): string {
  if (Array.isArray(value)) return JSON.stringify([...value].sort());
  if (typeof value === 'object')
    return JSON.stringify(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)));
  return JSON.stringify(value);
}
