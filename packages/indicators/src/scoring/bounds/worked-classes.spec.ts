import { describe, expect, test } from '@jest/globals';
import type { AnswerValue } from '../../answers/answer.js';
import type { Formula, Relation } from '../../definition/formula.js';
import { given } from '../../definition/given.arbitrary.js';
import type { Leaf } from '../../definition/looked-at.js';
import type { Question, QuestionOf } from '../../definition/question.js';
import { answerClasses } from './answer-classes.js';
import { figuresThatMatter } from './figures.js';
import { lookOf } from './leaf.js';

const options = (...points: readonly number[]) =>
  points.map((each, at) => ({ id: `opt-${String(at)}`, code: String(at), points: each }));
const oneOf = (question: string, ...at: readonly number[]): Leaf => ({
  op: 'oneOf',
  question,
  options: at.map((each) => `opt-${String(each)}`),
});
const answered = (question: string): Leaf => ({ op: 'answered', question });
const answer = (question: string): Formula => ({ op: 'answer', question });
const number = (value: number): Formula => ({ op: 'number', value });
const compared = (question: string, relation: Relation, value: number): Leaf => ({
  op: 'compare',
  left: answer(question),
  relation,
  right: number(value),
});

/** Class by class which leaves hold, as a word of + and −, with the fewest and the most points. */
function classesOf(question: Question, leaves: readonly Leaf[]): readonly string[] | undefined {
  return answerClasses(question, leaves)
    ?.map(({ holds, least, most }) => {
      const word = holds.map((each) => (each ? '+' : '-')).join('');
      return `${word} ${String(least / 1000)}..${String(most / 1000)}`.trim();
    })
    .sort();
}

describe('the answers to one question, as far as anything looks at them', () => {
  const several = (more: object = {}): Question =>
    given.multiple({ options: options(1, 2, 0.5, 4), ...more });
  const alone = { id: 'opt-9', code: '9', points: 8, exclusive: true };
  const count = (relation: Relation, than: number) => compared('q-multiple', relation, than);
  const ranking = given.ranking();
  const within = (option: string, places: number): Leaf => ({
    op: 'rankedWithin',
    question: 'q-ranking',
    options: [option],
    places,
  });
  const inRow = (row: string, ...columns: readonly string[]): Leaf => ({
    op: 'oneOf',
    question: 'q-matrix',
    row,
    options: columns,
  });
  const text = given.text({ maxLength: 3 });
  const says = (words: string, question = 'q-text'): Leaf => ({ op: 'equals', question, value: words });

  test.each<readonly [string, Question, readonly Leaf[], readonly string[]]>([
    ['of yes and no, unseen', given.yesNo({ points: { yes: 3, no: 1 } }), [], ['1..3']],
    [
      'of yes and no, seen',
      given.yesNo({ points: { yes: 3, no: 1 } }),
      [{ op: 'equals', question: 'q-yes-no', value: true }, answered('q-yes-no')],
      ['++ 3..3', '-+ 1..1'],
    ],
    ['of one option', given.single({ options: options(1, 4, 2) }), [], ['1..4']],
    [
      'of one option of which two are seen',
      given.single({ options: options(1, 4, 2) }),
      [oneOf('q-single', 1, 2)],
      ['+ 2..4', '- 1..1'],
    ],
    ['of several options', several(), [], ['0.5..7.5']],
    ['of at least two', several({ minimum: 2 }), [], ['1.5..7.5']],
    ['of at most two', several({ maximum: 2 }), [], ['0.5..6']],
    ['of more than there are', several({ maximum: 9 }), [], ['0.5..7.5']],
    ['of any number, but some', several({ minimum: 0 }), [], ['0.5..7.5']],
    ['of several up to a cap', several({ cap: 3 }), [], ['0.5..3']],
    ['of several that are all above the cap', several({ cap: 0.25 }), [], ['0.25..0.25']],
    ['with one that stands alone', several({ options: [...options(1, 2), alone] }), [], ['1..8']],
    [
      'with one that stands alone, however few must be chosen',
      several({ minimum: 2, options: [...options(1, 2), alone] }),
      [oneOf('q-multiple', 9), oneOf('q-multiple', 0), count('equal', 1)],
      ['+-+ 8..8', '-+- 3..3'],
    ],
    [
      'by what is among them',
      several({ options: options(1, 2) }),
      [oneOf('q-multiple', 0), oneOf('q-multiple', 1)],
      ['++ 3..3', '+- 1..1', '-+ 2..2'],
    ],
    [
      'by how many they are, and that they are',
      several({ options: options(1, 2, 4) }),
      [count('atLeast', 2), count('below', 2), answered('q-multiple')],
      ['+-+ 3..7', '-++ 1..4'],
    ],
    [
      'by their number, said the other way round',
      several({ options: options(1, 2, 4) }),
      [{ op: 'compare', left: number(2), relation: 'below', right: answer('q-multiple') }],
      ['+ 7..7', '- 1..6'],
    ],
    [
      'without points',
      several({
        options: [
          { id: 'opt-0', code: '0' },
          { id: 'opt-1', code: '1' },
        ],
      }),
      [],
      ['0..0'],
    ],
    // Rights, trade, image in three places, of which two are worth 3 and 1; only rights counts.
    ['of an order', ranking, [], ['0..3']],
    [
      'of an order by what comes first',
      ranking,
      [within('opt-rights', 1), within('opt-trade', 1)],
      ['+- 3..3', '-+ 0..1', '-- 0..1'],
    ],
    [
      'of an order by what comes among the first',
      ranking,
      [within('opt-rights', 2), within('opt-rights', 1)],
      ['++ 3..3', '+- 1..1', '-- 0..0'],
    ],
    [
      'of an order of all, in which each is',
      ranking,
      [{ op: 'oneOf', question: 'q-ranking', options: ['opt-image'] }, answered('q-ranking')],
      ['++ 0..3'],
    ],
    [
      'of an order of two, by which they are and how many',
      given.ranking({ ranked: 2 }),
      [{ op: 'oneOf', question: 'q-ranking', options: ['opt-rights'] }, compared('q-ranking', 'equal', 2)],
      ['++ 1..3', '-+ 0..0'],
    ],
    ['of an order that is worth nothing', given.ranking({ places: undefined }), [], ['0..0']],
    ['of a table', given.matrix({ columns: options(1, 4, 2) }), [], ['2..8']],
    [
      'of a table by one row',
      given.matrix({ columns: options(1, 4, 2) }),
      [inRow('row-two', 'opt-1', 'opt-2'), answered('q-matrix')],
      ['++ 3..8', '-+ 2..5'],
    ],
    [
      'of a table by two rows',
      given.matrix(),
      [inRow('row-one', 'col-yes'), inRow('row-two', 'col-yes')],
      ['++ 2..2', '+- 1..1', '-+ 1..1', '-- 0..0'],
    ],
    ['of evidence', given.file(), [], ['2..2']],
    [
      'of evidence by how much there is',
      given.file({ minimum: 2, maximum: 3 }),
      [compared('q-file', 'atLeast', 3), compared('q-file', 'atLeast', 2), compared('q-file', 'above', 3)],
      ['++- 2..2', '-+- 2..2'],
    ],
    [
      'of evidence, one piece at least and fifty at most',
      given.file(),
      [compared('q-file', 'atLeast', 1), compared('q-file', 'equal', 50), compared('q-file', 'above', 50)],
      ['++- 2..2', '+-- 2..2'],
    ],
    ['of words that nothing looks at', text, [], ['0..0']],
    [
      'of words, those looked for and others',
      text,
      [says('a'), says('b')],
      ['+- 0..0', '-+ 0..0', '-- 0..0'],
    ],
    ['of words too long to be said', text, [says('long'), answered('q-text')], ['-+ 0..0']],
    ['of days', given.date(), [says('2000-01-01', 'q-date')], ['+ 0..0', '- 0..0']],
    ['of days that do not exist', given.date(), [says('2001-02-29', 'q-date')], ['- 0..0']],
    [
      'of a list: it is there',
      given.set(),
      [answered('q-set'), compared('q-set', 'atLeast', 1)],
      ['+- 0..0'],
    ],
    [
      'of what is calculated: anything',
      given.computed({
        bands: [
          { from: 0, points: 1 },
          { from: 4, points: 3 },
        ],
      }),
      [compared('q-computed', 'above', 1), compared('q-computed', 'above', 2)],
      ['++ 1..3', '+- 1..3', '-+ 1..3', '-- 1..3'],
    ],
  ])('%s', (_, question, leaves, classes) => {
    expect(classesOf(question, leaves)).toEqual(classes);
  });

  test('are told apart by number, row or calculation only as far as can be kept in mind', () => {
    const leaves = (most: number, of: (at: number) => Leaf) =>
      Array.from({ length: most }, (_, at) => of(at));
    const computed = given.computed();
    const above = (at: number) => compared('q-computed', 'above', at);
    expect(classesOf(computed, leaves(6, above))).toHaveLength(64);
    expect(classesOf(computed, leaves(7, above))).toBeUndefined();
    const atLeast = (at: number) => count('atLeast', at);
    expect(classesOf(several(), leaves(30, atLeast))).toHaveLength(4);
    expect(classesOf(several(), leaves(31, atLeast))).toBeUndefined();
    const first = (at: number) => within('opt-rights', at + 1);
    expect(classesOf(ranking, leaves(30, first))).toHaveLength(3);
    expect(classesOf(ranking, leaves(31, first))).toBeUndefined();
    const rows = (most: number) =>
      given.matrix({
        rows: Array.from({ length: most }, (_, at) => ({ id: `row-${String(at)}`, code: String(at) })),
      });
    const yes = (at: number) => inRow(`row-${String(at)}`, 'col-yes');
    expect(classesOf(rows(12), leaves(12, yes))).toHaveLength(4096);
    expect(classesOf(rows(13), leaves(13, yes))).toBeUndefined();
    const many = several({ options: options(...Array.from({ length: 15 }, () => 1)) });
    const chosen = (at: number) => oneOf('q-multiple', at);
    expect(classesOf(many, leaves(15, chosen))).toBeUndefined();
    expect(classesOf(many, leaves(10, chosen))).toHaveLength(1024);
  });

  test('are looked through once for the same leaves, and anew for others', () => {
    const question = given.yesNo();
    const [yes, no]: Leaf[] = [true, false].map((value) => ({ op: 'equals', question: 'q-yes-no', value }));
    if (!yes || !no) throw new Error('there are two');
    const first = answerClasses(question, [yes]);
    expect(answerClasses(question, [yes])).toBe(first);
    expect(answerClasses(question, [no])).not.toBe(first);
    const both = answerClasses(question, [yes, no]);
    expect(both).toHaveLength(2);
    expect(answerClasses(question, [yes, yes])).not.toBe(both);
    expect(answerClasses(question, [])).toHaveLength(1);
    expect(answerClasses(question, [yes])).toBe(first);
  });
});

describe('the figures that matter', () => {
  const figures = (question: Question, thresholds: readonly number[], minimum: number, maximum: number) => {
    const asked = question as QuestionOf<'number' | 'share'>;
    const found = figuresThatMatter(asked, thresholds, minimum, maximum);
    return found && [...found].sort((a, b) => a - b);
  };

  test('are the ends and what lies around each cut between them', () => {
    expect(figures(given.number(), [], 2, 20)).toEqual([2, 3, 19, 20]);
    expect(figures(given.number(), [7, 1, 21], 2, 20)).toEqual([2, 3, 6, 7, 8, 19, 20]);
    expect(figures(given.number(), [2, 20], 2, 20)).toEqual([2, 3, 19, 20]);
    expect(figures(given.number(), [7.4], 2, 20)).toEqual([2, 3, 6, 7, 8, 19, 20]);
  });

  test('are those around the beginnings of bands and the kinks of curves', () => {
    const bands = [
      { from: 2, points: 0 },
      { from: 9, points: 1 },
    ];
    const curve = [
      { at: 5, points: 0 },
      { at: 12, points: 1 },
    ];
    expect(figures(given.number({ bands }), [], 2, 20)).toEqual([2, 3, 8, 9, 10, 19, 20]);
    expect(figures(given.number({ curve }), [], 2, 20)).toEqual([2, 3, 4, 5, 6, 11, 12, 13, 19, 20]);
  });

  test('have the decimal places that are asked for', () => {
    expect(figures(given.share({ decimals: 1 }), [33.3], 0, 100)).toEqual([
      0, 0.1, 33.2, 33.3, 33.4, 99.9, 100,
    ]);
  });

  test('are not known where neighbours can not be told apart', () => {
    const limit = Math.floor(Number.MAX_SAFE_INTEGER / 4);
    expect(figures(given.number(), [], 0, limit)).toEqual([0, 1, limit - 1, limit]);
    expect(figures(given.number(), [], 0, limit + 1)).toBeUndefined();
    expect(figures(given.number(), [], -limit - 1, 0)).toBeUndefined();
    expect(figures(given.number({ decimals: 1 }), [], 0, limit / 9)).toBeUndefined();
    expect(answerClasses(given.number({ minimum: 0, maximum: limit + 1 }), [])).toBeUndefined();
  });
});

describe('a look at one answer', () => {
  const sees = (leaf: Leaf, ...values: readonly AnswerValue[]) => {
    const look = lookOf(leaf);
    return look && [look.question, ...values.map((value) => look.holds(value))];
  };

  test.each<readonly [Relation, readonly boolean[], readonly boolean[]]>([
    // Of 1, 2 and 3 beside 2; and the other way round.
    ['equal', [false, true, false], [false, true, false]],
    ['notEqual', [true, false, true], [true, false, true]],
    ['below', [true, false, false], [false, false, true]],
    ['atMost', [true, true, false], [false, true, true]],
    ['above', [false, false, true], [true, false, false]],
    ['atLeast', [false, true, true], [true, true, false]],
  ])('that is %s a number is true of the answer on either side', (relation, own, turned) => {
    const leaf = compared('q-number', relation, 2);
    const other: Leaf = { op: 'compare', left: number(2), relation, right: answer('q-number') };
    expect(sees(leaf, 1, 2, 3)).toEqual(['q-number', ...own]);
    expect(sees(other, 1, 2, 3)).toEqual(['q-number', ...turned]);
    expect(lookOf(leaf)?.threshold).toBe(2);
    expect(lookOf(other)?.threshold).toBe(2);
    expect(sees(leaf, 'words')).toEqual(['q-number', false]);
  });

  test('changes at a threshold, where it has one', () => {
    expect(lookOf({ op: 'atLeast', question: 'q-number', value: 3 })).toMatchObject({ threshold: 3 });
    expect(lookOf({ op: 'atMost', question: 'q-number', value: 4 })).toMatchObject({ threshold: 4 });
    expect(lookOf(answered('q-number'))).not.toHaveProperty('threshold');
    expect(lookOf(says('a'))).not.toHaveProperty('threshold');
  });

  test('is none where a comparison is of anything else', () => {
    const sum: Formula = { op: 'add', of: [answer('q-number'), number(1)] };
    const compare = (left: Formula, right: Formula): Leaf => ({
      op: 'compare',
      left,
      relation: 'above',
      right,
    });
    expect(lookOf(compare(answer('q-number'), answer('q-share')))).toBeUndefined();
    expect(lookOf(compare(number(1), number(2)))).toBeUndefined();
    expect(lookOf(compare(sum, number(2)))).toBeUndefined();
    expect(lookOf(compare(number(2), sum))).toBeUndefined();
  });

  test('is taken once', () => {
    const leaf = answered('q-number');
    expect(lookOf(leaf)).toBe(lookOf(leaf));
  });

  function says(words: string): Leaf {
    return { op: 'equals', question: 'q-text', value: words };
  }
});
