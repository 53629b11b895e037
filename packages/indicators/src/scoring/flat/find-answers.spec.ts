import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { runs } from '../../../test/runs.js';
import type { Answer, Answers } from '../../answers/answer.js';
import { finderOf } from './find-answers.js';

const FEW = Array.from({ length: 10 }, (_, at) => `q${String(at)}`);
const MANY = Array.from({ length: 200 }, (_, at) => `q${String(at)}`);

/** Some of the questions, and some that are none of them, answered in any order. */
const someAnswers = (questions: readonly string[]): fc.Arbitrary<Answers> =>
  fc
    .shuffledSubarray([...questions, 'members@a', 'of-another-version'])
    .map((addresses) =>
      Object.fromEntries(
        addresses.map((address): [string, Answer] => [address, { kind: 'value', value: address }]),
      ),
    );

/** For each question the place of its answer. */
const somePlaces = (questions: readonly string[]) =>
  fc.shuffledSubarray([...questions.keys()], { minLength: questions.length });

describe.each([
  ['few questions', FEW],
  ['many questions', MANY],
  ['few, with the names of what every object inherits', [...FEW, 'constructor', 'toString']],
  ['many, with the names of what every object inherits', ['valueOf', ...MANY]],
])('The answers to %s', (_, questions) => {
  test('are found in their places, in whatever order they come, and none of the assessment before', () => {
    fc.assert(
      fc.property(
        somePlaces(questions),
        fc.array(someAnswers(questions), { maxLength: 3 }),
        (places, assessments) => {
          const find = finderOf({ questions, places: Int32Array.from(places) });
          for (const answers of assessments) {
            const wanted: (Answer | undefined)[] = [];
            for (const [at, question] of questions.entries())
              wanted[places[at] ?? 0] = Object.hasOwn(answers, question) ? answers[question] : undefined;
            expect([...find(answers)]).toEqual(wanted);
          }
        },
      ),
      runs(60),
    );
  });
});
