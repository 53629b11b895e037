import { expect, test } from '@jest/globals';
import { compileQuestionnaire, Questionnaire, scoreAssessment, type Answers } from '@kilim/indicators';
import { toShow } from '../score/area-score.js';
import { RunningReading } from './reading.js';
import { wholeReading } from './whole-reading.js';

const compiled = compileQuestionnaire(
  Questionnaire.parse({
    format: 1,
    code: 'T',
    version: '1',
    sourceLanguage: 'en',
    illustrative: true,
    sections: [
      {
        id: 's-1',
        code: 'A',
        questions: [
          {
            ...{ id: 'q-1', code: 'A1', kind: 'yesNo', required: true, indicator: 'i-1' },
            points: { yes: 1, no: 0 },
          },
          {
            ...{ id: 'q-2', code: 'A2', kind: 'text', maxLength: 9, required: false },
            askedIf: { op: 'equals', question: 'q-1', value: true },
          },
          {
            ...{ id: 'q-3', code: 'A3', kind: 'set', required: false, minimum: 0, maximum: 3 },
            questions: [{ id: 'q-4', code: 'A4', kind: 'text', maxLength: 9, required: true }],
          },
        ],
      },
      {
        id: 's-2',
        code: 'B',
        questions: [{ id: 'q-5', code: 'B1', kind: 'text', maxLength: 9, required: false }],
      },
    ],
    indicators: [{ id: 'i-1', code: 'I1' }],
    composites: [],
    indices: [{ id: 'x-1', code: 'X', members: [{ of: 'i-1', weight: 1 }] }],
    rules: { unanswered: 'leaveOut', notApplicable: 'leaveOut', coverageToScore: 0, coverageToPublish: 0 },
  }),
);
const said = (value: string | boolean | string[]) => ({ kind: 'value', value }) as const;

test('what is read on from answers to answers is what is read of each alone', () => {
  const running = new RunningReading(compiled);
  const stands: readonly Answers[] = [
    {},
    { 'q-1': said(true) },
    { 'q-1': said(true), 'q-2': said('words'), 'q-5': said('more') },
    { 'q-1': said(false), 'q-2': said('words'), 'q-3': said(['one', 'two']), 'q-4@one': said('first') },
    { 'q-3': said(['two', 'one']), 'q-4@one': said('first') },
    { 'q-1': { kind: 'notApplicable' } },
    {},
  ];
  for (const answers of stands) {
    const { scores, ...rest } = wholeReading(compiled, answers);
    const read = running.read(answers);
    expect(read).toEqual(rest);
    expect([...read.states.keys()]).toEqual([...rest.states.keys()]);
    const { indices, indicators } = scoreAssessment(compiled, answers, { basis: 'claimed' });
    expect(scores).toEqual([...indices, ...indicators].map(toShow));
    expect([...read.results]).toEqual(
      indicators.map(({ id, score, numerator }) => [id, { score, numerator }]),
    );
  }
});

test('as long as the same is asked, it is told with the same objects', () => {
  const running = new RunningReading(compiled);
  const [before, typed, asked] = [
    running.read({ 'q-1': said(true) }),
    running.read({ 'q-1': said(true), 'q-2': said('words') }),
    running.read({ 'q-1': said(false), 'q-2': said('words') }),
  ];
  expect(typed.asked).toBe(before.asked);
  expect(typed.visible).toBe(before.visible);
  expect(typed.ofSection).toBe(before.ofSection);
  expect(asked.asked.map(({ anchor }) => anchor)).toEqual(['A1', 'A3', 'B1']);
});
