import { beforeEach, describe, expect, it } from '@jest/globals';
import { scoreAssessment, type Answers } from '@kilim/indicators';
import type { Say } from '../language/say';
import { BOOK, givenSpeech } from '../testing/given';
import { scoreLines } from './scores';
import { stepId, whySteps } from '../versions/why';
import { whyText } from './why-text';
import { whyWords } from '../versions/why-words';

const claims: Answers = {
  'q-yes': { kind: 'value', value: true },
  'q-some': { kind: 'value', value: ['o-red'] },
  'q-share': { kind: 'value', value: 60 },
};
const scorecard = scoreAssessment(BOOK.compiled, claims, { basis: 'claimed' });
const grounds = { book: BOOK, scorecard, answers: [], evidence: [], findings: [] };
let say: Say;
beforeEach(async () => {
  say = await givenSpeech();
});

describe('why a score is what it is', () => {
  it('leads from the index through the composite and the indicator to the question', () => {
    expect(whySteps(scorecard, 'q-share').map(stepId)).toEqual(['x-core', 'c-lens', 'n-b', 'q-share']);
    expect(whySteps(scorecard, 'n-a').map(stepId)).toEqual(['x-core', 'n-a']);
    expect(whySteps(scorecard, 'x-core').map(stepId)).toEqual(['x-core']);
    expect(whySteps(scorecard, 'nothing')).toEqual([]);
  });

  it('shows the arithmetic: what the parts add is the score', () => {
    const [index] = whySteps(scorecard, 'x-core').map((step) => whyWords(step, grounds, say));
    expect(index?.figure).toBe('96.88 → 97');
    expect(index?.lines.map(({ name, own, share, adds }) => [name, own, share, adds])).toEqual([
      ['The lens', '100.0', '0.750', '75.00'],
      ['Arts', '87.5', '0.250', '21.88'],
    ]);
    expect(index?.sum).toBe('96.88');
  });

  it('says points and weights of an indicator', () => {
    const [, arts] = whySteps(scorecard, 'n-a').map((step) => whyWords(step, grounds, say));
    expect(arts?.sentences[0]).toBe('3.5 of 4 weighted points on 2 questions: 88\u202f%.');
    expect(arts?.lines.map(({ own, adds }) => [own, adds])).toEqual([
      ['3/3', '75.00'],
      ['0.5/1', '12.50'],
    ]);
  });

  it('names what was left out and why', () => {
    const steps = whySteps(scorecard, 'n-b').map((step) => whyWords(step, grounds, say));
    expect(steps.at(-1)?.lines.at(-1)).toMatchObject({ own: '–', note: 'left out' });
    expect(steps.at(-1)?.sentences).toContain('1 question is open.');
  });

  it('becomes plain text that ends with what it was computed from', () => {
    const steps = whySteps(scorecard, 'n-a').map((step) => whyWords(step, grounds, say));
    const text = whyText('Belmora', steps, 'Engine 1.', say);
    expect(text.startsWith('Belmora\n\nIndex: Core index: 96.88 → 97\n')).toBe(true);
    expect(text.endsWith('Engine 1.\n')).toBe(true);
    expect(text).toContain('A.1 Is there a plan?: 3/3 × 0.750 = 75.00');
  });

  it('speaks Polish with the right forms', async () => {
    await say.choose('pl');
    const [, arts] = whySteps(scorecard, 'n-a').map((step) => whyWords(step, grounds, say));
    expect(arts?.sentences[0]).toBe('3,5 z 4 punktów ważonych w 2 pytaniach: 88\u202f%.');
  });
});

describe('the lines of the chart', () => {
  it('show one number, not a range, once nothing is open: the score as it is rounded', () => {
    const [arts] = scoreLines(scorecard, scorecard);
    expect(arts?.claimed).toEqual({ value: 88, low: 88, high: 88, isSettled: true });
  });

  it('round what is still possible outwards', () => {
    const bridges = scoreLines(scorecard, scorecard).at(-1);
    expect(bridges?.claimed).toEqual({ value: 100, low: 50, high: 100, isSettled: false });
  });

  it('stand in the order of the version, the composite before its members', () => {
    expect(scoreLines(scorecard, scorecard).map(({ id, isMember }) => [id, isMember])).toEqual([
      ['n-a', false],
      ['c-lens', false],
      ['n-b', true],
    ]);
  });
});
