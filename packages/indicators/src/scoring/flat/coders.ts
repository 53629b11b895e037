import type { AnswerValue } from '../../answers/answer.js';
import { answerFaults } from '../../answers/validate-answer.js';
import { ANSWERED, OPEN } from './codes.js';
import type { FlatSlot } from './layout.js';
import type { CodeOf } from './packer.js';

/** Of texts and dates: which of the words that conditions ask for it is, if any. */
export function wordsCoder(
  slots: readonly FlatSlot[],
  isValid: (value: string, longest: number) => boolean,
): CodeOf {
  const longest = slots.map(({ compiled: { question } }) =>
    'maxLength' in question ? question.maxLength : 0,
  );
  const named = slots.map((slot) => (slot.named.size > 0 ? slot.named : undefined));
  return (at, value) => {
    if (typeof value !== 'string' || !isValid(value, longest[at] ?? 0)) return OPEN;
    const words = named[at]?.get(value);
    return words === undefined ? ANSWERED : ANSWERED + 1 + words;
  };
}

/** Of rankings, files and repeated sets, whose values are lists. */
export function listCoder(slots: readonly FlatSlot[]): CodeOf {
  return (at, value, { codes, figures, capacity }, row) => {
    const slot = slots[at];
    if (slot === undefined || !Array.isArray(value) || isFaulty(slot, value)) return OPEN;
    if (slot.compiled.question.kind === 'ranking')
      for (const [place, id] of value.entries())
        codes[(slot.column + 1 + place) * capacity + row] = slot.options.get(id) ?? 0;
    else figures[slot.figure * capacity + row] = value.length;
    return ANSWERED;
  };
}

/** Whether a value is none that its question takes: in whole, so that it takes long. */
export function isFaulty(slot: FlatSlot | undefined, value: AnswerValue): boolean {
  return slot !== undefined && answerFaults(slot.compiled.question, { kind: 'value', value }).length > 0;
}
