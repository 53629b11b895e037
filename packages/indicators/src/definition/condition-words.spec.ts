import { describe, expect, it } from '@jest/globals';
import { conditionWords, type ConditionSpeech } from './condition-words.js';
import { formulaWords } from './formula-words.js';

/** Says what it is asked for and with which facts. */
const SPEECH: ConditionSpeech = {
  say: (key, facts) => (facts ? `<${key} ${Object.values(facts).join('|')}>` : ` ${key} `),
  calculation: (key, facts) => (facts ? `${key} ${Object.values(facts).join('|')}` : key),
  equals: (question, value) => `${question} is ${String(value)}`,
  codeOf: (id) => id.toUpperCase(),
  titleOf: (id) => `title of ${id}`,
  number: (value) => `${String(value)}.`,
};

describe('a condition in words', () => {
  it.each([
    [{ op: 'answered', question: 'a' }, '<answered A>'],
    [{ op: 'equals', question: 'a', value: true }, 'a is true'],
    [{ op: 'oneOf', question: 'a', options: ['x', 'y'] }, '<oneOf A|“title of x” or “title of y”>'],
    [{ op: 'oneOf', question: 'a', options: ['x'], row: 'r' }, '<oneOf A (title of r)|“title of x”>'],
    [
      { op: 'rankedWithin', question: 'a', options: ['x', 'y'], places: 3 },
      '<rankedWithin A|“title of x” or “title of y”|3.>',
    ],
    [{ op: 'atLeast', question: 'a', value: 10 }, '<atLeast A|10.>'],
    [{ op: 'atMost', question: 'a', value: 0.125 }, '<atMost A|0.125.>'],
    [{ op: 'not', of: { op: 'answered', question: 'a' } }, '<not <answered A>>'],
  ] as const)('says what %j looks at', (condition, words) => {
    expect(conditionWords(condition, SPEECH)).toBe(words);
  });

  it('joins what stands together, with brackets only around several of another kind of group', () => {
    const [a, b] = [
      { op: 'equals', question: 'a', value: true },
      { op: 'equals', question: 'b', value: 'x' },
    ] as const;
    expect(
      conditionWords({ op: 'all', of: [a, { op: 'any', of: [a, b] }, { op: 'any', of: [b] }] }, SPEECH),
    ).toBe('a is true and (a is true or b is x) and b is x');
    expect(conditionWords({ op: 'any', of: [{ op: 'all', of: [a, b] }, b] }, SPEECH)).toBe(
      '(a is true and b is x) or b is x',
    );
  });

  it.each([
    ['equal', '='],
    ['notEqual', '≠'],
    ['below', '<'],
    ['atMost', '≤'],
    ['above', '>'],
    ['atLeast', '≥'],
  ] as const)('writes that two calculated values are %s as %s', (relation, sign) => {
    const [left, right] = [
      { op: 'answer', question: 'a' },
      { op: 'number', value: 2 },
    ] as const;
    expect(conditionWords({ op: 'compare', left, relation, right }, SPEECH)).toBe(`A ${sign} 2.`);
  });
});

describe('a formula in words', () => {
  const [a, b] = [
    { op: 'answer', question: 'a' },
    { op: 'answer', question: 'b' },
  ] as const;

  it('is written as on paper, with brackets around what is calculated first', () => {
    const of = [a, b] as const;
    expect(formulaWords({ op: 'divide', of: [{ op: 'add', of }, b] }, SPEECH)).toBe('(A + B) ÷ B');
    expect(formulaWords({ op: 'multiply', of: [{ op: 'subtract', of }, a] }, SPEECH)).toBe('(A − B) × A');
  });

  it('names what is taken of many parts, and of which set', () => {
    for (const op of ['sum', 'count', 'min', 'max'] as const) {
      expect(formulaWords({ op, of: [a, b] }, SPEECH)).toBe(`${op} (A; B)`);
      expect(formulaWords({ op, of: [a], over: 's' }, SPEECH)).toBe(`${op} (over A|title of s)`);
    }
    const sum = { op: 'sum', of: [a] } as const;
    expect(formulaWords({ op: 'add', of: [sum, b] }, SPEECH)).toBe('sum (A) + B');
  });
});
