import { describe, expect, it } from '@jest/globals';
import type { Answer, Answers } from '../answers/answer.js';
import { answersIn, questionStates } from '../answers/standing.js';
import { compileQuestionnaire } from '../definition/compile-questionnaire.js';
import { given } from '../definition/given.arbitrary.js';
import type { FindingInput } from './finding-input.js';
import { countFindings } from './judged.js';

const compiled = compileQuestionnaire(
  given.questionnaire([
    given.multiple(),
    given.number(),
    given.yesNo({ askedIf: { op: 'atLeast', question: 'q-number', value: 1 } }),
    given.computed({ indicator: 'ind-one' }),
  ]),
);
const CLAIMS: Answers = {
  'q-multiple': { kind: 'value', value: ['opt-one', 'opt-two'] },
  'q-number': { kind: 'value', value: 5 },
  'q-yes-no': { kind: 'value', value: true },
};

let sequence = 0;
function found(question: string, answer: Answer | null, part: Partial<FindingInput> = {}): FindingInput {
  sequence += 1;
  return { id: `f-${String(sequence)}`, question, reader: 'first', sequence, answer, ...part };
}

function counts(findings: readonly FindingInput[], claims: Answers = CLAIMS) {
  const states = questionStates(compiled, answersIn(claims));
  return countFindings(compiled, claims, states, findings).get('ind-one');
}

const value = (of: number | boolean | string | string[]): Answer => ({ kind: 'value', value: of });

describe('what was found about the answers of an indicator', () => {
  it('is nothing before an expert has looked', () => {
    expect(counts([])).toEqual({ judged: 0, disputed: 0 });
  });

  it('is disputed where it says something else, whatever words give the reason', () => {
    const findings = [found('q-multiple', value(['opt-two', 'opt-one'])), found('q-yes-no', value(false))];
    expect(counts(findings)).toEqual({ judged: 2, disputed: 1 });
  });

  it('is the newest that stands: none once that was withdrawn, and no second reading', () => {
    const first = found('q-yes-no', value(false));
    expect(counts([first, found('q-yes-no', value(true))])).toEqual({ judged: 1, disputed: 0 });
    expect(counts([first, found('q-yes-no', null)])).toEqual({ judged: 0, disputed: 0 });
    expect(counts([found('q-yes-no', value(false), { reader: 'second' })])).toEqual({
      judged: 0,
      disputed: 0,
    });
  });

  it.each<[string, string, Answers]>([
    ['that is open', 'q-yes-no', { 'q-number': value(5) }],
    ['that must be mended', 'q-yes-no', { ...CLAIMS, 'q-yes-no': value('perhaps') }],
    ['that is not asked', 'q-yes-no', { ...CLAIMS, 'q-number': value(0) }],
    ['that counts in no indicator', 'q-number', CLAIMS],
    ['that is calculated', 'q-computed', CLAIMS],
  ])('judges no answer to a question %s', (_how, question, claims) => {
    expect(counts([found(question, value(false))], claims)).toEqual({ judged: 0, disputed: 0 });
  });
});
