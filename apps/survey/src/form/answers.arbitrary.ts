import type { Answer, AnswerValue, Question } from '@kilim/indicators';
import fc from 'fast-check';

/** The instances that every set lists some of. */
export const INSTANCES = [
  '01900000-0000-7000-8000-0000000000a1',
  '01900000-0000-7000-8000-0000000000a2',
] as const;

/** A value such as people give, right or wrong. */
export function someValue(question: Question): fc.Arbitrary<AnswerValue> {
  switch (question.kind) {
    case 'yesNo':
      return fc.boolean();
    case 'single':
      return fc.constantFrom(...question.options.map(({ id }) => id));
    case 'multiple':
      return fc.subarray(
        question.options.map(({ id }) => id),
        { minLength: 1 },
      );
    case 'number':
    case 'share':
      return fc.oneof(
        fc.integer({ min: 0, max: 400 }),
        fc.double({ min: 0, max: 100, noNaN: true }).map((value) => Math.round(value * 10) / 10),
        fc.constant('about ten'),
      );
    case 'matrix':
      return fc
        .array(fc.option(fc.constantFrom(...question.columns.map(({ id }) => id))), {
          minLength: question.rows.length,
          maxLength: question.rows.length,
        })
        .map((columns) =>
          Object.fromEntries(
            question.rows.flatMap(({ id }, row) => (columns[row] ? [[id, columns[row]]] : [])),
          ),
        )
        .filter((value) => Object.keys(value).length > 0);
    case 'ranking':
      return fc.shuffledSubarray(
        question.options.map(({ id }) => id),
        { minLength: 1 },
      );
    case 'file':
      return fc.constant(['01900000-0000-7000-8000-0000000000f1']);
    case 'set':
      return fc.subarray([...INSTANCES], { maxLength: question.maximum });
    case 'computed':
      return fc.constant(0);
    case 'date':
      return fc.constantFrom('2024-02-29', '2025-12-31');
    case 'text':
      return fc.string({ minLength: 1, maxLength: 40 });
  }
}

/** An answer of any sort, or none. */
export function someAnswer(question: Question): fc.Arbitrary<Answer | undefined> {
  return fc.oneof(
    { weight: 6, arbitrary: someValue(question).map((value): Answer => ({ kind: 'value', value })) },
    { weight: 1, arbitrary: fc.constant<Answer>({ kind: 'notApplicable' }) },
    { weight: 3, arbitrary: fc.constant(undefined) },
  );
}
