import { expect, test } from '@jest/globals';
import type { AnswerValue } from '../../answers/answer.js';
import { compileQuestionnaire } from '../../definition/compile-questionnaire.js';
import type { Condition } from '../../definition/condition.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Question } from '../../definition/question.js';
import { options, value } from './as-scored.arbitrary.js';
import { packAnswers } from './pack-answers.js';
import { FlatScoring } from './score-block.js';
import { unpackAnswers } from './unpack-answers.js';

const asked = (...words: readonly string[]): Question => ({
  ...given.yesNo({ id: 'q-asked', code: 'Q.ASKED' }),
  askedIf: {
    op: 'any',
    of: words.map((each): Condition => ({ op: 'equals', question: 'q', value: each })),
  },
});
const of = { id: 'q', code: 'Q' };
const short = given.text({ ...of, maxLength: 1 });

test.each<[string, readonly Question[], AnswerValue, AnswerValue]>([
  ['yes', [given.yesNo(of)], true, true],
  ['no', [given.yesNo(of)], false, false],
  ['an option', [given.single({ ...of, options: options(20) })], 'opt-17', 'opt-17'],
  [
    'options, in the order of the question',
    [given.multiple({ ...of, options: options(20) })],
    ['opt-17', 'opt-3'],
    ['opt-3', 'opt-17'],
  ],
  [
    'a table',
    [given.matrix(of)],
    { 'row-two': 'col-yes', 'row-one': 'col-no' },
    { 'row-one': 'col-no', 'row-two': 'col-yes' },
  ],
  [
    'an order',
    [given.ranking({ ...of, ranked: 2 })],
    ['opt-image', 'opt-rights'],
    ['opt-image', 'opt-rights'],
  ],
  ['a number', [given.number(of)], 17, 17],
  ['a share', [given.share(of)], 99.9, 99.9],
  ['evidence by number alone', [given.file(of)], ['a.pdf', 'b.pdf'], ['file-0', 'file-1']],
  ['a set by the number of its instances', [given.set(of)], ['x', 'y'], ['instance-00', 'instance-01']],
  [
    'a set that lists one twice',
    [given.set(of)],
    ['x', 'x', 'y'],
    ['instance-00', 'instance-01', 'instance-00'],
  ],
  ['a set that lists too few', [given.set({ ...of, minimum: 2 })], ['x'], ['instance-00']],
  ['words that are asked for', [short, asked('a', 'b')], 'b', 'b'],
  ['other words as some that are not', [short, asked('0', '1')], 'b', '2'],
  ['a day that is asked for', [given.date(of), asked('2026-01-31')], '2026-01-31', '2026-01-31'],
  ['another day as one that is not', [given.date(of), asked('2000-01-01')], '2026-01-31', '2001-01-01'],
])('%s comes out of a block', (_, questions, put, out) => {
  const calculated = given.computed({ formula: { op: 'number', value: 3 } });
  const { block } = packed([...questions, calculated], { q: value(put) });
  expect(unpackAnswers(block, 0)).toEqual({ q: value(out) });
});

test('what does not apply comes out of a block, and nothing of what is open or not listed', () => {
  const within = { 'q-set': value(['x']), 'q-open@x': value(true), 'q-open@y': value(true) };
  const { block } = packed([given.yesNo(of), given.single(), given.set()], {
    ...within,
    q: { kind: 'notApplicable' },
  });
  expect(unpackAnswers(block, 0)).toEqual({
    q: { kind: 'notApplicable' },
    'q-set': value(['instance-00']),
    'q-open@instance-00': value(true),
  });
});

/** A block of two, the second without an answer, after it was scored. */
function packed(questions: readonly Question[], answers: Parameters<typeof packAnswers>[1]) {
  const flat = new FlatScoring(compileQuestionnaire(given.questionnaire(questions)));
  const block = flat.block(2);
  packAnswers(block, answers);
  packAnswers(block, {});
  flat.score(block, flat.numbers(2));
  return { block };
}
