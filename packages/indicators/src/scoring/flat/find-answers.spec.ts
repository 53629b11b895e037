import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { runs } from '../../../test/runs.js';
import type { Answer, Answers } from '../../answers/answer.js';
import { goingThrough, lookingUp } from './find-answers.js';

const QUESTIONS = ['q1', 'q2', 'q3', 'constructor', 'q5', 'q6', 'q7', 'q8', 'q9', 'q10'];

/** Some of the questions, and some that are none, answered in any order. */
const someAnswers = fc
  .shuffledSubarray([...QUESTIONS, 'members@a', 'of-another-version'])
  .map((addresses): Answers =>
    Object.fromEntries(
      addresses.map((address): [string, Answer] => [address, { kind: 'value', value: address }]),
    ),
  );

/** For each question the place of its answer. */
const somePlaces = fc.shuffledSubarray([...QUESTIONS.keys()], { minLength: QUESTIONS.length });

it.each([
  ['Looking questions up', lookingUp],
  ['Going through answers', goingThrough],
])(
  '%s finds each in its place, in whatever order they come, and leaves none of the assessment before',
  (_, finder) => {
    fc.assert(
      fc.property(somePlaces, fc.array(someAnswers, { maxLength: 3 }), (places, assessments) => {
        const find = finder({ questions: QUESTIONS, places: Int32Array.from(places) });
        for (const answers of assessments) {
          // What every object inherits is no answer, but may be in the place of one.
          const found = find(answers).map((one) => (typeof one === 'object' ? one : undefined));
          const wanted = QUESTIONS.map((__, place) => {
            const question = QUESTIONS[places.indexOf(place)] ?? '';
            return Object.hasOwn(answers, question) ? answers[question] : undefined;
          });
          expect(found).toEqual(wanted);
        }
      }),
      runs(100),
    );
  },
);
